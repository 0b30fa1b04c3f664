#!/usr/bin/env node
/*
 * A developer's tool, never shipped: serves the built workspace with made-up data in memory, so that pages can be looked at
 * without the real server. It answers as the HTTP contract says but holds no law: it proves nothing about authority,
 * custody or the ledger.
 *
 *   node dev/fixture-server.mjs [--port 8099] [--password-file FILE]
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { telegramExport } from './made-up.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const PORT = Number(option('port', '8099'));
const DIST = join(fileURLToPath(new URL('.', import.meta.url)), '../dist');
const CSP = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');
const now = () => new Date().toISOString();
const DAY = 86_400_000;

const people = [
  ['ada', 'Ada Quist', ['ANALYST']], ['ben', 'Ben Tarrow', ['ANALYST']], ['olga', 'Olga Wend', ['AUTHORISING_OFFICER']],
  ['ove', 'Ove Strand', ['OVERSEER']], ['amir', 'Amir Coe', ['ADMINISTRATOR']],
].map(([login, name, roles]) => ({ id: randomUUID(), login, name, roles, password: randomBytes(9).toString('base64url') }));
const shown = ({ password: _p, ...person }) => person;
if (option('password-file')) writeFileSync(option('password-file'), people.map((p) => `${p.login} ${p.password}\n`).join(''), { mode: 0o600 });
const person = (login) => people.find((p) => p.login === login);

const state = { sessions: new Map(), cases: [], permits: new Map(), jobs: new Map(), leaves: [] };

function leaf(kind, step, actor, extra = {}) {
  const entry = { kind, step, actor: actor.name, at: now(), caseId: extra.caseId ?? null, authority: extra.authority ?? null, outcome: extra.outcome ?? null, detail: extra.detail ?? {} };
  state.leaves.push(entry);
  return state.leaves.length - 1;
}

/* The tree of RFC 6962, recomputed each time: slow and plain. */
const bytesOf = (entry) => Buffer.from(JSON.stringify(entry));
const hash = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const split = (n) => 2 ** Math.floor(Math.log2(n - 1));
const root = (list) => list.length === 0 ? hash(Buffer.alloc(0)) : list.length === 1 ? hash(Buffer.from([0]), bytesOf(list[0])) : hash(Buffer.from([1]), root(list.slice(0, split(list.length))), root(list.slice(split(list.length))));
const path = (i, list) => list.length === 1 ? [] : i < split(list.length)
  ? [...path(i, list.slice(0, split(list.length))), root(list.slice(split(list.length)))]
  : [...path(i - split(list.length), list.slice(split(list.length))), root(list.slice(0, split(list.length)))];
const ledger = () => {
  const top = root(state.leaves);
  const r = top.toString('base64');
  return { origin: 'fixture.invalid/made-up', size: state.leaves.length, root: top.toString('hex'), checkpoint: `fixture.invalid/made-up\n${state.leaves.length}\n${r}\n\n— fixture.invalid/made-up (made-up signature)\n`, cosignedBy: ['made-up-witness'], checkedAt: now() };
};

class Refusal extends Error {
  constructor(status, code, what, cure, value = '') { super(what); this.status = status; this.body = { code, what, place: 'fixture', value, cure }; }
}

function newCase(name, actor) {
  const it = { id: randomUUID(), number: `OP-${String(state.cases.length + 1).padStart(3, '0')}`, name, opened: now(), authorities: [], exhibits: [], records: [], judgements: [], snapshots: [], findings: [], disclosures: [], sealed: 0 };
  state.cases.push(it);
  leaf('case', 'OPEN', actor, { caseId: it.id });
  return it;
}

const MOVES = {
  submit: [['DRAFT', 'RETURNED'], 'SUBMITTED'], return: [['SUBMITTED'], 'RETURNED'], refuse: [['SUBMITTED'], 'REFUSED'], approve: [['SUBMITTED'], 'ACTIVE'],
  'oversee-approve': [['OVERSIGHT_PENDING'], 'ACTIVE'], 'oversee-refuse': [['OVERSIGHT_PENDING'], 'REFUSED'], review: [['ACTIVE'], 'ACTIVE'], suspend: [['ACTIVE'], 'SUSPENDED'],
  resume: [['SUSPENDED'], 'ACTIVE'], cancel: [['ACTIVE', 'SUSPENDED'], 'CANCELLED'], 'begin-closing': [['EXPIRED', 'CANCELLED', 'LAPSED'], 'CLOSING'], close: [['CLOSING'], 'CLOSED'], quash: [['ACTIVE', 'SUSPENDED'], 'QUASHED'],
};
const needsOversight = (f) => f.maxLevel >= 3 || f.flags.length > 0 || f.selectors.some((s) => /^(group|hashtag|keyword|place)/i.test(s));

