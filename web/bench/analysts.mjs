#!/usr/bin/env node
/*
 * Many analysts at once against a running server: each signs in, takes a permit of the training case and then opens page after page of it, as the
 * browser does (the same requests, side by side within a page), reading some seconds between. Prints how long the pages took.
 *
 *   ./sextant demo --home HOME --port 8080 &
 *   node web/bench/analysts.mjs --base http://127.0.0.1:8080 --password WORDS [--analysts 50] [--seconds 120] [--reading 3] [--seed 1]
 *       [--only PAGES] [--server PIDS]
 *
 * --only opens the pages named (by commas) and no others. --server names the processes of the server (by commas: the program and PostgreSQL's first) and
 * prints the processor time that they and all that came from them took a page: what compares two states of the program on a machine that others use too.
 * Columns: page, times, then milliseconds from its first request to its last answer: median, p95, p99, worst. Refused or broken answers are counted
 * and end the run with an error; a home serves for one run, since looking at persons is counted over weeks. Written to: nothing but the server's log (every look is an act there).
 */
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const BASE = option('base', 'http://127.0.0.1:8080');
const PASSWORD = option('password');
const COUNT = Number(option('analysts', '50'));
const SECONDS = Number(option('seconds', '120'));
const READING = Number(option('reading', '3'));
const LOGINS = option('logins', 'ana,ben').split(',');
const ONLY = option('only');
const SERVER = (option('server') ?? '').split(',').filter(Boolean).map(Number);
if (!PASSWORD) {
  console.error('usage: node web/bench/analysts.mjs --base http://127.0.0.1:8080 --password WORDS [--analysts 50] [--seconds 120]');
  process.exit(2);
}

/* SplitMix32: the same seed, the same walk through the pages. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296;
  };
}

/* Milliseconds of processor time of the server's processes with their children, living and ended (proc(5); ticks of 10 ms); the program's own, then the others'. */
function processorTime() {
  const processes = new Map();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const text = readFileSync(`/proc/${id}/stat`, 'utf8');
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      processes.set(Number(id), { parent: Number(fields[1]), took: 10 * fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0) });
    } catch {
      // It ended meanwhile, and its parent counts it.
    }
  }
  const of = (id) => {
    for (let at = id; processes.has(at); at = processes.get(at).parent) if (SERVER.includes(at)) return SERVER.indexOf(at);
    return -1;
  };
  return SERVER.map((_, at) => [...processes.keys()].filter((id) => of(id) === at).reduce((sum, id) => sum + processes.get(id).took, 0));
}

class Analyst {
  constructor(login, at) {
    this.login = login;
    this.at = at;
    this.cookies = new Map();
    this.permit = null;
  }

