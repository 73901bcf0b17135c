// Lighthouse on the pages named, five times each, and the median of each category.
// Usage: node lighthouse.mjs http://127.0.0.1:8080/ 2025/ 2025/yanhe/ 2025/survey/   (Chromium by CHROME_PATH or /usr/bin/chromium)
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const RUNS = 5;
const cli = createRequire(import.meta.url).resolve('lighthouse/cli/index.js');
const [base, ...paths] = process.argv.slice(2);
for (const page of ['', ...paths]) {
  const scores = {};
  for (let run = 0; run < RUNS; run++) {
    const done = spawnSync(process.execPath,
      [cli, base + page, '--quiet', '--output', 'json', '--chrome-flags=--headless --no-sandbox'],
      { encoding: 'utf8', maxBuffer: 1 << 28, env: { CHROME_PATH: '/usr/bin/chromium', ...process.env } });
    for (const one of Object.values(JSON.parse(done.stdout).categories)) {
      (scores[one.id] ??= []).push(Math.round(one.score * 100));
    }
  }
  const medians = Object.entries(scores).map(([id, all]) => `${id} ${all.sort((a, b) => a - b)[RUNS >> 1]}`);
  console.log(`${page || 'home'}: ${medians.join(', ')}`);
}