function allowedIn(a, who) {
  const mine = a.applicant.id === who.id;
  const out = [];
  if (mine && ['DRAFT', 'RETURNED'].includes(a.state)) out.push('amend', 'sign', 'submit');
  const officer = who.roles.includes('AUTHORISING_OFFICER') && !mine;
  const overseer = who.roles.includes('OVERSEER');
  if (officer && a.state === 'SUBMITTED') out.push('approve', 'return', 'refuse');
  if (officer && a.state === 'ACTIVE') out.push('review', 'suspend', 'cancel');
  if (officer && a.state === 'SUSPENDED') out.push('resume', 'cancel');
  if (overseer && a.state === 'OVERSIGHT_PENDING') out.push('oversee-approve', 'oversee-refuse');
  if (overseer && a.state === 'ACTIVE') out.push('suspend', 'quash');
  return out;
}
const detail = (a, who) => ({
  id: a.id, caseId: a.caseId, version: a.version, state: a.state, applicant: shown(a.applicant), digest: sha(JSON.stringify(a.form)), needsOversight: needsOversight(a.form),
  signed: a.signed, allowed: allowedIn(a, who), form: a.form, approvals: a.approvals, history: a.history,
});
const summary = (a, who) => {
  const onTeam = a.form.team.includes(who.id);
  return { id: a.id, version: a.version, state: a.state, instrument: a.form.instrument, number: a.form.number, businessCase: a.form.businessCase, opFrom: a.form.opFrom, opTo: a.form.opTo, onTeam, mayAsk: onTeam && a.state === 'ACTIVE' };
};
const caseView = (c, who) => ({ id: c.id, number: c.number, name: c.name, opened: c.opened, authorities: c.authorities.map((a) => summary(a, who)) });

function move(c, a, transition, who, reasons) {
  const [from, to] = MOVES[transition] ?? [];
  if (!from?.includes(a.state)) throw new Refusal(409, 'SX-AUTH-STATE', 'the authority is not in a state for this', 'load the page again', a.state);
  if (transition === 'submit' && a.signed.length < 6) throw new Refusal(403, 'SX-AUTH-SIGNED', 'a principle is not signed', 'sign all six');
  const goal = transition === 'approve' && needsOversight(a.form) ? 'OVERSIGHT_PENDING' : to;
  const l = leaf('transition', '', who, { caseId: c.id, authority: a.id, outcome: goal });
  a.history.push({ at: now(), actor: who.name, from: a.state, to: goal, reasons, leaf: l });
  if (/approve|refuse|return/.test(transition)) a.approvals.push({ at: now(), actor: who.name, role: who.roles[0], decision: /approve/.test(transition) ? 'APPROVED' : 'REFUSED', reasons, current: true });
  a.state = goal;
}

function givePermit(c, a, who, purpose) {
  const permit = {
    id: randomUUID(), caseId: c.id, caseNumber: c.number, caseName: c.name, authorityId: a.id, authorityVersion: a.version, purpose, expires: new Date(Date.now() + 8 * 3_600_000 - 1000).toISOString(),
    selectors: a.form.selectors, platforms: a.form.platforms, contentFrom: a.form.contentFrom, contentTo: a.form.contentTo, maxLevel: a.form.maxLevel,
  };
  state.permits.set(permit.id, { permit, c, a, who });
  leaf('permit', '', who, { caseId: c.id, authority: a.id, outcome: 'GRANTED' });
  return permit;
}

/* Reads what made-up.mjs writes: enough for pages to have something to show. */
function readExhibit(c, exhibit, form) {
  const text = exhibit.content.toString('utf8');
  let read;
  try { read = JSON.parse(text); } catch { throw new Refusal(422, 'SX-READ-UNKNOWN', 'no reader knows these bytes', 'give the fixture a Telegram export', exhibit.name); }
  c.records = c.records.filter((r) => r.exhibit.id !== exhibit.id);
  const counts = { items: 0, read: 0, sealed: 0, faults: 0, unknown: 0, ignored: 1, balanced: true, byKind: {}, sealedBy: {} };
  const scope = new Set(form.selectors.map((s) => s.split(':').pop()));
  let cursor = 0;
  const place = (needle) => {
    const at = text.indexOf(needle, cursor);
    const from = Math.max(0, at);
    cursor = from + needle.length;
    let depth = 0;
    let start = text.lastIndexOf('{', from);
    let end = start;
    for (; end < text.length; end++) {
      if (text[end] === '{') depth++;
      if (text[end] === '}' && --depth === 0) break;
    }
    return { from: Buffer.byteLength(text.slice(0, start)), to: Buffer.byteLength(text.slice(0, end + 1)) };
  };
  const account = (id, name) => ({ key: `telegram/platform_id/${id}`, platform: 'telegram', shownAs: name, handle: null, basis: 'PLATFORM_ID', entity: null });
  const add = (kind, at, fields, involved, bytes) => {
    counts.items++;
    if (scope.size > 0 && !involved.some((one) => scope.has(one))) { counts.sealed++; counts.sealedBy.SEALED_SELECTOR = (counts.sealedBy.SEALED_SELECTOR ?? 0) + 1; return; }
    counts.read++;
    counts.byKind[kind] = (counts.byKind[kind] ?? 0) + 1;
    c.records.push({
      id: sha(`${exhibit.sha256} ${counts.items}`), kind, platform: 'telegram', time: at ? new Date(at).toISOString() : null, timeText: at ? fields.timeText ?? '' : '', timeBasis: at ? 'stated UTC, to the second' : 'none', acquired: exhibit.sealedAt,
      author: null, others: [], conversation: null, text: '', highlights: [], media: [], extra: {}, details: {}, language: { code: 'unknown', confidence: 0 }, selectors: [], exhibit: { id: exhibit.id, number: exhibit.number, name: exhibit.name },
      locator: { exhibit: exhibit.sha256, part: '', ...bytes, pointer: fields.pointer ?? '', text: `sha256:${exhibit.sha256}@${bytes.from}-${bytes.to}` }, ...fields,
    });
  };
  const me = read.personal_information;
  if (me) add('PROFILE', null, { author: account(me.user_id, `${me.first_name} ${me.last_name}`), details: { phone: me.phone_number, username: me.username }, pointer: '/personal_information' }, [String(me.user_id)], place('"user_id"'));
  (read.contacts?.list ?? []).forEach((one, i) => add('FOLLOW', null, { author: me ? account(me.user_id, `${me.first_name} ${me.last_name}`) : null, others: [account(one.user_id, `${one.first_name} ${one.last_name}`)], details: { phone: one.phone_number }, pointer: `/contacts/list/${i}` }, [String(one.user_id)], place('"user_id"')));
  (read.chats?.list ?? [read]).forEach((chat, ci) => (chat.messages ?? []).forEach((m, mi) => {
    const id = String(m.from_id ?? '').replace(/^user/, '');
    const personal = chat.type === 'personal_chat';
    const other = personal && me ? (id === String(me.user_id) ? account(chat.id, chat.name) : account(me.user_id, `${me.first_name} ${me.last_name}`)) : null;
    add('MESSAGE', Number(m.date_unixtime) * 1000, {
      author: account(id, m.from), others: other ? [other] : [], conversation: { key: `telegram/${chat.id}`, title: chat.name, kind: personal ? 'DIRECT' : 'GROUP' }, text: typeof m.text === 'string' ? m.text : JSON.stringify(m.text),
      timeText: m.date, details: m.reply_to_message_id ? { reply_to: String(m.reply_to_message_id) } : {}, extra: { message_id: String(m.id) }, pointer: `/chats/list/${ci}/messages/${mi}`,
    }, [id, ...(other ? [other.key.split('/').pop()] : [])], place('"from_id"'));
  }));
  counts.balanced = counts.items === counts.read + counts.sealed + counts.faults + counts.unknown;
  c.sealed = counts.sealed;
  exhibit.reading = { generation: (exhibit.reading?.generation ?? 0) + 1, reader: 'telegram-desktop/1', at: now(), counts, notes: [{ code: 'SX-READ-ZONE', what: 'times carry no zone; the Unix time beside them was used' }], faults: [], unknown: [{ section: '/about', count: 0 }].filter((u) => u.count > 0) };
}

