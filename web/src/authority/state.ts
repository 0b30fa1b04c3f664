/* Drafting an authority: its steps, what is missing in each, and what may be done with it. Pure. */
import type { AuthorityDetail, AuthorityDraft, BusinessCase } from '../api/contract';
import type { Transition } from '../api/calls';

export type Principle = keyof AuthorityDraft['principles'];

/** The six principles, each in one or two fields that are signed apart. */
export const PRINCIPLES: { title: string; fields: { name: Principle; label: string; guidance: string }[] }[] = [
  {
    title: '1 Sufficient, sustainable cause',
    fields: [{ name: 'cause', label: 'Cause', guidance: 'Which facts, from where, show the offence and this need? Name at least one fact that is not a tie to somebody.' }],
  },
  {
    title: '2 Integrity of motive',
    fields: [{ name: 'motive', label: 'Motive and conflicts of interest', guidance: 'State that the aim is this offence alone, and any tie of anybody on the team to the people concerned: family, former partners, neighbours, colleagues.' }],
  },
  {
    title: '3 Necessity and proportionality',
    fields: [
      { name: 'necessity', label: 'Necessity', guidance: 'Why is the case not solved without this? What question will it answer?' },
      { name: 'proportionality', label: 'Proportionality', guidance: 'Weigh the intrusion against the gravity of the offence. Why this span, these platforms, this level and no more?' },
      { name: 'collateral', label: 'Collateral intrusion', guidance: 'Who else will be seen: family, children, group members who have no part? How is that kept small?' },
    ],
  },
  {
    title: '4 Right authority, validated from outside',
    fields: [],
  },
  {
    title: '5 Last resort',
    fields: [{ name: 'lastResort', label: 'Alternatives tried', guidance: 'Which less intrusive means were tried or considered, and why did each fall short?' }],
  },
  {
    title: '6 Prospect of success',
    fields: [
      { name: 'prospect', label: 'Prospect', guidance: 'What makes it likely that this brings evidence?' },
      { name: 'stopCriteria', label: 'Stop criteria', guidance: 'At which result, or lack of result, will you stop?' },
    ],
  },
];

export const BUSINESS_CASES: { value: BusinessCase; label: string }[] = [
  { value: 'SHORT_TERM_THREAT', label: 'Watching a short-term threat' },
  { value: 'HIGH_RISK_IDENTIFICATION', label: 'Finding who is at high risk of violence' },
  { value: 'HIGH_RISK_IMMINENCE', label: 'Watching whether violence is imminent' },
  { value: 'ORGANISED_CRIME_NETWORK', label: 'Understanding an organised-crime network' },
  { value: 'CRIME_INVESTIGATION', label: 'Investigating a crime' },
];

/** Levels of intrusion; what lies above three is recorded legal process and is not drafted here. */
export const LEVELS = [
  { value: 0, label: '0 overt, from an official account' },
  { value: 1, label: '1 one public view' },
  { value: 2, label: '2 systematic public research, no interaction' },
  { value: 3, label: '3 repeated viewing or profiling of a person' },
];

export const FLAGS = [
  { value: 'minor', label: 'a child' },
  { value: 'journalist', label: 'a journalist' },
  { value: 'lawyer', label: 'a lawyer' },
  { value: 'elected', label: 'an elected person' },
  { value: 'health', label: 'matters of health' },
  { value: 'faith', label: 'matters of faith' },
];

export const PLATFORMS = ['telegram', 'whatsapp', 'x', 'instagram', 'facebook', 'table'];

export const METHODS = [
  { value: 'READ_EXPORT', label: 'read exports and provider returns' },
  { value: 'NETWORK_ANALYSIS', label: 'analyse ties' },
  { value: 'PUBLIC_VIEW', label: 'view public pages' },
];

export const STEPS = ['Legal basis', 'Principles', 'Reach', 'Limits and team', 'Check'] as const;