  async ask(method, path, body, type = 'application/json') {
    const headers = { Accept: 'application/json', Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    if (this.permit) headers['X-Sextant-Permit'] = this.permit;
    if (method !== 'GET') {
      headers['X-XSRF-TOKEN'] = decodeURIComponent(this.cookies.get('XSRF-TOKEN') ?? '');
      headers['Content-Type'] = type;
    }
    const answer = await fetch(BASE + path, { method, headers, body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body), redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      this.cookies.set(name, value);
    }
    const text = await answer.text();
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
  }

  async arrive() {
    await this.ask('GET', '/api/session').catch(() => undefined); // refused, but gives the cookie that a sign-in echoes
    await this.ask('POST', '/login', new URLSearchParams({ username: this.login, password: PASSWORD }).toString(), 'application/x-www-form-urlencoded');
    await this.ask('GET', '/api/session');
    const cases = await this.ask('GET', '/api/cases');
    this.case = cases[0];
    const active = this.case.authorities.find((one) => one.state === 'ACTIVE');
    if (!active) throw new Error(`${this.case.name} has no active authority`);
    this.permit = (await this.ask('POST', `/api/authorities/${active.id}/permit`, { purpose: 'To measure how long the pages of the training case take with many at work.' })).id;
    this.snapshots = await this.ask('GET', '/api/snapshots');
    this.found = (await this.ask('GET', '/api/records?limit=50')).items.map((one) => one.id);
    this.keys = (await this.ask('GET', '/api/entities')).map((one) => one.key);
  }
}

const words = ['dock', 'night', 'money', 'van', 'friday', 'phone', 'warehouse', 'who'];
const pages = {
  cases: [1, (a) => [a.ask('GET', '/api/cases'), a.ask('GET', `/api/cases/${a.case.id}/due`)]],
  exhibits: [1, (a) => [a.ask('GET', '/api/exhibits'), a.ask('GET', '/api/readers')]],
  search: [4, (a, random) => [a.ask('GET', `/api/records?limit=50&q=${words[Math.floor(random() * words.length)]}`), a.ask('GET', '/api/searches')]],
  record: [4, (a, random) => {
    const record = a.found[Math.floor(random() * a.found.length)];
    return [a.ask('GET', `/api/records/${record}`), a.ask('GET', `/api/records/${record}/bytes?context=400`), a.ask('GET', `/api/records/${record}/same`)];
  }],
  people: [2, (a) => [a.ask('GET', '/api/accounts'), a.ask('GET', '/api/entities'), a.ask('GET', '/api/judgements'), a.ask('GET', '/api/suggestions')]],
  // Each works on a person of his own: the law counts who looks at one person again and again, and stops it (SX-AUTH-REPETITION).
  entity: [2, (a) => [a.ask('GET', `/api/entity?key=${encodeURIComponent(a.keys[a.at % a.keys.length])}`)]],
  network: [2, (a) => [a.ask('GET', '/api/snapshots'), ...a.snapshots.slice(-1).map((s) => a.ask('GET', `/api/snapshots/${s.id}`)), ...a.snapshots.slice(-1).map((s) => a.ask('GET', `/api/snapshots/${s.id}/measures`))]],
  workspace: [2, (a) => [a.ask('GET', '/api/views'), a.ask('GET', '/api/records/lines'), ...a.snapshots.slice(-1).map((s) => a.ask('GET', `/api/snapshots/${s.id}/chart`))]],
  findings: [2, (a) => [a.ask('GET', '/api/findings'), a.ask('GET', '/api/disclosures')]],
  acts: [1, (a) => [a.ask('GET', `/api/acts?caseId=${a.case.id}&limit=100`), a.ask('GET', '/api/ledger')]],
};
const lots = Object.entries(pages).filter(([name]) => !ONLY || ONLY.split(',').includes(name)).flatMap(([name, [weight]]) => Array(weight).fill(name));

const took = new Map(Object.keys(pages).map((name) => [name, []]));
const broken = [];
const analysts = Array.from({ length: COUNT }, (_, at) => new Analyst(LOGINS[at % LOGINS.length], at));
// One after the other: proving a password costs a tenth of a second of processor time on purpose, and is not what is measured.
for (const one of analysts) await one.arrive();
console.log(`${COUNT} analysts signed in; ${SECONDS} s of pages, ${READING} s of reading between them on average`);

const before = processorTime();
const end = Date.now() + SECONDS * 1000;
await Promise.all(analysts.map(async (one, at) => {
  const random = numbers(Number(option('seed', '1')) * 1000 + at);
  const rest = () => new Promise((done) => setTimeout(done, 2000 * READING * random()));
  for (await rest(); Date.now() < end; await rest()) {
    const name = lots[Math.floor(random() * lots.length)];
    const began = performance.now();
    try {
      await Promise.all(pages[name][1](one, random));
      took.get(name).push(performance.now() - began);
    } catch (fault) {
      broken.push(`${name}: ${fault.message}`);
    }
  }
}));

const at = (sorted, share) => (sorted.length ? sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)].toFixed(0) : '-').padStart(7);
console.log('page        times  median    p95    p99  worst');
const all = [];
for (const [name, list] of took) {
  const sorted = list.sort((a, b) => a - b);
  all.push(...sorted);
  console.log(`${name.padEnd(10)} ${String(sorted.length).padStart(6)} ${at(sorted, 0.5)}${at(sorted, 0.95)}${at(sorted, 0.99)}${at(sorted, 1)}`);
}
all.sort((a, b) => a - b);
console.log(`${'all'.padEnd(10)} ${String(all.length).padStart(6)} ${at(all, 0.5)}${at(all, 0.95)}${at(all, 0.99)}${at(all, 1)}`);
if (SERVER.length) {
  const spent = processorTime().map((took, at) => took - before[at]);
  console.log(`processor: ${(spent.reduce((sum, one) => sum + one, 0) / all.length).toFixed(1)} ms a page (${spent.map((one, at) => `process ${SERVER[at]}: ${(one / all.length).toFixed(1)}`).join(', ')}), of ${os.cpus().length} processors ${(spent.reduce((sum, one) => sum + one, 0) / SECONDS / 1000).toFixed(2)}; load ${os.loadavg().map((one) => one.toFixed(1)).join(' ')}`);
}
if (broken.length) {
  console.error(`${broken.length} pages were refused or broken, the first: ${broken[0]}`);
  process.exitCode = 1;
}