function sealBytes(c, a, who, name, content, how, source, note) {
  const exhibit = { id: randomUUID(), number: `E-${c.exhibits.length + 1}`, name, bytes: content.length, sha256: sha(content), how, source, note, sealedBy: who.name, sealedAt: now(), reading: null, content, chain: [] };
  const l = leaf('outcome', 'SEAL', who, { caseId: c.id, authority: a.id, outcome: 'DONE', detail: { exhibit: exhibit.sha256 } });
  exhibit.chain.push({ at: now(), actor: who.name, event: 'SEALED', detail: `sha256:${exhibit.sha256}`, leaf: l });
  c.exhibits.push(exhibit);
  return exhibit;
}
const exhibitView = ({ content: _c, chain: _h, ...view }) => view;

function job(kind, unit, total, made, work) {
  const it = { id: randomUUID(), kind, state: 'RUNNING', doneUnits: 0, totalUnits: total, unit, rate: total / 0.6, secondsLeft: 1, message: '', error: null, result: null };
  state.jobs.set(it.id, it);
  const timer = setInterval(() => {
    it.doneUnits = Math.min(total, it.doneUnits + total / 4);
    it.secondsLeft = it.doneUnits < total ? 1 : 0;
    if (it.doneUnits >= total) {
      clearInterval(timer);
      try { it.message = work() ?? ''; it.state = 'DONE'; it.result = made; } catch (fault) { it.state = 'FAILED'; it.error = fault.body ?? { code: 'SX-FIXTURE', what: String(fault), place: '', value: '', cure: '' }; }
    }
  }, 150);
  return it;
}

function accounts(c) {
  const rows = new Map();
  const row = (a) => {
    if (!rows.has(a.key)) rows.set(a.key, { key: a.key, platform: a.platform, basis: a.basis, handles: [], names: [], selectors: [], records: 0, first: null, last: null, entity: a.key });
    const r = rows.get(a.key);
    if (a.shownAs && !r.names.includes(a.shownAs)) r.names.push(a.shownAs);
    return r;
  };
  for (const record of c.records) {
    for (const a of [record.author, ...record.others].filter(Boolean)) {
      const r = row(a);
      r.records++;
      if (record.time && (!r.first || record.time < r.first)) r.first = record.time;
      if (record.time && (!r.last || record.time > r.last)) r.last = record.time;
    }
    const stated = record.kind === 'PROFILE' ? record.author : record.others[0];
    if (record.details.phone && stated) row(stated).selectors.push({ selector: `phone:${record.details.phone.replace(/\s/g, '')}`, verified: record.kind === 'PROFILE' });
  }
  const parent = new Map([...rows.keys()].map((k) => [k, k]));
  const find = (k) => (parent.get(k) === k ? k : find(parent.get(k)));
  for (const j of c.judgements) if (!j.withdrawn && j.verdict === 'SAME' && parent.has(j.a) && parent.has(j.b)) parent.set(find(j.b), find(j.a));
  for (const r of rows.values()) r.entity = find(r.key);
  return [...rows.values()];
}
function suggestions(c) {
  const rows = accounts(c).sort((a, b) => a.key.localeCompare(b.key));
  const out = [];
  for (let i = 0; i + 5 < rows.length && out.length < 2; i += 5) {
    const [a, b] = [rows[i], rows[i + 5]];
    const value = `phone:+4477009001${i}0`;
    out.push({ a: { ...a, selectors: [...a.selectors, { selector: value, verified: true }] }, b: { ...b, selectors: [...b.selectors, { selector: value, verified: true }] }, reasons: [{ what: 'the same telephone number, verified for both', value, records: c.records.filter((r) => r.author?.key === a.key).slice(0, 3).map((r) => r.id) }] });
  }
  return out;
}
function entities(c) {
  const by = new Map();
  for (const a of accounts(c)) by.set(a.entity, [...(by.get(a.entity) ?? []), a]);
  return [...by.entries()].map(([key, list]) => ({ key, label: list[0].names[0] ?? key, accounts: list, conflicts: [] }));
}

