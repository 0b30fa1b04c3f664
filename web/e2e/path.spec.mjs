#!/usr/bin/env node
/*
 * Walks an analyst's whole path in a real browser against a running server: a case is opened, an authority drafted, signed,
 * approved; an export sealed and read; records searched down to their bytes; accounts judged; the network frozen and
 * measured; a finding written, reviewed by a second person, signed and released; the bundle downloaded; acts proved.
 * Every page is checked with axe, in light and dark, and kept as a picture.
 *
 *   npm run e2e -- --base http://127.0.0.1:8080 --password-file FILE [--export FILE --selectors a,b --platforms telegram,x]
 *                  [--search WORD] [--from 2015-01-01T00:00] [--out test-results] [--light-only]
 *                  [--overseer-key FILE] [--overseer-passphrase WORDS] [--looks PATTERN] [--to-finding] [--to-templates] [--to-workspace]
 *
 * The password file holds one person a line (log-in, blank or colon or tab, password) or a JSON object. Who holds which role the server
 * itself says. Needed: two analysts, an authorising officer; an overseer if the authority needs one, and then the key file with which he signs,
 * opened with his password unless other words are given. CHROMIUM names the browser. While one part is worked on: --looks examines only the pages whose
 * names fit, --only-readme (the README's ten minutes by their words, to a bundle released by hand), --only-people, --only-hypotheses, --only-languages, --only-evidence, --only-panels, --only-previews, --only-recall and --only-live walk one part in the training case alone, --only-own leaves the training case out, --to-finding ends after the part about
 * finding, --to-workspace after the workspace, --to-templates after what is taken out of a release, --deconfliction CASE and --crowd CASE walk that part alone, in a case that an earlier walk left.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PEOPLE, telegramExport } from '../dev/made-up.mjs';
import { startBrowser } from './browser.mjs';
import { contactSheet } from './sheet.mjs';
import { crowd } from './crowd.mjs';
import { deconfliction } from './deconfliction.mjs';
import { evidence } from './evidence.mjs';
import { finding } from './finding.mjs';
import { hypotheses } from './hypotheses.mjs';
import { languages } from './languages.mjs';
import { panels } from './panels.mjs';
import { people } from './people.mjs';
import { readme } from './readme.mjs';
import { recall } from './recall.mjs';
import { live } from './live.mjs';
import { portable, portableOf, stamped } from './portable.mjs';
import { previews } from './previews.mjs';
import { permitted } from './permits.mjs';
import { templates } from './templates.mjs';
import { transparency } from './transparency.mjs';
import { workspace } from './workspace.mjs';

const has = (name) => process.argv.includes(`--${name}`);
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 && process.argv[at + 1] !== undefined ? process.argv[at + 1] : otherwise;
};
const BASE = option('base');
const PASSWORDS = option('password-file');
if (!BASE || !PASSWORDS) {
  console.error('usage: npm run e2e -- --base http://127.0.0.1:8080 --password-file FILE [--export FILE --selectors a,b --platforms x]');
  process.exit(2);
}
const OUT = option('out', fileURLToPath(new URL('../test-results/', import.meta.url)));
const LOOKS = option('looks') ? new RegExp(option('looks')) : null;
const WAIT = Number(option('timeout', '60000'));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(OUT, { recursive: true });

function passwords(text) {
  if (text.trim().startsWith('{')) return Object.entries(JSON.parse(text));
  return text.split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#')).map((line) => /^([^\s:]+)[\s:]+(.+)$/.exec(line)?.slice(1, 3)).filter(Boolean);
}

const problems = [];
const provoked = [];
const looked = [];
let step = 'start';
const pictures = [];
let permitsFell = false;
const say = (what) => { step = what; console.log(`- ${what}`); };
const insist = (held, what) => { if (!held) throw new Error(what); };

const browser = await startBrowser();
const scratch = mkdtempSync(join(tmpdir(), 'sextant-e2e-'));

async function openFor(name) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, colorScheme: 'light' });
  // An init script reaches the page past its content security policy; a script tag would not.
  await context.addInitScript({ content: `${AXE}\nwindow.addEventListener('securitypolicyviolation', (e) => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI));` });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT);
  const origin = new URL(BASE).origin;
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:')) problems.push(`${name}: remote request to ${url} at “${step}”`);
  });
  page.on('pageerror', (fault) => problems.push(`${name}: ${fault.message} at “${step}”`));
  page.on('console', (message) => {
    // Chromium reports every refused request as an error line; those that the walk provokes on purpose are let by, each once.
    // The walk's own init script is kept out of the frame that shows evidence; that no script of the evidence is there, the part about it insists.
    if (message.type() === 'error' && message.text().startsWith("Blocked script execution in 'about:srcdoc'")) return;
    // A page that still shows a permit of an authority that was stopped hears from its stream that it fell; life() insists that it then holds none.
    if (message.type() === 'error' && permitsFell && message.text().includes('status of 403') && message.location().url.endsWith('/live')) return;
    if (message.type() === 'error' && provoked.length > 0 && message.text().includes(`status of ${provoked[0]}`)) provoked.shift();
    else if (message.type() === 'error') problems.push(`${name}: console: ${message.text()} ${message.location().url} at “${step}”`);
  });
  return page;
}

async function axe(page, name) {
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return result.violations.map((v) => ({ id: v.id, impact: v.impact, help: v.help, where: v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')}: ${n.failureSummary ?? ''}`) }));
  });
  for (const violation of found) problems.push(`axe on ${name}: ${violation.impact} ${violation.id}: ${violation.help}: ${violation.where.join(' | ')}`);
  looked.push(name);
}

async function look(page, name) {
  if (LOOKS && !LOOKS.test(name)) return;
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(150);
  for (const scheme of has('light-only') ? ['light'] : ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(100);
    const file = `${String(pictures.length + 1).padStart(2, '0')}-${name}-${scheme}.png`;
    await page.screenshot({ path: join(OUT, file), fullPage: scheme === 'light' });
    pictures.push({ file, step });
    await axe(page, `${name} ${scheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const id = (page, test) => page.getByTestId(test);

async function signIn(page, login, password) {
  await page.goto(`${BASE}/`);
  await id(page, 'login').fill(login);
  await id(page, 'password').fill(password);
  await id(page, 'sign-in').click();
  await id(page, 'actor').waitFor();
  return page.evaluate(async () => (await (await fetch('/api/session')).json()).actor);
}

async function reasons(page, text) {
  await id(page, 'reasons').fill(text);
  await id(page, 'say-reasons').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

/* The overseer's decision is signed in his page with his own key: opened there, sent nowhere. */
async function reasonsWithKey(page, text, passphrase) {
  const key = option('overseer-key');
  insist(key, 'the overseer decides with a key of his own: name its file in --overseer-key');
  await id(page, 'key-file').setInputFiles(key);
  await id(page, 'key-passphrase').fill(passphrase);
  await id(page, 'open-key').click();
  await page.getByText('The key is open in this page.').waitFor();
  await look(page, 'overseer-decides');
  await reasons(page, text);
}

