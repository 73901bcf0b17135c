// Opens sealed clues in this browser (docs/office.md): key and passphrase are read here and never sent; what was confided is put
// on the page as text, never as markup, and leaves it with the page. The server hands out nothing but what is sealed.
(function () {
  'use strict';
  var desk = document.getElementById('opening');
  if (!desk) { return; }
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

  desk.hidden = false;
  if (!window.isSecureContext || !window.crypto || !crypto.subtle) {
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
