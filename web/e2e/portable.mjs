/*
 * The portable case, opened as a file in a browser whose network is cut: nothing is asked for, everything holds when it is checked, an altered copy
 * does not, and the picture moves and can be chosen from.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const insist = (held, what) => { if (!held) throw new Error(`portable case: ${what}`); };

/** The HTML file within a released bundle, whose entries are stored as they are. */
export function portableOf(zip) {
  for (let at = zip.length - 22; at >= 0; at--) {
    if (zip.readUInt32LE(at) !== 0x06054b50) continue;
    let entry = zip.readUInt32LE(at + 16);
    for (let n = zip.readUInt16LE(at + 10); n > 0; n--) {
      const name = zip.toString('utf8', entry + 46, entry + 46 + zip.readUInt16LE(entry + 28));
      const header = zip.readUInt32LE(entry + 42);
      const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      if (name === 'portable.html') return zip.subarray(from, from + zip.readUInt32LE(entry + 24));
      entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
    }
  }
  throw new Error('portable case: the bundle has none');
}

/** Opens a file without any network; answers the page and what it asked for. */
export async function opened(browser, file, { scheme = 'light', before } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: scheme, offline: true });
  const asked = [];
  const said = [];
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  page.on('request', (request) => { if (request.url() !== pathToFileURL(file).href) asked.push(request.url()); });
  page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return { context, page, asked, said };
}

/** What the page says of itself. */
export async function verdict(page) {
  await page.click('#verify');
  await page.waitForSelector('#verdict');
  return page.textContent('#verdict');
}

async function axe(page, source) {
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  insist(violations.length === 0, `axe: ${violations.map((v) => `${v.id} (${v.nodes.map((n) => n.target).join(' ')})`).join('; ')}`);
}

/**
 * @param browser of playwright
 * @param html the page's bytes
 * @param out folder for pictures
 * @param axeSource axe-core's text
 * @param say tells what is done
 */