async function onwards(page, next) {
  await id(page, 'next-step').click();
  await page.locator('h2', { hasText: next }).waitFor();
}

async function openCase(page, name) {
  await page.goto(`${BASE}/#/cases`);
  await page.reload();
  await page.getByTestId('cases').getByText(name, { exact: true }).click();
  await page.getByTestId('authorities').or(page.getByText('This case has no authority yet.')).first().waitFor();
}

/* Whose records the case's findings rest on, as the page itself fetches them. */
const citedAuthors = (page) => page.evaluate(async () => {
  const held = Object.values(JSON.parse(sessionStorage.getItem('sextant.permits')).byCase);
  const permit = held.find((one) => location.hash.includes(one.caseId));
  const answer = await fetch('/api/findings', { headers: { 'X-Sextant-Permit': permit.id } });
  return [...new Set((await answer.json()).flatMap((one) => one.supports).map((one) => one.author).filter(Boolean))];
});

async function fault(page) {
  const panel = id(page, 'fault').first();
  return (await panel.count()) > 0 ? panel.innerText() : '';
}

const long = (about) => `${about}: argued from two witness statements and a seized ledger of deliveries, so that the step stays within what the case needs.`;

async function walk() {
  const seats = { others: {} };
  const known = passwords(readFileSync(PASSWORDS, 'utf8'));
  say('the sign-in page, and a refused sign-in');
  const visitor = await openFor('visitor');
  await visitor.goto(`${BASE}/`);
  await id(visitor, 'login').waitFor();
  await look(visitor, 'sign-in');
  await id(visitor, 'login').fill('nobody');
  await id(visitor, 'password').fill('wrong');
  provoked.push(401);
  await id(visitor, 'sign-in').click();
  await visitor.getByText('do not belong together').waitFor();
  await visitor.context().close();

  say('everybody signs in');
  const analysts = [];
  for (const [login, password] of known) {
    const page = await openFor(login);
    const actor = await signIn(page, login, password);
    if (actor.roles.includes('AUTHORISING_OFFICER') && !seats.officer) seats.officer = { page, actor };
    else if (actor.roles.includes('OVERSEER') && !seats.overseer) seats.overseer = { page, actor, passphrase: option('overseer-passphrase', password) };
    else if (actor.roles.includes('ANALYST') && analysts.length < 2) analysts.push({ page, actor });
    else if (actor.roles.length === 1 && !actor.roles.includes('ANALYST')) seats.others[actor.roles[0]] ??= page;
    else await page.context().close();
  }
  insist(analysts.length === 2 && seats.officer, 'the password file must name two analysts and an authorising officer');
  const [first, second] = analysts;
  const { officer, overseer } = seats;
  await look(first.page, 'cases');
  const asking = (name) => deconfliction({ analyst: first, second, officer, overseer, caseName: name, base: BASE, id, look, say, insist, fault, reasons, openCase });
  if (option('deconfliction')) {
    await asking(option('deconfliction'));
    return;
  }

  const crowded = () => crowd({ page: first.page, id, look, say, insist, fault, scratch, wait: WAIT });
  if (option('crowd')) {
    await openCase(first.page, option('crowd'));
    await permitted(first.page, 'To see whom two accounts of the case wrote to.');
    await crowded();
    return;
  }

  // Accounts of several platforms are in the training case, where the server plays one.
  const openTraining = async (on) => {
    await on.goto(`${BASE}/#/cases`);
    await on.reload();
    // By its name: an earlier walk may have left a newer case.
    await id(on, 'cases').getByRole('row', { name: /Operation Lantern/ }).locator('a').first().click();
    await id(on, 'authorities').waitFor();
  };
  const training = !option('export') && (await id(first.page, 'cases').getByText('Operation Lantern').count()) > 0;
  const alone = ['readme', 'people', 'hypotheses', 'languages', 'evidence', 'panels', 'previews', 'recall', 'live', 'own'].find((part) => has(`only-${part}`));
  const walks = (part) => training && (alone === undefined || alone === part);
  if (walks('readme')) await readme({ page: first.page, second: second.page, seats, id, look, say, insist, fault, openTraining, browser, out: OUT, wait: WAIT, byHand: alone === 'readme' });
  if (walks('people')) await people({ page: first.page, second: second.page, id, look, say, insist, openTraining });
  if (walks('hypotheses')) await hypotheses({ page: first.page, second: second.page, id, look, say, insist, fault, openTraining, browser, axeSource: AXE, out: OUT, provoked, officer: officer.page });
  if (walks('evidence')) await evidence({ page: first.page, id, look, say, insist, openTraining, scratch, out: OUT });
  if (walks('languages') && !option('looks')) await languages({ page: first.page, id, look, axe, say, insist, openTraining, out: OUT, problems });
  if (walks('panels')) await panels({ page: first.page, id, look, say, insist, fault, openTraining });
  if (walks('previews')) await previews({ page: first.page, id, look, say, insist, fault, openTraining, wait: WAIT });
  if (alone === 'live' || alone === 'recall') {
    for (const on of [first.page, second.page]) {
      await openTraining(on);
      await permitted(on, 'To work on the training case with the other analyst.');
    }
    if (alone === 'recall') await recall({ page: first.page, second: second.page, id, look, say, insist, fault, wait: WAIT, out: OUT });
    else await live({ page: first.page, second: second.page, id, look, say, insist, fault });
  }
  if (alone && alone !== 'own') return;
  for (const on of [first.page, second.page]) {
    await on.goto(`${BASE}/#/cases`);
    await on.reload();
    await id(on, 'cases').waitFor();
  }

  say('the analyst opens a case');
  const page = first.page;
  const caseName = `Walk ${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}`;
  await id(page, 'open-case').click();
  await id(page, 'case-name').fill(caseName);
  await look(page, 'open-case');
  await id(page, 'case-open').click();
  await page.getByText('This case has no authority yet.').waitFor();
  await look(page, 'case-empty');

  say('applies for an authority, step by step');
  const exportFile = option('export') ?? join(scratch, 'result.json');
  if (!option('export')) writeFileSync(exportFile, telegramExport({ places: true }));
  const selectors = (option('selectors') ?? PEOPLE.slice(0, 14).map(([, number]) => `platform_id@telegram:${number}`).join(',')).split(',');
  const platforms = (option('platforms') ?? 'telegram').split(',');
  await id(page, 'draft-authority').click();
  await id(page, 'draft-offence').selectOption('demonstration-trespass');
  await page.getByText('Does not satisfy').waitFor();
  await look(page, 'wizard-offence-refused');
  await id(page, 'draft-offence').selectOption('stolen-goods');
  await id(page, 'draft-instrument').selectOption('Search warrant');
  await id(page, 'draft-number').fill('W-2026-4711');
  await id(page, 'draft-issuer').fill('District court of Testland');
  await id(page, 'draft-jurisdiction').fill('Testland');
  await onwards(page, 'Scope');
  await id(page, 'draft-selectors').fill(selectors.slice(1).join('\n'));
  const [, type, where, value] = /^([a-z_]+)(?:@([a-z]+))?:(.*)$/.exec(selectors[0]);
  await id(page, 'selector-type').selectOption(type);
  if (where) await id(page, 'selector-platform').selectOption(where);
  await id(page, 'selector-value').fill(value);
  await page.keyboard.press('Enter');
  insist((await id(page, 'draft-selectors').inputValue()).endsWith(selectors[0]), 'the selector added in its parts is not in the list');
  for (const platform of platforms) await id(page, `platform-${platform}`).check();
  // Whom the named wrote to belongs to the network as well, one hop and never further.
  await id(page, 'hops-1').check();
  await id(page, 'draft-content-from').fill(option('from', '2015-01-01T00:00'));
  await look(page, 'wizard-scope');
  await onwards(page, 'Sufficient, sustainable cause');
  await id(page, 'draft-cause').fill('Too short');
  insist(/SX-AUTH-CAUSE/.test(await id(page, 'refusals').innerText()), 'a thin cause is not refused while it is written');
  await look(page, 'wizard-principle-refused');
  for (const [fields, next] of [
    [['cause'], 'Integrity of motive'], [['motive', 'interests'], 'Necessity and proportionality'], [['necessity', 'proportionality', 'collateral'], 'Right authority'],
    [['right', 'validation'], 'Last resort'], [['lastResort', 'tried'], 'Prospect of success'], [['prospect', 'stopCriteria'], 'Limits and duties'],
  ]) {
    for (const field of fields) await id(page, `draft-${field}`).fill(long(field));
    if (fields.includes('necessity')) await look(page, 'wizard-principle');
    await page.keyboard.press('Control+Enter');
    await page.locator('h2', { hasText: next }).waitFor();
  }
  say('comes back to the draft where it was left');
  await openCase(page, caseName);
  await page.getByRole('link', { name: /W-2026-4711/ }).click();
  await id(page, 'amend').click();
  await page.locator('h2', { hasText: 'Limits and duties' }).waitFor();
  for (const one of [first, second]) await id(page, `team-${one.actor.id}`).check();
  await id(page, 'draft-handling').fill('Case team and prosecutor only.');
  await id(page, 'draft-subjects').fill('600'); // The crowd of one part of the walk.
  await look(page, 'wizard-duties');
  await onwards(page, 'Sign');

  say('reads and signs its six principles and submits it');
  insist(await id(page, 'sign-all').isDisabled(), 'the six can be signed before each was shown');
  for (let read = 0; read < 6; read++) {
    insist(await id(page, 'sign-all').isDisabled(), 'the six can be signed before each was shown');
    await id(page, 'sign-read').click();
  }
  await look(page, 'wizard-sign');
  await id(page, 'sign-all').click();
  await id(page, 'all-signed').waitFor();
  await onwards(page, 'Submit');
  await id(page, 'complete').waitFor();
  await look(page, 'wizard-submit');
  await id(page, 'do-submit').click();
  await page.locator('h1', { hasText: 'Submitted' }).waitFor();
  await look(page, 'authority-submitted');

  say('the officer approves');
  await openCase(officer.page, caseName);
  await officer.page.getByRole('link', { name: /W-2026-4711/ }).click();
  await id(officer.page, 'do-approve').click();
  await id(officer.page, 'reasons').waitFor();
  await look(officer.page, 'approve');
  await reasons(officer.page, 'All six principles are met; the reach is the named accounts and nothing else.');
  await officer.page.locator('h1', { hasText: /Oversight pending|Active/ }).waitFor();
  if (await officer.page.locator('h1', { hasText: 'Oversight pending' }).count()) {
    insist(overseer, 'the authority needs an overseer and the password file names none');
    say('the overseer validates');
    await openCase(overseer.page, caseName);
    await overseer.page.getByRole('link', { name: /W-2026-4711/ }).click();
    await id(overseer.page, 'do-oversee-approve').click();
    await reasonsWithKey(overseer.page, 'Lawful, necessary and bounded; validated beforehand.', overseer.passphrase);
    await overseer.page.locator('h1', { hasText: 'Active' }).waitFor();
    await officer.page.reload();
    await officer.page.locator('h1', { hasText: 'Active' }).waitFor();
  }
  await look(officer.page, 'authority-active');

  say('the analyst asks for a permit');
  await openCase(page, caseName);
  await id(page, 'nav-exhibits').click();
  await page.getByText('This page shows case data').waitFor();
  await look(page, 'no-permit');
  await id(page, 'ask-permit').first().click();
  await reasons(page, 'To read the return to the warrant and find who met whom at the dock.');
  await id(page, 'permit-left').waitFor();
  await look(page, 'exhibits-empty');

  say('seals an exhibit and reads it');
  await id(page, 'seal-file').setInputFiles(exportFile);
  await id(page, 'seal-how').selectOption('USER_EXPORT');
  await id(page, 'seal-source').fill('Return 2026/77 to warrant W-2026-4711');
  await id(page, 'seal-note').fill('Sealed disc, seal number 4471.');
  await id(page, 'seal').click();
  await page.locator('[data-testid=job][data-state=DONE]').or(id(page, 'fault')).first().waitFor({ timeout: 5 * WAIT });
  insist(!(await fault(page)), `sealing failed: ${await fault(page)}`);
  await id(page, 'exhibits').getByRole('link', { name: /E-1$/ }).waitFor();
  await look(page, 'exhibits');
  await id(page, 'exhibits').getByRole('link', { name: /E-1$/ }).click();
  await id(page, 'reconciliation').or(page.getByText('Not read yet.')).first().waitFor();
  if (await page.getByText('Not read yet.').count()) {
    await id(page, 'read-again').click();
    await id(page, 'reconciliation').waitFor({ timeout: 5 * WAIT });
  }
  insist((await id(page, 'reconciliation').getAttribute('data-balanced')) === 'true', 'the reconciliation does not add up');
  await id(page, 'chain').locator('tbody tr').first().waitFor();
  await look(page, 'exhibit');

  say('searches records and opens their bytes');
  await id(page, 'nav-records').click();
  await id(page, 'record-row').first().waitFor();
  await look(page, 'records');
  const words = option('search') ?? (option('export') ? null : 'crate');
  if (words) {
    await id(page, 'search-words').fill(words);
    await id(page, 'search').click();
    await page.locator('[data-testid=record-row] mark').first().waitFor();
    await look(page, 'records-found');
  }
  await id(page, 'record-row').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await id(page, 'record-pane').waitFor();
  await id(page, 'show-hex').waitFor();
  if (await id(page, 'show-text').count()) await id(page, 'show-text').click();
  await id(page, 'bytes-text').or(id(page, 'bytes-hex')).first().waitFor();
  insist((await id(page, 'record-pane').locator('.bytes mark').first().innerText()).length > 0, 'the bytes show no marked range');
  if (!option('export')) {
    const said = await id(page, 'record-pane').locator('.words').innerText();
    const marked = await id(page, 'record-pane').locator('.bytes mark').first().innerText();
    insist(marked.includes(said.trim()), `the marked bytes do not hold the record's words: ${said}`);
  }
  await id(page, 'use-as-support').click();
  await look(page, 'record-bytes');
  await id(page, 'show-hex').click();
  await id(page, 'bytes-hex').waitFor();
  await look(page, 'record-hex');
  await id(page, 'record-row').nth(0).click();
  await id(page, 'show-hex').waitFor();
  await id(page, 'use-as-support').click();

  say('judges accounts');
  await id(page, 'nav-people').click();
  await id(page, 'suggestion').or(page.getByText('Nothing waits for a judgement.')).first().waitFor();
  await look(page, 'suggestions');
  if (await id(page, 'suggestion').count()) {
    await id(page, 'suggestion').focus();
    await page.keyboard.press('y');
  } else {
    await id(page, 'tab-accounts').click();
    await id(page, 'accounts').locator('input[type=checkbox]').nth(0).check();
    await id(page, 'accounts').locator('input[type=checkbox]').nth(1).check();
    await page.getByRole('button', { name: 'Different', exact: true }).click();
  }
  await reasons(page, 'Seen side by side: number and way of writing, read in the records themselves.');
  for (const tab of ['accounts', 'entities', 'judgements']) {
    await id(page, `tab-${tab}`).click();
    await id(page, tab).waitFor();
    await look(page, tab);
  }

  say('freezes and measures the network');
  await id(page, 'nav-network').click();
  await id(page, 'freeze').waitFor();
  await look(page, 'network');
  for (const kind of (option('ties') ?? '').split(',').filter(Boolean)) await id(page, `tie-${kind}`).check();
  await id(page, 'freeze').click();
  await id(page, 'measure-all').or(id(page, 'fault')).first().waitFor({ timeout: 5 * WAIT });
  insist(!(await fault(page)), `freezing failed: ${await fault(page)}`);
  await id(page, 'measure-all').click();
  await id(page, 'measure-all').waitFor({ state: 'detached', timeout: 5 * WAIT });
  insist(!(await fault(page)), `measuring failed: ${await fault(page)}`);
  await id(page, 'chart').locator('canvas').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(600);
  await look(page, 'snapshot');
  const row = id(page, 'measures').locator('tbody tr').first();
  await row.focus();
  await page.keyboard.press('Enter');
  await id(page, 'entity-card').waitFor();
  await look(page, 'snapshot-entity');
  const [png] = await Promise.all([page.waitForEvent('download'), id(page, 'save-png').click()]);
  insist(statSync(await png.path()).size > 5_000, 'the picture of the network is empty');
  await png.saveAs(join(OUT, 'network.png'));
  await id(page, 'table-ties').click();
  await id(page, 'ties').waitFor();
  await look(page, 'ties');

  if (!option('export')) await workspace({ page, id, look, say, insist, fault, out: OUT, second, number: 'W-2026-4711' });
  if (!option('export')) await live({ page, second: second.page, id, look, say, insist, fault });
  if (has('to-workspace')) return;

  say('writes a finding');
  await id(page, 'nav-findings').click();
  await page.getByText('There is no finding yet.').waitFor();
  await look(page, 'findings-empty');
  await id(page, 'new-finding').click();
  await id(page, 'claim-title').fill('Three deliveries were arranged at gate 4');
  await id(page, 'claim-text').fill('The accounts named arranged at least three deliveries at gate 4 between January and June 2026. Who held the accounts is not claimed.');
  for (const type of ['FACT', 'REPORTED', 'ASSESSMENT']) {
    await id(page, `type-${type}`).check();
    insist(await id(page, `type-${type}`).isChecked(), `a claim cannot be of the type ${type}`);
  }
  for (const scheme of ['ADMIRALTY', 'EUROPOL-4x4', 'UK-3x5x2']) {
    await id(page, `scheme-${scheme}`).check();
    insist((await id(page, 'grade-source').locator('option').count()) > 3, `the scheme ${scheme} has no grades`);
  }
  await id(page, 'grade-source').selectOption('2');
  await id(page, 'grade-information').selectOption('B');
  await id(page, 'grade-handling').selectOption('P');
  await id(page, 'claim-method').fill('Search for words of delivery in all exhibits; each record read in its original bytes.');
  await id(page, 'claim-none').fill('None found: all exhibits were searched for cancellations and other places.');
  await id(page, 'claim-alternatives').fill('The words are a private joke.\nAnother gate of the same number is meant.');
  await look(page, 'finding-editor');
  provoked.push(422);
  await id(page, 'save-and-submit').click();
  await id(page, 'submit-now').click();
  await page.getByText('SX-FIND-CORROBORATION').waitFor();
  await look(page, 'finding-not-corroborated');
  await page.keyboard.press('Escape');
  await id(page, 'grade-information').selectOption('C');
  await id(page, 'save-and-submit').click();
  await id(page, 'submit-now').click();
  await page.locator('h1', { hasText: 'In review' }).waitFor();
  insist((await id(page, 'finding-accept').count()) === 0, 'the author may not review the finding');
  await look(page, 'finding-in-review');

  say('a second person reviews it');
  await openCase(second.page, caseName);
  await id(second.page, 'ask-permit').first().click();
  await reasons(second.page, 'To review the first finding of the case as the second person.');
  await id(second.page, 'nav-findings').click();
  await second.page.getByRole('link', { name: /F-1/ }).click();
  await id(second.page, 'finding-accept').click();
  await reasons(second.page, 'Opened both records in their bytes; the claim says no more than they bear.');
  await id(second.page, 'finding-accept').waitFor({ state: 'detached' });
  await look(second.page, 'finding-reviewed');

  say('the author signs');
  await page.reload();
  if (await page.locator('h1', { hasText: 'Signed' }).count() === 0) {
    await id(page, 'sign-finding').or(page.locator('h1', { hasText: 'Signed' })).first().waitFor();
    if (await id(page, 'sign-finding').count()) await id(page, 'sign-finding').click();
    await page.locator('h1', { hasText: 'Signed' }).waitFor();
  }
  await look(page, 'finding-signed');
  await id(page, 'nav-findings').click();
  await id(page, 'findings').waitFor();
  await look(page, 'findings');

  say('nobody leaves the house without a role');
  await id(page, 'nav-subjects').click();
  await page.getByText('Nobody has been written down yet.').waitFor();
  await look(page, 'subjects-empty');
  for (const [at, author] of (await citedAuthors(page)).entries()) {
    await id(page, 'add-person').click();
    const account = id(page, 'person-account').locator('option').filter({ hasText: author }).first();
    await account.waitFor({ state: 'attached' });
    const key = await account.getAttribute('value');
    await id(page, 'person-account').selectOption(key);
    insist((await id(page, 'person-identifiers').inputValue()) === key, 'the account chosen is not among the identifiers');
    if (at === 0) await look(page, 'subject-add');
    await id(page, 'person-add').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    const card = id(page, 'person').filter({ hasText: author });
    await card.getByTestId('role-OTHER').click();
    await reasons(page, 'Took part in the talk about deliveries; nothing more is said of the person.');
    await card.getByRole('button', { name: 'No longer other' }).waitFor();
  }
  await look(page, 'subjects');

  say('the officer registers who may receive');
  const agreement = `Protocol ${caseName.slice(5)}`;
  await officer.page.goto(`${BASE}/#/recipients`);
  for (const [field, text] of [['reference', agreement], ['organisation', 'Harbour District Public Prosecutor'], ['name', 'P. Prosser'], ['need', 'Decides on charges.']]) await id(officer.page, `register-${field}`).fill(text);
  await id(officer.page, 'register-expires').fill(`${new Date().getFullYear() + 2}-01-01`);
  await id(officer.page, 'register-rules').check();
  await id(officer.page, 'register-recipient').click();
  await officer.page.getByRole('cell', { name: agreement, exact: true }).or(id(officer.page, 'fault')).first().waitFor();
  insist(!(await fault(officer.page)), `the recipient was not registered: ${await fault(officer.page)}`);
  await look(officer.page, 'recipients');

  say('releases it and downloads the bundle');
  await id(page, 'nav-disclosure').click();
  await id(page, 'choose-finding').first().check();
  await id(page, 'release-title').fill('Deliveries at gate 4');
  await id(page, 'choose-recipient').selectOption({ label: `P. Prosser, Harbour District Public Prosecutor (${agreement})` });
  await id(page, 'recipient-need').fill('To decide on the charge in the case.');
  await look(page, 'disclosure');
  await id(page, 'release').click();
  await id(page, 'disclosures').or(id(page, 'fault')).first().waitFor({ timeout: 5 * WAIT });
  insist(!(await fault(page)), `the release failed: ${await fault(page)}`);
  await page.getByText('✓ verified').waitFor();
  await look(page, 'released');
  const [bundle] = await Promise.all([page.waitForEvent('download'), id(page, 'download-bundle').first().click()]);
  await bundle.saveAs(join(OUT, 'bundle.zip'));
  insist(statSync(join(OUT, 'bundle.zip')).size > 0, 'the bundle is empty');
  const [report] = await Promise.all([page.waitForEvent('download'), id(page, 'download-report').first().click()]);
  await report.saveAs(join(OUT, 'report.pdf'));

  await portable(browser, portableOf(readFileSync(join(OUT, 'bundle.zip'))), OUT, AXE, say);
  await stamped({ page, id, look, say, insist, fault, provoked, out: OUT });

  say('finds its acts in the ledger, with proof');
  await id(page, 'nav-acts').click();
  await id(page, 'show-proof').first().waitFor();
  await look(page, 'acts');
  await id(page, 'show-proof').first().click();
  await id(page, 'proof-verdict').waitFor();
  await look(page, 'proof');
  insist(/worked out in this browser/.test(await id(page, 'proof-verdict').innerText()), `the proof does not hold: ${await id(page, 'proof-verdict').innerText()}`);
  await page.getByRole('button', { name: 'Close' }).click();

  if (!option('export') && !has('to-templates')) await finding({ page, id, look, say, insist, fault, wait: WAIT, scratch, out: OUT });
  if (has('to-finding')) return;

  await templates({ page, second, id, look, say, insist, fault, wait: WAIT, scratch, caseName, openCase, reasons, provoked, recipient: `P. Prosser, Harbour District Public Prosecutor (${agreement})` });
  if (has('to-templates')) return;
  await recall({ page, second: second.page, id, look, say, insist, fault, wait: WAIT, out: OUT });
  if (!option('export')) await crowded();

  if (overseer) {
    say('the overseer sees the acts of all cases');
    await overseer.page.goto(`${BASE}/#/ledger`);
    await id(overseer.page, 'acts').waitFor();
    await look(overseer.page, 'ledger');
  }

  await asking(caseName);
  if (overseer) await life(page, second.page, officer.page, overseer.page, caseName, second.actor, overseer.passphrase);
  await rooms({ officer, overseer, analyst: first, second, others: seats.others }, caseName);

  say('signing out ends it');
  await id(page, 'sign-out').click();
  await id(page, 'login').waitFor();
  const kept = await page.evaluate(() => JSON.stringify([sessionStorage.getItem('sextant.permits'), sessionStorage.getItem('sextant.baskets')]));
  insist(!/[0-9a-f]{8}-[0-9a-f]{4}/.test(kept), `something is kept after signing out: ${kept}`);
}

