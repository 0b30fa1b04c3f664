#!/usr/bin/env node
/*
 * How heavy each page is and how soon it stands, in a real browser against a running server: once as somebody who never was there (nothing kept by
 * the browser), once as somebody who comes back to it.
 *
 *   ./sextant demo --home HOME --port 8080 &
 *   node web/bench/paint.mjs --base http://127.0.0.1:8080 --password WORDS [--login ana] [--line 20,20] [--times 3] [--only PATTERN] [--files]
 *
 * --line MBIT,MS puts a line of that width and round trip between browser and server; without it they are on one machine. Each page is opened --times
 * times, and the median is printed. Columns: page, requests, kB over the line (compressed, heads included) and of these kB of the program itself,
 * milliseconds until something is painted (first contentful paint, W3C Paint Timing) and until the page's main thing stands; then kB and milliseconds
 * until it stands when one comes back. --files lists under a page what it fetched. Looking is an act: the server's log grows by what is opened.
 */
import { startBrowser } from '../e2e/browser.mjs';
import { permitted } from '../e2e/permits.mjs';

const has = (name) => process.argv.includes(`--${name}`);
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const BASE = option('base', 'http://127.0.0.1:8080');
const PASSWORD = option('password');
const TIMES = Number(option('times', '3'));
const ONLY = new RegExp(option('only', ''));
const [MBIT, ROUND_TRIP] = option('line', '0,0').split(',').map(Number);
if (!PASSWORD) {
  console.error('usage: node web/bench/paint.mjs --base http://127.0.0.1:8080 --password WORDS [--line MBIT,MS]');
  process.exit(2);
}

const browser = await startBrowser();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
page.setDefaultTimeout(120_000);
page.on('pageerror', (fault) => console.error(`on ${page.url()}: ${fault.message}`));
const id = (test) => page.getByTestId(test);
const wire = await context.newCDPSession(page);
await wire.send('Network.enable');

/* What came over the line since it was last asked: one entry a request, with its bytes as they were sent. */
const fetched = new Map();
wire.on('Network.requestWillBeSent', ({ requestId, request }) => { if (request.url.startsWith(BASE)) fetched.set(requestId, { path: request.url.slice(BASE.length), bytes: 0 }); });
wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (fetched.has(requestId)) fetched.get(requestId).bytes = encodedDataLength; });

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const anyOf = (...places) => page.locator(places.join(', ')).first();

async function open(address, stands) {
  await page.goto('about:blank');
  fetched.clear();
  await page.goto(`${BASE}/${address}`, { waitUntil: 'commit' });
  await stands();
  // Only the page's own clock begins where the request began.
  const stood = await page.evaluate(() => performance.now());
  await page.waitForTimeout(500); // what comes after the main thing, up to the half second in which it is still felt as one
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  const all = [...fetched.values()].filter((one) => !one.path.endsWith('/live'));
  const program = all.filter((one) => !one.path.startsWith('/api/'));
  const sum = (list) => list.reduce((so, one) => so + one.bytes, 0);
  return { requests: all.length, bytes: sum(all), program: sum(program), paint, stood, all };
}

const settled = async () => {
  await page.locator('main h1').first().waitFor();
  await page.locator('.waiting').first().waitFor({ state: 'detached' });
};

await page.goto(`${BASE}/`);
await id('login').fill(option('login', 'ana'));
await id('password').fill(PASSWORD);
await id('sign-in').click();
await id('cases').locator('a').first().click();
await id('authorities').waitFor();
const here = /#(\/cases\/[^/?]+)/.exec(page.url())[1];
await permitted(page, 'To measure how heavy the pages of the training case are.');
const asked = (path) => page.evaluate(async (from) => {
  const permit = Object.values(JSON.parse(sessionStorage.getItem('sextant.permits')).byCase)[0];
  return (await fetch(from, { headers: { 'X-Sextant-Permit': permit.id } })).json();
}, path);
const last = async (path) => (await asked(path)).at(-1).id;
const [exhibit, snapshot, finding] = [await last('/api/exhibits'), await last('/api/snapshots'), await last('/api/findings')];
const authority = /authorities\/([^/?]+)/.exec(await id('authorities').locator('a').first().getAttribute('href'))[1];

const pages = [
  ['cases', '#/cases', () => id('cases').locator('a').first().waitFor()],
  ['case', `#${here}`, () => id('authorities').waitFor()],
  ['authority', `#${here}/authorities/${authority}`, settled],
  ['subjects', `#${here}/subjects`, settled],
  ['exhibits', `#${here}/exhibits`, () => anyOf('main table tbody tr').waitFor()],
  ['exhibit', `#${here}/exhibits/${exhibit}`, settled],
  ['records', `#${here}/records?q=van`, settled],
  ['people', `#${here}/people`, settled],
  ['network', `#${here}/network`, () => anyOf('main table tbody tr').waitFor()],
  ['snapshot', `#${here}/network/${snapshot}`, () => anyOf('main canvas').waitFor()],
  ['workspace', `#${here}/workspace?snapshot=${snapshot}`, () => anyOf('main canvas').waitFor()],
  ['findings', `#${here}/findings`, settled],
  ['finding', `#${here}/findings/${finding}`, settled],
  ['new finding', `#${here}/findings/new`, settled],
  ['disclosure', `#${here}/disclosure`, settled],
  ['acts', `#${here}/acts`, () => anyOf('main table tbody tr').waitFor()],
  ['legal process', `#${here}/requests`, settled],
  ['retention', `#${here}/retention`, settled],
];

if (MBIT > 0) await wire.send('Network.emulateNetworkConditions', { offline: false, latency: ROUND_TRIP, downloadThroughput: (MBIT * 1e6) / 8, uploadThroughput: (MBIT * 1e6) / 8 });
const number = (n, width = 9) => n.toFixed(0).padStart(width);
const kilobytes = (n) => number(n / 1000);
console.log('page           requests       kB  program   paint  stands   again kB  stands');
for (const [name, address, stands] of pages) {
  if (!ONLY.test(name)) continue;
  const [first, again] = [[], []];
  for (let time = 0; time < TIMES; time++) {
    await page.goto('about:blank');
    await wire.send('Network.clearBrowserCache');
    first.push(await open(address, stands));
    again.push(await open(address, stands));
  }
  const mid = (list, field) => median(list.map((one) => one[field]));
  console.log(`${name.padEnd(15)}${number(mid(first, 'requests'), 8)}${kilobytes(mid(first, 'bytes'))}${kilobytes(mid(first, 'program'))}${number(mid(first, 'paint'), 8)}${number(mid(first, 'stood'), 8)}${number(mid(again, 'bytes') / 1000, 11)}${number(mid(again, 'stood'), 8)}`);
  if (has('files')) for (const one of first.at(-1).all) console.log(`    ${number(one.bytes)}  ${one.path}`);
}
await browser.close();
