/*
 * The part of the walk that is about what leaves: a template and its preview, words taken out by keyboard, a rectangle of a
 * picture by mouse and by keyboard, whoever decided refused, and a second person who releases it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn } from '../dev/pictures.mjs';
import { permitted } from './permits.mjs';

export async function templates({ page, second, id, look, say, insist, fault, wait, scratch, caseName, openCase, reasons, recipient, provoked }) {
  say('a picture is sealed, to go with a release');
  const picture = join(scratch, 'gate.png');
  writeFileSync(picture, drawn(5, 320, 200));
  await id(page, 'nav-exhibits').click();
  await id(page, 'seal-file').setInputFiles(picture);
  await id(page, 'seal-how').selectOption('USER_EXPORT');
  await id(page, 'seal-source').fill('Photograph handed in by the gate keeper');
  await id(page, 'seal-read').uncheck();
  await id(page, 'seal').click();
  await id(page, 'exhibits').getByText('gate.png').first().waitFor({ timeout: 5 * wait });

  say('words are taken out by keyboard, a rectangle by mouse and by keyboard');
  await id(page, 'nav-disclosure').click();
  await id(page, 'redact-finding').selectOption({ index: 1 });
  await id(page, 'redact-reason').selectOption('PRIVACY');
  const text = page.locator('[data-testid="mark-supports/0/words"]');
  await text.waitFor();
  await text.focus();
  await page.keyboard.press('Control+Home');
  for (let n = 0; n < 12; n++) await page.keyboard.press('Shift+ArrowRight');
  const take = page.locator('[data-testid="take-supports/0/words"]');
  await take.click({ timeout: wait }).catch(() => insist(false, 'words chosen by keyboard cannot be taken out'));
  await id(page, 'redactions').getByText('PRIVACY').first().waitFor();
  insist(!(await fault(page)), `marking failed: ${await fault(page)}`);
  await look(page, 'redaction-words');

  await id(page, 'redact-picture').selectOption({ index: 1 });
  const area = id(page, 'picture-area');
  await area.waitFor({ timeout: 5 * wait });
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.25);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 4 });
  await page.mouse.up();
  const drawnWidth = Number(await id(page, 'area-width').inputValue());
  insist(Math.abs(drawnWidth - 80) <= 3, `a quarter of 320 pixels was drawn as ${drawnWidth}`);
  await id(page, 'take-area').click();
  await page.locator('.area-gone').first().waitFor({ state: 'attached' });
  await area.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.area-gone').nth(1).waitFor({ state: 'attached' });
  await look(page, 'redaction-picture');

  say('the preview shows what would be released, and whoever decided does not release it');
  await id(page, 'choose-finding').first().check();
  await id(page, 'release-title').fill('Deliveries at gate 4, for the court');
  await id(page, 'choose-recipient').selectOption({ label: recipient });
  await id(page, 'recipient-need').fill('To decide on the charge in the case.');
  await id(page, 'choose-template').selectOption('evidential-bundle');
  await id(page, 'choose-receiver').selectOption('COURT');
  await id(page, 'choose-picture').first().check();
  await id(page, 'preview').click();
  const report = id(page, 'preview-report');
  await report.waitFor({ timeout: 5 * wait });
  const shown = await report.evaluate((element) => element.shadowRoot.textContent);
  insist(/DRAFT\. This is no certificate/.test(shown), 'the preview has no draft of a certificate');
  insist(/\[PRIVACY\]/.test(shown) && /PRIVACY/.test(shown), 'the preview does not say what was taken out');
  const seen = await report.evaluate(async (element) => {
    const picture = element.shadowRoot.querySelector('#picture-1');
    await picture.decode();
    return { line: getComputedStyle(element.shadowRoot.querySelector('h2')).borderBottomStyle, width: picture.getBoundingClientRect().width };
  });
  insist(seen.line === 'solid' && Math.abs(seen.width - 320) < 4, `the preview has lost its style: ${JSON.stringify(seen)}`);
  await look(page, 'release-preview');
  await page.getByRole('button', { name: 'Close' }).click();
  provoked.push(422);
  await id(page, 'release').click();
  await id(page, 'fault').first().waitFor({ timeout: 5 * wait });
  insist(/SX-DISC-SECOND-PERSON/.test(await fault(page)), `whoever decided could release: ${await fault(page)}`);
  await look(page, 'redaction-second-person');

  say('a second person releases it');
  await openCase(second.page, caseName);
  await id(second.page, 'nav-disclosure').click();
  await permitted(second.page, 'To read what was taken out and to release the bundle to the court.');
  const on = second.page;
  await id(on, 'choose-finding').first().check();
  await id(on, 'release-title').fill('Deliveries at gate 4, for the court');
  await id(on, 'choose-recipient').selectOption({ label: recipient });
  await id(on, 'recipient-need').fill('To decide on the charge in the case.');
  await id(on, 'choose-template').selectOption('evidential-bundle');
  await id(on, 'choose-receiver').selectOption('COURT');
  await id(on, 'choose-picture').first().check();
  await id(on, 'release').click();
  await id(on, 'disclosures').getByText('redacted').first().or(id(on, 'fault')).first().waitFor({ timeout: 10 * wait });
  insist(!(await fault(on)), `the second person could not release: ${await fault(on)}`);
  await look(on, 'redaction-released');
}
