import { describe, expect, it } from 'vitest';
import { ApiFault, cookieValue, createWire, faultOf } from './client';
import { createApi, queryText } from './calls';
import { takeMessages } from './stream';

interface Sent {
  path: string;
  init: RequestInit;
}

function stand(answers: Response[], permit: string | null = null) {
  const sent: Sent[] = [];
  let signedOut = 0;
  const gone: ApiFault[] = [];
  const wire = createWire({
    fetch: async (path, init) => {
      sent.push({ path, init });
      const next = answers.shift();
      if (!next) throw new TypeError('network');
      return next;
    },
    cookie: () => 'a=1; XSRF-TOKEN=t%2Fk',
    permit: () => permit,
    onSignedOut: () => void signedOut++,
    onPermitGone: (fault) => void gone.push(fault),
  });
  const api = createApi(wire, async () => {
    throw new Error('not in this spec');
  });
  return { api, sent, gone, signedOut: () => signedOut };
}

describe('the way to the server', () => {
  it('reads one cookie of many, decoded', () => {
    expect(cookieValue('x=1; XSRF-TOKEN=a%3D; y=2', 'XSRF-TOKEN')).toBe('a=');
    expect(cookieValue('xXSRF-TOKEN=no', 'XSRF-TOKEN')).toBeNull();
  });

  it('echoes the CSRF cookie on changes and not on reads, and names the permit', async () => {
    const s = stand([Response.json([]), Response.json({})], 'p-1');
    await s.api.exhibits();
    await s.api.read('e/1');
    expect(s.sent[0]!.init.headers).not.toHaveProperty('X-XSRF-TOKEN');
    expect(s.sent[0]!.init.headers).toHaveProperty('X-Sextant-Permit', 'p-1');
    expect(s.sent[1]!.path).toBe('/api/exhibits/e%2F1/read');
    expect(s.sent[1]!.init.headers).toHaveProperty('X-XSRF-TOKEN', 't/k');
  });

  it('accepts an answer without content', async () => {
    const s = stand([new Response(null, { status: 204 })]);
    await expect(s.api.signIn('a', 'b&c')).resolves.toBeUndefined();
    expect(s.sent[0]!.init.body).toBe('username=a&password=b%26c');
  });

  it('hands over the server’s own fault and notices a lost permit', async () => {
    const body = { code: 'SX-AUTH-PERMIT-EXPIRED', what: 'w', place: 'p', value: 'v', cure: 'c' };
    const s = stand([Response.json(body, { status: 403 })]);
    await expect(s.api.exhibits()).rejects.toMatchObject({ status: 403, body });
    expect(s.gone).toHaveLength(1);
    expect(s.signedOut()).toBe(0);
  });

  it('notices that the person is signed out, and an unreachable server', async () => {
    const s = stand([new Response('', { status: 401 })]);
    await expect(s.api.cases()).rejects.toMatchObject({ status: 401 });
    expect(s.signedOut()).toBe(1);
    await expect(s.api.cases()).rejects.toMatchObject({ body: { code: 'SX-WEB-UNREACHABLE' } });
  });

  it('makes a fault of an answer that is no fault', () => {
    expect(faultOf(502, '<html>', '/api/x').body.code).toBe('SX-WEB-ANSWER');
    expect(faultOf(500, '{"code":"SX-X"}', '/api/x').body).toMatchObject({ code: 'SX-X', cure: '' });
  });

  it('writes only what a query says', () => {
    expect(queryText({ q: 'a b', kind: '', from: undefined, offset: 0 })).toBe('?q=a+b&offset=0');
    expect(queryText({})).toBe('');
  });
});

describe('server messages', () => {
  it('keeps an unfinished message for later and joins data lines', () => {
    const first = takeMessages('event: job\ndata: {"a":\ndata: 1}\n\nevent: jo');
    expect(first.messages).toEqual([{ name: 'job', data: '{"a":\n1}' }]);
    expect(first.rest).toBe('event: jo');
  });
  it('passes over comments and reads carriage returns', () => {
    expect(takeMessages(': beat\r\n\r\ndata:x\r\n\r\n').messages).toEqual([{ name: 'message', data: 'x' }]);
  });
});
