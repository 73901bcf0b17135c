// The console works without this; it refreshes what is under way, guards against a second press, and keeps what was typed on the
// page when the session has ended meanwhile.
(function () {
  'use strict';
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.method === 'post' && expired && form.elements.token && !form.dataset.known) {
      event.preventDefault();
      ask(form, event.submitter);
      return;
    }
    delete form.dataset.known;
    if (form.method === 'post' && !form.hasAttribute('data-download')) {
      form.dataset.sent = 'yes';
    }
  });
  var expired = document.getElementById('expired'), unreachable = document.getElementById('unreachable');
  // Before a form goes: is this person still signed in? After a new sign-in in another window the form takes its token.
  function ask(form, button) {
    if (form.dataset.asking) { return; }
    form.dataset.asking = 'yes';
    fetch('/office/token', { credentials: 'same-origin', redirect: 'manual' })
      .then(function (answer) { return answer.ok ? answer.json() : {}; })
      .then(function (told) {
        unreachable.hidden = true;
        if (!told.token) { tell(expired, form); return; }
        expired.hidden = true;
        form.elements.token.value = told.token;
        form.dataset.known = 'yes';
        delete form.dataset.asking;
        form.requestSubmit(button && button.form === form ? button : undefined);
      })
      .catch(function () { tell(unreachable, form); });
  }
  function tell(note, form) {
    delete form.dataset.asking;
    form.parentNode.insertBefore(note, form);
    note.hidden = false;
    note.scrollIntoView({ block: 'center' });
  }
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
  // The server begins anew: back as soon as it answers; whoever is no longer signed in comes to the sign-in.
  function comeBack(area) {
    window.setTimeout(function () {
      fetch('/office/token', { credentials: 'same-origin', redirect: 'manual' })
        .then(function () { location.assign(area.dataset.return); })
        .catch(function () { comeBack(area); });
    }, 2500);
  }
  document.querySelectorAll('[data-return]').forEach(comeBack);
})();
