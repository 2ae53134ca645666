// Small improvements over pages that work without a script: ask before what cannot be undone, guard a half-written form, keep what is too long to send, narrow a long list to choose from, go back from a drawer.
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

  // Hundreds of names to choose from: a field above them keeps those in which all that was typed stands. What is chosen always stays.
  var LONG = 40, fields = 0;
  function folded(text) { return text.toLowerCase().replace(/ё/g, 'е').replace(/[«»"']/g, ''); }
  function narrow(select) {
    if (select.multiple || select.size > 1 || select.options.length <= LONG || select.dataset.narrowed || select.closest('.filters')) { return; }
    select.dataset.narrowed = '1';
    var all = Array.prototype.map.call(select.options, function (each) { return { option: each, home: each.parentNode, text: folded(each.text) }; });
    var parts = Array.prototype.slice.call(select.children);
    var field = document.createElement('input'), told = document.createElement('p'), label = select.labels && select.labels[0];
    field.type = 'search'; field.className = 'form-control narrows'; field.autocomplete = 'off'; field.placeholder = document.body.dataset.narrow;
    field.setAttribute('aria-label', (label ? label.textContent.trim() + ': ' : '') + document.body.dataset.narrow);
    told.className = 'soft small narrows-told'; told.id = 'narrows-' + (fields += 1); told.setAttribute('role', 'status');
    select.before(field); select.after(told);
    function fits(each, words) { return words.every(function (word) { return each.text.indexOf(word) >= 0; }); }
    field.addEventListener('input', function (event) {
      event.stopPropagation(); // it is no part of what is written
      var words = folded(field.value).split(/\s+/).filter(Boolean), kept = 0, chosen = select.value;
      var shown = all.filter(function (each) {
        var fit = fits(each, words);
        kept += fit && each.option.value !== '' ? 1 : 0;
        return fit || each.option.value === '' || each.option.value === chosen;
      });
      function of(home) { return shown.filter(function (each) { return each.home === home; }).map(function (each) { return each.option; }); }
      var own = of(select);
      select.replaceChildren.apply(select, parts.filter(function (part) {
        if (part.tagName !== 'OPTGROUP') { return own.indexOf(part) >= 0; }
        part.replaceChildren.apply(part, of(part));
        return part.children.length > 0;
      }));
      select.value = chosen;
      told.textContent = words.length ? document.body.dataset.narrowed + ': ' + kept : '';
    });
    field.addEventListener('keydown', function (event) {
      if (event.key !== 'Enter') { return; }
      event.preventDefault(); // it would send the form
      var words = folded(field.value).split(/\s+/).filter(Boolean);
      var first = words.length && all.find(function (each) { return each.option.value !== '' && fits(each, words); });
      if (first) { select.value = first.option.value; select.dispatchEvent(new Event('change', { bubbles: true })); select.dispatchEvent(new Event('input', { bubbles: true })); }
      select.focus();
    });
  }
  function narrowed(part) { part.querySelectorAll('select').forEach(narrow); }
  narrowed(document);
  document.body.addEventListener('htmx:load', function (event) { narrowed(event.target.parentNode || document); });

  document.querySelectorAll('.error-summary[data-focus]').forEach(function (summary) { summary.focus(); });
}());
