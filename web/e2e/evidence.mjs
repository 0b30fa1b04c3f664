/*
 * The part of the walk about evidence as what it is: JSON as a tree, hostile HTML that runs and fetches nothing, a picture, a table, the
 * conversation round a record, a translation beside it, always with the bytes one key away; a queue of three files of which one is damaged, and a
 * reading that is stopped. It needs the training case.
 * Hostile bytes are put into the answer of the bytes route, under the page's real laws: no export of the training case holds any.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { telegramExport } from '../dev/made-up.mjs';
import { answered } from './answers.mjs';
import { permitted } from './permits.mjs';

const OWN = '<div class="message" onclick="alert(2)"><b>Marek</b> The crate comes on <i>Thursday</i> &amp; not before<script>parent.hacked = 1; document.title = "hacked"</script></div>';
const HOSTILE = [
  '<meta http-equiv="refresh" content="0;url=http://remote.example/refresh"><link rel="stylesheet" href="http://remote.example/a.css"><base href="http://remote.example/">',
  '<style>@import "http://remote.example/i.css"; body { background: url(http://remote.example/bg.png) }</style><p>Earlier words</p>', OWN,
  '<img src="http://remote.example/p.png" onerror="parent.hacked = 2"><form action="http://remote.example/f"><button>send</button></form><iframe src="http://remote.example/x"></iframe>',
  '<object data="http://remote.example/o"></object><embed src="http://remote.example/e"><svg onload="parent.hacked = 3"><image href="http://remote.example/s.png"/></svg>',
  '<a href="http://remote.example/link">a link</a><video src="http://remote.example/v" autoplay></video><script src="http://remote.example/j.js"></script>',
];
const RED_DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';

/* An answer of the bytes route about these bytes, the record's own among them. */
function excerpt(bytes, own, part) {
  const from = bytes.indexOf(own);
  return {
    base64: bytes.toString('base64'), contextFrom: 0, contextTo: bytes.length, from, to: from + own.length, part, partBytes: bytes.length, sha256: '0'.repeat(64), text: null,
    highlight: { from, to: from + own.length },
  };
}

const html = () => excerpt(Buffer.from(HOSTILE.join('\n')), Buffer.from(OWN), 'chats/messages.html');
const ROW = '2026-03-02,101,102,"gate 4, crate 7"';
const table = () => excerpt(Buffer.from(`when,from,to,words\r\n2026-03-01,101,103,before\r\n${ROW}\r\n**********,***,***,*****\r\n`), Buffer.from(ROW), 'calls.csv');
const SHEET_ROW = '<row r="3"><c r="A3" t="s"><v>8</v></c></row>';
const sheet = () => excerpt(Buffer.from(`${'*'.repeat(60)}${SHEET_ROW}${'*'.repeat(60)}`), Buffer.from(SHEET_ROW), 'xl/worksheets/sheet1.xml');
const sheetRows = () => ({
  sheet: 'Log', columns: ['who', 'when', 'what'], rows: [
    { pointer: 'Log!2', cells: [] },
    { pointer: 'Log!3', cells: ['marek', '2026-03-02', 'gate 4'].map((text) => ({ text, marked: true })) },
    { pointer: 'Log!4', cells: ['iva', '2026-03-03', 'gate 5'].map((text) => ({ text, marked: false })) },
  ],
});
const picture = () => { const bytes = Buffer.from(RED_DOT, 'base64'); return excerpt(bytes, bytes, 'media/dot.png'); };

async function withBytes(page, id, answer, open) {
  const way = '**/api/records/*/bytes?*';
  await page.route(way, (route) => route.fulfill({ json: answer }));
  await open();
  await page.unroute(way);
}

