"use strict";
/* How days, states, names and money read; finding rows by their ids. */
(function (KH) {
  const data = window.KEHOACH;
  if (!data) return;
  const by = (rows, key) => new Map(rows.map((row) => [row[key], row]));
  const states = by(data.states, "code");
  const plans = by(data.plans, "id");
  const agencies = new Map(Object.entries(data.agencies));

  KH.data = data;
  /* The long parts, which come in a script of their own. */
  KH.take = function (later) {
    data.items = later.items || [];
    data.senders = later.senders || [];
    KH.tasks = data.items.filter((item) => item.kind !== "commitment");
    KH.commitments = data.items.filter((item) => item.kind === "commitment");
    KH.item = by(data.items, "key");
  };
  KH.hides = (part) => data.kept_back.includes(part);

  /* As documents write it: a 0 before days under 10 and before months 1 and 2. */
  KH.day = function (iso) {
    if (!iso) return "";
    const [year, month, day] = iso.split("-");
    return day + "/" + (Number(month) > 2 ? Number(month) : month) + "/" + year;
  };
  KH.state = (code) => states.get(code) || { code, label: code, tone: "other" };
  KH.chip = function (code, words) {
    const state = KH.state(code);
    return KH.h("span.chip", null, KH.h("span.mark.t-" + state.tone, { "aria-hidden": "true" }), words || state.label);
  };
  KH.knows = (id) => agencies.has(id);
  KH.name = (id) => (agencies.get(id) || { name: id }).name;
  KH.short = (id) => (agencies.get(id) || { short: id }).short;
  KH.agency = (id) => KH.link(["co-quan", id], null, KH.short(id));
  KH.plan = (id) => (plans.get(id) || { title: id }).title;
  KH.millions = (vnd) => ((vnd || 0) / 1e6).toLocaleString("vi-VN", { maximumFractionDigits: 6 });

  /* «So Y te» finds «Sở Y tế». */
  KH.folded = function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  };
  const collator = new Intl.Collator("vi", { numeric: true });
  KH.compare = function (one, other) {
    if (typeof one === "number" && typeof other === "number") return one - other;
    return collator.compare(String(one), String(other));
  };

  /* The first words of a long text. */
  KH.brief = function (text, most) {
    if (text.length <= most) return text;
    return text.slice(0, text.lastIndexOf(" ", most) > 0 ? text.lastIndexOf(" ", most) : most) + "…";
  };
  KH.late = (days) => (days ? " (" + days + " ngày)" : "");
  KH.spoken = function (one) {
    const state = KH.state(one.state);
    const late = ["late", "belated"].includes(state.tone) ? KH.late(one.days_late) : "";
    return state.label + late + (one.is_past_by_plan ? " (đã qua thời hạn theo kế hoạch)" : "");
  };
  KH.counts = function (totals, codes) {
    return codes.map((code) => ({ ...KH.state(code), count: totals.states[code] || 0 }));
  };
})(window.KH);