const SELECTOR_TYPES: Record<string, { bound: boolean; broad: boolean }> = {
  platform_id: { bound: true, broad: false },
  handle: { bound: true, broad: false },
  email: { bound: false, broad: false },
  phone: { bound: false, broad: false },
  device: { bound: false, broad: false },
  ip: { bound: false, broad: false },
  url: { bound: false, broad: false },
  pgp: { bound: false, broad: false },
  wallet: { bound: false, broad: false },
  display_name: { bound: true, broad: false },
  group: { bound: true, broad: true },
  hashtag: { bound: false, broad: true },
  keyword: { bound: false, broad: true },
  place: { bound: false, broad: true },
};

export interface ReadSelector {
  text: string;
  broad: boolean;
  problem: string | null;
}

/** Reads one selector as the server will: type:value, or type@platform:value. */
export function readSelector(line: string): ReadSelector {
  const text = line.trim();
  const wrong = (problem: string): ReadSelector => ({ text, broad: false, problem });
  const colon = text.indexOf(':');
  if (colon <= 0 || text.slice(colon + 1).trim() === '') return wrong('write type:value or type@platform:value');
  const [type = '', platform = ''] = text.slice(0, colon).split('@');
  const known = SELECTOR_TYPES[type.toLowerCase()];
  if (!known) return wrong(`“${type}” is no kind of selector; known: ${Object.keys(SELECTOR_TYPES).join(', ')}`);
  if (known.bound && platform === '') return wrong(`name its platform: ${type}@telegram:…`);
  const value = text.slice(colon + 1).trim();
  if (type.toLowerCase() === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return wrong('give local@domain');
  if (type.toLowerCase() === 'phone' && !/^(\+|00)[1-9][\d\s().-]{5,}$/.test(value)) return wrong('give the international form, +44…');
  return { text, broad: known.broad, problem: null };
}

/** The selectors of a text, one to a line; empty lines say nothing. */
export function readSelectors(text: string): ReadSelector[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map(readSelector);
}

/** A draft with a sensible span: three months from today, content of the last year. */
export function emptyDraft(now: number, drafter: string): AuthorityDraft {
  const day = 86_400_000;
  const midnight = Math.floor(now / day) * day;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    instrument: '', number: '', offence: '', jurisdiction: '', businessCase: 'ORGANISED_CRIME_NETWORK',
    principles: { cause: '', motive: '', necessity: '', proportionality: '', collateral: '', lastResort: '', prospect: '', stopCriteria: '' },
    selectors: [], platforms: [], contentFrom: iso(midnight - 365 * day), contentTo: iso(midnight + day),
    opFrom: iso(midnight), opTo: iso(midnight + 90 * day), maxLevel: 2, methods: ['READ_EXPORT', 'NETWORK_ANALYSIS'], hopLimit: 0,
    quota: { items: 100_000, subjects: 100, views: 5_000 }, team: [drafter], reviewEveryDays: 28,
    handling: '', retention: '', flags: [],
  };
}

export interface Problem {
  step: number;
  field: string;
  what: string;
}

const SHORTEST_PRINCIPLE = 20; // Shorter than this no reason can be given; the server holds its own bound.

/** Everything that still keeps a draft from being submitted. */
export function problemsOf(draft: AuthorityDraft, selectorText: string): Problem[] {
  const problems: Problem[] = [];
  const say = (step: number, field: string, what: string) => problems.push({ step, field, what });
  for (const [field, label] of [['instrument', 'instrument'], ['number', 'number'], ['offence', 'offence'], ['jurisdiction', 'jurisdiction']] as const) {
    if (draft[field].trim() === '') say(0, field, `Name the ${label}.`);
  }
  for (const { fields } of PRINCIPLES) {
    for (const { name, label } of fields) {
      if (draft.principles[name].trim().length < SHORTEST_PRINCIPLE) say(1, name, `Write out: ${label.toLowerCase()} (at least ${SHORTEST_PRINCIPLE} characters).`);
    }
  }
  const selectors = readSelectors(selectorText);
  if (selectors.length === 0) say(2, 'selectors', 'Name at least one selector.');
  const bad = selectors.filter((one) => one.problem !== null);
  if (bad.length > 0) say(2, 'selectors', bad.map((one) => `${one.text}: ${one.problem}`).join('; '));
  if (draft.platforms.length === 0) say(2, 'platforms', 'Name at least one platform.');
  spanProblem(draft.contentFrom, draft.contentTo, (what) => say(2, 'content', what));
  spanProblem(draft.opFrom, draft.opTo, (what) => say(2, 'operation', what));
  if (draft.methods.length === 0) say(2, 'methods', 'Choose at least one method.');
  for (const name of ['items', 'subjects', 'views'] as const) {
    if (!(draft.quota[name] > 0)) say(3, name, 'Give a number above zero.');
  }
  if (draft.team.length === 0) say(3, 'team', 'Name the team: only they can ask for permits.');
  if (!(draft.reviewEveryDays > 0)) say(3, 'reviewEveryDays', 'Give a number of days above zero.');
  if (draft.handling.trim() === '') say(3, 'handling', 'Say how the material is handled.');
  if (draft.retention.trim() === '') say(3, 'retention', 'Say how long it is kept.');
  return problems;
}

