"use strict";
/* Tables that can be sorted, read by screen readers, stacked on phones and saved as CSV. */
(function (KH) {
  const h = KH.h;
  const STEP = 100;

  /* columns: {key, title, value: text to sort by and to save, show: what the cell holds} */
  KH.table = function (caption, columns, rows, options) {
    const { sort = "", onsort = null, empty = "Không có dòng nào.", step = STEP, numbers = [], tight = false } = options || {};
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
        return h(name, { "data-title": column.title }, held);
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
        body
      ),
      more
    );
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
