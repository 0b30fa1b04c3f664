/*
 * What the README's steps 4 to 8 leave to the reader's own hands: records taken as support, a network frozen and measured, a finding written,
 * weighed, reviewed and signed, words taken out, and a bundle released by the second person, downloaded and verified with the small jar.
 * In the training case; the walk does it when it walks the README alone, since the parts after it count what the demo left.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { permitted } from './permits.mjs';
import { opened, portableOf, verdict } from './portable.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TITLE = `Two messages arrange vans, read ${new Date().toISOString().slice(11, 19)}`;

const said = async (page, id, text) => {
  await id(page, 'reasons').fill(text);
  await id(page, 'say-reasons').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
};

/* Runs a line of the shell at the project's root with the JDK that the program itself takes; what it says, also where it says no. */
const withJava = (line, ...given) => execFileSync('bash', ['-c', `. ./jdk.sh; ${line} || true`, 'walk', ...given], { cwd: ROOT, encoding: 'utf8' });

/** A way of the case by the name that the README gives it; how many records wait for a finding may stand behind it. */
export async function goTo(page, way) {
  await page.getByRole('navigation', { name: 'Sections of the case' }).getByRole('link', { name: new RegExp(`^${way}( |\\d|$)`) }).click();
  await page.locator('main h1', { hasText: way }).waitFor();
}