/* An authority after its first days: renewed, stopped, let go on; another given by word of mouth, written up, and made void. */
async function life(page, second, officer, overseer, caseName, author, passphrase) {
  say('the analyst applies for a further version');
  await openCase(page, caseName);
  await page.getByRole('link', { name: /W-2026-4711/ }).click();
  await id(page, 'renew').click();
  await page.locator('h2', { hasText: 'Results so far' }).waitFor();
  await id(page, 'draft-results').fill('Three deliveries are shown and released as finding F-1; who orders is not known. Nobody was seen without need.');
  await look(page, 'renewal-results');
  await onwards(page, 'Basis and offence');
  await onwards(page, 'Scope');
  await id(page, 'draft-selectors').press('Control+End');
  await id(page, 'draft-selectors').pressSequentially('\nemail:orders@dock.example');
  await onwards(page, 'Sufficient, sustainable cause');
  await id(page, 'draft-cause').fill(long('cause'));
  insist(/SX-AUTH-RENEWAL-COPIED/.test(await id(page, 'refusals').innerText()), 'a copied principle is not refused while it is written');
  await look(page, 'renewal-copied');
  const fresh = { cause: 'The three deliveries of finding F-1 were ordered from an e-mail address that no witness had named before.', motive: 'Only whoever orders is sought; the drivers are known and nobody else is looked at.', interests: 'Asked again on both members of the team: no tie to anybody named.', necessity: 'The orders come from the address added; nothing in the file says who writes from it.', proportionality: 'One selector more, the same span, the same level; five thefts since the first version.', collateral: 'Whoever else wrote to the address is sealed off unless an order is answered.', right: 'The court extended its warrant on 3 June; the superintendent of another unit decides.', validation: 'The civilian overseer looks at it within fourteen days.', lastResort: 'The provider of the address was asked for the holder and gave none.', tried: 'Subscriber request: no name on file.', prospect: 'The address was in use on the day of the last delivery.', stopCriteria: 'When the holder is known, or after thirty days.' };
  for (const [fields, next] of [[['cause'], 'Integrity of motive'], [['motive', 'interests'], 'Necessity and proportionality'], [['necessity', 'proportionality', 'collateral'], 'Right authority'], [['right', 'validation'], 'Last resort'], [['lastResort', 'tried'], 'Prospect of success'], [['prospect', 'stopCriteria'], 'Limits and duties']]) {
    for (const field of fields) await id(page, `draft-${field}`).fill(fresh[field]);
    if (fields.includes('necessity')) await look(page, 'renewal-principle');
    await onwards(page, next);
  }
  await id(page, 'draft-views').fill('4000');
  await onwards(page, 'Sign');
  for (let read = 0; read < 6; read++) await id(page, 'sign-read').click();
  await id(page, 'sign-all').click();
  await id(page, 'all-signed').waitFor();
  await onwards(page, 'Submit');
  await id(page, 'do-submit').click();
  await page.locator('h1', { hasText: 'Submitted' }).waitFor();
  await id(page, 'version-1').waitFor();

  say('the officer sees what would become possible and what widens');
  await openCase(officer, caseName);
  await officer.getByRole('row', { name: /Submitted/ }).getByRole('link').click();
  await id(officer, 'changes').waitFor();
  const changes = await id(officer, 'changes').innerText();
  insist(/widens[\s\S]*orders@dock\.example/i.test(changes) && /narrows[\s\S]*4000/i.test(changes), `the difference does not say what widens and narrows: ${changes}`);
  insist(/orders@dock\.example/.test(await id(officer, 'possible').innerText()), 'what would become possible does not name the new selector');
  insist(/3,?\s*deliveries|Three deliveries/.test(await id(officer, 'results').innerText()), 'the results so far are not shown');
  await look(officer, 'officer-renewal');
  await id(officer, 'do-approve').click();
  await id(officer, 'reasons').waitFor();
  await look(officer, 'officer-decides');
  await reasons(officer, 'One selector more, argued anew; everything else stays as it was.');
  await id(officer, 'do-suspend').waitFor();

  say('stops it and lets it go on');
  await id(officer, 'do-suspend').click();
  await look(officer, 'suspend');
  permitsFell = true;
  await reasons(officer, 'A question of the court is to be answered before work goes on.');
  await officer.locator('h1', { hasText: 'Suspended' }).waitFor();
  await look(officer, 'suspended');
  await id(officer, 'do-resume').click();
  await reasons(officer, 'The court has answered: the warrant stands as it is.');
  await officer.locator('h1', { hasText: 'Active' }).waitFor();

  say('gives leave by word of mouth');
  await openCase(officer, caseName);
  await id(officer, 'oral').click();
  await id(officer, 'oral-applicant').selectOption(author.id);
  await id(officer, 'oral-danger').fill('A driver said on the telephone that he would be beaten tonight because of the lost machine.');
  await id(officer, 'oral-words').fill('At 21:40 by telephone: look at the one account that threatened him, tonight and tomorrow, nothing else.');
  await id(officer, 'draft-offence').selectOption('extortion');
  await id(officer, 'draft-instrument').selectOption('*');
  await id(officer, 'draft-instrument-words').fill('Oral authority');
  await id(officer, 'draft-number').fill('ORAL-1');
  await id(officer, 'draft-issuer').fill('Superintendent on duty');
  await id(officer, 'draft-selectors').fill('handle@telegram:threat_night');
  await id(officer, 'platform-telegram').check();
  await id(officer, 'draft-handling').fill('Case team only.');
  await look(officer, 'oral-grant');
  await id(officer, 'oral-grant').click();
  await officer.locator('h1', { hasText: 'Active urgent' }).or(id(officer, 'fault')).first().waitFor();
  insist(!(await fault(officer)), `the oral grant was refused: ${await fault(officer)}`);
  await look(officer, 'oral-active');
  await openCase(second, caseName);
  await second.getByText('No permit held').first().waitFor();
  await second.getByRole('link', { name: /ORAL-1/ }).click();
  await id(second, 'write-up').click();
  for (const [field, text] of Object.entries(fresh)) await id(second, `draft-${field}`).fill(text);
  await look(second, 'write-up');
  await id(second, 'hand-in').click();
  await second.locator('h1', { hasText: 'Oversight pending' }).waitFor();

  say('the overseer sees it and makes it void');
  await openCase(overseer, caseName);
  await overseer.getByRole('link', { name: /ORAL-1/ }).click();
  await id(overseer, 'notes').waitFor();
  await look(overseer, 'overseer-oral');
  await id(overseer, 'do-quash').click();
  await look(overseer, 'quash');
  await reasons(overseer, 'The danger had passed when leave was given; the account belongs to somebody else.');
  await overseer.locator('h1', { hasText: 'Quashed' }).waitFor();
  await look(overseer, 'quashed');
  say('the overseer sees what would fall with the other, and leaves it');
  await openCase(overseer, caseName);
  await overseer.getByRole('row', { name: /W-2026-4711.*Active/ }).getByRole('link').click();
  await id(overseer, 'do-quash').click();
  await id(overseer, 'recall').getByText('Would have to be told').waitFor();
  insist(/exhibit/.test(await id(overseer, 'recall').innerText()) && /P\. Prosser/.test(await id(overseer, 'recall').innerText()), 'what would be hidden and who would be told is not listed');
  await look(overseer, 'quash-recall');
  await overseer.getByRole('button', { name: 'Cancel' }).click();

  say('the overseer confirms it with a key of his own');
  await id(overseer, 'do-oversee-approve').click();
  await reasonsWithKey(overseer, 'Looked at what was done under it: it stays within the warrant.', passphrase);
  await overseer.getByText('it stays within the warrant').first().waitFor();
  insist(!(await fault(overseer)), `the signed word was not taken: ${await fault(overseer)}`);
  await look(overseer, 'overseer-confirmed');
}

