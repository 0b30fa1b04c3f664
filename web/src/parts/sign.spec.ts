import { describe, expect, it } from 'vitest';
import { openKey, reasonsDigest, strayIn, type Decided } from './sign';

/* A key file, a note and a digest that the program in Java made. */
const KEY = '{"format":"sextant-key/1","iterations":600000,"kdf":"PBKDF2-HMAC-SHA256","nonce":"IqSOEdbz1bl+lQ1I","salt":"LJ5zzWlEeU2M8No/n31+kw==","sealed":"TJ/zRnq7Uo3m4Pz1mB/z5yX6G1Pace14/X/zkcC6uZX8sDotJSLjZ1B/+B5T9KfH","vkey":"overseer.example+2ede9354+ATxcl3n7V80msXIFTy2Im7w5UqpKW8re9SkRgr9+c83V"}';
const NOTE = 'a text\n\n— overseer.example Lt6TVB8UEiubRX+WVjncjxWZbsa0TOOamt8BYpECTaU6x92oVz4s65uh8o9c3g7wZQFrTXfE7FQRVgD/a48oL1Ccpwk=\n';

const decided: Decided = {
  authority: '0a6f', version: 2, digest: 'd'.repeat(64), actor: 'f00d', decision: 'APPROVED', reasons: 'Größe zählt',
};
const text = async (change: (line: string) => string = (line) => line) =>
  [
    'sextant-approval/v1', 'authority 0a6f version 2', `document ${'d'.repeat(64)}`, 'role OVERSEER', 'actor f00d',
    'decision APPROVED', `reasons ${await reasonsDigest('Größe zählt')}`, 'at 2026-11-22T03:00:00Z', '',
  ].map(change).join('\n');
const NOW = new Date('2026-11-22T03:10:00Z').getTime();

describe('the overseer signs in his browser', () => {
  it('opens the key file and signs as the program does', async () => {
    const key = await openKey(KEY, 'a passphrase of words');
    expect(await key.sign('a text\n')).toBe(NOTE);
  });

  it('says that a passphrase is wrong', async () => {
    await expect(openKey(KEY, 'another passphrase')).rejects.toThrow('passphrase is wrong');
  });

  it('refuses a file that is no key', async () => {
    await expect(openKey('{"format":"x"}', 'a passphrase of words')).rejects.toThrow('not a key file');
  });

  it('digests reasons as the program does', async () => {
    expect(await reasonsDigest('Größe zählt')).toBe('bba7a6100df4f5a7df4054386c037cfd63580f7ec70ef5ead3268d1596ecb21e');
  });

  it('signs only what was decided', async () => {
    expect(await strayIn(await text(), decided, NOW)).toBeNull();
    expect(await strayIn(await text((line) => line.replace('APPROVED', 'REFUSED')), decided, NOW)).toContain('Line 6');
    expect(await strayIn(await text((line) => line.replace('version 2', 'version 3')), decided, NOW)).toContain('Line 2');
    expect(await strayIn(await text((line) => line.replace('03:00', '03:00').replace('2026-11-22', '2026-11-01')), decided, NOW)).toContain('today');
    expect(await strayIn(`${await text()}more\n`, decided, NOW)).toContain('more than was decided');
  });
});