async function hostile({ page, id, look, insist, out }) {
  const asked = [];
  const watch = (request) => { if (request.url().includes('remote.example')) asked.push(request.url()); };
  page.on('request', watch);
  const frame = page.frameLocator('[data-testid=bytes-page]');
  await frame.locator('mark').first().waitFor();
  insist((await frame.locator('mark').allInnerTexts()).join('').includes('The crate comes on Thursday & not before'), 'the record is not marked in the page');
  insist((await frame.locator('p', { hasText: 'Earlier words' }).count()) === 1, 'the words round the record are missing');
  insist((await frame.locator('script, link, style, form, iframe, object, embed, svg, video, base, meta[http-equiv=refresh]').count()) === 0, 'an element that acts or fetches came through');
  insist((await frame.locator('[onclick], [onerror], [href], [src]').count()) === 0, 'an attribute that acts or fetches came through');
  insist((await id(page, 'bytes-page').getAttribute('sandbox')) === '', 'the frame is not wholly sandboxed');
  await frame.locator('a').click();
  await page.waitForTimeout(500);
  insist((await page.evaluate(() => globalThis.hacked)) === undefined && (await page.title()) !== 'hacked', 'the page ran a script');
  insist(asked.length === 0, `the page fetched ${asked}`);
  page.off('request', watch);
  // A picture of the whole page is taken in a larger window, where this frame is not drawn in time: it has one of its own.
  await id(page, 'bytes-page').screenshot({ path: join(out, 'evidence-page-frame.png') });
  await look(page, 'evidence-page');
  await page.keyboard.press('Escape');
  await id(page, 'show-page').focus();
  await page.keyboard.press('t');
  await id(page, 'bytes-text').waitFor();
  insist((await id(page, 'bytes-text').innerText()).includes('<script>parent.hacked = 1'), 'the text view hides what is written');
}

const MESSAGES = 'platform:telegram kind:message';

/* A translation of a stretch and a later version of it beside the record, whose own words stay; it comes along into a claim. */
async function beside({ page, id, look, insist }) {
  // Words of their own each time: the case may have been walked through before.
  const words = `Zwei Lieferwagen um ${Date.now() % 1_000_000}`;
  const said = async () => (await id(page, 'record-pane').locator('.words').innerText()).trim();
  const before = await said();
  await id(page, 'translate').click();
  await id(page, 'note-of').focus();
  await page.keyboard.press('Control+Home');
  for (let n = 0; n < 5; n++) await page.keyboard.press('Shift+ArrowRight');
  await page.waitForFunction(() => document.querySelector('[data-testid=note-stretch]')?.textContent?.includes('“'));
  await id(page, 'keep-note').click();
  await page.locator('dialog .problem').waitFor();
  await id(page, 'note-text').fill(words);
  await id(page, 'note-language').fill('de');
  await id(page, 'note-translator').fill('I. Interpreter, sworn');
  await look(page, 'evidence-translating');
  await id(page, 'keep-note').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  const note = id(page, 'note').filter({ hasText: words }).last();
  await note.waitFor();
  insist((await note.getByTestId('note-original').innerText()).includes(before.slice(0, 5)), 'the words that the translation is of are not shown');
  insist((await note.innerText()).includes('translated by I. Interpreter, sworn'), 'it is not said who translated');
  await note.getByTestId('amend-note').click();
  await id(page, 'note-text').fill(`${words}, heute`);
  await id(page, 'keep-note').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  const later = id(page, 'note').filter({ hasText: `${words}, heute` }).last();
  await later.locator('summary').click();
  insist((await later.innerText()).includes('version 2') && (await later.innerText()).includes('version 1'), 'both versions are not there');
  insist((await said()) === before, 'the record’s own words were changed');
  await look(page, 'evidence-beside');
  await later.getByTestId('use-note').click();
  await id(page, 'claim-from-basket').click();
  await id(page, 'cited-beside').waitFor();
  await look(page, 'evidence-beside-cited');
  await page.goBack();
  await answered(page, MESSAGES);
  await id(page, 'record-row').first().click();
  await later.waitFor();
  await later.getByTestId('use-note').click();
  await later.getByTestId('withdraw-note').click();
  await id(page, 'reasons').fill('It was written to try the page.');
  await id(page, 'say-reasons').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await later.waitFor({ state: 'detached' });
  await id(page, 'use-as-support').click();
}