export function hands({ page, second, id, look, insist, fault, openTraining, browser, out, wait }) {
  const clean = async (on, doing) => insist(!(await fault(on)), `${doing}: ${await fault(on)}`);
  return {
    async records() {
      for (const at of [0, 1]) {
        await id(page, 'record-row').nth(at).click();
        await id(page, 'use-as-support').click();
        await page.locator('[data-testid=use-as-support][aria-pressed=true]').waitFor();
      }
      await look(page, 'readme-records');
    },
    async network() {
      await id(page, 'freeze').click();
      await id(page, 'measure-BETWEENNESS').or(id(page, 'fault')).first().waitFor({ timeout: 5 * wait });
      await clean(page, 'freezing');
      await id(page, 'measure-BETWEENNESS').click();
      await page.getByRole('button', { name: 'Betweenness ✓' }).or(id(page, 'fault')).first().waitFor({ timeout: 5 * wait });
      await clean(page, 'measuring');
      await look(page, 'readme-network');
    },
    async finding() {
      await id(page, 'claim-title').fill(TITLE);
      await id(page, 'claim-text').fill('It is likely that both messages arrange vans for the same goods. Who held the accounts is not claimed.');
      await id(page, 'grade-source').selectOption('2');
      await id(page, 'grade-information').selectOption('C');
      await id(page, 'grade-handling').selectOption('P');
      await id(page, 'claim-method').fill('Both messages were found by searching for vans and read in their original bytes.');
      await id(page, 'claim-none').fill('None found: all exhibits were searched for cancellations and other vans.');
      await id(page, 'claim-alternatives').fill('The vans were hired for a lawful removal.');
      await id(page, 'matrix-begin').click();
      await id(page, 'hypothesis-2').fill('The vans were hired for a lawful removal');
      for (const row of [1, 2]) {
        await id(page, `row-text-${row}`).fill('names a van');
        for (const [column, cell] of [[1, 'C'], [2, 'I']]) await id(page, `cell-${row}-${column}`).selectOption(cell);
      }
      await page.getByRole('button', { name: 'It rests on a snapshot of the network' }).click();
      await id(page, 'claim-snapshot').selectOption({ index: 1 });
      await page.getByRole('checkbox', { name: /Betweenness/ }).first().check();
      await look(page, 'readme-finding');
      await id(page, 'save-and-submit').click();
      await id(page, 'submit-now').or(id(page, 'fault')).first().waitFor();
      await clean(page, 'saving the finding');
      await id(page, 'submit-now').click();
      await page.locator('main h1', { hasText: 'In review' }).or(id(page, 'fault')).first().waitFor();
      await clean(page, 'submitting the finding');
      await openTraining(second);
      await permitted(second, 'To review the finding of a colleague.');
      await goTo(second, 'Findings');
      await second.getByRole('link', { name: TITLE }).or(second.getByRole('row', { name: TITLE }).getByRole('link')).first().click();
      await id(second, 'finding-accept').click();
      await said(second, id, 'Both messages were opened in their bytes; the claim says no more than they bear.');
      await id(second, 'finding-accept').waitFor({ state: 'detached' });
      await look(second, 'readme-reviewed');
      await page.reload();
      await id(page, 'sign-finding').click();
      await page.locator('main h1', { hasText: 'Signed' }).or(id(page, 'fault')).first().waitFor();
      await clean(page, 'signing the finding');
      await look(page, 'readme-signed');
    },
    /* Who takes something out does not release it: the second analyst does, as the page says beside what is taken out. */
    async release() {
      const chosen = await id(page, 'redact-finding').locator('option', { hasText: TITLE }).getAttribute('value');
      await id(page, 'redact-finding').selectOption(chosen);
      await id(page, 'redact-reason').selectOption('PRIVACY');
      const text = page.locator('[data-testid^="mark-supports/0/words"]').first();
      await text.waitFor();
      await text.focus();
      await page.keyboard.press('Control+Home');
      for (let n = 0; n < 8; n++) await page.keyboard.press('Shift+ArrowRight');
      await page.locator('[data-testid^="take-supports/0/words"]').first().click();
      await id(page, 'redactions').getByText('PRIVACY').first().waitFor();
      await clean(page, 'taking words out');
      await look(page, 'readme-taken-out');
      await openTraining(second);
      await permitted(second, 'To release what a colleague took something out of.');
      await goTo(second, 'Disclosure');
      await second.locator('label', { hasText: TITLE }).getByTestId('choose-finding').check();
      await id(second, 'choose-recipient').selectOption({ index: 1 });
      await id(second, 'release-title').fill('Vans, for the prosecutor');
      await id(second, 'recipient-need').fill('To decide on the charge in the case.');
      await id(second, 'choose-template').selectOption('intelligence-report');
      await id(second, 'choose-receiver').selectOption({ index: 1 });
      await id(second, 'preview').click();
      await id(second, 'preview-report').or(id(second, 'fault')).first().waitFor({ timeout: 5 * wait });
      await clean(second, 'the preview');
      await look(second, 'readme-preview');
      await second.getByRole('button', { name: 'Close' }).click();
      await id(second, 'release').click();
      const row = id(second, 'disclosures').locator('tbody tr', { hasText: 'Vans, for the prosecutor' });
      await row.or(id(second, 'fault')).first().waitFor({ timeout: 5 * wait });
      await clean(second, 'the release');
      const [bundle] = await Promise.all([second.waitForEvent('download'), row.getByTestId('download-bundle').click()]);
      const file = join(out, 'readme-bundle.zip');
      await bundle.saveAs(file);
      await look(second, 'readme-released');
      const names = readFileSync(file).toString('latin1');
      for (const form of ['gexf', 'graphml', 'stix.json']) insist(names.includes(`.${form}`), `the bundle's exports hold no ${form}`);
      const told = withJava('"$JAVA_HOME/bin/java" -jar ledger/target/sextant-verify.jar bundle "$1"', file);
      insist(/^VALID/m.test(told), `the jar says of the bundle: ${told}`);
      const portable = join(out, 'readme-portable.html');
      writeFileSync(portable, portableOf(readFileSync(file)));
      const offline = await opened(browser, portable);
      const own = await verdict(offline.page);
      // Of a copy with something taken out the page says that the bundle's signature, which the jar checked, vouches for its words.
      insist(own.startsWith('What this browser can check holds'), `portable.html says of itself: ${own}`);
      await offline.page.screenshot({ path: join(out, 'readme-portable.png') });
      await offline.context.close();
    },
    /* The overseer's kit, judged outside. */
    async kit(overseer) {
      const [kit] = await Promise.all([overseer.waitForEvent('download'), id(overseer, 'kit').click()]);
      const file = join(out, 'readme-kit.zip');
      await kit.saveAs(file);
      const told = withJava('mkdir -p "$2" && (cd "$2" && "$JAVA_HOME/bin/jar" xf "$1") && "$JAVA_HOME/bin/java" -jar ledger/target/sextant-verify.jar oversight "$2"', file, join(out, 'readme-kit'));
      insist(/^VALID/m.test(told), `the jar says of the kit: ${told}`);
    },
  };
}
