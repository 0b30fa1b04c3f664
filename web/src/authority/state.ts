/* Drafting an authority: its steps, what is missing in each, and what may be done with it. Pure. */
import type { AuthorityDetail, AuthorityForm, BusinessCase, Principle, VersionView } from '../api/contract';
import type { Transition } from '../api/calls';
import type { StepId } from './steps';

export type WrittenField = keyof AuthorityForm['principles'];

const SENTENCE = 30; // The least that the server takes for an argument, in characters.
const PHRASE = 10; // The least that it takes for a declaration or criterion.

export interface PrincipleField {
  name: WrittenField;
  label: string;
  guidance: string;
  least: number;
}

/** The six principles; each is written in its own fields and signed apart. */
export const PRINCIPLES: { principle: Principle; code: string; title: string; fields: PrincipleField[] }[] = [
  {
    principle: 'CAUSE', code: 'SX-AUTH-CAUSE', title: 'Sufficient, sustainable cause',
    fields: [{ name: 'cause', label: 'Cause', least: SENTENCE, guidance: 'Which facts, from where, show the offence and this need? Name at least one fact that is not a tie to somebody.' }],
  },
  {
    principle: 'MOTIVE', code: 'SX-AUTH-MOTIVE', title: 'Integrity of motive',
    fields: [
      { name: 'motive', label: 'Motive', least: SENTENCE, guidance: 'State that the aim is this offence alone, and what will not be looked for.' },
      { name: 'interests', label: 'Own interests', least: PHRASE, guidance: 'Declare any tie of anybody on the team to the people concerned: family, former partners, neighbours, colleagues. If there is none, write so.' },
    ],
  },
  {
    principle: 'NECESSITY', code: 'SX-AUTH-NECESSITY', title: 'Necessity and proportionality',
    fields: [
      { name: 'necessity', label: 'Necessity', least: SENTENCE, guidance: 'Why is the case not solved without this? What question will it answer?' },
      { name: 'proportionality', label: 'Proportionality', least: PHRASE, guidance: 'Weigh the intrusion against the gravity of the offence. Why this span, these platforms, this level and no more?' },
      { name: 'collateral', label: 'Collateral intrusion', least: PHRASE, guidance: 'Who else will be seen: family, children, group members who have no part? How is that kept small?' },
    ],
  },
  {
    principle: 'RIGHT', code: 'SX-AUTH-RIGHT', title: 'Right authority, validated from outside',
    fields: [
      { name: 'right', label: 'Who decides', least: SENTENCE, guidance: 'On which legal ground does who decide? The officer who approves is not on the team.' },
      { name: 'validation', label: 'Who validates', least: PHRASE, guidance: 'Which body outside the agency looks at it, before or after.' },
    ],
  },
  {
    principle: 'LAST_RESORT', code: 'SX-AUTH-LASTRESORT', title: 'Last resort',
    fields: [
      { name: 'lastResort', label: 'Why nothing less will do', least: SENTENCE, guidance: 'Why can the aim not be reached with less intrusion?' },
      { name: 'tried', label: 'Alternatives tried or weighed, one to a line', least: PHRASE, guidance: 'At least one, with what came of it.' },
    ],
  },
  {
    principle: 'PROSPECT', code: 'SX-AUTH-PROSPECT', title: 'Prospect of success',
    fields: [
      { name: 'prospect', label: 'Prospect', least: SENTENCE, guidance: 'What makes it likely that this brings evidence?' },
      { name: 'stopCriteria', label: 'Stop criteria', least: PHRASE, guidance: 'At which result, or lack of result, will you stop?' },
    ],
  },
];

/** What is written for a field, as one text. */
export function written(form: AuthorityForm, field: WrittenField): string {
  const value = form.principles[field];
  return Array.isArray(value) ? value.join('; ') : value;
}

export const BUSINESS_CASES: { value: BusinessCase; label: string }[] = [
  { value: 'SHORT_TERM_THREAT', label: 'Watching a short-term threat' },
  { value: 'HIGH_RISK_IDENTIFICATION', label: 'Finding who is at high risk of violence' },
  { value: 'HIGH_RISK_IMMINENCE', label: 'Watching whether violence is imminent' },
  { value: 'ORGANISED_CRIME_NETWORK', label: 'Understanding an organised-crime network' },
  { value: 'CRIME_INVESTIGATION', label: 'Investigating a crime' },
];

