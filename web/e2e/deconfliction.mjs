/*
 * The part of the walk that is about deconfliction: a colleague's case knows a selector of this one; both are told; the colleague's
 * case is covered, the answer is no, and the overseer brings the two together.
 */

/* Calls the server as the page does, with the page's own session. */
const call = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
  const answer = await fetch(where, { method: how, headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) }, body: what === null ? undefined : JSON.stringify(what) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${how} ${where}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}, [method, path, body ?? null]);

/* A case of the second analyst's, under an authority that names what the first's names. */
async function colleaguesCase({ page, second, officer, caseId, name }) {
  const all = await call(page, 'GET', '/api/cases');
  const living = all.find((one) => one.id === caseId).authorities.find((one) => one.mayAsk);
  const detail = await call(page, 'GET', `/api/authorities/${living.id}`);
  const opened = await call(second.page, 'POST', '/api/cases', { name });
  // Named accounts alone, and nobody of a protected calling: then no overseer is needed beforehand.
  const selectors = detail.form.selectors.filter((one) => /^(platform_id|handle|phone|email)[@:]/.test(one));
  const form = { ...detail.form, number: 'D-1', team: [second.actor.id], maxLevel: 1, selectors, flags: [], stableIds: null };
  const draft = await call(second.page, 'POST', `/api/cases/${opened.id}/authorities`, form);
  for (const principle of ['CAUSE', 'MOTIVE', 'NECESSITY', 'RIGHT', 'LAST_RESORT', 'PROSPECT']) {
    await call(second.page, 'POST', `/api/authorities/${draft.id}/principles/${principle}`, {});
  }
  await call(second.page, 'POST', `/api/authorities/${draft.id}/submit`, { reasons: '' });
  const submitted = await call(officer.page, 'GET', `/api/authorities/${draft.id}`);
  const approved = await call(officer.page, 'POST', `/api/authorities/${draft.id}/approve`, { reasons: 'All six principles are met; the same accounts, another offence.', digest: submitted.digest });
  return { ...opened, state: approved.state };
}

export async function deconfliction({ analyst, second, officer, overseer, caseName, base, id, look, say, insist, fault, reasons, openCase }) {
  const { page } = analyst;
  const name = `Beside ${caseName}`.slice(0, 60);
  say('a colleague has a case under an authority that names the same accounts');
  await openCase(page, caseName);
  const caseId = decodeURIComponent(/#\/cases\/([^/?]+)/.exec(page.url())[1]);
  const other = await colleaguesCase({ page, second, officer, caseId, name });
  insist(other.state === 'ACTIVE', `the colleague's authority is ${other.state}`);

  say('asks whether another case knows a selector');
  await id(page, 'nav-deconflict').click();
  await id(page, 'ask-permit').or(id(page, 'deconflict-ask')).first().waitFor();
  if (await id(page, 'ask-permit').count() && !(await id(page, 'deconflict-ask').count())) {
    await id(page, 'ask-permit').first().click();
    await reasons(page, 'To learn whether another unit works on the same accounts before anybody acts.');
  }
  await id(page, 'deconflict-ask').waitFor();
  await look(page, 'deconflict');
  await id(page, 'deconflict-ask').click();
  await id(page, 'deconflict-answer').waitFor();
  insist(/Another case knows it/.test(await id(page, 'deconflict-answer').innerText()), 'the colleague’s case is not known');
  await id(page, 'deconflict-question').first().waitFor();
  await look(page, 'deconflict-known');
  await id(page, 'deconflict-enter').click();
  await id(page, 'deconflict-entered').waitFor();

  say('both leads are told whom to speak to');
  for (const [seat, word] of [[analyst, 'Speak to'], [second, 'will speak to you']]) {
    const told = seat.page.getByTestId('deconflict-notice').filter({ hasText: word });
    for (let tries = 0; tries < 30 && (await told.count()) === 0; tries++) {
      await seat.page.goto(`${base}/#/deconfliction`);
      await seat.page.reload();
      await seat.page.locator('h1', { hasText: 'Deconfliction' }).waitFor();
      await seat.page.waitForTimeout(1000);
    }
    insist((await told.count()) > 0, `no notice says “${word}”`);
    insist(!/telegram|phone|@/.test(await told.first().innerText()), 'the notice names a selector');
    await look(seat.page, `deconfliction-${word.replaceAll(' ', '-').toLowerCase()}`);
  }
  await second.page.getByTestId('deconflict-notice').first().getByRole('button', { name: 'Take note' }).click();
  await second.page.getByTestId('deconflict-notice').first().getByText(second.actor.name).last().waitFor();

  say('the officer covers the colleague’s case: the answer is no');
  await officer.page.goto(`${base}/#/deconfliction`);
  await officer.page.reload();
  await id(officer.page, 'cover-case').selectOption({ label: `${other.number} ${name}` });
  await look(officer.page, 'deconfliction-officer');
  await id(officer.page, 'cover').click();
  await look(officer.page, 'deconfliction-covering');
  await reasons(officer.page, 'A source in this case is at risk if any other unit hears of it.');
  await id(officer.page, 'deconflict-cover').filter({ hasText: name }).waitFor();
  await look(officer.page, 'deconfliction-covered');
  await openCase(page, caseName);
  await id(page, 'nav-deconflict').click();
  await id(page, 'deconflict-ask').click();
  await id(page, 'deconflict-answer').waitFor();
  insist(/No other case says/.test(await id(page, 'deconflict-answer').innerText()), 'a covered case answers');
  insist(!(await fault(page)), `asking again: ${await fault(page)}`);

  if (!overseer) return;
  say('the overseer brings the two together');
  const silent = id(overseer.page, 'deconflict-silent').filter({ hasText: name });
  for (let tries = 0; tries < 30 && (await silent.count()) === 0; tries++) {
    await overseer.page.goto(`${base}/#/deconfliction`);
    await overseer.page.reload();
    await overseer.page.locator('h1', { hasText: 'Deconfliction' }).waitFor();
    await overseer.page.waitForTimeout(1000);
  }
  insist((await silent.count()) > 0, 'the overseer’s desk is empty');
  await look(overseer.page, 'deconfliction-overseer');
  await silent.first().getByTestId('deconflict-tell').click();
  await reasons(overseer.page, 'Both units are about to act against the same persons.');
  await silent.first().getByText('Both units are about to act').waitFor();
  await look(overseer.page, 'deconfliction-decided');
}
