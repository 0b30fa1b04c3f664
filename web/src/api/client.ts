/*
 * One way to the server: same origin, the CSRF cookie echoed in a header on every change, the permit
 * named on every request for case data, and every failure turned into one typed fault.
 */
import type { ErrorBody } from './contract';

/** What went wrong with a request: what, where, which value, and the cure. */
export class ApiFault extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  constructor(status: number, body: ErrorBody) {
    super(`${body.code}: ${body.what}`);
    this.name = 'ApiFault';
    this.status = status;
    this.body = body;
  }
  /** True if a new permit would help. */
  get permitGone(): boolean {
    return this.status === 403 && this.body.code.startsWith('SX-AUTH-PERMIT');
  }
  /** True if the person must sign in again. */
  get signedOut(): boolean {
    return this.status === 401;
  }
}

/** The outside world as the client sees it; passed in, so that specs need no browser. */
export interface Surroundings {
  fetch: (input: string, init: RequestInit) => Promise<Response>;
  cookie: () => string;
  permit: () => string | null;
  /** Proves that a request comes from this device; null while its holder is not on duty. */
  proof?: (method: string, address: string) => Promise<string | null>;
  onSignedOut: () => void;
  onPermitGone: (fault: ApiFault) => void;
}

export interface Wire {
  json<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, signal?: AbortSignal): Promise<T>;
  /** Posts with a proof made by the caller: going on duty, which begins what other proofs rest on. */
  proved<T>(path: string, body: unknown, proof: string): Promise<T>;
  /** Sends bytes as they are. */
  send<T>(path: string, bytes: Blob): Promise<T>;
  form(path: string, fields: Record<string, string>): Promise<void>;
  stream(path: string, signal: AbortSignal, more?: Record<string, string>): Promise<ReadableStream<Uint8Array>>;
  /** A file, its name and, of a picture to be marked, the digest of the bytes that it is of. */
  bytes(path: string): Promise<{ blob: Blob; name: string; original: string }>;
  /** Posts what is to be printed; the answer is a file. */
  printed(path: string, body: unknown): Promise<Blob>;
  headers(changing: boolean): Record<string, string>;
  proof(method: string, address: string): Promise<Record<string, string>>;
  fail(status: number, text: string, path: string): ApiFault;
}

/** Reads one cookie's value, decoded; null when it is absent. */
export function cookieValue(cookies: string, name: string): string | null {
  for (const part of cookies.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) {
      return decodeURIComponent(part.slice(at + 1).trim());
    }
  }
  return null;
}

/** Turns what the server answered into an error body, whatever it was. */
export function faultOf(status: number, text: string, path: string): ApiFault {
  try {
    const read = JSON.parse(text) as Partial<ErrorBody>;
    if (typeof read.code === 'string') {
      return new ApiFault(status, {
        code: read.code,
        what: read.what ?? 'the server refused',
        place: read.place ?? '',
        value: read.value ?? '',
        cure: read.cure ?? '',
      });
    }
  } catch {
    // Not JSON: a proxy or a crash answered; the fallback below says so.
  }
  if (status === 401) {
    return new ApiFault(401, {
      code: 'SX-WEB-SIGN-IN',
      what: 'You are not signed in, or your time ran out.',
      place: path,
      value: '',
      cure: 'Sign in again.',
    });
  }
  return new ApiFault(status, {
    code: 'SX-WEB-ANSWER',
    what: `The server answered ${status} without saying why.`,
    place: path,
    value: String(status),
    cure: 'Try again; if it stays, ask the operator to look into the server’s log.',
  });
}

function unreachable(path: string): ApiFault {
  return new ApiFault(0, {
    code: 'SX-WEB-UNREACHABLE',
    what: 'The server cannot be reached.',
    place: path,
    value: '',
    cure: 'Check that Sextant is running, then try again.',
  });
}

/** Builds the way to the server. */
export function createWire(around: Surroundings): Wire {
  const headers = (changing: boolean): Record<string, string> => {
    const out: Record<string, string> = { Accept: 'application/json' };
    const permit = around.permit();
    if (permit) out['X-Sextant-Permit'] = permit;
    if (changing) {
      const csrf = cookieValue(around.cookie(), 'XSRF-TOKEN');
      if (csrf) out['X-XSRF-TOKEN'] = csrf;
    }
    return out;
  };
  const fail = (status: number, text: string, path: string): ApiFault => {
    const fault = faultOf(status, text, path);
    if (fault.signedOut) around.onSignedOut();
    if (fault.permitGone) around.onPermitGone(fault);
    return fault;
  };
  const proof = async (method: string, address: string): Promise<Record<string, string>> => {
    const proved = around.proof && address.startsWith('/api/') ? await around.proof(method, address) : null;
    return proved === null ? {} : { 'X-Sextant-Proof': proved };
  };
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    let answer: Response;
    try {
      const proved = await proof(init.method ?? 'GET', path);
      const headers = { ...proved, ...(init.headers as Record<string, string>) };
      answer = await around.fetch(path, { credentials: 'same-origin', ...init, headers });
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw unreachable(path);
    }
    if (!answer.ok) throw fail(answer.status, await answer.text(), path);
    return answer;
  };
  return {
    headers,
    proof,
    fail,
    async json<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, signal?: AbortSignal) {
      const init: RequestInit = { method, headers: headers(method !== 'GET') };
      if (signal) init.signal = signal;
      if (body !== undefined) {
        init.headers = { ...headers(true), 'Content-Type': 'application/json' };
        init.body = JSON.stringify(body);
      }
      const answer = await ask(path, init);
      const text = await answer.text();
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },
    async proved<T>(path: string, body: unknown, proved: string) {
      const answer = await ask(path, {
        method: 'POST',
        headers: { ...headers(true), 'Content-Type': 'application/json', 'X-Sextant-Proof': proved },
        body: JSON.stringify(body),
      });
      return JSON.parse(await answer.text()) as T;
    },
    async send<T>(path: string, bytes: Blob) {
      const init: RequestInit = { method: 'POST', headers: { ...headers(true), 'Content-Type': 'application/octet-stream' }, body: bytes };
      return (await (await ask(path, init)).json()) as T;
    },
    async form(path, fields) {
      await ask(path, {
        method: 'POST',
        headers: { ...headers(true), 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      });
    },
    async stream(path, signal, more = {}) {
      const answer = await ask(path, {
        method: 'GET',
        headers: { ...headers(false), Accept: 'text/event-stream', ...more },
        signal,
      });
      if (!answer.body) throw fail(answer.status, '', path);
      return answer.body;
    },
    async printed(path, body) {
      const init: RequestInit = { method: 'POST', headers: { ...headers(true), 'Content-Type': 'application/json', Accept: 'application/pdf, application/json' }, body: JSON.stringify(body) };
      return (await ask(path, init)).blob();
    },
    async bytes(path) {
      const answer = await ask(path, { method: 'GET', headers: { ...headers(false), Accept: '*/*' } });
      const stated = /filename="?([^";]+)"?/.exec(answer.headers.get('Content-Disposition') ?? '');
      return { blob: await answer.blob(), name: stated?.[1] ?? path.split('/').slice(-2).join('-'), original: answer.headers.get('X-Sextant-Original') ?? '' };
    },
  };
}
