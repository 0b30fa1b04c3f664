import { describe, expect, it } from 'vitest';
import { deviceOf, proofText, urlBase64 } from './device';

describe('a device', () => {
  it('signs the request, the moment and the session, with a key that cannot be read out', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const device = deviceOf(() => Promise.resolve(pair), crypto, () => 1_700_000_000_000);
    const proof = await device.proof('s1', 'POST', '/api/records?q=van');
    const [at, nonce, signature] = proof.split('.');
    expect(at).toBe('1700000000000');
    const bytes = Uint8Array.from(atob(signature!.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    const holds = (session: string) =>
      crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, pair.publicKey, bytes,
        new TextEncoder().encode(proofText(session, 'POST', '/api/records?q=van', 1_700_000_000_000, nonce!)));
    expect(await holds('s1')).toBe(true);
    expect(await holds('s2')).toBe(false);
    expect((await device.proof('s1', 'POST', '/api/records?q=van')).split('.')[1]).not.toBe(nonce);
    await expect(crypto.subtle.exportKey('pkcs8', pair.privateKey)).rejects.toThrow();
  });
  it('writes bytes without signs that a header cannot hold', () => {
    expect(urlBase64(Uint8Array.from([255, 254, 253, 0]))).toBe('__79AA');
  });
});
