/* How a part of the walk comes to stand under a permit: the bar says that one is held, or a button asks for one. */
export async function permitted(page, purpose) {
  const held = page.getByTestId('permit-left');
  const ask = page.getByTestId('ask-permit').first();
  // A page that has just been opened shows neither; one that looks too early would take it for a permit that is held.
  await held.or(ask).first().waitFor();
  if ((await held.count()) > 0) return;
  await ask.click();
  await page.getByTestId('reasons').fill(purpose);
  await page.getByTestId('say-reasons').click();
  await held.waitFor();
}