function freeze(c, form) {
  const list = entities(c).sort((a, b) => a.key.localeCompare(b.key));
  const index = new Map(list.flatMap((e, i) => e.accounts.map((a) => [a.key, i])));
  const ties = new Map();
  let used = 0;
  const byMessage = new Map(c.records.filter((r) => r.kind === 'MESSAGE').map((r) => [`${r.conversation.key} ${r.extra.message_id}`, r]));
  const tie = (a, b, kind, r) => {
    const [f, t] = form.directed || a < b ? [a, b] : [b, a];
    if (f === t || f === undefined || t === undefined) return;
    const key = `${f} ${t}`;
    const held = ties.get(key) ?? { from: f, to: t, weight: 0, kinds: {}, first: r.time, last: r.time, records: [] };
    held.weight++;
    held.kinds[kind] = (held.kinds[kind] ?? 0) + 1;
    if (r.time < held.first) held.first = r.time;
    if (r.time > held.last) held.last = r.time;
    if (held.records.length < 5) held.records.push(r.id);
    ties.set(key, held);
    used++;
  };
  for (const r of c.records) {
    if (r.kind !== 'MESSAGE') continue;
    if (form.kinds.includes('MESSAGE') && r.others[0]) tie(index.get(r.author.key), index.get(r.others[0].key), 'MESSAGE', r);
    const to = byMessage.get(`${r.conversation.key} ${r.details.reply_to}`);
    if (form.kinds.includes('REPLY') && to) tie(index.get(r.author.key), index.get(to.author.key), 'REPLY', r);
  }
  const tieList = [...ties.values()].filter((t) => t.weight >= form.minimumRecords).sort((a, b) => a.from - b.from || a.to - b.to);
  const legend = list.map((e, i) => ({ index: i, entity: e.key, label: e.label, accounts: e.accounts.map((a) => a.key), platforms: ['telegram'] }));
  const view = { summary: { id: randomUUID(), ...form, nodes: legend.length, ties: tieList.length, recordsUsed: used, recordsNotUsed: Math.max(0, c.records.length - used), at: now(), digest: sha(JSON.stringify([legend, tieList])) }, legend, tieList, measures: [] };
  c.snapshots.push(view);
  return view;
}
function measure(s, method, seed) {
  const n = s.legend.length;
  const near = Array.from({ length: n }, () => new Map());
  for (const t of s.tieList) { near[t.from].set(t.to, t.weight); near[t.to].set(t.from, t.weight); }
  let values = near.map((m) => m.size);
  if (method === 'PAGERANK') {
    values = near.map(() => 1 / n);
    for (let round = 0; round < 40; round++) {
      const next = near.map(() => 0.15 / n);
      near.forEach((m, i) => { const sum = [...m.values()].reduce((a, b) => a + b, 0) || 1; for (const [j, w] of m) next[j] += (0.85 * values[i] * w) / sum; });
      values = next;
    }
  } else if (method === 'BETWEENNESS') {
    values = near.map(() => 0);
    for (let s0 = 0; s0 < n; s0++) {
      const dist = Array(n).fill(-1); const paths = Array(n).fill(0); const order = []; const before = Array.from({ length: n }, () => []);
      dist[s0] = 0; paths[s0] = 1;
      for (const queue = [s0]; queue.length;) { const v = queue.shift(); order.push(v); for (const u of near[v].keys()) { if (dist[u] < 0) { dist[u] = dist[v] + 1; queue.push(u); } if (dist[u] === dist[v] + 1) { paths[u] += paths[v]; before[u].push(v); } } }
      const share = Array(n).fill(0);
      for (const v of order.reverse()) { for (const u of before[v]) share[u] += (paths[u] / paths[v]) * (1 + share[v]); if (v !== s0) values[v] += share[v] / 2; }
    }
  } else if (method === 'COMPONENTS' || method === 'COMMUNITY') {
    values = near.map((_, i) => i);
    for (let round = 0; round < 20; round++) near.forEach((m, i) => {
      const votes = new Map(); for (const [j, w] of m) votes.set(values[j], (votes.get(values[j]) ?? 0) + (method === 'COMMUNITY' ? w ** 2 : 1));
      const best = [...votes].sort((a, b) => (method === 'COMPONENTS' ? a[0] - b[0] : b[1] - a[1] || a[0] - b[0]))[0];
      if (best && (method === 'COMMUNITY' || best[0] < values[i])) values[i] = best[0];
    });
  }
  const rank = (i) => values.filter((v) => v > values[i]).length + 1;
  const grouped = method === 'COMPONENTS' || method === 'COMMUNITY';
  const made = { id: randomUUID(), snapshot: s.summary.id, method, seed, values, ranks: grouped ? [] : values.map((_, i) => ({ rank: rank(i), low: Math.max(1, rank(i) - (i % 3)), high: Math.min(n, rank(i) + 1 + (i % 4)) })), top: [], first: 0, calibration: grouped ? null : { state: method === 'BETWEENNESS' ? 'doubtful' : 'done', trials: 10, held: method === 'BETWEENNESS' ? 0.83 : 0.89 }, summary: { nodes: String(n), ties: String(s.tieList.length), replicas: '1000' }, card: `A made-up card for ${method}.\nWhen ties are missing: read it with its rank interval.`, at: now() };
  s.measures.push(made);
  return made;
}

