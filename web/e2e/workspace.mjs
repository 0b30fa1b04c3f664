/*
 * The part of the walk through the workspace: a brush narrows every panel, back and undo bring states back, entities are
 * lassoed, expanded, laid out and joined by a path, a view is kept and published to a second analyst, places are searched
 * within a radius, a window is frozen and compared, and the picture that leaves says its authority and handling.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export async function workspace({ page, id, look, say, insist, fault, out, second, number }) {
  const count = async () => Number((await id(page, 'ws-count').innerText()).split(' ')[0].replaceAll(',', ''));
  const becomes = async (held, what) => {
    for (let turn = 0; turn < 600; turn++) {
      if (held(await count())) return;
      await page.waitForTimeout(100);
    }
    throw new Error(`${what}: ${await id(page, 'ws-count').innerText()}`);
  };
  const brush = async (from, to) => {
    await id(page, 'ws-bars').scrollIntoViewIfNeeded();
    const box = await id(page, 'ws-bars').boundingBox();
    await page.mouse.move(box.x + box.width * from, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + 40, { steps: 6 });
    await page.mouse.up();
  };

  say('opens the workspace');
  await id(page, 'nav-workspace').click();
  await id(page, 'ws-records').waitFor();
  await id(page, 'ws-canvas').locator('canvas').first().waitFor({ state: 'attached' });
  await id(page, 'ws-bars').waitFor();
  insist(!(await fault(page)), `the workspace failed: ${await fault(page)}`);
  const all = await count();
  await page.waitForTimeout(400);
  await look(page, 'workspace');

  say('brushes a window, which narrows every panel');
  await brush(0.2, 0.45);
  await becomes((now) => now < all && now > 0, 'the brush does not narrow the records');
  const brushed = await count();
  await id(page, 'ws-lanes').check();
  await id(page, 'ws-tables').locator('summary').click();
  await id(page, 'ws-entities').getByText('Records in sight').first().waitFor(); // The brush reaches the chart.
  await look(page, 'workspace-brushed');

  say('goes back and on, undoes and redoes');
  await page.goBack();
  await page.goBack();
  await becomes((now) => now === all, 'the browser’s back does not bring the state back');
  await page.goForward();
  await becomes((now) => now === brushed, 'the browser’s forward does not bring the state on');
  await page.keyboard.press('Control+z');
  await becomes((now) => now === all, 'undo does nothing');
  await page.keyboard.press('Control+y');
  await becomes((now) => now === brushed, 'redo does nothing');
  await id(page, 'ws-all-time').click();
  await becomes((now) => now === all, 'all time does not end the brush');

  say('chooses an entity by keyboard and reads its card');
  const rows = id(page, 'ws-entities').locator('tbody tr');
  const [from, to] = [await rows.nth(0).locator('strong').innerText(), await rows.nth(1).locator('strong').innerText()].map((name) => name.replace(/ \[.*/, ''));
  await rows.nth(0).focus();
  await page.keyboard.press('Enter');
  await id(page, 'ws-entity').waitFor();
  await becomes((now) => now < all, 'the choice does not narrow the records');
  await look(page, 'workspace-entity');

  say('asks what the network would be without that entity, and one after another');
  await id(page, 'ws-tab-whatif').click();
  await id(page, 'ws-removal').locator('tbody tr').first().waitFor();
  insist((await id(page, 'ws-removal').locator('tbody tr').count()) === 5, 'nothing is said of the network without the chosen');
  await page.getByLabel('at random, a hundred times').check();
  await id(page, 'ws-away').click();
  await id(page, 'ws-curves').waitFor();
  insist((await id(page, 'ws-curves').locator('polyline').count()) === 3, 'those chosen, most ties and chance are three curves');
  insist((await id(page, 'ws-curves').locator('polygon').count()) > 0, 'the curves have no bands');
  await id(page, 'ws-curves').getByText('The curves as a table').click();
  await look(page, 'workspace-removal');

  say('looks for sets');
  await id(page, 'ws-set-size').fill('2');
  await id(page, 'ws-sets-find').click();
  await id(page, 'ws-sets').waitFor();
  insist((await id(page, 'ws-sets').locator('tbody tr').count()) > 1, 'no set, or no alternative to it');
  insist(!/leader/i.test(await id(page, 'ws-sets').innerText()), 'a set is called what it is not');
  await id(page, 'ws-sets').scrollIntoViewIfNeeded();
  await look(page, 'workspace-sets');
  await id(page, 'ws-tab-entity').click();

  say('keeps that entity alone on the chart, and counts before it expands');
  await page.keyboard.press('o');
  await page.keyboard.press('e');
  await id(page, 'ws-expand-count').waitFor();
  insist(/^[1-9]/.test(await id(page, 'ws-expand-count').innerText()), 'nobody would come by expanding');
  await look(page, 'workspace-expand');
  await id(page, 'ws-bring').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await rows.nth(1).waitFor(); // Expanding brought somebody.
  await id(page, 'ws-show').click();
  await id(page, 'ws-all').click();
  await page.keyboard.press('Escape');

  say('lassoes, lays out, folds leaves');
  await page.evaluate(() => window.scrollTo(0, 0));
  await id(page, 'ws-lasso').click();
  const area = await id(page, 'ws-lasso-area').boundingBox();
  await page.mouse.move(area.x + 4, area.y + 4);
  await page.mouse.down();
  for (const [x, y] of [[area.width - 4, 4], [area.width - 4, area.height - 4], [4, area.height - 4]]) await page.mouse.move(area.x + x, area.y + y, { steps: 4 });
  await page.mouse.up();
  await id(page, 'ws-chosen').waitFor();
  await id(page, 'ws-show').click();
  await id(page, 'ws-fold').click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  for (const layout of ['hierarchy', 'circle', 'concentric', 'grid']) await id(page, 'ws-layout').selectOption(layout);
  await look(page, 'workspace-laid-out');

  say('lays the chart out by place, with a tray for those without');
  await id(page, 'ws-layout').selectOption('geographic');
  await page.locator('[data-testid=ws-said]', { hasText: /where their records say.*in the tray/ }).waitFor();
  await page.waitForTimeout(1_500); // The land comes later, for the picture.
  await look(page, 'workspace-places');
  await id(page, 'ws-layout').selectOption('force');
  await page.waitForTimeout(300);

  say('finds a path');
  await id(page, 'ws-path').focus();
  await page.keyboard.press('p');
  await id(page, 'ws-path-from').fill(from);
  await id(page, 'ws-path-to').fill(to);
  // With one tie more each time: what is too far is said, and the first chain found has as many ties as were allowed.
  let hops = 0;
  do {
    hops++;
    await page.getByLabel('Ties at most').fill(String(hops));
    await id(page, 'ws-path-find').click();
    await page.waitForFunction((most) => document.querySelector('dialog') === null || document.querySelector('[data-testid=ws-path-said]').textContent.includes(`at most ${most} tie`), hops);
  } while ((await page.locator('dialog').count()) > 0 && hops < 4);
  insist((await page.locator('dialog').count()) === 0, `no chain of ${hops} ties joins ${from} and ${to}`);
  const way = await id(page, 'ws-said').innerText();
  insist(new RegExp(`^${hops} ties? from`).test(way) && /on the shortest chains/.test(way), `the path is not said: ${way}`);
  await look(page, 'workspace-path');

  say('reads the measures with their bands');
  await id(page, 'ws-tab-measures').click();
  await id(page, 'ws-measures').waitFor();
  await id(page, 'ws-measure-shown').selectOption('CONSTRAINT');
  if ((await id(page, 'ws-take').count()) > 0) await id(page, 'ws-take').click();
  await id(page, 'ws-size-by').waitFor();
  await id(page, 'ws-colour-by').click();
  await page.locator('[data-testid=ws-legend]', { hasText: 'fifth of the ranks' }).waitFor();
  await id(page, 'ws-size').selectOption({ label: 'Constraint: worst rank in its band' });
  await id(page, 'ws-card').locator('summary').click();
  await look(page, 'workspace-measures');
  await id(page, 'ws-colour').selectOption('');

  say('searches the map within a radius');
  await id(page, 'ws-world').scrollIntoViewIfNeeded();
  await page.locator('[data-testid=ws-world][data-ready=true]').waitFor();
  await page.keyboard.press('Escape');
  await id(page, 'ws-lat').fill('54.33');
  await id(page, 'ws-lon').fill('10.14');
  await id(page, 'ws-km').fill('3');
  await id(page, 'ws-within').click();
  await becomes((now) => now > 0 && now < all / 4, 'the radius does not narrow the records');
  await page.waitForTimeout(800);
  await look(page, 'workspace-map');
  await id(page, 'ws-everywhere').click();

  say('moves the window along the map, and lays files of one’s own over it');
  await id(page, 'ws-slider').focus();
  await page.keyboard.press('PageUp');
  await becomes((now) => now < all, 'the slider narrows nothing');
  await id(page, 'ws-all-time').click();
  await becomes((now) => now === all, 'all time does not come back');
  const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
  const kml = (inner, head = '') => `<?xml version="1.0"?>${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;
  const zone = '<Placemark><name>Port zone</name><Polygon><outerBoundaryIs><LinearRing><coordinates>10.10,54.30 10.20,54.30 10.20,54.36 10.10,54.36 10.10,54.30</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>';
  await id(page, 'ws-layers').locator('summary').first().click();
  await id(page, 'ws-layer-file').setInputFiles([file('bad.kml', kml('&a;', '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>'))]);
  await id(page, 'ws-layer-said').getByText('document type').waitFor();
  await id(page, 'ws-layer-file').setInputFiles([
    file('zones.kml', kml(`<Style><IconStyle><Icon><href>http://example.org/pin.png</href></Icon></IconStyle></Style><NetworkLink><Link><href>http://example.org/more.kml</href></Link></NetworkLink>${zone}`)),
    file('walk.geojson', JSON.stringify({ type: 'Feature', properties: { name: 'Walk' }, geometry: { type: 'LineString', coordinates: [[10.12, 54.32], [10.16, 54.34]] } })),
  ]);
  await id(page, 'ws-layers').getByText('walk.geojson').waitFor();
  insist(/never fetched/.test(await id(page, 'ws-layer-left').innerText()), 'what was left out of a layer is not said');
  await page.waitForTimeout(500);
  await look(page, 'workspace-layers');

  say('keeps a view, publishes it, and a second analyst opens it');
  await brush(0.5, 0.7);
  await page.keyboard.press('k');
  await id(page, 'ws-view-name').fill('The busy weeks');
  await id(page, 'ws-keep').click();
  await page.getByText('draft, yours alone').waitFor();
  const kept = await count();
  await second.page.goto(page.url().replace(/\?.*/, ''));
  await second.page.reload();
  await id(second.page, 'ask-permit').first().click();
  await id(second.page, 'reasons').fill('To see with the other analyst who met whom at the dock.');
  await id(second.page, 'say-reasons').click();
  await id(second.page, 'ws-records').waitFor();
  await id(second.page, 'ws-tab-steps').click();
  await second.page.getByText('A view keeps what is chosen').waitFor();
  insist((await id(second.page, 'ws-views').locator('li').count()) === 0, 'a draft is shown to another person');
  await id(page, 'ws-publish').click();
  await id(page, 'publish-changes').first().waitFor();
  await look(page, 'workspace-publish');
  await id(page, 'publish-now').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await id(page, 'ws-views').getByText('published').waitFor();
  await look(page, 'workspace-steps');
  await second.page.reload();
  await id(second.page, 'ws-records').waitFor();
  await id(second.page, 'ws-tab-steps').click();
  await id(second.page, 'ws-views').getByRole('button', { name: 'The busy weeks', exact: true }).click();
  await second.page.waitForFunction((wanted) => document.querySelector('[data-testid=ws-count]')?.textContent?.startsWith(wanted), kept.toLocaleString('en-GB'));

  say('freezes the window and holds it against the whole');
  await id(page, 'ws-tab-compare').click();
  await id(page, 'ws-freeze').click();
  await id(page, 'ws-compared').waitFor();
  await id(page, 'ws-all-time').click();
  await page.locator('[data-testid=ws-legend]', { hasText: /Only in B: [1-9]/ }).waitFor();
  if (!(await id(page, 'ws-tables').evaluate((details) => details.open))) await id(page, 'ws-tables').locator('summary').click();
  await page.locator('[data-testid=ws-ties]', { hasText: /in both|only in/i }).waitFor();
  await page.waitForTimeout(400);
  await look(page, 'workspace-compare');

  say('takes the picture with authority and handling on it');
  for (const form of ['svg', 'png', 'pdf']) {
    await id(page, 'ws-save').click();
    const [file] = await Promise.all([page.waitForEvent('download'), id(page, `ws-${form}`).click()]);
    await file.saveAs(join(out, `workspace.${form}`));
  }
  const svg = readFileSync(join(out, 'workspace.svg'), 'utf8');
  for (const words of [number, 'Handling: ', 'not a disclosure', 'not suspicion']) insist(svg.includes(words), `the picture does not say ${words}`);
  insist(statSync(join(out, 'workspace.png')).size > 5_000, 'the picture is empty');
  insist(readFileSync(join(out, 'workspace.pdf')).subarray(0, 5).toString() === '%PDF-', 'the PDF is none');
  insist(svg.includes('stroke-dasharray'), 'only colour tells two windows apart');

  say('lists the keys');
  await page.keyboard.press('?');
  await id(page, 'ws-single').waitFor();
  await look(page, 'workspace-keys');
  await page.keyboard.press('Escape');
}