export const FLAGS = [
  { value: 'MINOR', label: 'a child' },
  { value: 'JOURNALIST', label: 'a journalist' },
  { value: 'LAWYER', label: 'a lawyer' },
  { value: 'CLERGY', label: 'clergy' },
  { value: 'ELECTED', label: 'an elected person' },
  { value: 'HEALTH', label: 'matters of health' },
  { value: 'FAITH', label: 'matters of faith' },
];

export const PLATFORMS = ['telegram', 'whatsapp', 'x', 'instagram', 'facebook', 'table'];

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

/** Kinds of selectors in words, for whoever adds one in its parts. */
export const SELECTOR_WORDS: { type: string; words: string; bound: boolean }[] = [
  { type: 'platform_id', words: 'account by its number', bound: true },
  { type: 'handle', words: 'account by its handle', bound: true },
  { type: 'phone', words: 'telephone number', bound: false },
  { type: 'email', words: 'e-mail address', bound: false },
  { type: 'device', words: 'device', bound: false },
  { type: 'ip', words: 'internet address', bound: false },
  { type: 'wallet', words: 'wallet', bound: false },
  { type: 'url', words: 'web address', bound: false },
  { type: 'pgp', words: 'PGP key', bound: false },
  { type: 'display_name', words: 'displayed name', bound: true },
  { type: 'group', words: 'group or channel (broad)', bound: true },
  { type: 'hashtag', words: 'hashtag (broad)', bound: false },
  { type: 'keyword', words: 'word in texts (broad)', bound: false },
  { type: 'place', words: 'place (broad)', bound: false },
];

/** Writes a selector as one line. */
export function selectorLine(type: string, platform: string | null, value: string): string {
  return `${type}${platform ? `@${platform}` : ''}:${value.trim()}`;
}

/** The account numbers that belong to a handle still named; others are left out. */
export function boundHandles(stableIds: Record<string, string> | null, selectors: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(stableIds ?? {}).filter(([handle, number]) => selectors.includes(handle) && number.trim() !== ''));
}

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

/** The six principles before a word is written. */
export function emptyPrinciples(): AuthorityForm['principles'] {
  return {
    cause: '', motive: '', interests: '', necessity: '', proportionality: '', collateral: '', right: '', validation: '', lastResort: '', tried: [],
    prospect: '', stopCriteria: '',
  };
}

/** A draft with a sensible span: three months from today, content of the last year. */
export function emptyDraft(now: number, drafter: string, jurisdiction: string): AuthorityForm {
  const day = 86_400_000;
  const midnight = Math.floor(now / day) * day;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    jurisdiction, instrument: '', number: '', issuer: '', offence: '', businessCase: 'ORGANISED_CRIME_NETWORK',
    principles: emptyPrinciples(),
    selectors: [], platforms: [], contentFrom: iso(midnight - 365 * day), contentTo: iso(midnight + day),
    opFrom: iso(midnight), opTo: iso(midnight + 90 * day), maxLevel: 2, methods: ['READ_EXPORT', 'NETWORK_ANALYSIS'], hopLimit: 0,
    quota: { items: 100_000, subjects: 100, views: 5_000 }, team: [drafter], reviewEveryDays: 28,
    handling: '', retentionDays: 365, flags: [], stableIds: {},
  };
}

/** Something that would be refused, and where it is mended. */
export interface Problem {
  step: StepId;
  field: string;
  /** The code with which the server would refuse it. */
  code: string;
  what: string;
  cure: string;
  /** True if the draft cannot even be saved with it; otherwise it only bars submitting. */
  hard: boolean;
}

/** What one field of a principle still lacks; null if nothing. */
export function principleProblem(form: AuthorityForm, field: PrincipleField): string | null {
  const written = form.principles[field.name];
  if (Array.isArray(written)) {
    const said = written.filter((one) => one.trim() !== '');
    if (said.length === 0) return 'Name at least one.';
    return said.every((one) => one.trim().length >= field.least) ? null : `Write each out (at least ${field.least} characters).`;
  }
  return written.trim().length >= field.least ? null : `Write it out (at least ${field.least} characters).`;
}

