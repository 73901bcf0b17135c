// Opens sealed clues in this browser (docs/office.md): key and passphrase are read here and never sent; what was confided is put
// on the page as text, never as markup, and leaves it with the page. The server hands out nothing but what is sealed.
// Makes the office's pair of keys as well: the private key goes into a file of this machine, the public key alone to the server.
(function () {
  'use strict';
  var desk = document.getElementById('opening'), maker = document.getElementById('making');
  if (!desk && !maker) { return; }
  var SIZE_OF_ID = 8, RAW = 32, HEAD = 1 + SIZE_OF_ID + RAW, IDLE = 15 * 60 * 1000;
  var SPKI = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x03, 0x21, 0x00];
  var PBES2 = '2a864886f70d01050d', PBKDF2 = '2a864886f70d01050c', HMAC = '2a864886f70d0209', AES = '60864801650304012a';
  var says = document.getElementById('says');
  var list = document.getElementById('opened');
  var file = document.getElementById('key-file');
  var passphrase = document.getElementById('passphrase');
  var open = document.getElementById('open-clues');
  var timer = 0;

  function tell(name, detail) { says.textContent = desk.dataset[name] + (detail ? ' ' + detail : ''); }
  function fail(name) { var fault = new Error(name); fault.told = name; return fault; }
  function join(parts) {
    var all = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0)), at = 0;
    parts.forEach(function (part) { all.set(part, at); at += part.length; });
    return all;
  }
  function ascii(text) { return new TextEncoder().encode(text); }
  function base64(text) { return Uint8Array.from(atob(text), function (one) { return one.charCodeAt(0); }); }
  function hex(bytes) { return Array.from(bytes, function (one) { return ('0' + one.toString(16)).slice(-2); }).join(''); }
  function same(a, b) { return hex(a) === hex(b); }

  /** DER, as far as an encrypted key needs it (RFC 5958, RFC 8018): tag, content, the elements within. */
  function der(bytes) {
    var all = [], at = 0;
    while (at < bytes.length) {
      var tag = bytes[at], length = bytes[at + 1], head = 2;
      if (length & 0x80) {
        var more = length & 0x7f;
        if (more < 1 || more > 2) { throw fail('badKey'); }
        length = 0;
        for (var i = 0; i < more; i++) { length = length * 256 + bytes[at + 2 + i]; }
        head += more;
      }
      var content = bytes.subarray(at + head, at + head + length);
      if (content.length !== length) { throw fail('badKey'); }
      all.push({ tag: tag, content: content });
      at += head + length;
    }
    return all;
  }
  function within(element, tag, at) {
    var found = der(element.content)[at];
    if (!found || found.tag !== tag) { throw fail('badKey'); }
    return found;
  }
  function object(element, at, name) { if (hex(within(element, 0x06, at).content) !== name) { throw fail('badKey'); } }

  /** The parameters and the sealed bytes of an encrypted PKCS#8 file. */
  function encrypted(pem) {
    var body = /-----BEGIN ENCRYPTED PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END ENCRYPTED PRIVATE KEY-----/.exec(pem);
    if (!body) { throw fail('badKey'); }
    var info = der(base64(body[1].replace(/\s/g, '')))[0];
    var scheme = within(info, 0x30, 0), both = within(scheme, 0x30, 1);
    var derivation = within(both, 0x30, 0), cipher = within(both, 0x30, 1), how = within(derivation, 0x30, 1);
    object(scheme, 0, PBES2);
    object(derivation, 0, PBKDF2);
    object(within(how, 0x30, der(how.content).length - 1), 0, HMAC);
    object(cipher, 0, AES);
    var rounds = Array.from(within(how, 0x02, 1).content).reduce(function (sum, one) { return sum * 256 + one; }, 0);
    if (rounds < 1 || rounds > 10000000) { throw fail('badKey'); }
    return {
      salt: within(how, 0x04, 0).content, rounds: rounds,
      iv: within(cipher, 0x04, 1).content, sealed: within(info, 0x04, 1).content
    };
  }
  function privateKey(pem, words) {
    var parts = encrypted(pem);
    return crypto.subtle.importKey('raw', ascii(words), 'PBKDF2', false, ['deriveKey']).then(function (base) {
      return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: parts.salt, iterations: parts.rounds },
        base, { name: 'AES-CBC', length: 256 }, false, ['decrypt']);
    }).then(function (key) {
      return crypto.subtle.decrypt({ name: 'AES-CBC', iv: parts.iv }, key, parts.sealed);
    }).catch(function () { throw fail('badPassphrase'); }).then(function (pkcs8) {
      var bytes = new Uint8Array(pkcs8);
      return crypto.subtle.importKey('pkcs8', bytes, { name: 'X25519' }, false, ['deriveBits'])
        .catch(function (fault) { throw fail(fault.name === 'NotSupportedError' ? 'tooOld' : 'badKey'); })
        .finally(function () { bytes.fill(0); });
    });
  }
  function agree(key, raw) {
    return crypto.subtle.importKey('raw', raw, { name: 'X25519' }, false, []).then(function (other) {
      return crypto.subtle.deriveBits({ name: 'X25519', public: other }, key, 256);
    });
  }
  /** The public key of a private one: its product with the base point, which is 9 (RFC 7748). */
  function publicKey(key) {
    var base = new Uint8Array(RAW);
    base[0] = 9;
    return agree(key, base).then(function (bits) { return new Uint8Array(bits); });
  }
  function office(key) {
    return publicKey(key).then(function (raw) {
      return crypto.subtle.digest('SHA-256', join([Uint8Array.from(SPKI), raw])).then(function (digest) {
        return { key: key, raw: raw, id: new Uint8Array(digest).subarray(0, SIZE_OF_ID) };
      });
    });
  }
  /** The scheme of docs/survey-server.md: X25519, HKDF-SHA-256, AES-256-GCM, bound to its day. */
  function unseal(line, own) {
    var sealed = base64(line.sealed), head = sealed.subarray(0, HEAD), fresh = sealed.subarray(1 + SIZE_OF_ID, HEAD);
    if (sealed.length < HEAD || sealed[0] !== 1) { return Promise.reject(fail('unknownVersion')); }
    if (!same(sealed.subarray(1, 1 + SIZE_OF_ID), own.id)) { return Promise.reject(fail('otherKey')); }
    return agree(own.key, fresh).then(function (shared) {
      return crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
    }).then(function (secret) {
      return crypto.subtle.deriveKey({
        name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: join([ascii('gongshi clue 1'), fresh, own.raw])
      }, secret, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
    }).then(function (key) {
      return crypto.subtle.decrypt({
        name: 'AES-GCM', iv: new Uint8Array(12), additionalData: join([head, ascii(line.day)]), tagLength: 128
      }, key, sealed.subarray(HEAD));
    }).then(function (plain) {
      var length = new DataView(plain).getUint32(0);
      if (length > plain.byteLength - 4) { throw fail('damaged'); }
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(plain, 4, length)));
    }).catch(function (fault) { throw fault.told ? fault : fail('damaged'); });
  }
  function read(text) {
    return text.split('\n').filter(function (line) { return line; }).map(function (line) {
      var parts = line.split(' ');
      return { id: parts[0], day: parts[1], sealed: parts[2] };
    }).sort(function (a, b) { return a.day < b.day ? 1 : a.day > b.day ? -1 : 0; });
  }

  function add(parent, name, text, style) {
    var element = document.createElement(name);
    if (style) { element.className = style; }
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }
  function place(code) {
    var known = document.querySelectorAll('#clue-places li');
    for (var i = 0; i < known.length; i++) { if (known[i].dataset.code === code) { return known[i].textContent; } }
    return code || desk.dataset.nowhere;
  }
  function show(line, clue) {
    var item = add(list, 'li', '', 'card clue');
    var kind = clue.kind === 'clue' ? desk.dataset.kindClue : desk.dataset.kindSuggestion;
    add(item, 'h3', line.day + ' · ' + kind + ' · ' + place(clue.place));
    add(item, 'p', String(clue.text), 'confided');
    if (clue.contact) { add(item, 'p', desk.dataset.contact + String(clue.contact), 'hint'); }
    add(item, 'p', line.id.slice(0, 8), 'digest');
  }
  function clear() {
    window.clearTimeout(timer);
    list.textContent = '';
    passphrase.value = '';
    file.value = '';
    says.textContent = '';
    document.getElementById('close-clues').hidden = true;
  }
  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(clear, IDLE);
  }

  async function work() {
    if (!file.files.length) { throw fail('noKey'); }
    tell('busy');
    var own = await office(await privateKey(await file.files[0].text(), passphrase.value));
    passphrase.value = '';
    var answer = await fetch('/office/clues/export', { credentials: 'same-origin', redirect: 'error', cache: 'no-store' });
    if (!answer.ok) { throw fail('noClues'); }
    var lines = read(await answer.text()), done = 0, left = 0;
    list.textContent = '';
    for (var line of lines) {
      try {
        show(line, await unseal(line, own));
        done++;
      } catch (fault) {
        left++;
        add(list, 'li', line.day + ' · ' + line.id.slice(0, 8) + ' · ' + desk.dataset[fault.told || 'damaged'], 'card bad');
      }
    }
    tell('done', done + (left ? ' / ' + desk.dataset.left + ' ' + left : ''));
    document.getElementById('close-clues').hidden = false;
    later();
  }
  function begin() {
    open.disabled = true;
    work().catch(function (fault) {
      tell(fault.told || 'noClues');
    }).finally(function () {
      open.disabled = false;
      passphrase.value = '';
    });
  }

  /** An element of DER; none here is as long as 256 bytes. */
  function element(tag, parts) {
    var body = join(parts);
    return join([Uint8Array.from(body.length < 0x80 ? [tag, body.length] : [tag, 0x81, body.length]), body]);
  }
  function named(name) {
    return element(0x06, [Uint8Array.from(name.match(/../g), function (two) { return parseInt(two, 16); })]);
  }
  function pem(kind, bytes) {
    var text = btoa(Array.from(bytes, function (one) { return String.fromCharCode(one); }).join(''));
    return '-----BEGIN ' + kind + '-----\n' + text.match(/.{1,64}/g).join('\n') + '\n-----END ' + kind + '-----\n';
  }
  /** PKCS#8 under a passphrase as the command writes it: PBES2, PBKDF2-HMAC-SHA256 with 600,000 rounds, AES-256-CBC. */
  async function sealedKey(pkcs8, words) {
    var rounds = 600000, salt = crypto.getRandomValues(new Uint8Array(16)), iv = crypto.getRandomValues(new Uint8Array(16));
    var base = await crypto.subtle.importKey('raw', ascii(words), 'PBKDF2', false, ['deriveKey']);
    var key = await crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: salt, iterations: rounds },
      base, { name: 'AES-CBC', length: 256 }, false, ['encrypt']);
    var sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv: iv }, key, pkcs8));
    var count = element(0x02, [Uint8Array.from([rounds >> 16, rounds >> 8 & 0xff, rounds & 0xff])]);
    var hmac = element(0x30, [named(HMAC), element(0x05, [])]);
    var derivation = element(0x30, [named(PBKDF2), element(0x30, [element(0x04, [salt]), count, hmac])]);
    var cipher = element(0x30, [named(AES), element(0x04, [iv])]);
    var scheme = element(0x30, [named(PBES2), element(0x30, [derivation, cipher])]);
    return pem('ENCRYPTED PRIVATE KEY', element(0x30, [scheme, element(0x04, [sealed])]));
  }
  async function pair(words) {
    var keys = await crypto.subtle.generateKey({ name: 'X25519' }, true, ['deriveBits']).catch(function () { throw fail('tooOld'); });
    var pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
    try {
      var raw = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
      return { raw: raw, priv: await sealedKey(pkcs8, words), pub: pem('PUBLIC KEY', join([Uint8Array.from(SPKI), raw])) };
    } finally {
      pkcs8.fill(0);
    }
  }
  function making() {
    var note = document.getElementById('making-says'), made = null;
    var fresh = document.getElementById('new-passphrase'), again = document.getElementById('passphrase-again');
    var make = document.getElementById('make-keys'), check = document.getElementById('check-keys');
    var saved = document.getElementById('saved-key'), form = document.getElementById('open-box');

    function says(name) { note.textContent = maker.dataset[name] || maker.dataset.failed; }
    function offer(id, text) {
      var link = document.getElementById(id);
      if (link.href.startsWith('blob:')) { URL.revokeObjectURL(link.href); }
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
    }
    async function create() {
      // Printable ASCII, as keyboards everywhere have it: the command asks for the same.
      if (!/^[ -~]{12,}$/.test(fresh.value)) { throw fail('weak'); }
      made = await pair(fresh.value);
      fresh.value = '';
      offer('save-private', made.priv);
      offer('save-public', made.pub);
      document.getElementById('made').hidden = false;
      says('made');
    }
    /** Only a pair whose saved file opens goes into use: clues that nobody can open would be lost. */
    async function prove() {
      if (!made) { throw fail('notMade'); }
      if (!saved.files.length) { throw fail('noFile'); }
      var own = await office(await privateKey(await saved.files[0].text(), again.value));
      if (!same(own.raw, made.raw)) { throw fail('otherKey'); }
      form.elements.public.value = made.pub;
      says(form.reportValidity() ? 'checked' : 'made');
      form.requestSubmit();
    }
    function run(work) {
      make.disabled = check.disabled = true;
      says('busy');
      work().catch(function (fault) { says(fault.told || 'failed'); }).finally(function () {
        make.disabled = check.disabled = false;
        again.value = '';
      });
    }

    maker.hidden = false;
    if (!secure()) {
      make.disabled = check.disabled = true;
      says('insecure');
      return;
    }
    make.addEventListener('click', function () { run(create); });
    check.addEventListener('click', function () { run(prove); });
  }
  function secure() { return window.isSecureContext && window.crypto && crypto.subtle; }

  if (maker) { making(); }
  if (!desk) { return; }
  desk.hidden = false;
  if (!secure()) {
    open.disabled = true;
    tell('insecure');
    return;
  }
  open.addEventListener('click', begin);
  passphrase.addEventListener('keydown', function (event) { if (event.key === 'Enter') { begin(); } });
  document.getElementById('close-clues').addEventListener('click', clear);
  list.addEventListener('mousemove', later);
  document.addEventListener('keydown', function () { if (list.firstChild) { later(); } });
  window.addEventListener('pagehide', clear);
})();
