/*
 * This browser as an official device: a key that was made here, cannot be read out, and signs each request while its
 * holder is on duty. The text that is signed is pure; the key lies in the browser's own store.
 */

/** A key's two uses; passed in, so that specs need no browser. */
export interface Device {
  /** The public half, as base64 of its SubjectPublicKeyInfo. */
  publicKey: () => Promise<string>;
  /** What proves that a request comes from here. */
  proof: (session: string, method: string, address: string) => Promise<string>;
}

/** What is signed; the server builds the same. */
export function proofText(session: string, method: string, address: string, at: number, nonce: string): string {
  return ['sextant-proof/1', session, method, address, String(at), nonce].join('\n');
}

/** Bytes in the base64 that is fit for headers. */
export function urlBase64(bytes: Uint8Array): string {
  return plainBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function plainBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The device that signs with a key. */
export function deviceOf(keys: () => Promise<CryptoKeyPair>, crypto: Crypto, now: () => number): Device {
  return {
    async publicKey() {
      const pair = await keys();
      return plainBase64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
    },
    async proof(session, method, address) {
      const pair = await keys();
      const at = now();
      const nonce = urlBase64(crypto.getRandomValues(new Uint8Array(18)));
      const text = new TextEncoder().encode(proofText(session, method, address, at, nonce));
      const signed = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, text);
      return `${at}.${nonce}.${urlBase64(new Uint8Array(signed))}`;
    },
  };
}

const STORE = 'keys';

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps no keys'));
  });
}

async function kept(): Promise<CryptoKeyPair> {
  const opening = indexedDB.open('sextant-device', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await asked(opening);
  try {
    const held = (await asked(database.transaction(STORE).objectStore(STORE).get('device'))) as CryptoKeyPair | undefined;
    if (held) return held;
    // Not extractable: the browser signs with it and shows it to nobody, not to this page either.
    const made = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    await asked(database.transaction(STORE, 'readwrite').objectStore(STORE).put(made, 'device'));
    return made;
  } finally {
    database.close();
  }
}

/** The browser that this page runs in. */
export function thisDevice(): Device {
  let pair: Promise<CryptoKeyPair> | null = null;
  return deviceOf(() => (pair ??= kept()), crypto, () => Date.now());
}
