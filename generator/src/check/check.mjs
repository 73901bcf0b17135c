// Checks every page of a site in a folder: Nu HTML checker, axe-core, HTML_CodeSniffer (WCAG 2 AA), links and fragments, size.
// Usage: node check.mjs SITE [N | --all]   (Chromium by CHROMIUM or /usr/bin/chromium, java on the path). Exit code 1 with any finding.
// axe takes the longest: with N it looks at every Nth page only. It looks in light and in dark; with --all also in the site's own
// 高对比度, in 长者模式 at the width of a phone, and in the colours of the reader's system (forced colours).
// BROWSERS (2 unless told) browsers share the pages: tabs of one browser would not do, since those behind are not drawn.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import vnu from 'vnu-jar';
import zlib from 'node:zlib';

const require = createRequire(import.meta.url);
const site = fs.realpathSync(process.argv[2]);
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SNIFFER = fs.readFileSync(require.resolve('html_codesniffer/build/HTMLCS.js'), 'utf8');
const ALL = process.argv[3] === '--all';
const BROWSERS = Number(process.env.BROWSERS ?? 2);
const EVERY = ALL ? 1 : Number(process.argv[3] ?? 1);
// A server shows this page at any address, so that its own addresses begin at the root: it is looked at as it is served.
const ANYWHERE = '404.html';
const NOWHERE = 'no/such/place/';
const THEMES = {
  light: { media: { 'prefers-color-scheme': 'light' } },
  dark: { media: { 'prefers-color-scheme': 'dark' } },
  ...(ALL && {
    contrast: { media: { 'prefers-color-scheme': 'light' }, mode: 'contrast' },
    elder: { media: { 'prefers-color-scheme': 'light' }, mode: 'elder', width: 360 },
    forced: { media: { 'prefers-color-scheme': 'dark', 'forced-colors': 'active' } },
  }),
};
const LARGEST = 60 * 1024;
const findings = [];
const find = (checker, page, what) => findings.push(`${checker}\t${page}\t${what}`);

