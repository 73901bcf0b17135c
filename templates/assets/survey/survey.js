/*
 * Adds comfort to pages that are complete without it: counts answers, keeps them on this device until they are sent,
 * sends them again when the network was away. Old web views run it: nothing newer than ES2017.
 */
(function () {
  'use strict';

  var KEEP_HOURS = 24;
  var KEY = 'gongshi:';
  var started = Date.now();
  var before = 0; // seconds measured before this page was opened
  var sending = null; // what is being sent, or waits to be sent again
  var finished = false;
  var kept = null; // the filled-in page while its review is shown
  var late = null; // the next try to deliver what an earlier visit left
  var at = 0; // the screen that is shown, where it is one question a screen
  var FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

  function one(selector, root) { return (root || document).querySelector(selector); }
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function form() { return one('#form'); }
  function words(key) { var states = one('#states'); return states ? states.getAttribute('data-' + key) : ''; }

  /* ---- this device ---- */

  function store(key, value) {
    try {
      if (value === null) { localStorage.removeItem(key); } else { localStorage.setItem(key, JSON.stringify(value)); }
      return true;
    } catch (full) {
      return false; // private window, or no room: the page works on without it
    }
  }

  function load(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch (unreadable) { return null; }
  }

  function draftKey() {
    var digest = one('input[name=questionnaire]');
    return digest ? KEY + digest.value : null;
  }

  /* ---- fields ---- */

  function fields(of) {
    var list = [];
    Array.prototype.forEach.call(of.elements, function (field) {
      if (!field.name || field.disabled || field.tagName === 'BUTTON') { return; }
      if ((field.type === 'radio' || field.type === 'checkbox') && !field.checked) { return; }
      list.push([field.name, field.value]);
    });
    return list;
  }

  function fill(of, list) {
    Array.prototype.forEach.call(of.elements, function (field) {
      if (!field.name || field.tagName === 'BUTTON' || field.name === 'questionnaire') { return; }
      var given = list.filter(function (pair) { return pair[0] === field.name; });
      if (field.type === 'radio' || field.type === 'checkbox') {
        field.checked = given.some(function (pair) { return pair[1] === field.value; });
      } else if (given.length) {
        field.value = given[0][1];
      }
    });
  }

  function newNonce() {
    var bytes = new Uint8Array(16);
    crypto.getRandomValues(bytes);
    return Array.prototype.map.call(bytes, function (byte) { return ('0' + byte.toString(16)).slice(-2); }).join('');
  }

  function seconds() { return Math.min(86400, Math.round(before + (Date.now() - started) / 1000)); }

  /* ---- what the page shows ---- */

  function mark() {
    all('.choice').forEach(function (label) {
      label.classList.toggle('on', one('input', label).checked);
    });
  }

  function count() {
    var questions = all('.question');
    var answered = questions.filter(function (question) {
      var text = one('textarea', question);
      return text ? text.value.trim() !== '' : one('input:checked', question) !== null;
    }).length;
    var bar = one('#states .progress');
    if (!bar) { return; }
    bar.hidden = questions.length === 0;
    one('progress', bar).max = Math.max(1, questions.length);
    one('progress', bar).value = answered;
    one('.count', bar).textContent = words('progress').replace('{0}', answered).replace('{1}', questions.length);
  }

  function say(text, trouble) {
    var states = one('#states');
    if (!states) { return; }
    states.hidden = false;
    states.classList.toggle('trouble', trouble === true);
    var state = one('.state', states);
    if (state.textContent !== text) { state.textContent = text; }
    one('.retry', states).hidden = !(trouble && sending && !sending.under);
  }

  function keep() {
    var current = form();
    var key = draftKey();
    if (!current || !key || finished) { return false; }
    var ok = store(key, { at: Date.now(), seconds: seconds(), pending: sending !== null, fields: fields(current) });
    if (!sending) { say(ok ? words('saved') : words('unsaved'), !ok); }
    return ok;
  }

  function forget() {
    try {
      Object.keys(localStorage).forEach(function (key) {
        if (key.indexOf(KEY) !== 0) { return; }
        var draft = load(key);
        if (!draft || draft.pending || key === draftKey()) { store(key, null); }
      });
    } catch (closed) {
      return; // nothing could be kept, so nothing is to be forgotten
    }
  }

  /* ---- sent and not confirmed: kept under the number of the form, goes along whenever a page is open ---- */

  function outKey(body) { return KEY + 'out:' + (/(?:^|&)nonce=([0-9a-f]+)/.exec(body) || [])[1]; }

  /** Posts a form; by the open link with the riddle solved, without a script's help the server hands out a wait. */
  function deliverForm(job, more) {
    function send(proof) {
      var options = { method: 'POST', body: job.body, credentials: 'same-origin', cache: 'no-store', headers: FORM };
      if (proof) { options.body += '&proof=' + encodeURIComponent(proof); }
      if (more) { options.signal = more; }
      return fetch(job.address, options);
    }
    return /(?:^|&)way=open(?:&|$)/.test(job.body) && /(?:^|&)step=send(?:&|$)/.test(job.body)
      ? prove((/(?:^|&)nonce=([0-9a-f]+)/.exec(job.body) || [])[1]).then(send) : send('');
  }

  function outbox() {
    var found = [];
    try {
      Object.keys(localStorage).forEach(function (key) {
        var entry = key.indexOf(KEY + 'out:') === 0 ? load(key) : null;
        if (entry && Date.now() - entry.at > KEEP_HOURS * 3600e3) { store(key, null); }
        else if (entry && !(sending && key === outKey(sending.body))) { entry.key = key; found.push(entry); }
      });
    } catch (closed) { found = []; }
    return found;
  }

  /** What an earlier visit could not deliver: the same bytes, so that it counts once however often it comes. */
  function deliver() {
    clearTimeout(late);
    var entry = outbox()[0];
    if (!entry || typeof fetch !== 'function') { return; }
    deliverForm(entry)
      .then(function (answer) {
        // 200 is the review once more: the wait was not over.
        if (answer.status >= 500 || answer.status === 429 || (answer.status === 200 && !answer.redirected)) { throw new Error('later'); }
        store(entry.key, null);
        if (answer.redirected) { tell('late'); }
        deliver();
      }).catch(function () {
        tell('waiting');
        late = setTimeout(deliver, 20000 + Math.random() * 10000);
      });
  }

  function tell(state) {
    var line = one('#late');
    line.hidden = false;
    line.textContent = line.getAttribute('data-' + state);
  }

  /* ---- the open link: a riddle for this device instead of a code ---- */

  var riddle = { nonce: null, at: 0, promise: null };

  /** The solved riddle for a form; asked for early, so that it is ready long before the form is. */
  function prove(nonce) {
    if (riddle.nonce === nonce && Date.now() - riddle.at < 6 * 3600e3) { return riddle.promise; }
    var job = { nonce: nonce, at: Date.now() };
    riddle = job;
    job.promise = fetch('/api/v1/challenges', {
      method: 'POST', body: JSON.stringify({ nonce: nonce }), credentials: 'same-origin', cache: 'no-store',
      headers: { 'Content-Type': 'application/json' }
    }).then(function (answer) { return answer.ok ? answer.json() : {}; }).then(function (given) {
      if (!given.challenge) { return ''; }
      var parts = given.challenge.split('.');
      return solve(nonce + parts[2], Number(parts[0])).then(function (number) { return given.challenge + '.' + number; });
    });
    job.promise.catch(function () { job.nonce = null; }); // no network: the next try asks again
    return job.promise;
  }

  function solve(text, bits) {
    var address = document.body.getAttribute('data-proof');
    return new Promise(function (done, lost) {
      function onThePage() {
        var script = document.createElement('script');
        script.src = address;
        script.onload = function () { window.gongshiProof(text, bits, done); };
        script.onerror = lost;
        document.head.appendChild(script);
      }
      try {
        var worker = new Worker(address);
        worker.onmessage = function (event) { worker.terminate(); done(event.data); };
        worker.onerror = function (event) { event.preventDefault(); worker.terminate(); onThePage(); };
        worker.postMessage({ text: text, bits: bits });
      } catch (none) {
        onThePage();
      }
    });
  }

  /** As soon as the way is chosen, while the questions are still being answered. */
  function proveEarly() {
    var open = one('#way-open');
    var nonce = one('input[name=nonce]');
    if (open && open.checked && nonce && typeof fetch === 'function') { prove(nonce.value).catch(function () { return ''; }); }
  }

  /* ---- one question a screen, for those who want it ---- */

  function screens() { return all('#form > .way, #form > .question, #form > .send'); }
  function paged() { return document.documentElement.classList.contains('paged'); }

  function turn(to, focus) {
    var list = screens();
    at = Math.max(0, Math.min(to, list.length - 1));
    list.forEach(function (screen, number) { screen.classList.toggle('away', paged() && number !== at); });
    document.documentElement.classList.toggle('first', at === 0);
    var bar = one('#states .turn');
    if (!bar || !list.length) { return; }
    bar.hidden = !paged();
    one('.back', bar).hidden = at === 0;
    one('.next', bar).hidden = at === list.length - 1;
    if (!focus) { return; }
    list[at].setAttribute('tabindex', '-1');
    list[at].focus();
    window.scrollTo(0, at === 0 ? 0 : list[at].getBoundingClientRect().top + window.pageYOffset - 16);
  }

  function screenOf(element) {
    return screens().reduce(function (found, screen, number) { return screen.contains(element) ? number : found; }, 0);
  }

  function choosePaged(on) {
    document.documentElement.classList.toggle('paged', on);
    all('.switch button').forEach(function (button) {
      button.setAttribute('aria-pressed', String((button.value === 'one') === on));
    });
  }

  /* ---- opening a page ---- */

  function codeFromAddress() {
    var code = decodeURIComponent(location.hash.slice(1));
    if (!/^[0-9A-Za-z-]{12,64}$/.test(code)) { return ''; }
    history.replaceState(null, '', location.pathname + location.search);
    return code;
  }

  function plain(code) { return code.replace(/[^0-9a-z]/gi, '').toUpperCase(); }

  function openForm(current) {
    var code = '';
    try { code = codeFromAddress(); } catch (malformed) { code = ''; }
    // At a seat of a computer room the server has put the code in; one machine serves many pupils.
    var seat = one('input[name=seat]', current);
    if (seat) { code = one('input[name=code]', current).value; }
    var draft = load(draftKey());
    var fresh = draft && Date.now() - draft.at < KEEP_HOURS * 3600e3;
    var draftCode = fresh ? draft.fields.filter(function (pair) { return pair[0] === 'code'; })[0] : null;
    // Another slip on the same device: another person, who must not find the answers of the one before.
    var sameSlip = !code || (draftCode && plain(draftCode[1]) === plain(code));
    if (fresh && sameSlip && !current.getAttribute('data-kept')) {
      fill(current, draft.fields);
      before = draft.seconds || 0;
      say(words('restored'), false);
      one('#states .clear').hidden = false;
    } else if (draft && !sameSlip) {
      store(draftKey(), null);
    }
    if (code && !seat) {
      one('#way-code').checked = true;
      one('#code').value = code;
      one('.scanned').hidden = false;
    }
  }

  function open() {
    var current = form();
    var states = one('#states');
    document.documentElement.classList.toggle('scripted', states !== null);
    if (states) { states.hidden = false; }
    if (current) {
      openForm(current);
      one('.switch').hidden = false;
      choosePaged(load(KEY + 'paged') === true);
      var wrong = one('[aria-invalid=true]', current);
      turn(wrong ? screenOf(wrong) : 0, false);
    } else {
      document.documentElement.classList.remove('paged');
    }
    if (one('[data-received]')) { finished = true; forget(); }
    if (!current) { passCodeOn(); }
    var door = one('#open #code');
    if (door) { try { door.value = codeFromAddress(); } catch (malformed) { door.value = ''; } }
    watch();
    mark();
    count();
    var problems = one('.problems');
    if (problems) { problems.focus(); }
    deliver();
  }

  /** The teacher's screen looks again by itself; a dead network leaves what was seen last. */
  function watch() {
    var screen = one('[data-live]');
    if (!screen || typeof fetch !== 'function') { return; }
    setTimeout(function () {
      fetch(location.href, { credentials: 'same-origin', cache: 'no-store' }).then(function (answer) { return answer.text(); }).then(function (html) {
        var page = new DOMParser().parseFromString(html, 'text/html');
        var next = one('[data-live]', page);
        if (!next) { location.reload(); return; }
        screen.parentNode.replaceChild(document.adoptNode(next), screen);
        document.title = page.title;
        watch();
      }).catch(watch);
    }, Number(screen.getAttribute('data-live')));
  }

  /** A code in the address of the first page goes along to the questionnaire. */
  function passCodeOn() {
    if (!location.hash || location.pathname !== '/') { return; }
    all('a.door').forEach(function (door) { door.hash = location.hash; });
  }

  /* ---- sending ---- */

  function encode(list) {
    return list.map(function (pair) {
      return encodeURIComponent(pair[0]) + '=' + encodeURIComponent(pair[1]);
    }).join('&');
  }

  function submit(from, step) {
    var measured = one('input[name=seconds]', from);
    if (measured && from === form()) { measured.value = seconds(); }
    sending = { address: from.getAttribute('action'), body: encode(fields(from).concat([['step', step]])), step: step, tries: 0, under: false };
    var key = outKey(sending.body);
    // Confirmed by the respondent: from here on it is delivered also from a later visit, and is no draft any more.
    if (step === 'send' && store(key, { at: Date.now(), address: sending.address, body: sending.body })) {
      sending.key = key;
      if (draftKey()) { store(draftKey(), null); }
    }
    post();
  }

  /** From here on the server may have the answers: the next page that confirms it lets this device forget them. */
  function markPending() {
    var key = draftKey();
    var draft = key ? load(key) : null;
    if (draft) { draft.pending = true; store(key, draft); }
  }

  function post() {
    if (!sending || sending.under) { return; }
    sending.under = true;
    clearTimeout(sending.timer);
    lock(true);
    say(words('sending'), false);
    if (sending.step === 'send' && /(?:^|&)way=open(?:&|$)/.test(sending.body)) { say(words('proving'), false); }
    var job = sending;
    var cut = typeof AbortController === 'function' ? new AbortController() : null;
    var limit = setTimeout(function () { if (cut) { cut.abort(); } }, 40000);
    deliverForm(job, cut ? cut.signal : null).then(function (answer) {
      var type = answer.headers.get('Content-Type') || '';
      if (answer.status >= 502 || type.indexOf('text/html') !== 0) {
        return again(job, parseInt(answer.headers.get('Retry-After'), 10), 'busy');
      }
      return answer.text().then(function (html) { show(html, answer.url, answer.redirected, job); });
    }).catch(function () {
      again(job, 0, navigator.onLine === false ? 'offline' : 'waiting');
    }).then(function () { clearTimeout(limit); });
  }

  /** The same bytes once more, with the same number in them: the server knows a repetition. */
  function again(job, wait, state) {
    job.under = false;
    job.tries += 1;
    var pause = wait > 0 ? wait : Math.min(60, Math.pow(2, job.tries));
    job.timer = setTimeout(post, pause * (1000 + Math.random() * 500));
    say(words(state), true);
  }

  function show(html, address, redirected, job) {
    var page = new DOMParser().parseFromString(html, 'text/html');
    var main = one('#main', page);
    if (!main) { again(job, 0, 'waiting'); return; }
    sending = null;
    if (job.key) { store(job.key, null); }
    var old = one('#main');
    if (one('#form', main)) { kept = null; }
    if (job.step === 'review' && !one('#form', main) && form()) {
      kept = old;
      history.pushState({ review: true }, '');
    }
    old.parentNode.replaceChild(document.adoptNode(main), old);
    var languages = one('.languages', page);
    if (languages && one('.languages')) { one('.languages').parentNode.replaceChild(document.adoptNode(languages), one('.languages')); }
    document.title = page.title;
    if (redirected) { history.replaceState(null, '', address); }
    lock(false);
    open();
    if (one('#form')) { keep(); }
    if (one('#states')) { say(words('saved'), false); }
    if (!one('.problems')) { main.focus(); window.scrollTo(0, 0); }
  }

  function lock(on) {
    all('.send .button').forEach(function (button) { button.setAttribute('aria-disabled', on ? 'true' : 'false'); });
  }

  function backToForm() {
    if (!kept || finished) { return false; }
    var old = one('#main');
    old.parentNode.replaceChild(kept, old);
    kept = null;
    all('.languages button').forEach(function (button) { button.setAttribute('form', 'form'); button.value = 'edit'; });
    document.title = one('h1').textContent;
    lock(false);
    keep();
    say(words('saved'), false);
    choosePaged(load(KEY + 'paged') === true);
    turn(0, false);
    one('#questions').focus();
    return true;
  }

  /* ---- another language: what was typed comes along, kept on this device or posted by the browser itself ---- */

  var leaving = false;

  function changeLanguage(event, button) {
    leaving = true;
    if (form() && !one('input[name=seat]') && keep()) {
      event.preventDefault();
      location.assign(button.formAction);
    }
  }

  /* ---- events: on the document, because pages are exchanged in place ---- */

  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('.problems a') : null;
    if (link && link.hash && one(link.hash)) { turn(screenOf(one(link.hash)), false); }
    var button = event.target.closest ? event.target.closest('button') : null;
    if (!button) { return; }
    if (button.classList.contains('language')) { changeLanguage(event, button); return; }
    if (button.classList.contains('retry')) { post(); return; }
    if (button.classList.contains('back')) { turn(at - 1, true); return; }
    if (button.classList.contains('next')) { turn(at + 1, true); return; }
    if (button.name === 'screen') {
      store(KEY + 'paged', button.value === 'one' ? true : null);
      choosePaged(button.value === 'one');
      turn(button.value === 'one' ? at : 0, false);
      return;
    }
    if (button.classList.contains('clear')) {
      store(draftKey(), null);
      var nonce = one('input[name=nonce]');
      fill(form(), (one('input[name=seat]') ? [] : [['way', 'code'], ['code', ''], ['place', '']]).concat(
        [['nonce', newNonce()], ['seconds', '']],
        all('textarea').map(function (text) { return [text.name, '']; })));
      if (nonce) { started = Date.now(); before = 0; }
      button.hidden = true;
      mark();
      count();
      say('', false);
      window.scrollTo(0, 0);
      (one('#way-code') || one('#questions')).focus();
      return;
    }
    if (!button.form || button.name !== 'step' || button.form.id === 'join') { return; }
    if (button.value === 'send') { markPending(); }
    if (typeof fetch !== 'function') { return; }
    event.preventDefault();
    if (sending) { return; }
    if (button.value === 'edit' && kept) { history.back(); return; }
    if (button.value === 'review') { keep(); }
    submit(button.form, button.value);
  });

  /** Twenty classes begin in the same minute: each machine waits a moment of its own. */
  function jitter(event) {
    var join = event.target;
    var most = Number(join.getAttribute('data-jitter'));
    if (!most) { return; }
    event.preventDefault();
    if (join.waiting) { return; }
    join.waiting = true;
    var step = document.createElement('input');
    step.type = 'hidden';
    step.name = 'step';
    step.value = one('button', join).value;
    join.appendChild(step);
    one('.wait', join).hidden = false;
    one('.wait', join).textContent = join.getAttribute('data-wait');
    setTimeout(function () { join.submit(); }, Math.random() * most);
  }

  document.addEventListener('submit', function (event) {
    if (event.target.id === 'join') { jitter(event); return; }
    if (leaving) { return; }
    // Enter in the field of the code: what the button does.
    var button = one('button[name=step]', event.target);
    if (!button || typeof fetch !== 'function') { return; }
    event.preventDefault();
    if (!sending) { keep(); submit(event.target, button.value); }
  });

  document.addEventListener('change', function (event) {
    if (!event.target.form || event.target.form !== form()) { return; }
    mark();
    count();
    keep();
    proveEarly();
  });

  document.addEventListener('input', function (event) {
    if (event.target.id === 'code' || event.target.tagName === 'TEXTAREA') { count(); keep(); }
  });

  window.addEventListener('online', function () {
    if (sending) { post(); } else if (form()) { say(words('saved'), false); }
    deliver();
  });
  window.addEventListener('offline', function () { if (form()) { say(words('offline'), true); } });
  window.addEventListener('popstate', function () { backToForm(); });
  window.addEventListener('pagehide', function () { if (form() && load(draftKey())) { keep(); } });
  window.addEventListener('pageshow', function (event) {
    // A page from the back/forward cache bears a number that may be used up.
    if (event.persisted && (finished || (form() && !load(draftKey())))) { startAnew(); } else if (event.persisted) { lock(false); }
    leaving = false;
  });
  window.addEventListener('storage', function (event) {
    // Sent or cleared in another tab: this one must not bring the used number back.
    if (form() && !sending && event.key === draftKey() && event.newValue === null) { startAnew(); }
  });

  function startAnew() {
    finished = true; // leaving a field on the way out keeps nothing any more
    location.reload();
  }

  open();
}());