function spanProblem(from: string, to: string, say: (what: string) => void): void {
  if (!from || !to) say('Give both ends.');
  else if (new Date(from).getTime() >= new Date(to).getTime()) say('The end must come after the beginning.');
}

export function problemOf(problems: Problem[], field: string): string | null {
  return problems.filter((one) => one.field === field).map((one) => one.what).join(' ') || null;
}

/** Why the overseer must decide before this comes into force; empty if the officer's word is enough. */
export function oversightReasons(draft: AuthorityDraft, selectorText: string): string[] {
  const reasons: string[] = [];
  if (draft.maxLevel >= 3) reasons.push('its level is 3 or above');
  if (draft.flags.length > 0) reasons.push('it may touch protected people or matters');
  const broad = readSelectors(selectorText).filter((one) => one.broad);
  if (broad.length > 0) reasons.push(`it holds broad selectors: ${broad.map((one) => one.text).join(', ')}`);
  return reasons;
}

/** The draft inside a detail, to be amended. */
export function draftOf(detail: AuthorityDetail): AuthorityDraft {
  const { id: _i, caseId: _c, version: _v, state: _s, applicant: _a, digest: _d, allowed: _l, history: _h, ...draft } = detail;
  return draft;
}

export interface Deed {
  transition: Transition;
  verb: string;
  question: string;
  danger: boolean;
}

const DEEDS: Deed[] = [
  { transition: 'submit', verb: 'Submit', question: 'Anything the officer should know first?', danger: false },
  { transition: 'approve', verb: 'Approve', question: 'Why are all six principles met?', danger: false },
  { transition: 'return', verb: 'Return for more', question: 'What is missing?', danger: false },
  { transition: 'refuse', verb: 'Refuse', question: 'Why is it refused?', danger: true },
  { transition: 'oversee-approve', verb: 'Validate as overseer', question: 'Why is this lawful and proportionate?', danger: false },
  { transition: 'oversee-refuse', verb: 'Refuse as overseer', question: 'Why is it refused?', danger: true },
  { transition: 'suspend', verb: 'Suspend', question: 'Why does work stop now?', danger: true },
  { transition: 'resume', verb: 'Resume', question: 'What has been settled?', danger: false },
  { transition: 'cancel', verb: 'Cancel', question: 'Why is it no longer needed?', danger: true },
  { transition: 'close', verb: 'Close', question: 'What came of it, and what happens to the material?', danger: false },
  { transition: 'quash', verb: 'Quash', question: 'Which ground makes it void from the start?', danger: true },
];

/** The deeds that the server allows this person now, in a steady order. Unknown ones are left out. */
export function deedsFor(allowed: string[]): Deed[] {
  const said = new Set(allowed.map((one) => one.toLowerCase().replaceAll('_', '-')));
  return DEEDS.filter((deed) => said.has(deed.transition));
}

/** True if the draft itself may still be changed by this person. */
export function mayAmend(detail: AuthorityDetail, actorId: string): boolean {
  return (detail.state === 'DRAFT' || detail.state === 'RETURNED') && detail.applicant.id === actorId;
}
