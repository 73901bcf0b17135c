// Remembers the way of reading on this device. Without it the links still work on the page where they are used.
(function () {
  'use strict';
  var root = document.documentElement;
  var key = 'gongshi.modes';
  function load() {
    try { return (localStorage.getItem(key) || '').split(' ').filter(Boolean); } catch (e) { return []; }
  }
  function save(modes) {
    try { localStorage.setItem(key, modes.join(' ')); } catch (e) { /* not kept, still shown */ }
  }
  function show(modes) {
    root.classList.toggle('elder', modes.indexOf('elder') >= 0);
    root.classList.toggle('contrast', modes.indexOf('contrast') >= 0);
    document.querySelectorAll('a.mode[data-mode]').forEach(function (link) {
      var mode = link.getAttribute('data-mode');
      if (mode) {
        if (modes.indexOf(mode) >= 0) { link.setAttribute('aria-current', 'true'); } else { link.removeAttribute('aria-current'); }
      }
    });
  }
  var modes = load();
  if (location.hash === '#elder' || location.hash === '#contrast') {
    var asked = location.hash.slice(1);
    if (modes.indexOf(asked) < 0) { modes.push(asked); save(modes); }
  }
  show(modes);
  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a.mode[data-mode]') : null;
    if (!link) { return; }
    event.preventDefault();
    var mode = link.getAttribute('data-mode');
    if (!mode) {
      modes = [];
      if (location.hash === '#elder' || location.hash === '#contrast') { location.hash = '#standard'; }
    } else if (modes.indexOf(mode) >= 0) {
      modes = modes.filter(function (one) { return one !== mode; });
      if (location.hash === '#' + mode) { location.hash = '#standard'; }
    } else {
      modes.push(mode);
    }
    save(modes);
    show(modes);
  });
})();