/* A short look at the pages of everybody else: each opens, says what it is about, and shows no fault. */
async function rooms(seats, caseName) {
  const visit = async (page, address, heading, name) => {
    say(`looks at ${name}`);
    await page.goto(`${BASE}/#${address}`);
    await page.locator('h1', { hasText: heading }).waitFor();
    await page.locator('.waiting').first().waitFor({ state: 'detached' });
    insist(!(await fault(page)), `${name}: ${await fault(page)}`);
    await look(page, name);
  };
  const { officer, overseer, analyst, second } = seats;
  await openCase(analyst.page, caseName);
  const here = /#(\/cases\/[^/?]+)/.exec(analyst.page.url())[1];
  await visit(analyst.page, `${here}/requests`, 'Legal process', 'help-desk');
  await visit(analyst.page, `${here}/requests/new`, '', 'help-desk-adviser');
  await visit(analyst.page, `${here}/retention`, 'Retention', 'retention');
  await visit(analyst.page, '/conflicts', 'Conflicts of interest', 'conflicts');
  await visit(analyst.page, '/methods', 'Methods of the machine', 'methods');
  await visit(analyst.page, '/recipients', 'Recipients', 'recipients-analyst');
  await visit(officer.page, '/law', 'Law of the house', 'law');
  if (overseer) {
    await visit(overseer.page, '/oversight', 'Oversight', 'oversight');
    await id(overseer.page, 'figures').click();
    await id(overseer.page, 'emergency').waitFor();
    await look(overseer.page, 'oversight-figures');
    await transparency({ page: overseer.page, id, look, say, insist });
  }
  for (const [role, address, heading, name] of [
    ['FILTER_OFFICER', '/filter', 'Sealed off', 'filter'], ['INTEGRITY_OFFICER', '/conflicts', 'Conflicts of interest', 'integrity'],
    ['LEGAL_PROCESS_OFFICER', '/cases', 'Cases', 'legal-process'], ['ADMINISTRATOR', '/methods', 'Methods of the machine', 'administrator'],
  ]) {
    const page = seats.others[role];
    if (page) await visit(page, address, heading, name);
  }
  const lena = seats.others.LEGAL_PROCESS_OFFICER;
  const lantern = lena && lena.getByTestId('cases').locator('tbody a').last();
  if (lena && await lantern.count()) {
    await lantern.click();
    await id(lena, 'nav-requests').click();
    await lena.locator('h1', { hasText: 'Legal process' }).waitFor();
    await lena.locator('.waiting').first().waitFor({ state: 'detached' });
    await look(lena, 'legal-process-case');
    const request = lena.locator('main tbody a').first();
    if (await request.count()) {
      await request.click();
      await lena.locator('h2', { hasText: 'Where it stands' }).waitFor();
      await look(lena, 'legal-process-request');
    }
  }
  const fay = seats.others.FILTER_OFFICER;
  if (fay && await id(fay, 'filter-waiting').count()) {
    say('opens what was sealed off');
    await id(fay, 'filter-waiting').first().getByRole('button').click();
    await reasons(fay, 'To see whether anything sealed off by the scope is privileged and must be destroyed.');
    await id(fay, 'filter-item').first().waitFor();
    insist(!(await fault(fay)), `filtering: ${await fault(fay)}`);
    await look(fay, 'filter-items');
  }
  say('goes on duty and off again');
  await visit(second.page, '/duty', 'Duty', 'duty');
  await id(second.page, 'go-on-duty').click();
  await id(second.page, 'end-duty').waitFor();
  await look(second.page, 'on-duty');
  await visit(second.page, '/cases', 'Cases', 'cases-on-duty');
  await second.page.goto(`${BASE}/#/duty`);
  await id(second.page, 'end-duty').click();
  await id(second.page, 'login').waitFor();
}

let failed = null;
try {
  await walk();
} catch (caught) {
  failed = caught;
  for (const context of browser.contexts()) {
    for (const page of context.pages()) await page.screenshot({ path: join(OUT, `failed-${browser.contexts().indexOf(context)}.png`) }).catch(() => undefined);
  }
} finally {
  writeFileSync(join(OUT, 'index.html'), contactSheet({ pictures, problems, stoppedAt: failed ? step : null }));
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
for (const problem of problems) console.error(`✗ ${problem}`);
if (failed) console.error(`✗ stopped at “${step}”: ${failed.stack ?? failed}`);
if (failed || problems.length > 0) {
  console.error(`not passed: ${problems.length} problems${failed ? ', and the walk did not end' : ''}; pictures in ${OUT}`);
  process.exit(1);
}
console.log(`passed: ${looked.length} looks with axe, no violation, no remote request; pictures in ${OUT}`);