/** Everything in the form itself that still keeps a draft from being submitted. */
export function problemsOf(form: AuthorityForm, selectorText: string): Problem[] {
  const problems: Problem[] = [];
  const say = (step: StepId, field: string, code: string, what: string, cure: string, hard = false) => problems.push({ step, field, code, what, cure, hard });
  for (const field of ['instrument', 'number', 'issuer', 'offence', 'jurisdiction'] as const) {
    if (form[field].trim() === '') say('basis', field, 'SX-AUTH-BASIS', `The ${field} is not named.`, `Name the ${field}.`);
  }
  for (const { principle, code, fields } of PRINCIPLES) {
    for (const field of fields) {
      const lack = principleProblem(form, field);
      if (lack) say(principle, field.name, code, `${field.label} is not argued.`, lack);
    }
  }
  reachProblems(form, readSelectors(selectorText), say);
  dutyProblems(form, readSelectors(selectorText).some((one) => one.broad), say);
  return problems;
}

type Say = (step: StepId, field: string, code: string, what: string, cure: string, hard?: boolean) => void;

function reachProblems(form: AuthorityForm, selectors: ReadSelector[], say: Say): void {
  if (selectors.length === 0) say('reach', 'selectors', 'SX-AUTH-SELECTORS', 'Nobody and nothing is named.', 'Name at least one selector.');
  for (const bad of selectors.filter((one) => one.problem !== null)) {
    say('reach', 'selectors', 'SX-TERMS-SELECTOR', `${bad.text} is no selector.`, `${bad.text}: ${bad.problem}`, true);
  }
  if (form.platforms.length === 0) say('reach', 'platforms', 'SX-AUTH-PLATFORMS', 'No platform is named.', 'Name at least one platform.');
  spanProblem(form.contentFrom, form.contentTo, (cure) => say('reach', 'content', 'SX-AUTH-WINDOW', 'The span of content has no two ends in order.', cure, true));
  spanProblem(form.opFrom, form.opTo, (cure) => say('reach', 'operation', 'SX-AUTH-WINDOW', 'The time in force has no two ends in order.', cure, true));
  if (form.methods.length === 0) say('reach', 'methods', 'SX-AUTH-METHODS', 'No method is named.', 'Choose at least one method.');
}

function dutyProblems(form: AuthorityForm, broad: boolean, say: Say): void {
  for (const name of ['items', 'subjects', 'views'] as const) {
    const value = form.quota[name];
    if (!Number.isInteger(value) || value < 0) say('duties', name, 'SX-AUTH-QUOTA', 'This is no quota.', 'Give a whole number; 0 is no bound.', true);
    else if (broad && value === 0) say('duties', name, 'SX-AUTH-QUOTA', 'A broad selector needs a whole quota.', 'Give a bound above zero.');
  }
  if (form.team.length === 0) say('duties', 'team', 'SX-AUTH-TEAM', 'Nobody is to work under it.', 'Name the team: only they can ask for permits.');
  for (const name of ['reviewEveryDays', 'retentionDays'] as const) {
    if (!Number.isInteger(form[name]) || form[name] < 1) say('duties', name, 'SX-AUTH-DUTIES', 'It needs a time.', 'Give a number of days above zero.', true);
  }
  if (form.handling.trim() === '') say('duties', 'handling', 'SX-AUTH-DUTIES', 'Handling is not said.', 'Say how the material is handled.');
}

function spanProblem(from: string, to: string, say: (cure: string) => void): void {
  if (!from || !to) say('Give both ends.');
  else if (new Date(from).getTime() >= new Date(to).getTime()) say('The end must come after the beginning.');
}

export function problemOf(problems: Problem[], field: string): string | null {
  return problems.filter((one) => one.field === field).map((one) => one.cure).join(' ') || null;
}

/** Why the overseer must decide before this comes into force; empty if the officer's word is enough. */
export function oversightReasons(draft: AuthorityForm, selectorText: string): string[] {
  const reasons: string[] = [];
  if (draft.maxLevel >= 3) reasons.push('its level is 3 or above');
  if (draft.flags.length > 0) reasons.push('it may touch protected people or matters');
  const broad = readSelectors(selectorText).filter((one) => one.broad);
  if (broad.length > 0) reasons.push(`it holds broad selectors: ${broad.map((one) => one.text).join(', ')}`);
  return reasons;
}

const WAITING = ['DRAFT', 'RENEWAL_PENDING', 'RETURNED', 'SUBMITTED', 'APPROVED', 'OVERSIGHT_PENDING'];

