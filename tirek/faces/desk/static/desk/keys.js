// Keys for lists: one letter moves, opens or marks. They are quiet in fields and can be switched off (WCAG 2.1.4); the choice stays in this browser, and nothing else does.
(function () {
  'use strict';
  var dialog = document.getElementById('keys'), opener = document.querySelector('[data-keys-open]'), choice = document.getElementById('keys-on');
  if (!dialog || !opener || !choice) { return; }

  function on() {
    try { return window.localStorage.getItem('keys') !== 'off'; } catch (error) { return true; }
  }

  function keep(wanted) {
    try { if (wanted) { window.localStorage.removeItem('keys'); } else { window.localStorage.setItem('keys', 'off'); } } catch (error) { /* a browser that keeps nothing */ }
    document.body.dataset.keys = wanted ? 'on' : 'off';
  }

  function busy(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== 'checkbox';
  }

  // The links that name the rows of the page's lists, in the order of the page.
  function rows() {
    return Array.prototype.filter.call(document.querySelectorAll('main tbody th a[href], main tbody th [tabindex]'), function (each) { return each.offsetParent; });
  }

  function rowOf(element) { return element && element.closest ? element.closest('main tbody tr') : null; }

  function move(step) {
    var found = rows(), here = rowOf(document.activeElement), at = -1;
    found.forEach(function (each, number) { if (here && here.contains(each)) { at = number; } });
    var next = at < 0 ? (step > 0 ? 0 : found.length - 1) : Math.min(found.length - 1, Math.max(0, at + step));
    if (!found[next]) { return false; }
    found[next].focus();
    found[next].scrollIntoView({ block: 'nearest' });
    return true;
  }

  // With Shift the click says so, and choosing.js takes all rows from the one chosen last.
  function mark(far) {
    var row = rowOf(document.activeElement), box = row && row.querySelector('input[type="checkbox"]');
    if (!box) { return false; }
    box.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: far }));
    return true;
  }

  function help() {
    choice.checked = on();
    dialog.showModal();
    return true;
  }

  // A letter is taken by its place on the keyboard, so that it is the same key under a Cyrillic layout.
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open || busy(event.target) || !on()) { return; }
    var done = false;
    if (event.key === '?' || (event.code === 'Slash' && event.shiftKey)) { done = help(); }
    else if (event.code === 'KeyX') { done = mark(event.shiftKey); }
    else if (event.shiftKey) { return; }
    else if (event.code === 'KeyJ') { done = move(1); }
    else if (event.code === 'KeyK') { done = move(-1); }
    if (done) { event.preventDefault(); }
  });

  opener.addEventListener('click', help);
  choice.addEventListener('change', function () { keep(choice.checked); });
  keep(on());
  opener.hidden = false;
}());
