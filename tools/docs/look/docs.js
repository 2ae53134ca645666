// The search and the choice of light or dark. The index comes as a script with the first letter typed; nothing leaves the page.
(function () {
  "use strict";
  var root = document.documentElement;
  var theme = document.querySelector(".theme");
  theme.hidden = false;
  theme.addEventListener("click", function () {
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("tirek-docs-theme", root.dataset.theme); } catch (refused) { /* good for this page alone */ }
  });

  var box = document.querySelector(".search"), field = document.getElementById("asked"), found = document.getElementById("found");
  var here = box.dataset.root, folded = null;
  box.hidden = false;

  function fold(text) { return text.toLowerCase().replace(/ё/g, "е"); }

  // Endings of Russian and English words are cut off from what is typed, so that "резервную копию" finds "резервной копии".
  function stem(word) {
    if (word.length < 5) return word;
    var cut = word.replace(/(иями|ями|ами|ией|ого|его|ому|ему|ыми|ими|ая|яя|ое|ее|ые|ие|ый|ий|ой|ую|юю|ых|их|ым|им|ом|ем|ам|ям|ах|ях|ов|ев|ей|ию|ии|ия|ться|ть|ет|ит|ут|ют|ат|ят|[аеиоуыюяьй])$/, "").replace(/(ing|ed|es|s)$/, "");
    return cut.length < 3 ? word : cut;
  }

  function begins(text, part) {
    for (var at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return at;
    }
    return -1;
  }

  function asked(words) {
    return folded.map(function (each) {
      var weight = 0, first = -1;
      for (var i = 0; i < words.length; i++) {
        var inPage = begins(each.p, words[i]), inHead = begins(each.h, words[i]), inWords = begins(each.w, words[i]);
        if (inPage < 0 && inHead < 0 && inWords < 0) return null;
        weight += (inHead >= 0 ? 6 : 0) + (inPage >= 0 ? 4 : 0) + (inWords >= 0 ? 1 : 0);
        if (first < 0) first = inWords;
      }
      return { record: each.record, weight: weight, at: Math.max(first, 0), order: each.order };
    }).filter(Boolean).sort(function (a, b) { return b.weight - a.weight || a.order - b.order; });
  }

  function element(tag, text, within) {
    var made = document.createElement(tag);
    made.textContent = text;
    if (within) within.append(made);
    return made;
  }

  function show() {
    var words = fold(field.value).split(/[^\p{L}\p{N}_-]+/u).filter(function (word) { return word.length > 1; }).map(stem);
    found.hidden = !words.length;
    document.body.classList.toggle("searching", !!words.length);
    if (!words.length) return;
    var hits = asked(words), list = document.createElement("ol");
    hits.slice(0, 20).forEach(function (hit) {
      var line = element("li", "", list), link = element("a", hit.record.h ? hit.record.p + ": " + hit.record.h : hit.record.p, line);
      link.href = here + hit.record.a;
      var from = Math.max(0, hit.record.w.lastIndexOf(" ", Math.max(0, hit.at - 60)));
      element("p", (from ? "… " : "") + hit.record.w.slice(from, from + 180).trim() + (from + 180 < hit.record.w.length ? " …" : ""), line);
    });
    found.replaceChildren(element("p", hits.length ? found.dataset.found + ": " + hits.length : found.dataset.nothing), list);
  }

  function load() {
    if (window.tirekIndex) return;
    window.tirekIndex = [];
    var script = document.createElement("script");
    script.src = here + "search.js";
    script.addEventListener("load", function () {
      folded = window.tirekIndex.map(function (record, order) { return { record: record, order: order, p: fold(record.p), h: fold(record.h), w: fold(record.w) }; });
      show();
    });
    document.body.append(script);
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", function () { load(); if (folded) show(); });
  field.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { field.value = ""; if (folded) show(); }
    if (event.key === "Enter") { var first = found.querySelector("a"); if (first) first.click(); }
  });
  found.addEventListener("click", function (event) { if (event.target.closest("a")) { field.value = ""; show(); } });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) { event.preventDefault(); field.focus(); }
  });
})();
