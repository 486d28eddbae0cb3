"use strict";
/* The table of tasks: search, filters and order live in the address. */
(function (KH) {
  const h = KH.h;
  if (!KH.data) return;

  const found = new Map();
  function searchable(item) {
    if (!found.has(item)) {
      const texts = [item.id, item.title, item.holders, item.due, item.product, item.clause, item.group];
      found.set(item, KH.folded(texts.filter(Boolean).join(" ")));
    }
    return found.get(item);
  }
  const held = (item, agency) => (item.assignments || []).find((one) => one.agency === agency);

  /* How a task stands: its own state, or that of the part of the one agency that is asked after. */
  function standing(item, asked) {
    const part = asked["co-quan"] && held(item, asked["co-quan"]);
    return part ? { state: part.state, words: KH.spoken(part) } : { state: item.state, words: item.progress };
  }

  /* Days of what is late stand beside its state. */
  function ahead(item) {
    return item.remaining && !item.days_late ? h("span.when", null, item.remaining) : null;
  }

  const soon = new Set((KH.data.overview.soon || []).map((row) => row.key));

  const FILTERS = [
    { key: "tinh-trang", title: "Tình trạng", all: "Mọi tình trạng", options: () => Object.keys(KH.data.totals.tasks.states).map((code) => [code, KH.state(code).label]), has: (item, value, asked) => standing(item, asked).state === value },
    { key: "co-quan", title: "Cơ quan, đơn vị", all: "Mọi cơ quan", options: () => KH.data.by_agency.map((row) => [row.agency, KH.name(row.agency)]), has: (item, value) => Boolean(held(item, value)) },
    { key: "ke-hoach", title: "Kế hoạch", all: "Mọi kế hoạch", options: () => KH.data.plans.map((plan) => [plan.id, plan.title]), has: (item, value) => item.plan === value },
    { key: "den-han", title: "Đến hạn", all: "Mọi thời hạn", options: () => [["sap-den", "Trong " + KH.data.overview.days_ahead + " ngày tới"]], has: (item) => soon.has(item.key) },
    { key: "loai", title: "Loại", all: "Mọi loại", options: () => Object.entries(KH.data.kinds).filter(([key]) => key !== "commitment"), has: (item, value) => item.kind === value },
    { key: "bai-toan", title: "Bài toán lớn", all: "Mọi bài toán", options: () => KH.data.challenges.map((one) => [one.id, one.title]), has: (item, value) => item.challenge === value },
  ];

  KH.filtered = function (asked) {
    const words = KH.folded(asked.tim || "").split(/\s+/).filter(Boolean);
    const filters = FILTERS.filter((filter) => asked[filter.key]);
    return KH.tasks.filter((item) => words.every((word) => searchable(item).includes(word)) && filters.every((filter) => filter.has(item, asked[filter.key], asked)));
  };

  KH.taskColumns = function (asked) {
    return [
      { key: "ma", title: "Mã", narrow: true, value: (item) => item.id },
      { key: "noi-dung", title: "Nội dung", value: (item) => item.title, show: (item) => KH.link(["viec", item.key], null, item.title) },
      { key: "thuc-hien", title: "Cơ quan thực hiện", value: (item) => item.holders || "" },
      { key: "thoi-han", title: "Thời hạn", value: (item) => item.due || "", order: (item) => item.last_day },
      { key: "ngay-cuoi", title: "Ngày cuối", narrow: true, value: (item) => KH.day(item.last_day), show: (item) => [KH.day(item.last_day), ahead(item)], order: (item) => item.last_day },
      { key: "tinh-trang", title: "Tình trạng", value: (item) => standing(item, asked).words, show: (item) => KH.chip(standing(item, asked).state, standing(item, asked).words), order: (item) => Object.keys(KH.data.totals.tasks.states).indexOf(standing(item, asked).state) },
    ];
  };

  KH.pageOfTasks = function (asked) {
    const result = h("div");
    const count = h("p", { role: "status", "aria-live": "polite" });
    const save = h("button", { type: "button", onclick: () => KH.save("nhiem-vu.csv", KH.csv(KH.taskColumns(asked), KH.sorted(KH.taskColumns(asked), KH.filtered(asked), asked["sap-xep"] || ""))) }, "Tải bảng này (CSV)");
    function change(key, value) {
      if (value) asked[key] = value;
      else delete asked[key];
      history.replaceState(null, "", KH.address(["viec"], asked));
      show();
    }
    function show() {
      const rows = KH.filtered(asked);
      KH.fill(count, "Hiện " + rows.length + " trong " + KH.tasks.length + " nhiệm vụ.");
      KH.fill(result, KH.table("Nhiệm vụ", KH.taskColumns(asked), rows, {
        sort: asked["sap-xep"] || "",
        empty: "Không có nhiệm vụ nào khớp với các lựa chọn trên.",
        onsort: (sort) => {
          change("sap-xep", sort);
          controls.lastElementChild.lastElementChild.value = sort;
          const button = result.querySelector('[data-sort="' + sort.replace(/^-/, "") + '"]');
          if (button) button.focus();
        },
      }));
    }
    const order = { key: "sap-xep", title: "Xếp theo", all: "Thứ tự của kế hoạch", options: () => KH.taskColumns(asked).flatMap((column) => [[column.key, column.title], ["-" + column.key, column.title + " (ngược lại)"]]) };
    const controls = h("div.filters", { role: "search" }, search(asked, change), [...FILTERS, order].map((filter) => select(filter, asked, change)));
    const clear = h("button", { type: "button", onclick: () => { location.hash = KH.address(["viec"]); } }, "Bỏ lọc");
    const isOpen = matchMedia("(min-width: 44rem)").matches || Object.keys(asked).length > 0;
    show();
    return { title: "Nhiệm vụ", nodes: [h("details", { open: isOpen }, h("summary", null, "Tìm, lọc, sắp xếp"), controls), h("div.actions", null, count, save, clear), result] };
  };

  function search(asked, change) {
    const input = h("input", { id: "loc-tim", type: "search", value: asked.tim || "", oninput: (event) => change("tim", event.target.value.trim()) });
    return h("div", null, h("label", { for: "loc-tim" }, "Tìm (không cần dấu)"), input);
  }

  function select(filter, asked, change) {
    const options = filter.options();
    if (!options.length) return null;
    const all = h("option", { value: "" }, filter.all);
    const known = options.map(([value, text]) => h("option", { value, selected: asked[filter.key] === value }, text));
    const id = "loc-" + filter.key;
    return h("div", null, h("label", { for: id }, filter.title), h("select", { id, onchange: (event) => change(filter.key, event.target.value) }, all, known));
  }
})(window.KH);
