// The console works without this; it refreshes what is under way, and guards against a second press.
(function () {
  'use strict';
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.method === 'post' && !form.hasAttribute('data-download')) {
      form.dataset.sent = 'yes';
    }
  });
  // Back from a later page: the form may be sent again.
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { form.removeAttribute('data-sent'); });
  });
  function refresh(area) {
    var seconds = Number(area.dataset.refresh);
    window.setTimeout(function () {
      fetch(location.href, { credentials: 'same-origin', redirect: 'error' })
        .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(new Error('no page')); })
        .then(function (text) {
          var fresh = new DOMParser().parseFromString(text, 'text/html').getElementById(area.id);
          if (fresh) {
            area.replaceWith(fresh);
            if (fresh.dataset.refresh) { refresh(fresh); }
          }
        })
        .catch(function () { refresh(area); });
    }, seconds * 1000);
  }
  document.querySelectorAll('[data-refresh]').forEach(refresh);
})();
