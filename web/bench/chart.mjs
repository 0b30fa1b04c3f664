#!/usr/bin/env node
/*
 * Times the chart in a real browser: milliseconds a camera step (two frames) while it is dragged, plain sigma.js against levels of
 * detail, at 1,000, 10,000 and 100,000 entities with three ties each. The browser draws in software unless --gpu is given.
 *
 *   node bench/chart.mjs [--sizes 1000,10000,100000] [--steps 8] [--gpu] [--plain-up-to 100000]
 *
 * Columns: entities, ties, how, first (until the first picture), step (median of the drag), worst, rest (from letting go until the
 * picture with its ties stands), near (the same step after coming nearer five times), drawn. CHROMIUM names the browser.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const sizes = option('sizes', '1000,10000,100000').split(',').map(Number);
const steps = Number(option('steps', '8'));
const most = Number(option('plain-up-to', '100000'));
const software = process.argv.includes('--gpu') ? [] : ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const server = await createServer({ root: fileURLToPath(new URL('..', import.meta.url)), server: { port: 0, host: '127.0.0.1' }, logLevel: 'error', configFile: false });
await server.listen();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', ...software] });
const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
page.setDefaultTimeout(300_000);
page.on('pageerror', (fault) => console.error(fault.message));
await page.goto(`http://127.0.0.1:${server.config.server.port || server.httpServer.address().port}/bench/chart.html`);
await page.waitForFunction(() => 'bench' in window);

const milliseconds = (n) => n.toFixed(0).padStart(7);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

async function drag() {
  const times = [];
  await page.mouse.move(500, 350);
  await page.mouse.down();
  for (let step = 1; step <= steps; step++) {
    const began = performance.now();
    await page.mouse.move(500 + 14 * step, 350 + 9 * step);
    await page.evaluate(() => window.bench.frames());
    times.push(performance.now() - began);
  }
  const letGo = performance.now();
  await page.mouse.up();
  await page.waitForTimeout(160);
  await page.evaluate(() => window.bench.frames());
  return { times, rest: performance.now() - letGo };
}

console.log('entities    ties  how        first    step   worst    rest    near  drawn');
for (const count of sizes) {
  for (const how of ['plain', 'levels']) {
    if (how === 'plain' && count > most) continue;
    const first = await page.evaluate(([n, h]) => window.bench.open(n, h), [count, how]);
    const far = await drag();
    const drawn = await page.evaluate(() => window.bench.words());
    for (let nearer = 0; nearer < 5; nearer++) {
      await page.evaluate(() => window.bench.zoom());
      await page.waitForTimeout(300);
    }
    await page.evaluate(() => window.bench.frames());
    const near = await drag();
    console.log(`${String(count).padStart(8)} ${String(3 * count).padStart(7)}  ${how.padEnd(7)}${milliseconds(first)} ${milliseconds(median(far.times))} ${milliseconds(Math.max(...far.times))} ${milliseconds(far.rest)} ${milliseconds(median(near.times))}  ${drawn}; near: ${await page.evaluate(() => window.bench.words())}`);
  }
}
await browser.close();
await server.close();
