// Suggestions while a standard is looked for: arrows choose, Enter takes, Escape closes. Without a script the field is read when the form is sent.
(function () {
  'use strict';
  var WAIT = 180;

  function begin(box) {
    var input = box.querySelector('.suggests input'), list = box.querySelector('[role=listbox]');
    var told = box.querySelector('[data-told]'), chosen = box.querySelector('[data-chosen]');
    var timer = 0, asked = 0, at = -1;
    var given = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, autocomplete: 'off' };
    Object.keys(given).forEach(function (name) { input.setAttribute(name, given[name]); });

    function options() { return Array.prototype.slice.call(list.children); }

    function close() {
      asked += 1;
      window.clearTimeout(timer);
      list.hidden = true;
      list.textContent = '';
      at = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function go(to) {
      var all = options();
      if (!all.length) { return; }
      at = (to + all.length) % all.length;
      all.forEach(function (each, place) { each.setAttribute('aria-selected', String(place === at)); });
      input.setAttribute('aria-activedescendant', all[at].id);
      all[at].scrollIntoView({ block: 'nearest' });
    }

    function take(option) {
      var value = option.dataset.value, words = option.textContent;
      var there = Array.prototype.find.call(chosen.querySelectorAll('input'), function (each) { return each.value === value; });
      if (there) {
        there.checked = true;
      } else {
        var label = document.createElement('label'), tick = document.createElement('input'), text = document.createElement('span');
        label.className = 'choice';
        tick.type = 'checkbox';
        tick.name = box.dataset.name;
        tick.value = value;
        tick.checked = true;
        text.textContent = words;
        label.append(tick, text);
        chosen.append(label);
      }
      input.value = '';
      close();
      told.textContent = box.dataset.added + ': ' + words;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      input.focus();
    }

    function show(answer) {
      list.textContent = '';
      at = -1;
      answer.found.forEach(function (each, place) {
        var option = document.createElement('li');
        option.id = list.id + '-' + place;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.value = each.id;
        option.textContent = each.words;
        list.append(option);
      });
      list.hidden = !answer.found.length;
      input.setAttribute('aria-expanded', String(!list.hidden));
      input.removeAttribute('aria-activedescendant');
      told.textContent = answer.said;
    }

    function ask() {
      var mine = asked += 1, text = input.value.trim();
      if (!text) { close(); told.textContent = ''; return; }
      fetch(box.dataset.standards + '?text=' + encodeURIComponent(text), { headers: { Accept: 'application/json' } }).then(function (answer) {
        return answer.ok ? answer.json() : null;
      }).then(function (answer) { if (answer && mine === asked) { show(answer); } }).catch(function () {});
    }

    input.addEventListener('input', function () { window.clearTimeout(timer); timer = window.setTimeout(ask, WAIT); });
    input.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowDown') { event.preventDefault(); if (list.hidden) { ask(); } else { go(at + 1); } }
      if (event.key === 'ArrowUp' && !list.hidden) { event.preventDefault(); go(at < 0 ? -1 : at - 1); }
      if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); event.stopPropagation(); close(); }
      // Enter in a form would send it: here it takes what is chosen, or the only one that fits, and sends nothing half written.
      if (event.key === 'Enter' && input.value.trim()) {
        event.preventDefault();
        var all = options();
        if (at >= 0) { take(all[at]); } else if (all.length === 1) { take(all[0]); }
      }
    });
    list.addEventListener('mousedown', function (event) { event.preventDefault(); });
    list.addEventListener('click', function (event) { var option = event.target.closest('[role=option]'); if (option) { take(option); } });
    input.addEventListener('blur', close);
  }

  document.querySelectorAll('[data-standards]').forEach(begin);
}());