function supportView(c, s) {
  const r = c.records.find((one) => one.id === s.record);
  if (!r) throw new Refusal(422, 'SX-FIND-RECORD-ABSENT', 'a support is no record in scope', 'take it out', s.record);
  return { record: r.id, exhibit: r.exhibit.number, locator: r.locator.text, excerpt: r.text || JSON.stringify(r.details), note: s.note, time: r.time, author: r.author?.shownAs ?? null };
}
function findingView(f, who) {
  const mine = f.authorId === who.id;
  const allowed = [];
  if (mine && ['DRAFT', 'RETURNED'].includes(f.state)) allowed.push('amended', 'submitted');
  if (!mine && who.roles.includes('ANALYST') && f.state === 'IN_REVIEW' && !f.reviewer) allowed.push('accepted', 'returned');
  if (mine && f.state === 'IN_REVIEW' && f.reviewer) allowed.push('signed');
  const { authorId: _a, ...view } = f;
  return { ...view, allowed };
}

function search(c, q) {
  const words = (q.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const keep = (r, not) => (not === 'kind' || !q.get('kind') || r.kind === q.get('kind')) && (not === 'platform' || !q.get('platform') || r.platform === q.get('platform'))
    && (!q.get('exhibit') || r.exhibit.id === q.get('exhibit')) && (!q.get('account') || [r.author, ...r.others].some((a) => a?.key === q.get('account')))
    && (!q.get('conversation') || r.conversation?.key === q.get('conversation')) && (!q.get('from') || (r.time && r.time >= q.get('from'))) && (!q.get('to') || (r.time && r.time < q.get('to')))
    && words.every((w) => r.text.toLowerCase().includes(w));
  const found = c.records.filter((r) => keep(r));
  const order = q.get('sort') === '-time' ? -1 : 1;
  found.sort((a, b) => (a.time === null || b.time === null ? Number(a.time === null) - Number(b.time === null) : order * a.time.localeCompare(b.time)));
  const facet = (name) => { const m = new Map(); for (const r of c.records.filter((one) => keep(one, name))) m.set(r[name], (m.get(r[name]) ?? 0) + 1); return [...m].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count); };
  const mark = (text) => words.reduce((t, w) => t.replace(new RegExp(w.replace(/[^\p{L}\p{N}]/gu, ''), 'giu'), (hit) => `\uE000${hit}\uE001`), text);
  const [offset, limit] = [Number(q.get('offset') ?? 0), Number(q.get('limit') ?? 50)];
  return { total: found.length, offset, items: found.slice(offset, offset + limit).map((r) => ({ ...r, highlights: words.length ? [mark(r.text)] : [] })), sealed: c.sealed, facets: { kind: facet('kind'), platform: facet('platform'), account: [], accounts: 0, language: [{ value: 'unknown', count: found.length }], month: [], selector: [] }, next: null };
}

function excerpt(c, r, context) {
  const { content } = c.exhibits.find((e) => e.id === r.exhibit.id);
  const { from, to } = r.locator;
  const [a, b] = [Math.max(0, from - context), Math.min(content.length, to + context)];
  const bytes = content.subarray(a, b);
  return { part: '', partBytes: content.length, from, to, contextFrom: a, contextTo: b, text: bytes.toString('utf8'), base64: bytes.toString('base64'), highlight: { from: from - a, to: to - a }, sha256: sha(content.subarray(from, to)) };
}

const PACK = {
  name: 'fixture', version: 1, title: 'Testland (made up)', digest: sha('pack'), jurisdiction: 'Testland', offenceSource: 'the rule of Testland',
  offences: [
    { id: 'stolen-goods', title: 'Handling of stolen goods', statute: 's. 22', group: 'Property', answers: ['significantThreat', 'powerOrProfit', 'organised'], wants: [] },
    { id: 'demonstration-trespass', title: 'Trespass at a demonstration', statute: 's. 9', group: 'Not sufficient', answers: [], wants: ['it is no recognised threat'] },
  ],
  instruments: [{ id: 'search-warrant', title: 'Search warrant', law: 's. 1', issuer: 'District court', ceiling: 'what it names' }],
  levels: [0, 1, 2, 3].map((level) => ({ level, title: `Level ${level}`, meaning: 'as the pack says', oversight: level > 2 })),
  methods: [{ name: 'READ_EXPORT', title: 'read exports' }, { name: 'NETWORK_ANALYSIS', title: 'tell who is tied to whom' }],
  limits: { longestOperationDays: 92, longestPermitMinutes: 480, overseenWithinDays: 14, urgentHours: 72, writeUpHours: 24 },
};

const routes = [];
const on = (method, pattern, handle) => routes.push({ method, match: new RegExp(`^${pattern.replaceAll(':id', '([^/]+)')}$`), handle });
const byId = (list, id) => list.find((one) => one.id === id) ?? (() => { throw new Refusal(404, 'SX-FIXTURE-ABSENT', 'there is no such thing', 'go back', id); })();
const anyAuthority = (id) => { for (const c of state.cases) { const a = c.authorities.find((one) => one.id === id); if (a) return { c, a }; } throw new Refusal(404, 'SX-AUTH-ABSENT', 'no such authority', 'go back', id); };
const body = (r) => JSON.parse(r.raw.toString() || '{}');

