/*
 * The part of the walk about the forms in which findings leave: each template of the agency previewed with findings of the training case, about somebody
 * whose role bears it where a template asks for one; nothing is released.
 */
import { goTo } from './hands.mjs';
import { permitted } from './permits.mjs';

const TEMPLATES = { 'intelligence-report': 'Intelligence report', 'network-profile': 'Network profile', 'subject-profile': 'Subject profile', 'evidential-bundle': 'Evidential bundle', 'harassment-pack': 'Harassment pack' };

/* Keys of the entities whose person bears a role that a profile may be about, as the pages themselves fetch them. */
const roled = (page) => page.evaluate(async () => {
  const permit = Object.values(JSON.parse(sessionStorage.getItem('sextant.permits')).byCase).find((one) => location.hash.includes(one.caseId));
  const ask = async (what) => (await fetch(`/api/${what}`, { headers: { 'X-Sextant-Permit': permit.id } })).json();
  const [persons, entities] = [await ask('subjects'), await ask('entities')];
  const known = new Set(persons.filter((one) => one.roles.some((role) => role === 'SUSPECT' || role === 'CONVICTED')).flatMap((one) => one.identifiers));
  return entities.filter((one) => one.accounts.some((account) => known.has(account.key) || account.selectors.some((s) => known.has(s.selector)))).map((one) => one.key);
});

export async function previews({ page, id, look, say, insist, fault, openTraining, wait }) {
  await openTraining(page);
  await permitted(page, 'To see in which forms findings of the training case could leave.');
  await goTo(page, 'Disclosure');
  await id(page, 'choose-finding').first().waitFor();
  await id(page, 'choose-template').locator('option').nth(1).waitFor({ state: 'attached' });
  const offered = await id(page, 'choose-template').locator('option').evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
  insist(offered.join() === Object.keys(TEMPLATES).join(), `the templates offered are ${offered}`);
  // What the demo signed: a network, a measure, messages and people named are among it; other parts of the walk write findings of their own.
  for (const number of [1, 2, 3]) await page.locator('label').filter({ hasText: new RegExp(`^\\s*F-${number} `) }).getByTestId('choose-finding').check();
  await id(page, 'release-title').fill('For the file');
  await id(page, 'choose-recipient').selectOption({ index: 1 });
  await id(page, 'recipient-need').fill('To decide on the charge in the case.');
  const bearing = await roled(page);
  for (const [template, title] of Object.entries(TEMPLATES)) {
    say(`previews the template ${title}`);
    await id(page, 'choose-template').selectOption(template);
    await id(page, 'choose-receiver').selectOption({ index: 1 });
    if ((await id(page, 'choose-about').count()) > 0) {
      await id(page, 'choose-about').locator('option').nth(1).waitFor({ state: 'attached' });
      const named = await id(page, 'choose-about').locator('option').evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
      const about = named.find((key) => bearing.includes(key));
      insist(about, 'no finding names anybody whose role bears a profile');
      await id(page, 'choose-about').selectOption(about);
    }
    await id(page, 'preview').click();
    const report = id(page, 'preview-report');
    await report.or(id(page, 'fault')).first().waitFor({ timeout: 5 * wait });
    insist(!(await fault(page)), `previewing ${title}: ${await fault(page)}`);
    const words = await report.evaluate((host) => host.shadowRoot.textContent);
    insist(words.includes(title), `the preview does not say that it is a ${title}: ${words.slice(0, 300)}`);
    insist(!/\b(leader|boss|kingpin)\b/i.test(words), `${title} calls somebody what no measure says`);
    await look(page, `preview-${template}`);
    await page.getByRole('button', { name: 'Close' }).click();
    await report.waitFor({ state: 'detached' });
  }
}
