// Search in the reader's browser. Index and shards are scripts that call gongshi.titles and gongshi.text, since a page opened
// from a folder on disk may load scripts but may not fetch files. What was typed never leaves the browser.
(function () {
  'use strict';
  var input = document.getElementById('q');
  if (!input) { return; }
  var box = input.parentNode;
  var found = document.getElementById('found');
  var list = document.getElementById('results');
  var root = input.getAttribute('data-root').replace(/index\.html$/, '');
  var MOST = 50;
  var entries = [];
  var shards = 0;
  var texts = {};
  var asked = {};

  function plain(text) { return text.normalize('NFKC').toLowerCase(); }

  window.gongshi = {
    // from: number of the first entry; rows: [path, title, group, further words]
    titles: function (count, from, rows) {
      shards = count;
      rows.forEach(function (row, i) {
        entries[from + i] = { path: row[0], title: row[1], group: row[2], head: plain(row[1]), words: plain(row[3] || '') };
      });
      search();
    },
    // pairs: two characters to the numbers of the pages, each as the distance from the one before
    text: function (shard, pairs) {
      texts[shard] = pairs;
      search();
    }
  };

  function load(path) {
    if (asked[path]) { return; }
    asked[path] = true;
    var script = document.createElement('script');
    script.src = path;
    document.head.appendChild(script);
  }

  function shardOf(pair) { return (pair.charCodeAt(0) * 31 + pair.charCodeAt(1)) % shards; }

  function pairsOf(term) {
    var pairs = [];
    for (var i = 0; i + 1 < term.length; i++) { pairs.push(term.slice(i, i + 2)); }
    return pairs;
  }

  // Pages whose text has all pairs of all terms; null while shards are on their way.
  function inText(terms) {
    var pages = null;
    var waiting = false;
    terms.forEach(function (term) {
      pairsOf(term).forEach(function (pair) {
        var shard = shardOf(pair);
        if (!texts[shard]) { waiting = true; load(root + 'search/text-' + shard + '.js'); return; }
        var at = 0;
        var here = {};
        (texts[shard][pair] || []).forEach(function (step) { at += step; here[at] = true; });
        if (pages === null) { pages = here; } else {
          Object.keys(pages).forEach(function (page) { if (!here[page]) { delete pages[page]; } });
        }
      });
    });
    return waiting ? null : pages || {};
  }

  function score(entry, terms) {
    var sum = 0;
    for (var i = 0; i < terms.length; i++) {
      if (entry.head.indexOf(terms[i]) >= 0) { sum += entry.head === terms[i] ? 30 : 10; }
      else if (entry.words.indexOf(terms[i]) >= 0) { sum += 5; }
      else { return 0; }
    }
    return sum + 1 / (1 + entry.title.length);
  }

  function marked(title, terms) {
    var span = document.createDocumentFragment();
    var at = 0;
    var low = plain(title);
    if (low.length !== title.length) { span.appendChild(document.createTextNode(title)); return span; }
    while (at < title.length) {
      var next = -1;
      var length = 0;
      terms.forEach(function (term) {
        var here = low.indexOf(term, at);
        if (here >= 0 && (next < 0 || here < next)) { next = here; length = term.length; }
      });
      if (next < 0) { break; }
      span.appendChild(document.createTextNode(title.slice(at, next)));
      var mark = document.createElement('mark');
      mark.textContent = title.slice(next, next + length);
      span.appendChild(mark);
      at = next + length;
    }
    span.appendChild(document.createTextNode(title.slice(at)));
    return span;
  }

  function show(hits, terms, waiting) {
    list.textContent = '';
    hits.slice(0, MOST).forEach(function (hit) {
      var item = document.createElement('li');
      var link = document.createElement('a');
      link.href = root + hit.entry.path;
      link.appendChild(marked(hit.entry.title, terms));
      item.appendChild(link);
      var where = document.createElement('span');
      where.textContent = hit.entry.group + (hit.full ? '　' + input.getAttribute('data-full') : '');
      item.appendChild(where);
      list.appendChild(item);
    });
    var message = hits.length ? input.getAttribute('data-found').replace('#', hits.length) : input.getAttribute('data-none');
    if (hits.length > MOST) { message += input.getAttribute('data-more').replace('#', MOST); }
    found.textContent = waiting && !hits.length ? '…' : message;
  }

  function search() {
    var terms = plain(input.value).split(/\s+/).filter(Boolean);
    if (!terms.length || !entries.length) { list.textContent = ''; found.textContent = ''; return; }
    var hits = [];
    var listed = {};
    entries.forEach(function (entry, number) {
      var worth = score(entry, terms);
      if (worth) { hits.push({ entry: entry, worth: worth, full: false }); listed[number] = true; }
    });
    var pairable = terms.filter(function (term) { return term.length > 1; });
    var pages = pairable.length === terms.length ? inText(pairable) : {};
    Object.keys(pages || {}).forEach(function (number) {
      if (!listed[number] && entries[number]) { hits.push({ entry: entries[number], worth: 1, full: true }); }
    });
    hits.sort(function (a, b) { return b.worth - a.worth; });
    show(hits, terms, pages === null);
  }

  box.hidden = false;
  input.getAttribute('data-index').split(' ').forEach(load);
  input.addEventListener('input', search);
  var asks = /[?#&]q=([^&]*)/.exec(location.search + location.hash);
  if (asks) { input.value = decodeURIComponent(asks[1].replace(/\+/g, ' ')); search(); }
})();