on('GET', '/api/session', (r) => ({ signedIn: Boolean(r.who), actor: r.who ? shown(r.who) : null, version: '0.1.0-fixture', training: true, trainingLogins: people.map((p) => `${p.login} (${p.roles.join(', ').toLowerCase().replaceAll('_', ' ')})`), banner: 'Training: nobody in this case is real.' }));
on('GET', '/api/people', () => people.map(shown));
on('GET', '/api/readers', () => [{ id: 'telegram-desktop/1', title: 'Telegram Desktop', covers: ['result.json of one chat', 'account exports'], gaps: ['stickers are named, not shown'] }]);
on('GET', '/api/cases', (r) => state.cases.map((c) => caseView(c, r.who)));
on('POST', '/api/cases', (r) => caseView(newCase(body(r).name, r.who), r.who));
on('POST', '/api/cases/:id/authorities', (r, id) => {
  const a = { id: randomUUID(), caseId: id, version: 1, state: 'DRAFT', applicant: r.who, form: body(r), signed: [], approvals: [], history: [] };
  byId(state.cases, id).authorities.push(a);
  return detail(a, r.who);
});
on('GET', '/api/authorities/:id', (r, id) => detail(anyAuthority(id).a, r.who));
on('GET', '/api/pack', () => PACK);
on('GET', '/api/authorities/:id/lacks', () => []);
on('GET', '/api/authorities/:id/protected', () => []);
on('GET', '/api/authorities/:id/handles', () => []);
on('GET', '/api/authorities/:id/recall', (r, id) => ({ state: anyAuthority(id).a.state, resting: {}, recipients: [] }));
on('GET', '/api/authorities/:id/dossier', (r, id) => {
  const { a } = anyAuthority(id);
  const possible = [{ topic: 'whom', sentence: `Material could be read that names one of these: ${a.form.selectors.join(', ')}.` }, { topic: 'where', sentence: `On these platforms: ${a.form.platforms.join(', ')}. All else is sealed off unread.` }];
  return [{ results: '', liveUntil: a.form.opTo, offence: a.form.offence, possible, changes: [], similarity: [], similarPercent: 60, oral: null, detail: detail(a, r.who) }];
});
on('PUT', '/api/authorities/:id', (r, id) => { const { a } = anyAuthority(id); a.form = body(r); a.signed = []; return detail(a, r.who); });
on('POST', '/api/authorities/:id/principles/:id', (r, id, p) => { const { a } = anyAuthority(id); if (!a.signed.includes(p)) a.signed.push(p); return detail(a, r.who); });
on('POST', '/api/authorities/:id/permit', (r, id) => { const { c, a } = anyAuthority(id); if (a.state !== 'ACTIVE' || !a.form.team.includes(r.who.id)) throw new Refusal(403, 'SX-AUTH-TEAM', 'you are not on the team', 'ask the officer'); return givePermit(c, a, r.who, body(r).purpose); });
on('POST', '/api/authorities/:id/:id', (r, id, t) => { const { c, a } = anyAuthority(id); move(c, a, t, r.who, body(r).reasons); return detail(a, r.who); });
on('GET', '/api/permit', (r) => r.held().permit);
on('GET', '/api/exhibits', (r) => r.held().c.exhibits.map(exhibitView));
on('POST', '/api/exhibits', (r) => {
  const { c, a } = r.held();
  const said = (name) => r.query.get(name) ?? '';
  const e = sealBytes(c, a, r.who, said('name'), Buffer.from(r.raw), said('how'), said('source'), said('note'));
  return job('SEAL', 'bytes', e.bytes, e.id, () => { if (said('read') === 'true') readExhibit(c, e, a.form); return e.number; });
});
on('GET', '/api/exhibits/:id', (r, id) => exhibitView(byId(r.held().c.exhibits, id)));
on('GET', '/api/exhibits/:id/chain', (r, id) => byId(r.held().c.exhibits, id).chain);
on('POST', '/api/exhibits/:id/read', (r, id) => { const { c, a } = r.held(); const e = byId(c.exhibits, id); return job('READ', 'records', 400, id, () => { readExhibit(c, e, a.form); e.chain.push({ at: now(), actor: r.who.name, event: 'READ', detail: 'telegram-desktop/1', leaf: leaf('outcome', 'READ', r.who, { caseId: c.id, outcome: 'DONE' }) }); }); });
on('GET', '/api/jobs/:id', (r, id) => state.jobs.get(id));
on('GET', '/api/records', (r) => { const { c, a } = r.held(); leaf('outcome', 'SEARCH', r.who, { caseId: c.id, authority: a.id, outcome: 'DONE' }); return search(c, r.query); });
on('GET', '/api/records/:id', (r, id) => byId(r.held().c.records, id));
on('GET', '/api/records/:id/bytes', (r, id) => { const { c, a } = r.held(); leaf('outcome', 'VIEW', r.who, { caseId: c.id, authority: a.id, outcome: 'DONE' }); return excerpt(c, byId(c.records, id), Number(r.query.get('context') ?? 4096)); });
on('GET', '/api/accounts', (r) => accounts(r.held().c));
on('GET', '/api/suggestions', (r) => suggestions(r.held().c));
on('GET', '/api/judgements', (r) => r.held().c.judgements);
on('GET', '/api/entities', (r) => entities(r.held().c));
on('POST', '/api/judgements', (r) => { const { c } = r.held(); const j = { id: randomUUID(), ...body(r), by: r.who.name, at: now(), withdrawn: false, withdrawnReason: null, leaf: leaf('outcome', 'JUDGE', r.who, { caseId: c.id, outcome: 'DONE' }) }; c.judgements.push(j); return j; });
on('POST', '/api/judgements/:id/withdraw', (r, id) => Object.assign(byId(r.held().c.judgements, id), { withdrawn: true, withdrawnReason: body(r).reasons }));
const bare = ({ measures: _m, ...s }) => s;
on('GET', '/api/snapshots', (r) => r.held().c.snapshots.map((s) => s.summary));
on('POST', '/api/snapshots', (r) => { const { c } = r.held(); leaf('outcome', 'FREEZE', r.who, { caseId: c.id, outcome: 'DONE' }); return bare(freeze(c, body(r))); });
const snapshotOf = (r, id) => r.held().c.snapshots.find((s) => s.summary.id === id);
on('GET', '/api/snapshots/:id', (r, id) => bare(snapshotOf(r, id)));
on('GET', '/api/snapshots/:id/measures', (r, id) => snapshotOf(r, id).measures);
on('POST', '/api/snapshots/:id/measures', (r, id) => measure(snapshotOf(r, id), body(r).method, body(r).seed));
on('GET', '/api/findings', (r) => r.held().c.findings.map((f) => findingView(f, r.who)));
const claimed = (c, claim) => ({ claim, supports: claim.supports.map((s) => supportView(c, s)), counterSupports: claim.counterSupports.map((s) => supportView(c, s)), digest: sha(JSON.stringify(claim)), gradeWords: claim.gradeCode });
on('GET', '/api/findings/:id', (r, id) => findingView(byId(r.held().c.findings, id), r.who));
on('POST', '/api/findings', (r) => { const { c } = r.held(); const f = { id: randomUUID(), number: c.findings.length + 1, state: 'DRAFT', author: r.who.name, authorId: r.who.id, reviewer: null, reviewReasons: null, signatures: [], warnings: [], ...claimed(c, body(r)) }; c.findings.push(f); return findingView(f, r.who); });
on('PUT', '/api/findings/:id', (r, id) => { const { c } = r.held(); const f = byId(c.findings, id); Object.assign(f, claimed(c, body(r)), { state: 'DRAFT' }); return findingView(f, r.who); });
on('POST', '/api/findings/:id/submit', (r, id) => { const f = byId(r.held().c.findings, id); f.state = 'IN_REVIEW'; f.reviewer = null; return findingView(f, r.who); });
on('POST', '/api/findings/:id/review', (r, id) => { const f = byId(r.held().c.findings, id); if (f.authorId === r.who.id) throw new Refusal(403, 'SX-FIND-SECOND', 'nobody reviews a finding of their own', 'ask another person'); const { decision, reasons } = body(r); Object.assign(f, { reviewer: r.who.name, reviewReasons: reasons, state: decision === 'ACCEPT' ? 'IN_REVIEW' : 'RETURNED' }); return findingView(f, r.who); });
on('POST', '/api/findings/:id/sign', (r, id) => { const f = byId(r.held().c.findings, id); f.state = 'SIGNED'; f.signatures = [{ name: f.author, role: 'AUTHOR' }, { name: f.reviewer, role: 'REVIEWER' }]; leaf('outcome', 'SIGN', r.who, { caseId: r.held().c.id, outcome: 'DONE' }); return findingView(f, r.who); });
on('GET', '/api/disclosures', (r) => r.held().c.disclosures.map(({ content: _c, ...d }) => d));
on('POST', '/api/disclosures', (r) => { const { c } = r.held(); const content = Buffer.from(`PK made-up bundle ${JSON.stringify(body(r))}`); const { content: _x, ...d } = { id: randomUUID(), ...body(r), at: now(), by: r.who.name, sha256: sha(content), bytes: content.length, verified: true, content }; c.disclosures.push({ ...d, content }); leaf('outcome', 'RELEASE', r.who, { caseId: c.id, outcome: 'DONE' }); return d; });
on('POST', '/api/disclosures/pictures', (r) => { const { c, a } = r.held(); body(r).findings.forEach((id) => byId(c.findings, id)); leaf('outcome', 'VIEW', r.who, { caseId: c.id, authority: a.id, outcome: 'DONE' }); return []; }); // No made-up record carries a picture.
on('GET', '/api/ledger', () => ledger());
on('GET', '/api/acts', (r) => {
  const c = r.query.get('caseId') ? byId(state.cases, r.query.get('caseId')) : null;
  if (!c && !r.who.roles.includes('OVERSEER')) throw new Refusal(403, 'SX-AUTH-PERMIT-NONE', 'this needs a permit', 'ask for one');
  const before = Number(r.query.get('before') ?? -1);
  return state.leaves.map((e, i) => ({ leaf: i, ...e })).filter((e) => (!c || e.caseId === c.id) && (before < 0 || e.leaf < before)).reverse().slice(0, Number(r.query.get('limit') ?? 100));
});
on('GET', '/api/acts/:id/proof', (r, id) => { const i = Number(id); const l = ledger(); return { entry: bytesOf(state.leaves[i]).toString('base64'), index: i, size: l.size, root: l.root, proof: path(i, state.leaves).map((h) => h.toString('hex')), checkpoint: l.checkpoint }; });

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const cookies = (request) => Object.fromEntries((request.headers.cookie ?? '').split(';').map((c) => c.trim().split('=')).filter((c) => c.length === 2));

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://fixture');
  const jar = cookies(request);
  const csrf = jar['XSRF-TOKEN'] ?? randomBytes(12).toString('hex');
  const common = { 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Set-Cookie': [`XSRF-TOKEN=${csrf}; Path=/; SameSite=Lax`] };
  const send = (status, type, content, more = {}) => { response.writeHead(status, { ...common, 'Content-Type': type, ...more }); response.end(content); };
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const who = state.sessions.get(jar.SESSION) ?? null;
  try {
    if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== csrf) throw new Refusal(403, 'SX-HTTP-CSRF', 'the request carries no token of this page', 'load the page again');
    if (url.pathname === '/login') {
      const form = new URLSearchParams(raw.toString());
      const p = people.find((one) => one.login === form.get('username') && one.password === form.get('password'));
      if (!p) return send(401, 'text/plain', '');
      const session = randomUUID();
      state.sessions.set(session, p);
      return send(204, 'text/plain', undefined, { 'Set-Cookie': [`XSRF-TOKEN=${randomBytes(12).toString('hex')}; Path=/; SameSite=Lax`, `SESSION=${session}; Path=/; HttpOnly; SameSite=Lax`] });
    }
    if (url.pathname === '/logout') { state.sessions.delete(jar.SESSION); return send(204, 'text/plain', undefined); }
    if (!url.pathname.startsWith('/api/')) {
      const file = normalize(join(DIST, url.pathname === '/' ? 'index.html' : url.pathname));
      if (!file.startsWith(DIST)) return send(404, 'text/plain', '');
      try { return send(200, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file)); } catch { return send(404, 'text/plain', ''); }
    }
    if (!who && url.pathname !== '/api/session') return send(401, 'text/plain', '');
    const permit = request.headers['x-sextant-permit'];
    const held = () => { const h = state.permits.get(permit); if (!h || h.who.id !== who.id || h.a.state !== 'ACTIVE') throw new Refusal(403, 'SX-AUTH-PERMIT-NONE', 'this needs a permit', 'ask for a permit again'); return h; };
    const asked = { who, raw, query: url.searchParams, headers: request.headers, held, permit };
    const events = /^\/api\/jobs\/([^/]+)\/events$/.exec(url.pathname);
    if (events) {
      response.writeHead(200, { ...common, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      const it = state.jobs.get(events[1]);
      const timer = setInterval(() => { response.write(`event: job\ndata: ${JSON.stringify(it)}\n\n`); if (it.state !== 'RUNNING') { clearInterval(timer); response.end(); } }, 120);
      response.on('close', () => clearInterval(timer));
      return;
    }
    const file = /^\/api\/disclosures\/([^/]+)\/(bundle|report)$/.exec(url.pathname);
    if (file) { const d = byId(held().c.disclosures, file[1]); return send(200, 'application/octet-stream', d.content, { 'Content-Disposition': `attachment; filename="${file[2] === 'bundle' ? 'bundle.zip' : 'report.pdf'}"` }); }
    for (const route of routes) {
      const found = route.method === request.method && route.match.exec(url.pathname);
      if (found) return send(200, 'application/json', JSON.stringify(route.handle(asked, ...found.slice(1)) ?? null));
    }
    throw new Refusal(404, 'SX-HTTP-404', 'no such route', 'see the contract', url.pathname);
  } catch (fault) {
    if (!(fault instanceof Refusal)) console.error(fault);
    return send(fault.status ?? 500, 'application/json', JSON.stringify(fault.body ?? { code: 'SX-FIXTURE', what: String(fault), place: url.pathname, value: '', cure: 'look at the fixture server’s terminal' }));
  }
}).listen(PORT, '127.0.0.1', () => console.log(`made-up workspace on http://127.0.0.1:${PORT}`));