async function queue({ page, id, look, insist, scratch }) {
  await id(page, 'nav-exhibits').click();
  const files = ['queue-one.json', 'queue-damaged.json', 'queue-three.json'].map((name) => join(scratch, name));
  const whole = (seed) => telegramExport({ seed, messages: 40 });
  writeFileSync(files[0], whole(Date.now() % 1000));
  writeFileSync(files[1], Buffer.from([0, 1, 2, 3, 250, 251, 252, 253, Date.now() % 250]));
  writeFileSync(files[2], whole(1000 + (Date.now() % 1000)));
  // Dropped, as from a folder beside the window.
  const carried = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, base64] of all) transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    return transfer;
  }, files.map((file) => [basename(file), readFileSync(file).toString('base64')]));
  await page.locator('.drop').dispatchEvent('dragover', { dataTransfer: carried });
  await page.locator('.drop.over').waitFor();
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: carried });
  await page.locator('.drop .chosen').nth(2).waitFor();
  await id(page, 'seal-how').selectOption('USER_EXPORT');
  await id(page, 'seal-source').fill('Three files from one disc');
  await id(page, 'seal').click();
  await page.locator('[data-testid=queue][data-ended=true]').waitFor({ timeout: 120_000 });
  const states = await id(page, 'queue-file').evaluateAll((all) => all.map((one) => one.getAttribute('data-state')));
  insist(JSON.stringify(states) === '["done","failed","done"]', `the queue ended as ${states}`);
  insist((await id(page, 'queue-file').nth(1).innerText()).includes('It is sealed as E-'), 'it is not said that the damaged file is sealed');
  insist((await id(page, 'queue-words').innerText()).startsWith('2 done, 1 failed'), 'the end of the queue is not said');
  await look(page, 'evidence-queue');
}

/* A note beside a record, of the record as a whole; taken back, since the case may be walked through again. */
async function noted({ page, id, insist }) {
  const words = `Seen with the second interpreter, ${Date.now() % 1_000_000}`;
  await id(page, 'write-note').click();
  await id(page, 'note-text').fill(words);
  await id(page, 'keep-note').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  const note = page.locator('[data-testid=note][data-kind=NOTE]').filter({ hasText: words });
  await note.waitFor();
  insist((await note.getByTestId('note-original').count()) === 0, 'a note of the whole record names a stretch of it');
  await note.getByTestId('withdraw-note').click();
  await id(page, 'reasons').fill('It was written to try the page.');
  await id(page, 'say-reasons').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await note.waitFor({ state: 'detached' });
}

/* Which reader, as its process found out; and a reading that is stopped leaves the exhibit sealed and unread. */
async function stoppedReading({ page, id, look, insist, scratch }) {
  const large = join(scratch, 'large.json');
  writeFileSync(large, telegramExport({ seed: Date.now() % 1000, messages: 60_000 }));
  await id(page, 'seal-file').setInputFiles(large);
  await id(page, 'seal-how').selectOption('USER_EXPORT');
  await id(page, 'seal-source').fill('A large export');
  await id(page, 'seal').click();
  // How far it is, how fast, and what is left, as long as it runs.
  await page.waitForFunction(() => /of [\d.,]+ .*\/s · .+ left/.test(document.querySelector('[data-testid=queue-file] [data-testid=job][data-state=RUNNING]')?.textContent ?? ''), undefined, { timeout: 120_000 });
  await id(page, 'stop-reading').click({ timeout: 120_000 });
  await page.locator('[data-testid=queue][data-ended=true]').waitFor({ timeout: 60_000 });
  const words = await id(page, 'queue-file').first().innerText();
  insist(words.includes('The reading was stopped') && words.includes('It is sealed as E-'), `a stopped reading is not said: ${words}`);
  await look(page, 'evidence-stopped');
  await id(page, 'queue-file').first().locator('a').first().click();
  await page.locator('[data-testid=reader-look][data-ready=true]').waitFor();
  insist((await id(page, 'reader-look').innerText()).includes('Will be read by telegram-desktop'), 'the reader is not named before reading');
  await look(page, 'evidence-reader');
}

