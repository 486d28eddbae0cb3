"use strict";
/* Which page the address asks for; the way around the site. */
(function (KH) {
  if (!KH.data) {
    document.getElementById("thieu").hidden = false;
    return;
  }
  const h = KH.h;
  const data = KH.data;
  const main = document.getElementById("noi-dung");
  const menu = document.getElementById("muc-luc");

  /* The long parts are loaded once, for the first page that shows them. */
  let isLoading = false;
  function needsMore({ way }) {
    const page = KH.PAGES.find((one) => one.way === (way[0] || ""));
    return Boolean(page) && !KH.tasks && !(page.light && way.length < 2);
  }
  function loadMore(isFirst) {
    if (isLoading) return;
    isLoading = true;
    main.setAttribute("aria-busy", "true");
    if (isFirst) KH.fill(main, h("p.note", { role: "status" }, "Đang tải danh sách nhiệm vụ…"));
    const script = h("script", { src: "items.js" });
    script.addEventListener("load", () => more(isFirst, window.KEHOACH_ITEMS));
    script.addEventListener("error", () => more(isFirst, null));
    document.head.append(script);
  }
  function more(isFirst, later) {
    isLoading = false;
    main.removeAttribute("aria-busy");
    if (!later) {
      KH.fill(main, h("h1", null, "Chưa có số liệu"), h("p", null, "Cần tệp items.js ở cùng thư mục với trang này."));
      return;
    }
    KH.take(later);
    show(isFirst);
  }

  function made({ way, asked }) {
    const page = KH.PAGES.find((one) => one.way === (way[0] || ""));
    if (!page || way.length > 2) return KH.missing("Không có trang này.");
    if (way.length < 2) return page.make(asked);
    return page.one ? page.one(way[1]) : KH.missing("Không có trang này.");
  }

  function show(isFirst) {
    const route = KH.read(location.hash);
    if (needsMore(route)) {
      loadMore(isFirst);
      return;
    }
    const page = made(route);
    document.title = page.title + " – Theo dõi kế hoạch" + (data.province ? ", " + data.province : "");
    KH.fill(menu, KH.PAGES.map((one) => h("a", { href: KH.address(one.way ? [one.way] : []), "aria-current": one.way === (route.way[0] || "") ? "page" : null }, one.title)));
    KH.fill(main, data.notice ? h("p.notice", null, data.notice) : null, h("h1", null, page.title), ...page.nodes);
    const here = menu.querySelector("[aria-current]");
    if (here) menu.scrollLeft = here.offsetLeft - menu.offsetLeft - 8;
    main.dataset.page = route.way[0] || "tong-quan";
    if (isFirst) return;
    main.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  KH.fill(document.getElementById("ten"), "Theo dõi kế hoạch" + (data.province ? ", " + data.province : ""));
  KH.fill(document.getElementById("cuoi-trang"), h("p", null, "Số liệu đến ngày " + KH.day(data.day) + ", " + data.period.label + ". Cùng số liệu ở tệp data.json."));
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  /* Paper shows every row, not only those that were asked for. */
  window.addEventListener("beforeprint", () => {
    for (const more of main.querySelectorAll("button.more")) while (!more.hidden) more.click();
  });
  window.addEventListener("hashchange", () => show(false));
  show(true);
})(window.KH);
