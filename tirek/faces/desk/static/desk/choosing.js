// Choosing rows of a list: a click or X with Shift takes all rows from the one chosen last, a button takes the page, and a line says how many.
(function () {
  'use strict';
  var told = document.querySelector('[data-chosen]'), form = told && told.closest('form'), page = form && form.querySelector('[data-choose-page]');
  if (!form || !page) { return; }
  var boxes = Array.prototype.slice.call(form.querySelectorAll('tbody input[type="checkbox"]')), everything = form.querySelector('input[name="everything"]'), last = null;

  function tell() {
    var number = boxes.filter(function (each) { return each.checked; }).length;
    told.textContent = everything && everything.checked ? '' : told.dataset.chosen + ': ' + number + '.';
    boxes.forEach(function (each) { each.closest('tr').classList.toggle('is-chosen', each.checked); });
  }

  form.addEventListener('click', function (event) {
    var at = boxes.indexOf(event.target);
    if (at < 0) { return; }
    if (event.shiftKey && last !== null) {
      boxes.slice(Math.min(at, last), Math.max(at, last) + 1).forEach(function (each) { each.checked = event.target.checked; });
    }
    last = at;
  });
  form.addEventListener('change', tell);
  form.addEventListener('click', tell);

  page.addEventListener('click', function () {
    var all = boxes.every(function (each) { return each.checked; });
    boxes.forEach(function (each) { each.checked = !all; });
    tell();
  });
  page.hidden = false;
  tell();
}());
