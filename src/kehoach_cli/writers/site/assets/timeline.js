"use strict";
/* Bars from start to last day, with milestones, what was put off, and the day of the figures. */
(function (KH) {
  const h = KH.h;
  if (!KH.data) return;
  const MOST = 150;
  const DAY = 86400000;
  const at = (iso) => Date.parse(iso + "T00:00:00Z") / DAY;

  const GROUPS = {
    "ke-hoach": { title: "Kế hoạch", of: (item) => [[item.plan, KH.plan(item.plan)]] },
    "bai-toan": { title: "Bài toán lớn", of: (item) => [[item.challenge || "", challenge(item.challenge)]] },
    "co-quan": { title: "Cơ quan, đơn vị", of: (item) => (item.assignments || []).map((one) => [one.agency, KH.name(one.agency)]) },
  };
  function challenge(id) {
    const found = KH.data.challenges.find((one) => one.id === id);
    return found ? found.title : "Không thuộc bài toán nào";
  }

  KH.pageOfTimeline = function (asked) {
    const by = Object.hasOwn(GROUPS, asked.theo || "") ? asked.theo : "ke-hoach";
    const items = KH.tasks.filter((item) => item.last_day);
    const without = KH.tasks.length - items.length;
    const options = Object.entries(GROUPS).map(([value, group]) => h("option", { value, selected: value === by }, group.title));
    const choose = h("div", null, h("label", { for: "loc-theo" }, "Xếp theo"), h("select", { id: "loc-theo", onchange: (event) => { location.hash = KH.address(["thoi-gian"], { theo: event.target.value }); } }, options));
    const note = h("p", null, items.length + " nhiệm vụ có ngày cuối" + (without ? "; " + without + " nhiệm vụ không có nên không vẽ được." : "."));
    const nodes = [h("div.filters.few", null, choose), note, items.length ? legend() : null, items.length ? chart(items, by) : null];
    return { title: "Dòng thời gian", nodes };
  };

  function legend() {
    const entry = (name, text) => h("li", null, h("span.key." + name, { "aria-hidden": "true" }), text);
    return h("ul.legend", null, entry("k-bar", "từ khi giao đến ngày cuối"), entry("k-put-off", "phần gia hạn"), entry("k-step", "mốc"), entry("k-today", "ngày của số liệu (" + KH.day(KH.data.day) + ")"), Object.keys(KH.data.totals.tasks.states).map((code) => h("li", null, KH.chip(code))));
  }

  function scale(items) {
    const days = items.flatMap((item) => [item.start || item.last_day, item.last_day]).concat(KH.data.day).sort();
    const first = Number(days[0].slice(0, 4));
    const last = Number(days[days.length - 1].slice(0, 4));
    const from = at(first + "-01-01");
    const to = at(last + 1 + "-01-01");
    const place = (iso) => (100 * (at(iso) - from)) / (to - from);
    const years = [];
    for (let year = first; year <= last; year += 1) years.push(year);
    return { years, place };
  }

  function chart(items, by) {
    const measure = scale(items);
    const groups = new Map();
    for (const item of items) {
      for (const [key, title] of GROUPS[by].of(item)) {
        if (!groups.has(key)) groups.set(key, { title, items: [] });
        groups.get(key).items.push(item);
      }
    }
    const queue = [...groups.values()];
    const holder = h("div.timeline");
    const more = h("button.more", { type: "button", onclick: () => add() }, "Xem thêm");
    function add() {
      let count = 0;
      while (queue.length && count < MOST) {
        const group = queue.shift();
        holder.append(h("h2", null, group.title), axis(measure), h("ol", null, group.items.map((item) => line(item, measure))));
        count += group.items.length;
      }
      more.hidden = !queue.length;
    }
    add();
    return [holder, more];
  }

  function axis(measure) {
    const ticks = measure.years.map((year) => set(h("span.year", null, year), measure.place(year + "-01-01")));
    return h("div.axis", { "aria-hidden": "true" }, h("div.track", null, ticks));
  }

  function set(element, left, width) {
    element.style.left = Math.max(0, Math.min(100, left)) + "%";
    if (width !== undefined) element.style.width = Math.max(0.6, width) + "%";
    return element;
  }

  function line(item, measure) {
    const start = item.start && item.start <= item.last_day ? item.start : item.last_day;
    const original = item.original_last_day;
    const isPutOff = original && original < item.last_day;
    const end = isPutOff ? original : item.last_day;
    const from = measure.place(start < end ? start : end);
    const bar = set(h("span.bar-of.t-" + KH.state(item.state).tone), from, measure.place(end) - from);
    const late = isPutOff ? set(h("span.put-off"), measure.place(original), measure.place(item.last_day) - measure.place(original)) : null;
    const steps = (item.milestones || []).filter((step) => step.day).map((step) => set(h("span.step", { title: step.text + " (" + step.due + ")" }), measure.place(step.day)));
    const years = measure.years.slice(1).map((year) => set(h("span.rule"), measure.place(year + "-01-01")));
    const today = set(h("span.today"), measure.place(KH.data.day));
    return h("li", null, h("div.label", null, KH.link(["viec", item.key], null, item.title), h("span.when", null, said(item, start, isPutOff))), h("div.track", { "aria-hidden": "true" }, years, bar, late, steps, today));
  }

  function said(item, start, isPutOff) {
    const from = start === item.last_day ? "" : KH.day(start) + " – ";
    const putOff = isPutOff ? ", ban đầu " + KH.day(item.original_last_day) : "";
    const steps = (item.milestones || []).map((step) => step.text + " (" + step.due + ")").join("; ");
    return from + KH.day(item.last_day) + putOff + " · " + item.progress + (steps ? " · Mốc: " + steps : "");
  }
})(window.KH);