const files = fs.readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(site, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
const pages = files.filter((file) => file.endsWith('.html')).sort();

async function nu() {
  // One run over all pages. A page read from a folder has no origin, so that the checker cannot know what 'self' is: the browser
  // below does.
  const run = await new Promise((done) => execFile('java', ['-jar', vnu, '--format', 'json', '--skip-non-html', '--stdout', site],
    { maxBuffer: 1 << 30, encoding: 'utf8' }, (_, out) => done(out)));
  for (const message of JSON.parse(run).messages) {
    if (!/Content Security Policy/.test(message.message)) {
      find('nu', path.relative(site, new URL(message.url).pathname), `${message.lastLine}: ${message.message}`);
    }
  }
}

function size(page) {
  const assets = ['assets/site/site.css', 'assets/site/mode.js', 'assets/site/icon.svg'];
  const packed = [page, ...assets].map((file) => zlib.gzipSync(fs.readFileSync(path.join(site, file))).length);
  const sum = packed.reduce((a, b) => a + b);
  if (sum > LARGEST) find('size', page, `${sum} bytes packed`);
  return sum;
}

const TYPES = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

// As every server does that is told to: what is not there is answered with the page for it.
function served() {
  const server = http.createServer((request, response) => {
    const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://site').pathname));
    const there = file.startsWith(site) && fs.existsSync(file) && fs.statSync(file).isFile();
    const shown = there ? file : path.join(site, ANYWHERE);
    response.writeHead(there ? 200 : 404, { 'content-type': TYPES[shown.split('.').pop()] ?? 'application/octet-stream' });
    response.end(fs.readFileSync(shown));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

const server = await served();
const origin = `http://127.0.0.1:${server.address().port}/`;
const address = (page) => (page === ANYWHERE ? origin + NOWHERE : pathToFileURL(path.join(site, page)).href);

async function axe(tab, page) {
  const client = await tab.createCDPSession();
  for (const [name, theme] of Object.entries(THEMES)) {
    const features = Object.entries(theme.media).map(([feature, value]) => ({ name: feature, value }));
    await client.send('Emulation.setEmulatedMedia', { features });
    if (theme.width) await tab.setViewport({ width: theme.width, height: 800 });
    await tab.evaluate((mode) => { if (mode) document.documentElement.classList.add(mode); }, theme.mode);
    // A page that is still being drawn in its new width overlaps itself.
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const sideways = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) find('width', page, `${name}: ${sideways} px too wide`);
    const result = await tab.evaluate(`axe.run(document, { resultTypes: ['violations'] })`);
    for (const one of result.violations) {
      find('axe', page, `${name} ${one.id}: ${one.nodes.length} × ${one.nodes[0].target.join(' ')}`);
    }
    await tab.evaluate((mode) => { if (mode) document.documentElement.classList.remove(mode); }, theme.mode);
    if (theme.width) await tab.setViewport(WIDE);
  }
  await client.send('Emulation.setEmulatedMedia', { features: [] });
  await client.detach();
}

const WIDE = { width: 1280, height: 900 };
const ids = new Map();
const links = [];

async function examine(tab, page, scripts) {
  const told = [];
  const listen = (message) => { if (message.type() === 'error') told.push(message.text()); };
  const own = page === ANYWHERE ? origin : 'file:';
  const refuse = (request) => { if (!request.url().startsWith(own)) told.push(`loads ${request.url()}`); };
  tab.on('console', listen).on('requestfailed', refuse).on('request', refuse);
  await tab.setJavaScriptEnabled(scripts);
  await tab.goto(address(page), { waitUntil: 'load' });
  const seen = await tab.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map((one) => one.id),
    links: [...document.querySelectorAll('[href],[src]')].map((one) => one.getAttribute('href') ?? one.getAttribute('src')),
    words: document.querySelector('main').innerText.trim().length,
  }));
  if (seen.words === 0) find('empty', page, scripts ? 'with scripts' : 'without scripts');
  if (scripts) {
    ids.set(page, new Set(seen.ids));
    links.push([page, seen.links]);
    if (pages.indexOf(page) % EVERY === 0 || page === ANYWHERE) {
      await tab.evaluate(`${AXE}; 0`);
      await axe(tab, page);
    }
    const sniffed = await tab.evaluate(`${SNIFFER}; new Promise((done) => HTMLCS.process('WCAG2AA', document, () => done(
      HTMLCS.getMessages().filter((one) => one.type === HTMLCS.ERROR).map((one) => one.code + ' ' + one.msg + ' ' +
        (one.element.outerHTML ?? '').slice(0, 120)))))`);
    sniffed.forEach((one) => find('htmlcs', page, one));
  }
  tab.off('console', listen).off('requestfailed', refuse).off('request', refuse);
  // file: pages may not read robots.txt and the like: only what the page itself asks for is of interest.
  // That the page for what is not there comes with status 404 is as it should be.
  const expected = page === ANYWHERE ? told.findIndex((one) => /status of 404/.test(one)) : -1;
  if (expected >= 0) told.splice(expected, 1);
  told.forEach((one) => find('browser', page, `${scripts ? 'with' : 'without'} scripts: ${one}`));
}

function dead() {
  const there = new Set(files);
  for (const [page, targets] of links) {
    for (const target of targets) {
      if (/^[a-z]+:/i.test(target)) continue;
      const url = new URL(target, `site:///${page === ANYWHERE && !target.startsWith('#') ? NOWHERE : page}`);
      const file = decodeURIComponent(url.pathname).replace(/^\/+/, '');
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!there.has(file)) find('link', page, `${target} leads nowhere`);
      else if (anchor && ids.has(file) && !ids.get(file).has(anchor)) find('link', page, `${target} has no such place`);
    }
  }
}

// Each browser takes the next page that nobody has taken; one that breaks is told as a finding and replaced.
async function worker(waiting) {
  let browser = null;
  while (waiting.length > 0) {
    const page = waiting.shift();
    try {
      browser ??= await puppeteer.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--allow-file-access-from-files'] });
      for (const scripts of [true, false]) {
        const tab = await browser.newPage();
        await tab.setViewport(WIDE);
        await examine(tab, page, scripts);
        await tab.close();
      }
    } catch (broken) {
      find('broken', page, `${broken}`);
      await browser?.close().catch(() => {});
      browser = null;
    }
    if (waiting.length % 50 === 0) console.error(`${waiting.length} pages to go, ${findings.length} findings`);
  }
  await browser?.close();
}

const largest = pages.map((page) => [size(page), page]).sort((a, b) => b[0] - a[0])[0];
const waiting = [...pages];
await Promise.all([nu(), ...Array.from({ length: BROWSERS }, () => worker(waiting))]);
server.close();
dead();
findings.sort().forEach((line) => console.log(line));
console.log(`${pages.length} pages, ${links.reduce((sum, [, some]) => sum + some.length, 0)} links, largest ${largest[1]} ${largest[0]} bytes packed, ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
