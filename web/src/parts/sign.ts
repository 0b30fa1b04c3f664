/*
 * The overseer's signature, made in his browser with a key from his own file. The key and its passphrase stay in this
 * page: the server gives the text, this checks that it says what the overseer decided, signs it, and sends the note.
 */

export type Decision = 'APPROVED' | 'REFUSED' | 'RETURNED';

/** What the overseer decided, as the note must say it. */
export interface Decided {
  authority: string;
  version: number;
  digest: string;
  actor: string;
  decision: Decision;
  reasons: string;
}

const utf8 = new TextEncoder();

/** SHA-256 of the reasons with their length before them (8 bytes), in hex. */
export async function reasonsDigest(reasons: string): Promise<string> {
  const words = utf8.encode(reasons);
  const bytes = new Uint8Array(8 + words.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(words.length));
  bytes.set(words, 8);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** What in the server's text is not what was decided; null if it may be signed. */
export async function strayIn(text: string, decided: Decided, now: number): Promise<string | null> {
  const reasons = await reasonsDigest(decided.reasons);
  const lines = text.split('\n');
  const expected = [
    'sextant-approval/v1',
    `authority ${decided.authority} version ${decided.version}`,
    `document ${decided.digest}`,
    'role OVERSEER',
    `actor ${decided.actor}`,
    `decision ${decided.decision}`,
    `reasons ${reasons}`,
  ];
  for (const [at, line] of expected.entries()) {
    if (lines[at] !== line) return `Line ${at + 1} reads “${lines[at] ?? ''}”, where “${line}” was decided.`;
  }
  const said = /^at (.+)$/.exec(lines[7] ?? '')?.[1];
  if (!said || Math.abs(new Date(said).getTime() - now) > 86_400_000) return 'The text is not of today.';
  return lines.length === 9 && lines[8] === '' ? null : 'The text says more than was decided.';
}

/** A key file as `sextant-verify key new` writes it. */
interface KeyFile {
  format: string;
  vkey: string;
  kdf: string;
  iterations: number;
  salt: string;
  nonce: string;
  sealed: string;
}

/** A key that is open in this page. */
export interface OpenKey {
  vkey: string;
  sign: (text: string) => Promise<string>;
}

const PKCS8_ED25519 = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
const MOST_ITERATIONS = 10_000_000;

/** Opens a key file; says in a sentence why it cannot. */
export async function openKey(text: string, passphrase: string): Promise<OpenKey> {
  let file: KeyFile;
  try {
    file = JSON.parse(text) as KeyFile;
  } catch {
    throw new Error('This is not a key file: it is no JSON.');
  }
  if (file.format !== 'sextant-key/1' || file.kdf !== 'PBKDF2-HMAC-SHA256' || !(file.iterations > 0 && file.iterations <= MOST_ITERATIONS)) {
    throw new Error('This is not a key file of sextant-verify.');
  }
  const seed = await unsealed(file, passphrase);
  const key = await crypto.subtle.importKey('pkcs8', Uint8Array.from([...PKCS8_ED25519, ...seed]), { name: 'Ed25519' }, false, ['sign']);
  seed.fill(0);
  const [name = '', id = ''] = file.vkey.split('+');
  return {
    vkey: file.vkey,
    sign: async (said) => {
      const signature = new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, utf8.encode(said)));
      const blob = Uint8Array.from([...bytesOfHex(id), ...signature]);
      return `${said}\n\u2014 ${name} ${btoa(String.fromCharCode(...blob))}\n`;
    },
  };
}

async function unsealed(file: KeyFile, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const base = await crypto.subtle.importKey('raw', utf8.encode(passphrase), 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf64(file.salt), iterations: file.iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  try {
    const bound = utf8.encode(`sextant-key/1 ${file.vkey}`);
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf64(file.nonce), additionalData: bound }, key, bytesOf64(file.sealed)),
    );
  } catch {
    throw new Error('The passphrase is wrong, or the key file was altered.');
  }
}

const bytesOf64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

const bytesOfHex = (text: string): number[] => Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
