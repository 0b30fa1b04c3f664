import { readFileSync } from 'node:fs';

/* The overseer looks at the transparency report before it is taken, and takes it. */
export async function transparency({ page, id, look, say, insist }) {
  say('the overseer looks at the transparency report and takes it');
  await id(page, 'transparency').click();
  const report = id(page, 'preview-report');
  await report.getByRole('heading', { name: 'Transparency report' }).waitFor();
  const words = await report.evaluate((host) => host.shadowRoot.textContent);
  insist(/no person and no content/.test(words), 'the report does not say what it holds');
  insist(!/Lantern|Alvarez/.test(words), 'the report names a case or a person');
  await look(page, 'transparency-report');
  for (const [as, begins] of [['pdf', '%PDF-'], ['json', '{"agency"']]) {
    const coming = page.waitForEvent('download');
    await id(page, `transparency-${as}`).click();
    const file = await (await coming).path();
    insist(readFileSync(file, 'latin1').startsWith(begins), `the report as ${as} does not begin as one`);
  }
  await page.keyboard.press('Escape');
  await report.waitFor({ state: 'detached' });
}
