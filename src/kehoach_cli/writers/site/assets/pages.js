"use strict";
/* Every page: its title and what it holds. */
(function (KH) {
  const h = KH.h;
  if (!KH.data) return;
  const data = KH.data;

  function overview() {
    const first = data.overview;
    const drafts = data.plans.filter((plan) => !plan.is_issued).length;
    const about = data.plans.length ? data.plans.length + " kế hoạch" + (drafts ? " (" + drafts + " chưa ban hành)" : "") : "Chưa có kế hoạch nào trong kỳ được công bố";
    const other = data.period.reporting;
    const label = data.period.label[0].toUpperCase() + data.period.label.slice(1);
    const going = other ? " " + label + " tính từ ngày " + KH.day(data.period.first) + "; đang làm báo cáo " + other.label + "." : "";
    const begun = data.period.has_begun ? going : " Kỳ báo cáo chưa bắt đầu (từ ngày " + KH.day(data.period.first) + ").";
    const nodes = [
      h("p.lead", null, about + ". Số liệu đến ngày " + KH.day(data.day) + "." + begun),
      figures(),
      h("div.columns", null, late(first), soon(first), silent(first), asked(first)),
    ];
    return { title: "Tình hình thực hiện " + data.period.label, nodes };
  }

  function figures() {
    const { tasks, assignments, commitments } = data.totals;
    const codes = Object.keys(tasks.states);
    const columns = [
      { key: "state", title: "Tình trạng", value: (row) => row.label, show: (row) => KH.chip(row.code) },
      { key: "tasks", title: "Nhiệm vụ (trên " + tasks.total + ")", value: (row) => row.tasks, show: (row) => (row.tasks ? KH.link(["viec"], { "tinh-trang": row.code }, row.tasks) : "0") },
      { key: "assignments", title: "Lượt giao (trên " + assignments.total + ")", value: (row) => String(row.assignments) },
    ];
    const rows = codes.map((code) => ({ ...KH.state(code), tasks: tasks.states[code], assignments: assignments.states[code] }));
    const past = tasks.no_report_past_last_day ? h("p.note", null, "Trong số nhiệm vụ chưa có báo cáo, " + tasks.no_report_past_last_day + " đã qua thời hạn theo kế hoạch.") : null;
    const kept = KH.counts(commitments, Object.keys(commitments.states));
    const said = kept.filter((one) => one.count).map((one) => one.count + " " + one.label.toLowerCase()).join("; ");
    return [
      KH.section(tasks.total + " nhiệm vụ, " + assignments.total + " lượt giao", KH.bar(KH.counts(tasks, codes)), KH.table("Nhiệm vụ và lượt giao theo tình trạng", columns, rows, { numbers: ["tasks", "assignments"], tight: true }), past),
      commitments.total ? KH.section(commitments.total + " cam kết của đối tác", KH.bar(kept), h("p", null, KH.link(["doi-tac"], null, said), " (trên " + commitments.total + " cam kết).")) : null,
    ];
  }

  function late(first) {
    const rows = first.late || [];
    const more = (left) => KH.link(["co-quan"], null, "và " + left + " cơ quan, đơn vị khác");
    const held = KH.some(rows, 8, (row) => [KH.agency(row.agency.id), ": " + row.count + " việc, lâu nhất từ " + KH.day(row.since) + KH.late(row.days_late)], more);
    return KH.section("Quá hạn và của ai", rows.length ? held : h("p", null, "Không có lượt giao nào được báo cáo là quá hạn."));
  }

  function soon(first) {
    const rows = first.soon || [];
    const made = (row) => [KH.day(row.item.last_day) + (row.remaining ? " (" + row.remaining + "): " : ": "), task(row), row.holders ? " (" + KH.brief(row.holders, 40) + ")" : ""];
    const held = KH.some(rows, 6, made, (left) => KH.link(["viec"], { "den-han": "sap-den" }, "và " + left + " việc khác"));
    return KH.section("Đến hạn trong " + first.days_ahead + " ngày tới: " + rows.length, rows.length ? held : h("p", null, "Không có việc nào."));
  }

  function task(row) {
    const title = KH.brief(row.item.title, 90);
    return row.key ? KH.link(["viec", row.key], null, title) : title;
  }

  function silent(first) {
    if (first.expected === undefined) return null;
    const rows = first.silent || [];
    const names = [];
    for (const row of rows) {
      if (names.join("; ").length + row.name.length > 450) break;
      names.push(row.name);
    }
    const left = rows.length - names.length;
    const rest = left ? "; và " + left + " đơn vị khác" : "";
    const link = KH.link(["bao-cao"], null, "Xem sổ theo dõi");
    if (rows.length && !first.has_asked) {
      return KH.section("Chưa đến kỳ gửi báo cáo", h("p", null, first.expected + " đơn vị sẽ gửi."), h("p.go", null, link));
    }
    return KH.section("Chưa báo cáo: " + rows.length + "/" + first.expected, h("p", null, rows.length ? names.join("; ") + rest + "." : "Mọi nơi đã báo cáo."), h("p.go", null, link));
  }

  function asked(first) {
    if (KH.hides("difficulties")) return null;
    const rows = first.answerers || [];
    const made = (row) => [row.to ? row.to.name : "Chưa rõ nơi trả lời", ": " + row.count + " khó khăn, lâu nhất " + row.days + " ngày"];
    const held = KH.some(rows, 5, made, (left) => "và " + left + " nơi khác");
    return KH.section("Khó khăn đang chờ trả lời", rows.length ? [held, h("p.go", null, KH.link(["kien-nghi"], null, "Xem từng khó khăn"))] : h("p", null, "Không có."));
  }

  function fact(name, ...held) {
    const kept = held.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== "" && one !== false);
    return kept.length ? [h("dt", null, name), h("dd", null, kept)] : null;
  }

  function joined(nodes) {
    return nodes.flatMap((node, index) => (index ? ["; ", node] : [node]));
  }

  function oneTask(key) {
    const item = KH.item.get(key);
    if (!item) return missing("Không có nhiệm vụ «" + key + "» trong kỳ này.");
    const rounds = data.items.filter((one) => one.id === item.id && one.kind === item.kind && one.key !== item.key);
    const challenge = data.challenges.find((one) => one.id === item.challenge);
    const facts = h("dl", null,
      fact("Mã", [item.id, item.place].filter(Boolean).join(" · ")),
      fact("Loại", data.kinds[item.kind]),
      fact("Kế hoạch", KH.plan(item.plan)),
      fact("Nhóm", item.group),
      fact("Thực hiện", item.holders),
      fact("Phối hợp", joined((item.support || []).map(KH.agency))),
      fact("Người phụ trách", item.person),
      fact("Sản phẩm", item.product),
      fact("Cấp phê duyệt", item.approver ? KH.short(item.approver) : ""),
      fact("Thời hạn", item.due),
      fact("Ngày cuối", KH.day(item.last_day), item.original_last_day && item.original_last_day !== item.last_day ? " (ban đầu " + KH.day(item.original_last_day) + ")" : "", item.remaining ? " · " + item.remaining : ""),
      fact("Tình trạng", KH.chip(item.state, item.progress)),
      fact("Xác nhận", item.confirmation),
      fact("Đối tác làm", item.partner_does),
      fact("Tỉnh làm", item.province_does),
      fact("Bài toán lớn", challenge ? KH.link(["bai-toan"], null, challenge.title) : ""),
      fact("Mốc", joined((item.milestones || []).map((step) => step.text + " (" + step.due + ")"))),
      fact("Các lần khác", joined(rounds.map((one) => KH.link(["viec", one.key], null, KH.day(one.last_day) || one.key)))),
      fact("Ghi chú", item.note));
    const said = item.history || [];
    const history = KH.hides("history") ? null : KH.section("Diễn biến", said.length ? h("ul", null, said.map((one) => h("li", null, h("b", null, KH.day(one.day) || "Không rõ ngày"), ": " + [one.text, whyLate(one)].filter(Boolean).join(" ")))) : h("p", null, "Chưa có báo cáo nào nói đến việc này."));
    return { title: item.title, nodes: [facts, parts(item), history] };
  }

  function parts(item) {
    const columns = [
      { key: "agency", title: "Cơ quan, đơn vị", value: (one) => KH.name(one.agency), show: (one) => KH.agency(one.agency) },
      { key: "role", title: "Vai trò", value: (one) => one.role },
      { key: "state", title: "Tình trạng", value: (one) => KH.spoken(one), show: (one) => KH.chip(one.state, KH.spoken(one)) },
      { key: "result", title: "Kết quả, minh chứng", value: (one) => one.result || "", show: evidence },
    ];
    return KH.section("Lượt giao và kết quả", KH.table("Từng cơ quan, đơn vị", columns, item.assignments || [], { empty: "Chưa xác định cơ quan thực hiện." }));
  }

  function evidence(one) {
    const products = (one.products || []).map((product) => h("li", null, KH.outside(product.href, product.text)));
    const lines = [
      one.percent === undefined ? "" : one.percent + "%",
      one.result,
      one.done_on ? "Hoàn thành ngày " + KH.day(one.done_on) : "",
      one.submitted ? "Đã trình tại " + one.submitted + (one.waits ? ", " + one.waits : "") : "",
      whyLate(one),
      one.invalid_report ? "Báo cáo chưa hợp lệ" : "",
    ];
    return [lines.filter(Boolean).map((line) => h("p", null, line)), products.length ? [h("p", null, "Minh chứng:"), h("ul", null, products)] : null];
  }

  function whyLate(one) {
    return one.late_reason ? "Lý do chậm: " + one.late_reason.replace(/\.$/, "") + "." : "";
  }

  function agencies(asked) {
    const codes = Object.keys(data.totals.assignments.states);
    const columns = [
      { key: "agency", title: "Cơ quan, đơn vị", value: (row) => KH.name(row.agency), show: (row) => KH.link(["co-quan", row.agency], null, KH.name(row.agency)) },
      { key: "total", title: "Tổng số lượt giao", value: (row) => row.total },
      ...codes.map((code) => ({ key: code, title: KH.state(code).label, value: (row) => row.states[code] })),
    ];
    const numbers = columns.slice(1).map((column) => column.key);
    return { title: "Cơ quan, đơn vị", nodes: [KH.listing(["co-quan"], asked, { name: "co-quan", caption: "Lượt giao theo cơ quan, đơn vị", columns, rows: data.by_agency, numbers, counts: true })] };
  }

  function oneAgency(id) {
    const row = data.by_agency.find((one) => one.agency === id);
    const promised = KH.commitments.filter((item) => (item.assignments || []).some((one) => one.agency === id));
    const helped = KH.tasks.filter((item) => (item.support || []).includes(id));
    if (!KH.knows(id)) return missing("Không có cơ quan, đơn vị «" + id + "».");
    const asked = { "co-quan": id };
    const codes = row ? Object.keys(row.states) : [];
    const sent = (data.senders || []).filter((one) => one.agency === id);
    return {
      title: KH.name(id),
      nodes: [
        row ? [KH.bar(KH.counts(row, codes)), h("p", null, row.total + " lượt giao: " + KH.counts(row, codes).filter((one) => one.count).map((one) => one.count + " " + one.label.toLowerCase()).join("; ") + ".")] : h("p", null, "Không có nhiệm vụ nào được giao trong kỳ."),
        sent.length ? KH.section("Báo cáo của kỳ", h("ul", null, sent.map((one) => h("li", null, KH.plan(one.plan) + ": " + reportOf(one))))) : null,
        row ? [h("p", null, KH.link(["viec"], asked, "Lọc, sắp xếp, tải bảng này")), KH.table("Việc được giao", KH.taskColumns(asked), KH.filtered(asked))] : null,
        promised.length ? KH.section("Cam kết", KH.table("Cam kết của đối tác", commitmentColumns(), promised)) : null,
        helped.length ? KH.section("Việc phối hợp, tham gia", KH.table("Việc phối hợp, tham gia", KH.taskColumns({}), helped)) : null,
      ],
    };
  }

  function reportOf(one) {
    const parts = [one.receipt, one.number ? "số " + one.number : "", one.reported ? "ngày " + KH.day(one.reported) : "", one.send_by && !one.has_come ? "hạn gửi " + KH.day(one.send_by) : ""];
    return parts.filter(Boolean).join(", ");
  }

  function commitmentColumns() {
    return [
      { key: "letter", title: "Điểm", narrow: true, value: (item) => item.clause || "" },
      { key: "who", title: "Đối tác", value: (item) => item.holders || "" },
      { key: "title", title: "Cam kết", value: (item) => item.title, show: (item) => KH.link(["viec", item.key], null, item.title) },
      { key: "province", title: "Phần của tỉnh", value: (item) => item.province_does || "" },
      { key: "state", title: "Tình trạng", value: (item) => item.progress, show: (item) => KH.chip(item.state, item.progress) },
      { key: "word", title: "Xác nhận của phía tỉnh", value: (item) => item.confirmation || "" },
    ];
  }

  function partners(asked) {
    const list = (title, lines) => (lines && lines.length ? h("p", null, h("b", null, title + ": "), lines.map((line) => line.replace(/[.;\s]+$/, "")).join("; ") + ".") : null);
    const promised = KH.listing(["doi-tac"], asked, { name: "cam-ket", caption: "Cam kết của đối tác", columns: commitmentColumns(), rows: KH.commitments, empty: "Chưa có cam kết nào." });
    const rows = (data.agreements || []).map((one) => h("article", null,
      h("h3", null, one.title),
      h("p", null, [KH.name(one.partner), one.signed ? "ký ngày " + KH.day(one.signed) : "chưa ghi ngày ký", one.status].join("; ") + "."),
      one.reviewed ? h("p", null, "Rà soát gần nhất: " + KH.day(one.reviewed) + ".") : h("p", null, "Chưa có lần rà soát nào."),
      list("Kết quả", one.results), list("Khó khăn", one.difficulties), list("Giải pháp", one.solutions)));
    return { title: "Đối tác và cam kết", nodes: [KH.section("Cam kết", promised), KH.section("Văn bản hợp tác", rows.length ? rows : h("p", null, "Chưa có văn bản nào."))] };
  }

  function challenges() {
    const who = (named) => (named ? named.name : "chưa giao");
    const articles = data.challenges.map((one) => {
      const tasks = KH.tasks.filter((item) => item.challenge === one.id);
      return h("article", null,
        h("h2", null, one.title),
        h("p", null, "Chuẩn bị nội dung: " + who(one.prepared_by) + " · Tổng hợp: " + who(one.compiled_by) + " · Chủ trì giải quyết: " + who(one.lead)),
        tasks.length ? h("ul", null, tasks.map((item) => h("li", null, KH.link(["viec", item.key], null, item.title), " – ", KH.chip(item.state, item.progress)))) : h("p", null, "Chưa có nhiệm vụ nào."),
        one.proposals ? [h("p", null, "Đề xuất:"), h("ul", null, one.proposals.map((each) => h("li", null, each.title + " (" + each.sender.name + ")")))] : null);
    });
    return { title: "Bài toán lớn", nodes: articles.length ? articles : [h("p", null, "Chưa có bài toán nào trong dữ liệu.")] };
  }

  function requests(asked) {
    const columns = [
      { key: "text", title: "Khó khăn, vướng mắc", value: (row) => row.text },
      { key: "proposal", title: "Kiến nghị", value: (row) => row.proposal || "" },
      { key: "sender", title: "Nơi nêu", value: (row) => row.sender.name },
      { key: "to", title: "Nơi phải trả lời", value: (row) => (row.to ? row.to.name : "") },
      { key: "state", title: "Tình trạng", value: (row) => row.state + (row.is_open && row.days_open ? " (" + row.days_open + " ngày)" : ""), show: (row) => [row.state + (row.is_open && row.days_open ? " (" + row.days_open + " ngày)" : ""), (row.steps || []).map((step) => h("p", null, step))] },
    ];
    const proposals = [
      { key: "title", title: "Đề xuất", value: (row) => row.title },
      { key: "kind", title: "Loại", value: (row) => row.kind },
      { key: "sender", title: "Nơi đề xuất", value: (row) => KH.short(row.sender) },
      { key: "standing", title: "Tình trạng", value: (row) => row.standing },
    ];
    return {
      title: "Khó khăn và đề xuất",
      nodes: [
        KH.hides("difficulties") ? null : KH.section("Khó khăn, vướng mắc", KH.listing(["kien-nghi"], asked, { name: "kho-khan", caption: "Khó khăn, vướng mắc", columns, rows: data.difficulties || [], empty: "Không có khó khăn nào được nêu." })),
        KH.hides("proposals") ? null : KH.section("Đề xuất", KH.listing(["kien-nghi"], asked, { name: "de-xuat", key: "xep-de-xuat", caption: "Đề xuất", columns: proposals, rows: data.proposals || [], empty: "Không có đề xuất nào." })),
      ],
    };
  }

  function money(asked) {
    const columns = [
      { key: "source", title: "Nguồn", value: (row) => row.source || "Tổng cộng" },
      ...[["needed", "Nhu cầu"], ["allocated", "Được bố trí"], ["spent", "Đã chi"]].map(([key, title]) => ({ key, title, value: (row) => KH.millions(row[key]), order: (row) => row[key] || 0 })),
    ];
    const numbers = ["needed", "allocated", "spent"];
    const tables = (data.money_years || []).map((total) => {
      const rows = data.money.filter((row) => row.year === total.year);
      const listed = { name: "kinh-phi-" + total.year, key: "xep-" + total.year, caption: "Năm " + total.year + " (triệu đồng)", columns, rows, numbers, total };
      return KH.section("Năm " + total.year, KH.listing(["kinh-phi"], asked, listed));
    });
    return { title: "Kinh phí (triệu đồng)", nodes: tables.length ? tables : [h("p", null, "Chưa có dòng kinh phí nào.")] };
  }

  function reports(asked) {
    const columns = [
      { key: "agency", title: "Nơi gửi", value: (row) => KH.name(row.agency), show: (row) => KH.link(["co-quan", row.agency], null, KH.name(row.agency)) },
      { key: "receipt", title: "Báo cáo", value: reportOf },
      { key: "plan", title: "Kế hoạch", value: (row) => KH.plan(row.plan) },
    ];
    const rows = [...(data.senders || [])].sort((one, other) => Number(one.has_come || false) - Number(other.has_come || false));
    return { title: "Ai đã, ai chưa báo cáo", nodes: [KH.listing(["bao-cao"], asked, { name: "bao-cao", caption: "Báo cáo của kỳ", columns, rows, empty: "Chưa có ai phải báo cáo." })] };
  }

  function missing(text) {
    return { title: "Không tìm thấy", nodes: [h("p", null, text), h("p", null, KH.link([], null, "Về trang tổng quan"))] };
  }

  /* light: it needs nothing of the long parts. */
  KH.PAGES = [
    { way: "", title: "Tổng quan", make: overview, light: true },
    { way: "viec", title: "Nhiệm vụ", make: KH.pageOfTasks, one: oneTask },
    { way: "thoi-gian", title: "Dòng thời gian", make: KH.pageOfTimeline },
    { way: "co-quan", title: "Cơ quan, đơn vị", make: agencies, one: oneAgency, light: true },
    { way: "doi-tac", title: "Đối tác, cam kết", make: partners },
    { way: "bai-toan", title: "Bài toán lớn", make: challenges },
    { way: "kien-nghi", title: "Khó khăn, đề xuất", make: requests, light: true, hidden: KH.hides("difficulties") && KH.hides("proposals") },
    { way: "kinh-phi", title: "Kinh phí", make: money, light: true, hidden: KH.hides("money") },
    { way: "bao-cao", title: "Báo cáo", make: reports, hidden: KH.hides("senders") },
  ].filter((page) => !page.hidden);
  KH.missing = missing;
})(window.KH);
