// Light or dark as the reader chose before; without a choice the system's own.
(function () {
  try {
    var chosen = localStorage.getItem("tirek-docs-theme");
    if (chosen) document.documentElement.dataset.theme = chosen;
  } catch (refused) { /* a browser that keeps nothing for pages from a folder */ }
})();
