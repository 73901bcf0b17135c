// Keying in with the digit keys. Without this script every field works with Tab, Space and the arrows.
(function () {
  'use strict';
  var form = document.getElementById('keying');
  if (!form) { return; }
  var code = document.getElementById('code');
  var stops = [code].concat(Array.prototype.slice.call(form.querySelectorAll('[data-question]')));
  var typed = '';

  function group(element) { return element.closest('[data-question]') || element; }
  function radios(stop) { return Array.prototype.slice.call(stop.querySelectorAll('input[type=radio]')); }
  function enter(stop) {
    var all = radios(stop);
    var field = all.filter(function (one) { return one.checked; })[0] || all[0]
      || stop.querySelector('input, textarea') || stop;
    typed = '';
    field.focus();
    stop.scrollIntoView({ block: 'nearest' });
  }
  function next(stop) {
    var at = stops.indexOf(stop) + 1;
    if (at < stops.length) { enter(stops[at]); } else { document.getElementById('keep').focus(); }
  }
  /** One digit may be the whole of a value or the first of two. */
  function digit(stop, key) {
    typed += key;
    var all = radios(stop);
    var chosen = all.filter(function (one) { return one.dataset.key === typed; })[0];
    var longer = all.some(function (one) { return one.dataset.key.length > typed.length && one.dataset.key.indexOf(typed) === 0; });
    if (chosen) {
      chosen.checked = true;
      chosen.focus();
      if (!longer) { next(stop); }
    } else if (!longer) {
      typed = '';
      stop.classList.add('wrong');
      window.setTimeout(function () { stop.classList.remove('wrong'); }, 600);
    }
  }
  var here = null;
  form.addEventListener('focusin', function (event) {
    if (group(event.target) !== here) { here = group(event.target); typed = ''; }
  });
  form.addEventListener('keydown', function (event) {
    var target = event.target;
    if (event.altKey || event.metaKey || target.tagName === 'BUTTON') { return; }
    var stop = group(target);
    var isText = target.tagName === 'TEXTAREA';
    if (event.key === 'Enter' && !event.isComposing && (!isText || event.ctrlKey)) {
      event.preventDefault();
      next(stop);
    } else if (target.type === 'radio' && !event.ctrlKey && /^[0-9-]$/.test(event.key)) {
      event.preventDefault();
      digit(stop, event.key);
    }
  });
  if (code.dataset.first === 'true') {
    code.focus();
  } else {
    enter(form.querySelector('.marked') || code);
  }
})();
