"use strict";
/* Tables that can be sorted, read by screen readers, stacked on phones and saved as CSV. */
(function (KH) {
  const h = KH.h;
  const STEP = 100;
  const FEW = 5;

  /* columns: {key, title, value: text to sort by and to save, show: what the cell holds} */
  KH.table = function (caption, columns, rows, options) {
    const { sort = "", onsort = null, empty = "Không có dòng nào.", step = STEP, numbers = [], tight = false, total = null, counts = false } = options || {};
    if (!rows.length) return h("p.empty", null, empty);
    const shown = KH.sorted(columns, rows, sort);
    const body = h("tbody");
    const more = h("button.more", { type: "button", onclick: () => add() });
    let count = 0;
    function add() {
      const next = shown.slice(count, count + step);
      for (const row of next) body.append(line(row));
      count += next.length;
      const left = shown.length - count;
      more.hidden = !left;
      KH.fill(more, "Xem thêm " + Math.min(step, left) + " dòng (còn " + left + ")");
    }
    function line(row) {
      const cells = columns.map((column) => {
        const held = column.show ? column.show(row) : column.value(row);
        const name = numbers.includes(column.key) ? "td.number" : column.narrow ? "td.narrow" : "td";
        const quiet = counts && held === 0 ? ".zero" : "";
        return h(name + quiet, { "data-title": column.title }, held);
      });
      return h("tr", null, cells);
    }
    const head = columns.map((column) => heading(column, sort, onsort));
    add();
    return h(
      tight ? "div.table.tight" : "div.table",
      null,
      h(
        "table",
        null,
        h("caption", null, caption),
        h("thead", null, h("tr", null, head)),
        body,
        total ? h("tfoot", null, line(total)) : null
      ),
      more
    );
  };

  /* A table with its order, which lives in the address under the key, and what is shown as CSV. */
  KH.listing = function (way, asked, { name, key = "sap-xep", caption, columns, rows, ...options }) {
    if (!rows.length) return KH.table(caption, columns, rows, options);
    const result = h("div");
    const orders = columns.flatMap((column) => [[column.key, column.title], ["-" + column.key, column.title + " (ngược lại)"]]);
    const choices = orders.map(([value, text]) => h("option", { value, selected: asked[key] === value }, text));
    const id = "xep-" + name;
    const select = h("select", { id, onchange: (event) => order(event.target.value) }, h("option", { value: "" }, "Thứ tự ban đầu"), choices);
    const save = h("button", { type: "button", onclick: () => KH.save(name + ".csv", KH.csv(columns, [...KH.sorted(columns, rows, asked[key] || ""), ...(options.total ? [options.total] : [])])) }, "Tải bảng này (CSV)");
    function order(sort) {
      if (sort) asked[key] = sort;
      else delete asked[key];
      history.replaceState(null, "", KH.address(way, asked));
      show();
    }
    function show() {
      KH.fill(result, KH.table(caption, columns, rows, { ...options, sort: asked[key] || "", onsort: reorder }));
    }
    function reorder(sort) {
      order(sort);
      select.value = sort;
      result.querySelector('[data-sort="' + sort.replace(/^-/, "") + '"]').focus();
    }
    show();
    const choice = rows.length > FEW ? h("div.order", null, h("label", { for: id }, "Xếp theo"), select) : null;
    return [h("div.actions", null, choice, save), result];
  };

  function heading(column, sort, onsort) {
    const attributes = { scope: "col" };
    if (!onsort) return h(column.narrow ? "th.narrow" : "th", attributes, column.title);
    const isOn = sort.replace(/^-/, "") === column.key;
    const isDown = sort.startsWith("-");
    if (isOn) attributes["aria-sort"] = isDown ? "descending" : "ascending";
    const next = isOn && !isDown ? "-" + column.key : column.key;
    const arrow = h("span.arrow", { "aria-hidden": "true" }, isOn ? (isDown ? "▼" : "▲") : "↕");
    return h(column.narrow ? "th.narrow" : "th", attributes, h("button", { type: "button", "data-sort": column.key, onclick: () => onsort(next) }, column.title, arrow));
  }

  /* Rows that have nothing to sort by come last either way. */
  KH.sorted = function (columns, rows, sort) {
    const column = columns.find((one) => one.key === sort.replace(/^-/, ""));
    if (!column) return rows;
    const key = column.order || column.value;
    const sign = sort.startsWith("-") ? -1 : 1;
    const isBare = (value) => value === "" || value === null || value === undefined;
    return rows
      .map((row, index) => ({ row, index, value: key(row) }))
      .sort((one, other) => {
        if (isBare(one.value) || isBare(other.value)) return isBare(one.value) - isBare(other.value) || one.index - other.index;
        return sign * KH.compare(one.value, other.value) || one.index - other.index;
      })
      .map((one) => one.row);
  };

  /* Semicolons and a mark of UTF-8, as Excel in Vietnamese opens it; no cell becomes a formula. */
  KH.csv = function (columns, rows) {
    const cell = (value) => {
      const text = String(value === null || value === undefined ? "" : value);
      const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
      return '"' + safe.replace(/"/g, '""') + '"';
    };
    const lines = [columns.map((column) => cell(column.title))];
    for (const row of rows) lines.push(columns.map((column) => cell(column.value(row))));
    return "\ufeff" + lines.map((line) => line.join(";")).join("\r\n") + "\r\n";
  };

  KH.save = function (name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = h("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
})(window.KH);