/* One case with everything in it, so that every page has something to show. */
const ada = person('ada');
const [ben, olga] = [person('ben'), person('olga')];
const demo = newCase('Harbour lights', olga);
const reason = 'Made-up words that stand where an applicant would argue the point at some length, with facts and sources.';
const form = {
  jurisdiction: 'Testland', instrument: 'Search warrant', number: 'W-2026-118', issuer: 'District court of Testland', offence: 'Trafficking in stolen goods, s. 22 Theft Act', businessCase: 'ORGANISED_CRIME_NETWORK',
  principles: { cause: reason, motive: reason, interests: 'None: nobody on the team knows anybody concerned.', necessity: reason, proportionality: reason, collateral: reason, right: reason, validation: 'Oversight board of Testland, within 14 days.', lastResort: reason, tried: ['Witness statements: refused.', 'Port cameras: overwritten.'], prospect: reason, stopCriteria: 'When the three dates are explained, or after 90 days.' },
  selectors: [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 112, 114].map((id) => `platform_id@telegram:${id}`), platforms: ['telegram', 'whatsapp'], contentFrom: new Date(Date.UTC(2025, 11, 1)).toISOString(), contentTo: new Date(Date.now() + DAY).toISOString(),
  opFrom: new Date(Date.now() - 10 * DAY).toISOString(), opTo: new Date(Date.now() + 12 * DAY).toISOString(), maxLevel: 2, methods: ['READ_EXPORT', 'NETWORK_ANALYSIS'], hopLimit: 0, quota: { items: 100000, subjects: 60, views: 5000 }, team: [ada.id, ben.id], reviewEveryDays: 28,
  handling: 'Case team and prosecutor only.', retentionDays: 365, flags: [],
};
const a = { id: randomUUID(), caseId: demo.id, version: 1, state: 'DRAFT', applicant: ada, form, signed: ['CAUSE', 'MOTIVE', 'NECESSITY', 'RIGHT', 'LAST_RESORT', 'PROSPECT'], approvals: [], history: [] };
demo.authorities.push(a);
move(demo, a, 'submit', ada, '');
move(demo, a, 'approve', olga, 'All six principles are argued from facts; scope is the named accounts.');
const e = sealBytes(demo, a, ada, 'result.json', Buffer.from(telegramExport()), 'PROVIDER_RETURN', 'Return 2026/77 to warrant W-2026-118', 'Received on a sealed disc, seal 4471.');
readExhibit(demo, e, form);
newCase('Paper lantern', olga);
