// Keys on a focused figure: C confirms, E changes, R rejects, J and K go on and back. They act only while a figure has the focus, so no key is taken from anybody else.
(function () {
  'use strict';
  function figures() { return Array.prototype.slice.call(document.querySelectorAll('[data-figure]')); }

  document.addEventListener('keydown', function (event) {
    var card = event.target;
    if (!card.matches || !card.matches('[data-figure]') || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var all = figures(), at = all.indexOf(card), key = event.key.toLowerCase();
    // Keys by their place on the keyboard, so that they work while Cyrillic is typed.
    var code = { KeyJ: 'j', KeyK: 'k', KeyC: 'c', KeyE: 'e', KeyR: 'r' }[event.code] || key;
    var next = code === 'j' ? all[at + 1] : code === 'k' ? all[at - 1] : null;
    if (next) { event.preventDefault(); next.focus(); return; }
    var form = code === 'c' && card.querySelector('form');
    var link = (code === 'e' || code === 'r') && card.querySelector('[data-key="' + code + '"]');
    if (form) { event.preventDefault(); form.requestSubmit(); }
    if (link) { event.preventDefault(); link.click(); }
  });

  // After a decision the address names the next figure: give it the focus, so that the keys go on working.
  function arrive() {
    var card = /^#figure-/.test(window.location.hash) && document.getElementById(window.location.hash.slice(1));
    if (card) { card.focus(); }
  }
  window.addEventListener('hashchange', arrive);
  arrive();
}());
