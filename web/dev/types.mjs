#!/usr/bin/env node
/*
 * Writes src/api/schema.d.ts from what a running server says of itself.
 *
 *   npm run types -- --base http://127.0.0.1:8080 --password-file FILE     (the first person of the file signs in)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const base = option('base');
const [login, password] = readFileSync(option('password-file'), 'utf8').split('\n')[0].trim().split(/[\s:]+/);
const jar = new Map();
const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
async function ask(path, init = {}) {
  const answer = await fetch(base + path, { ...init, headers: { Cookie: cookies(), ...init.headers } });
  for (const line of answer.headers.getSetCookie()) {
    const [name, value] = line.split(';')[0].split(/=(.*)/s);
    jar.set(name, value);
  }
  return answer;
}
await ask('/api/session');
const signed = await ask('/login', {
  method: 'POST',
  headers: { 'X-XSRF-TOKEN': jar.get('XSRF-TOKEN') ?? '', 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ username: login, password }).toString(),
});
if (!signed.ok) throw new Error(`signing in as ${login} gave ${signed.status}`);
const docs = await ask('/v3/api-docs');
if (!docs.ok) throw new Error(`/v3/api-docs gave ${docs.status}`);
const head = '/* Written by `npm run types` from the server’s own description of its routes; not edited by hand. */\n\n';
writeFileSync(new URL('../src/api/schema.d.ts', import.meta.url), head + astToString(await openapiTS(await docs.json(), { alphabetize: true })));
