// Small improvements over pages that work without a script: ask before what cannot be undone, guard a half-written form, keep what is too long to send, go back from a drawer.
(function () {
  'use strict';
  var changed = false;

  // What the form's text weighs as it is sent; files are weighed by the server, each for itself.
  function weight(form) {
    var pairs = new URLSearchParams(), parts = [];
    new FormData(form).forEach(function (value, name) {
      if (typeof value === 'string') { pairs.append(name, value); parts.push(value); }
    });
    return form.enctype === 'multipart/form-data' ? new Blob(parts).size : pairs.toString().length;
  }

  document.addEventListener('submit', function (event) {
    // The server would refuse it unread, and the page with what was typed would be left.
    if (weight(event.target) > Number(document.body.dataset.largest || Infinity)) {
      event.preventDefault();
      window.alert(document.body.dataset.tooLarge);
      return;
    }
    var asker = (event.submitter && event.submitter.dataset.confirm && event.submitter) || event.target;
    if (asker.dataset.confirm && !window.confirm(asker.dataset.confirm)) { event.preventDefault(); return; }
    // Another form of the page, such as a filter, leaves what was written just as a link does.
    if (event.target.matches('form[data-guard]')) { changed = false; }
    // A second press of the same button within a moment is a slip, not a wish.
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = '1';
    window.setTimeout(function () { delete event.target.dataset.sent; }, 3000);
  });

  document.addEventListener('input', function (event) {
    if (event.target.closest('form[data-guard]')) { changed = true; }
  });

  window.addEventListener('beforeunload', function (event) {
    if (changed) { event.preventDefault(); }
  });

  document.addEventListener('click', function (event) {
    var printer = event.target.closest('[data-print]');
    if (printer) { window.print(); }
    var copier = event.target.closest('[data-copy]');
    if (copier) {
      var source = document.getElementById(copier.dataset.copy);
      source.focus();
      source.select();
      // Without a secure address there is no clipboard of this kind: the older way copies what is selected.
      var done = navigator.clipboard ? navigator.clipboard.writeText(source.value) : Promise.resolve(document.execCommand('copy'));
      done.then(function () { copier.parentNode.querySelector('[data-copy-said]').textContent = copier.dataset.copied; }, function () {});
    }
  });
  document.querySelectorAll('[data-copy]').forEach(function (copier) { copier.hidden = false; });
  document.addEventListener('focusin', function (event) {
    if (event.target.matches('[data-whole]')) { event.target.select(); }
  });

  document.addEventListener('keydown', function (event) {
    var back = event.key === 'Escape' && document.querySelector('[data-drawer-back]');
    if (back && !changed && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) { back.click(); }
    var typing = event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    var slash = event.key === '/' && document.body.dataset.keys !== 'off' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')) {
      var search = document.querySelector('[data-search]');
      if (search) { event.preventDefault(); search.focus(); }
    }
  });

  document.querySelectorAll('.side-nav details').forEach(function (menu) {
    if (!window.matchMedia('(min-width: 1024px)').matches) { menu.open = false; }
  });

  // The server says what is wrong, in the reader's language and with a way to the field; the browser's own bubble speaks the browser's.
  function quiet(part) {
    part.querySelectorAll('form').forEach(function (form) { form.noValidate = true; });
  }
  quiet(document);
  document.body.addEventListener('htmx:load', function (event) { quiet(event.target.parentNode || document); });

  document.querySelectorAll('.error-summary[data-focus]').forEach(function (summary) { summary.focus(); });
}());