/** True while nothing is in force yet, so that one speaks of what would become possible. */
export function waits(state: string): boolean {
  return WAITING.includes(state);
}

/** What whoever decides must look at first; empty where nothing stands out. */
export function notesFor(version: VersionView): string[] {
  const notes: string[] = [];
  const { detail, changes, similarity, oral } = version;
  const wider = changes.filter((one) => one.direction === 'WIDENS').length;
  if (oral) notes.push(`Leave was given by word of mouth${oral.writeUpBy === null ? '; it has been written up' : ' and is not written up yet: without it, it lapses by itself'}.`);
  if (wider > 0) notes.push(`${wider === 1 ? 'One bound becomes' : `${wider} bounds become`} wider than in version ${detail.version - 1}.`);
  const copied = similarity.filter((one) => one.percent >= version.similarPercent).map((one) => PRINCIPLES.find((known) => known.principle === one.principle)?.title ?? one.principle);
  if (copied.length > 0) notes.push(`Close to the words of the version before: ${copied.join(', ')}.`);
  for (const flag of detail.form.flags) notes.push(`May touch ${FLAGS.find((one) => one.value === flag)?.label ?? flag.toLowerCase()}.`);
  const broad = readSelectors(detail.form.selectors.join('\n')).filter((one) => one.broad).map((one) => one.text);
  if (broad.length > 0) notes.push(`Reaches people who are not named: ${broad.join(', ')}.`);
  if (detail.form.maxLevel >= 3) notes.push('Its level is repeated viewing of a person.');
  return notes;
}

/** The version whose renewal this person may begin: the one in force, unless another is under way. */
export function renewable(versions: VersionView[]): VersionView | null {
  const [newest] = versions;
  const underWay = newest !== undefined && newest.detail.version > 1 && waits(newest.detail.state);
  return underWay ? null : (versions.find((one) => one.detail.allowed.includes('renew')) ?? null);
}

export interface Deed {
  transition: Transition;
  verb: string;
  /** What to ask for reasons; null where the law asks none. */
  question: string | null;
  danger: boolean;
}

const DEEDS: Deed[] = [
  { transition: 'submit', verb: 'Submit', question: null, danger: false },
  { transition: 'approve', verb: 'Approve', question: 'Why are all six principles met?', danger: false },
  { transition: 'return', verb: 'Return for more', question: 'What is missing?', danger: false },
  { transition: 'refuse', verb: 'Refuse', question: 'Why is it refused?', danger: true },
  { transition: 'oversee-approve', verb: 'Validate as overseer', question: 'Why is this lawful and proportionate?', danger: false },
  { transition: 'oversee-return', verb: 'Send back as overseer', question: 'What must change?', danger: false },
  { transition: 'oversee-refuse', verb: 'Refuse as overseer', question: 'Why is it refused?', danger: true },
  { transition: 'review', verb: 'Review', question: 'What was done under it so far, and why does it still stand?', danger: false },
  { transition: 'suspend', verb: 'Suspend', question: 'Why does work stop now?', danger: true },
  { transition: 'resume', verb: 'Resume', question: 'What has been settled?', danger: false },
  { transition: 'cancel', verb: 'Cancel', question: 'Why is it no longer needed?', danger: true },
  { transition: 'begin-closing', verb: 'Begin closing', question: 'What happens now to the material and to those concerned?', danger: false },
  { transition: 'close', verb: 'Close', question: 'What came of it, and what happens to the material?', danger: false },
  { transition: 'quash', verb: 'Quash', question: 'Which ground makes it void from the start?', danger: true },
];

/** The deeds that the server allows this person now, in a steady order. Unknown ones are left out. */
export function deedsFor(allowed: string[]): Deed[] {
  const said = new Set(allowed.map((one) => one.toLowerCase().replaceAll('_', '-')));
  return DEEDS.filter((deed) => said.has(deed.transition));
}

/** True if the server lets this person change the draft. */
export function mayAmend(detail: AuthorityDetail): boolean {
  return detail.allowed.some((one) => one.toLowerCase() === 'amend');
}

/** The principles that this person may still sign, in order; none when the server allows no signing. */
export function unsigned(detail: AuthorityDetail): Principle[] {
  if (!detail.allowed.some((one) => one.toLowerCase() === 'sign')) return [];
  return PRINCIPLES.map((one) => one.principle).filter((one) => !detail.signed.includes(one));
}
