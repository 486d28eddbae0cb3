"use strict";
/* Elements from names and texts. Text is only ever put into text nodes. */
window.KH = {};
(function (KH) {
  function put(element, children) {
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === false || child === "") continue;
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return element;
  }

  /* h("p.note", {title: "…"}, "text", h("b", null, "…")); "on…" attributes are listeners. */
  KH.h = function (name, attributes, ...children) {
    const [tag, ...classes] = name.split(".");
    const element = document.createElement(tag);
    if (classes.length) element.className = classes.join(" ");
    for (const [key, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
    }
    return put(element, children);
  };

  KH.fill = function (element, ...children) {
    element.replaceChildren();
    return put(element, children);
  };

  /* The address of a page of this site: its way and what is asked of it. */
  KH.address = function (way, asked) {
    const kept = Object.entries(asked || {}).filter(([, value]) => value);
    const query = new URLSearchParams(kept).toString();
    return "#/" + way.map(encodeURIComponent).join("/") + (query ? "?" + query : "");
  };

  KH.link = function (way, asked, ...children) {
    return KH.h("a", { href: KH.address(way, asked) }, ...children);
  };

  /* A link out of the site, only to the web; anything else stays text. */
  KH.outside = function (href, text) {
    if (!/^https?:\/\//i.test(href || "")) return text;
    return KH.h("a", { href, rel: "noopener noreferrer" }, text);
  };

  KH.read = function (hash) {
    const [way, query] = hash.replace(/^#(noi-dung|\/)?/, "").split("?");
    let parts = [];
    try {
      parts = way.split("/").filter(Boolean).map(decodeURIComponent);
    } catch {
      parts = ["?"];
    }
    return { way: parts, asked: Object.fromEntries(new URLSearchParams(query || "")) };
  };

  /* A horizontal bar of counts; what it says stands in the table beside it. */
  KH.bar = function (parts) {
    const total = parts.reduce((sum, part) => sum + part.count, 0);
    const bar = KH.h("div.bar", { "aria-hidden": "true" });
    for (const part of parts) {
      if (!part.count) continue;
      const piece = KH.h("span.piece.t-" + part.tone, { title: part.label + ": " + part.count }, part.count);
      piece.style.flexGrow = String(part.count);
      bar.append(piece);
    }
    return total ? bar : null;
  };

  KH.section = function (title, ...children) {
    return KH.h("section", null, KH.h("h2", null, title), ...children);
  };

  /* At most so many, and how many more there are. */
  KH.some = function (rows, most, make, rest) {
    const items = rows.slice(0, most).map((row) => KH.h("li", null, make(row)));
    if (rows.length > most) items.push(KH.h("li.rest", null, rest(rows.length - most)));
    return KH.h("ul", null, items);
  };
})(window.KH);