export async function portable(browser, html, out, axeSource, say) {
  say('opens the portable case as a file, with the network cut');
  const file = join(out, 'portable.html');
  writeFileSync(file, html);
  for (const scheme of ['light', 'dark']) {
    const { context, page, asked, said } = await opened(browser, file, { scheme });
    insist(await page.evaluate(() => document.documentElement.dataset.hashing) === 'webcrypto', 'WebCrypto is there for a file');
    await axe(page, axeSource);
    await page.screenshot({ path: join(out, `portable-${scheme}.png`), fullPage: true });
    const told = await verdict(page);
    insist(told.startsWith('All of it holds'), `${told} ${await page.textContent('#checked')}`);
    await page.locator('#proof').screenshot({ path: join(out, `portable-proof-${scheme}.png`) });
    await axe(page, axeSource);
    insist(asked.length === 0, `asked for ${asked}`);
    insist(said.length === 0, `the console says ${said}`);
    if (scheme === 'light') await moved(page, out);
    await context.close();
  }

  say('checks it without WebCrypto, and finds altered copies');
  const bare = await opened(browser, file, { before: () => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }) });
  insist((await verdict(bare.page)).startsWith('What this browser can check holds'), 'without WebCrypto digests still hold, and it says what it cannot check');
  const known = await bare.page.evaluate(() => ['', 'abc', 'a'.repeat(119), 'é'.repeat(1000)].map((text) => globalThis.sextantOwnSha256(text)));
  insist(JSON.stringify(known) === JSON.stringify(['', 'abc', 'a'.repeat(119), 'é'.repeat(1000)].map((text) => createHash('sha256').update(text).digest('hex'))), 'its own SHA-256 is right');
  await bare.context.close();
  const text = html.toString('utf8');
  const title = /data-says="\/0\/finding\/text">([^<]{8})/.exec(text)[1];
  const alterations = {
    'a shown text': text.replace(`data-says="/0/finding/text">${title}`, 'data-says="/0/finding/text">Never so'),
    'a finding': text.replace(/("noCounterSupport":"|"method":")(?=[^"])/, '$1X'),
    'a checkpoint': text.replace(/(<pre hidden id="ledger\/checkpoint">\n[^\n]+\n)(\d+)/, (_, head, size) => `${head}${Number(size) + 1}`),
    'an act': text.replace(/(id="ledger\/acts.json">\[\{"entry":")(.{8})/, (_, head, first) => `${head}${first === 'eyJhY3QA' ? 'eyJhY3QB' : 'eyJhY3QA'}`),
  };
  for (const [what, altered] of Object.entries(alterations)) {
    insist(altered !== text, `${what} was not altered by the test`);
    const other = join(out, 'portable-altered.html');
    writeFileSync(other, altered);
    const { context, page } = await opened(browser, other);
    insist((await verdict(page)).startsWith('This page was altered'), `${what} was altered and nobody noticed`);
    await context.close();
  }

  say('takes no word of a copy with redactions that nobody signed');
  for (const [what, known, wanted] of [['no redactions', false, 'This page was altered'], ['redactions', true, 'What this browser can check holds. What copies']]) {
    const other = join(out, 'portable-forged.html');
    writeFileSync(other, forged(text, known));
    const { context, page } = await opened(browser, other);
    const told = await verdict(page);
    insist(told.startsWith(wanted), `a forged copy, where the log knows of ${what}: ${told} ${await page.textContent('#checked')}`);
    await context.close();
  }
}

/**
 * A page whose first finding says something else and calls itself a copy with redactions, beside the signatures of the true one. That the log knows
 * of redactions cannot be forged, so for that the page's script is told so, which a real page with redactions finds in its log.
 */
function forged(text, known) {
  const canonical = (value) => (Array.isArray(value) ? `[${value.map(canonical).join(',')}]`
    : value !== null && typeof value === 'object' ? `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
      : JSON.stringify(value));
  const at = /(<script type="application\/json" id="findings.json">)(.*?)(<\/script>)/s;
  const findings = JSON.parse(at.exec(text)[2]);
  const first = findings[0];
  first.finding.text = 'Never so';
  delete first.finding.salt;
  first.copySha256 = createHash('sha256').update(canonical(first.finding)).digest('hex');
  let page = text
    .replace(at, (_, begin, old, end) => begin + JSON.stringify(findings).replaceAll('<', '\\u003c') + end)
    .replace(/(data-says="\/0\/finding\/text">)[^<]*/, '$1Never so');
  if (known) {
    page = page.replace('let redacted = 0;', 'let redacted = 1;');
    const script = page.slice(page.lastIndexOf('<script>') + 8, page.lastIndexOf('</script>'));
    page = page.replace(/script-src 'sha256-[^']+'/, `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  }
  return page;
}

const POINTS = { CC: 0, C: 0, N: 0, I: 1, II: 2, NA: 0 };
const WEIGHT = { LOW: Math.SQRT1_2, MEDIUM: 1, HIGH: Math.SQRT2 };

/* Scores and places of a matrix, worked out as a person would: in plain numbers, equal when they are within a billionth. */
function naive(matrix) {
  const scores = matrix.hypotheses.map((_, h) => matrix.rows.reduce((sum, row) => sum + POINTS[row.cells[h]] * WEIGHT[row.credibility] * WEIGHT[row.relevance], 0));
  return { scores: scores.map((one) => one.toFixed(2)), ranks: scores.map((one) => 1 + scores.filter((other) => other < one - 1e-9).length) };
}

function drawnMatrix(random) {
  const of = (list) => list[Math.floor(random() * list.length)];
  const hypotheses = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, h) => ({ text: `H${h}`, innocent: h === 0 }));
  const row = () => ({ kind: 'ABSENCE', record: null, text: 'r', credibility: of(['LOW', 'MEDIUM', 'HIGH']), relevance: of(['LOW', 'MEDIUM', 'HIGH']), cells: hypotheses.map(() => of(Object.keys(POINTS))) });
  return { hypotheses, rows: Array.from({ length: 1 + Math.floor(random() * 7) }, row), held: 0 };
}

/**
 * The competing hypotheses of a portable case: figures that follow from the signed cells, what if an item were wrong, and that an altered figure is found.
 *
 * @param html the page's bytes; a finding in it weighs hypotheses
 */
export async function weighing(browser, html, out, axeSource, say) {
  say('asks the portable case what if an item were wrong, with the network cut');
  const file = join(out, 'portable-weighed.html');
  writeFileSync(file, html);
  const { context, page, asked, said } = await opened(browser, file);
  const ach = page.locator('[data-ach]').first();
  const matrix = await page.evaluate(() => JSON.parse(document.getElementById('findings.json').textContent).map((one) => one.finding.matrix).find((one) => one?.reading));
  const own = naive(matrix);
  insist(JSON.stringify(own.scores) === JSON.stringify(matrix.reading.scores) && JSON.stringify(own.ranks) === JSON.stringify(matrix.reading.ranks), 'the signed figures are not those of plain arithmetic');
  let seed = 20261123;
  const random = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 2 ** 32; };
  const drawn = Array.from({ length: 300 }, () => drawnMatrix(random));
  const read = await page.evaluate((all) => all.map((one) => globalThis.sextantReadingOf(one)), drawn);
  drawn.forEach((one, at) => {
    const wanted = naive(one);
    insist(JSON.stringify(wanted.scores) === JSON.stringify(read[at].scores) && JSON.stringify(wanted.ranks) === JSON.stringify(read[at].ranks), `matrix ${at} is worked out wrong: ${JSON.stringify([one, wanted, read[at]])}`);
    one.rows.forEach((_, r) => insist(JSON.stringify(naive({ ...one, rows: one.rows.filter((__, other) => other !== r) }).ranks) === JSON.stringify(read[at].rows[r].ranksLeftOut), `matrix ${at} without row ${r + 1}`));
  });
  const first = ach.locator('.whatif select').first();
  await first.focus();
  await page.keyboard.press('ArrowDown'); // From "as it stands" to "left out", by keyboard as by mouse.
  const status = ach.locator('.whatif [role=status]');
  insist((await status.textContent()).startsWith('With row 1 left out: '), `it does not say what it took out: ${await status.textContent()}`);
  insist((await status.textContent()).includes(await ach.locator('[data-figure="out/0"]').textContent()), 'leaving one row out does not give what was signed for it');
  await first.selectOption('contrary');
  insist((await status.textContent()).includes(await ach.locator('[data-figure="contrary/0"]').textContent()), 'the contrary of one row does not give what was signed for it');
  await axe(page, axeSource);
  await ach.screenshot({ path: join(out, 'portable-weighed.png') });
  insist((await verdict(page)).startsWith('All of it holds'), `what was tried out changes what is checked: ${await page.textContent('#checked')}`);
  await ach.getByRole('button', { name: 'All as it stands' }).click();
  insist((await status.textContent()).startsWith('As signed: '), 'it does not come back to what was signed');
  await page.emulateMedia({ media: 'print' });
  insist(!(await ach.locator('.whatif').isVisible()) && await ach.locator('[data-figure="contrary/0"]').isVisible(), 'paper shows what was tried out, or not what was signed');
  insist(asked.length === 0 && said.length === 0, `asked for ${asked}; the console says ${said}`);
  await context.close();
  const text = html.toString('utf8');
  for (const [what, altered] of [
    ['a shown score', text.replace(/(data-figure="score\/0">)[^<]*/, '$19.99')],
    ['a shown cell', text.replace(/(data-figure="cell\/0\/0">)[^<]*/, (_, tag) => `${tag}${text.includes(`${tag}II<`) ? 'CC' : 'II'}`)],
    ['a figure left out', text.replace(/<p data-figure="most">[^<]*<\/p>/, '')],
  ]) {
    insist(altered !== text, `${what} was not altered by the test`);
    writeFileSync(file, altered);
    const other = await opened(browser, file);
    insist((await verdict(other.page)).startsWith('This page was altered'), `${what} was altered and nobody noticed`);
    await other.context.close();
  }
}

async function moved(page, out) {
  const network = page.locator('.network').first();
  if (await network.count() === 0) return;
  const svg = network.locator('svg');
  const at = () => svg.getAttribute('viewBox');
  const whole = await at();
  await network.getByRole('button', { name: 'Zoom in' }).click();
  insist(await at() !== whole, 'zooming does nothing');
  await network.getByRole('button', { name: 'Left' }).press('Enter');
  await network.getByRole('button', { name: 'Whole' }).press(' ');
  insist(await at() === whole, 'the whole is not the whole');
  await svg.scrollIntoViewIfNeeded();
  const box = await svg.boundingBox();
  await page.mouse.move(box.x + 30, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 130, box.y + 90, { steps: 4 });
  await page.mouse.up();
  insist(await at() !== whole, 'dragging does nothing');
  await network.getByRole('button', { name: 'Whole' }).click();
  const all = await network.locator('tr[data-from]:visible').count();
  await network.locator('g[data-node="0"] circle').click();
  insist(await network.locator('[data-choose="0"]').getAttribute('aria-pressed') === 'true', 'the table knows what the picture chose');
  insist(await network.locator('tr[data-from]:visible').count() <= all, 'choosing leaves fewer ties');
  insist((await network.locator('.chosen').textContent()).includes('is chosen'), 'it says what is chosen');
  await network.screenshot({ path: join(out, 'portable-network.png') });
  await network.locator('[data-choose="0"]').press('Enter');
  insist(await network.locator('tr[data-from]:visible').count() === all, 'choosing once more shows all');
}

/** Asks for a timestamp, brings what is none, hands out the bag and a later copy of the page; called on the page of disclosures. */
export async function stamped({ page, id, look, say, insist: hold, fault, provoked, out }) {
  say('asks for a timestamp, and is refused with what is none');
  await id(page, 'ask-timestamp').first().click();
  await id(page, 'stamp-request').first().waitFor();
  const [query] = await Promise.all([page.waitForEvent('download'), id(page, 'stamp-request').first().click()]);
  await query.saveAs(join(out, 'request.tsq'));
  provoked.push(422);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), id(page, 'stamp-bring').first().click()]);
  await chooser.setFiles({ name: 'answer.tsr', mimeType: 'application/timestamp-reply', buffer: Buffer.from('no answer') });
  await id(page, 'fault').first().waitFor();
  hold((await fault(page)).includes('SX-STAMP-FORM'), `what is no answer was taken: ${await fault(page)}`);
  await look(page, 'timestamps');
  for (const what of ['bag', 'portable']) {
    const [file] = await Promise.all([page.waitForEvent('download'), id(page, `download-${what}`).first().click()]);
    await file.saveAs(join(out, what === 'bag' ? 'bag.zip' : 'portable-later.html'));
  }
}