export async function evidence({ page, id, look, say, insist, openTraining, scratch, out }) {
  await openTraining(page);
  await permitted(page, 'To look at the evidence of the training case as what it is.');
  const open = async (n) => {
    await id(page, 'record-row').nth(n).click();
    await id(page, 'record-pane').waitFor();
  };
  say('a record as a tree of its JSON, and its bytes one key away');
  await id(page, 'nav-records').click();
  await id(page, 'search-words').fill(MESSAGES);
  await id(page, 'search').click();
  await answered(page, MESSAGES);
  await id(page, 'record-row').first().waitFor();
  await open(0);
  await id(page, 'bytes-tree').waitFor();
  const words = (await id(page, 'record-pane').locator('.words').innerText()).trim().split('\n')[0];
  insist((await id(page, 'bytes-tree').locator('li.marked').innerText()).includes(words.slice(0, 12)), `the tree does not mark the record: ${words}`);
  await look(page, 'evidence-tree');
  await id(page, 'show-tree').focus();
  await page.keyboard.press('t');
  await id(page, 'bytes-text').waitFor();
  await page.keyboard.press('h');
  await id(page, 'bytes-hex').waitFor();
  await page.keyboard.press('j');
  await id(page, 'bytes-tree').waitFor();

  say('a translation beside it, never over it');
  await beside({ page, id, look, insist });
  await noted({ page, id, insist });

  say('the conversation round it');
  await id(page, 'show-chat').click();
  await id(page, 'chat').locator('.bubble.marked').waitFor();
  insist((await id(page, 'bubble').count()) > 1, 'the conversation holds one record only');
  await look(page, 'evidence-chat');
  await id(page, 'chat').locator('.bubble.marked').focus();
  await page.keyboard.press('ArrowDown');
  const next = (await page.evaluate(() => document.activeElement?.querySelector('p')?.textContent)) ?? '';
  await page.keyboard.press('Enter');
  await page.waitForFunction((said) => document.querySelector('[data-testid=record-pane] .words')?.textContent?.includes(said.slice(0, 20)), next);

  say('hostile HTML runs nothing and fetches nothing');
  await withBytes(page, id, html(), async () => { await open(3); await hostile({ page, id, look, insist, out }); });

  say('a row of a table among its neighbours');
  await withBytes(page, id, table(), async () => {
    await open(4);
    await id(page, 'bytes-table').waitFor();
    insist((await id(page, 'bytes-table').locator('tr.marked').innerText()).includes('gate 4, crate 7'), 'the row is not marked');
    insist((await id(page, 'bytes-table').innerText()).includes('not in scope'), 'a masked row is not named');
    await look(page, 'evidence-table');
  });

  say('a row of a workbook among its neighbours');
  const rows = '**/api/records/*/rows';
  await page.route(rows, (route) => route.fulfill({ json: sheetRows() }));
  await withBytes(page, id, sheet(), async () => {
    await open(6);
    await id(page, 'bytes-sheet').locator('tr.marked').waitFor();
    insist((await id(page, 'bytes-sheet').locator('tr.marked').innerText()).includes('gate 4'), 'the row of the sheet is not marked');
    insist((await id(page, 'bytes-sheet').innerText()).includes('not in scope'), 'a masked row of the sheet is not named');
    await look(page, 'evidence-sheet');
    await page.keyboard.press('Escape');
  });
  await page.unroute(rows);

  say('a picture from its own bytes');
  const media = '**/api/records/*/media/0/bytes';
  await page.route(media, (route) => route.fulfill({ json: picture() }));
  const records = '**/api/records?*';
  await page.route(records, async (route) => {
    const answer = await (await route.fetch()).json();
    for (const one of answer.items) one.media = [{ name: 'dot.png', type: 'image/png', part: 'media/dot.png', sha256: null, likeness: null }];
    await route.fulfill({ json: answer });
  });
  await page.reload();
  await id(page, 'record-row').first().waitFor();
  await open(5);
  await id(page, 'medium-bytes').first().click();
  await id(page, 'bytes-picture').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-testid=bytes-picture]')?.naturalWidth === 5);
  await id(page, 'picture-larger').click();
  await id(page, 'picture-larger').click();
  await id(page, 'picture-larger').click();
  await look(page, 'evidence-picture');
  await page.unroute(media);
  await page.unroute(records);

  say('three files in a row, one of them damaged');
  await queue({ page, id, look, insist, scratch });

  say('which reader, and a reading that is stopped');
  await stoppedReading({ page, id, look, insist, scratch });
}
