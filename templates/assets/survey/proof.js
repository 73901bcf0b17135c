/*
 * Solves the riddle of the open link: a number after 64 characters that makes SHA-256 (FIPS 180-4) begin with so many zero
 * bits. Runs beside the page where there are workers, in small pieces on the page where there are none. ES5.
 */
(function (scope) {
  'use strict';

  var K = [];
  var START = [];

  /** The constants are the first bits of the fractions of roots of primes (FIPS 180-4, 4.2.2 and 5.3.3). */
  (function () {
    function isPrime(n) { for (var d = 2; d * d <= n; d++) { if (n % d === 0) { return false; } } return true; }
    function fraction(x) { return (x - Math.floor(x)) * 4294967296 | 0; }
    for (var n = 2; K.length < 64; n++) {
      if (isPrime(n)) {
        if (START.length < 8) { START.push(fraction(Math.pow(n, 1 / 2))); }
        K.push(fraction(Math.pow(n, 1 / 3)));
      }
    }
  }());

  var w = new Int32Array(64);

  /** One block from w[0..15] on top of the state; the result lies in out. */
  function block(state, out) {
    var i, x, y;
    for (i = 16; i < 64; i++) {
      x = w[i - 15];
      y = w[i - 2];
      w[i] = w[i - 16] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
        + w[i - 7] + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10) | 0;
    }
    var a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (i = 0; i < 64; i++) {
      x = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K[i] + w[i] | 0;
      y = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + x | 0; d = c; c = b; b = a; a = x + y | 0;
    }
    out[0] = state[0] + a | 0; out[1] = state[1] + b | 0; out[2] = state[2] + c | 0; out[3] = state[3] + d | 0;
    out[4] = state[4] + e | 0; out[5] = state[5] + f | 0; out[6] = state[6] + g | 0; out[7] = state[7] + h | 0;
  }

  /** The state after the 64 characters, which are the same for every attempt. */
  function prepare(text) {
    var i, state = new Int32Array(8);
    for (i = 0; i < 16; i++) {
      w[i] = text.charCodeAt(4 * i) << 24 | text.charCodeAt(4 * i + 1) << 16 | text.charCodeAt(4 * i + 2) << 8 | text.charCodeAt(4 * i + 3);
    }
    block(START, state);
    return state;
  }

  var hash = new Int32Array(8);

  function attempt(state, number, bits) {
    var digits = String(number), length = digits.length, i;
    for (i = 0; i < 16; i++) { w[i] = 0; }
    for (i = 0; i < length; i++) { w[i >> 2] |= digits.charCodeAt(i) << 24 - 8 * (i & 3); }
    w[length >> 2] |= 0x80 << 24 - 8 * (length & 3);
    w[15] = (64 + length) * 8;
    block(state, hash);
    return hash[0] >>> 32 - bits === 0;
  }

  /** The number, or -1 when none of so many attempts was one. */
  function search(state, bits, from, attempts) {
    for (var number = from; number < from + attempts; number++) {
      if (attempt(state, number, bits)) { return number; }
    }
    return -1;
  }

  function inPieces(text, bits, done) {
    var state = prepare(text), next = 0;
    (function piece() {
      var until = Date.now() + 30, found = -1;
      while (found < 0 && Date.now() < until) {
        found = search(state, bits, next, 256);
        next += 256;
      }
      if (found >= 0) { done(found); } else { setTimeout(piece, 10); }
    }());
  }

  if (typeof document === 'undefined') {
    scope.onmessage = function (event) {
      var state = prepare(event.data.text), next = 0, found = -1;
      while (found < 0) {
        found = search(state, event.data.bits, next, 4096);
        next += 4096;
      }
      scope.postMessage(found);
    };
  } else {
    scope.gongshiProof = inPieces;
  }
}(typeof self === 'undefined' ? this : self));
