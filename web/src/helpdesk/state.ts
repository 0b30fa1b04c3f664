/* Legal process: what a form needs, which step comes next, how near a clock is. Pure. */
import type { AskForm, AuthorityDetail, DeadlineView, DeedName, FieldView, Person, ProcessDraft, RequestView } from '../api/contract';

export const CATEGORIES: { name: string; title: string; hint: string }[] = [
  { name: 'SUBSCRIBER', title: 'Subscriber data', hint: 'Who holds the account.' },
  { name: 'IDENTIFICATION', title: 'Identification data', hint: 'Only to find out who used it.' },
  { name: 'TRAFFIC', title: 'Records without content', hint: 'Who with, when, from where.' },
  { name: 'CONTENT', title: 'Content', hint: 'Words, pictures, files, places.' },
];

export function emptyAsk(authority: AuthorityDetail | null, zone: string): AskForm {
  return {
    authority: authority?.id ?? '',
    provider: '',
    selectors: [],
    from: day(authority?.form.contentFrom ?? ''),
    to: day(authority?.form.contentTo ?? ''),
    zone,
    wanted: [],
    danger: '',
  };
}

function day(iso: string | null): string {
  return iso ? iso.slice(0, 10) : '';
}

/** What still keeps the adviser from answering. */
export function askProblem(form: AskForm): string | null {
  if (form.authority === '') return 'Choose the authority in force that the request runs under.';
  if (form.provider === '') return 'Choose the provider.';
  if (form.selectors.length === 0) return 'Choose at least one account that the authority names.';
  if (form.from !== '' && form.to !== '' && form.from >= form.to) return 'The dates end before they begin.';
  if (form.danger.trim() !== '' && form.danger.trim().length < 40) return 'Say who is in which danger, and how the data would avert it.';
  return null;
}

export function toggled(list: string[], one: string, on: boolean): string[] {
  const rest = list.filter((other) => other !== one);
  return on ? [...rest, one] : rest;
}

/** Accounts an authority names; topics and groups are not asked of providers. */
export function accounts(selectors: string[]): string[] {
  return selectors.filter((one) => !/^(group|hashtag|keyword|place)[@:]/.test(one));
}

export function byCategory(fields: FieldView[], category: string): FieldView[] {
  return fields.filter((one) => one.category === category);
}

export function emptyDraft(instrument: string): ProcessDraft {
  return {
    instrument, offence: '', maximumYears: 0, listed: false, facts: '', necessity: '', higherBecause: '',
    issuer: { part: 'JUDGE', name: '', office: '', validatorPart: 'NONE', validatorName: '', validatorOffice: '', fileNumber: '' },
    secrecyBasis: '', secrecyUntil: '', noticeDeferral: '', privilege: '', privileged: [], preservation: '',
  };
}

/** What a draft lacks; the server asks the same again, and more. */
export function draftProblem(form: ProcessDraft, preserves: boolean): string | null {
  if (form.offence.trim().length < 3) return 'Name the offence and its provision.';
  if (form.issuer.name.trim() === '' || form.issuer.office.trim() === '') return 'Name the issuer and the court or agency.';
  if (preserves) return null;
  if (form.facts.trim().length < 40) return 'State the facts that meet the threshold.';
  if (form.necessity.trim().length < 40) return 'Say why these data, these accounts and this time, and nothing milder.';
  if ((form.secrecyBasis.trim() === '') !== (form.secrecyUntil === '')) return 'Secrecy needs both a basis and an end.';
  return null;
}

/** A step that somebody may take on a request, and what has to be said with it. */
export interface Deed {
  name: DeedName;
  title: string;
  words: { name: string; label: string; options?: string[]; optional?: boolean }[];
}

const REASONS = { name: 'reasons', label: 'Reasons' };
const MOMENT = { name: 'moment', label: 'When (empty: now), as 2026-06-01T08:00:00Z', optional: true };

const DEEDS: Record<string, Deed> = {
  submit: { name: 'submit', title: 'Hand to legal review', words: [] },
  accept: { name: 'accept', title: 'Accept', words: [REASONS] },
  'send-back': { name: 'send-back', title: 'Send back', words: [REASONS] },
  issue: { name: 'issue', title: 'Record that it was issued', words: [{ name: 'reference', label: 'Docket or file number' }, MOMENT] },
  serve: { name: 'serve', title: 'Record service', words: [{ name: 'how', label: 'Channel' }, { name: 'reference', label: 'Its number', optional: true }, MOMENT] },
  answer: { name: 'answer', title: 'Record the provider’s answer', words: [{ name: 'answer', label: 'Answer', options: ['ACKNOWLEDGED', 'CLARIFY', 'REFUSED', 'CHALLENGED'] }, { name: 'words', label: 'In its words' }] },
  renew: { name: 'renew', title: 'Renew the preservation', words: [{ name: 'reference', label: 'Reference' }] },
  withdraw: { name: 'withdraw', title: 'Withdraw', words: [REASONS] },
  'uphold-emergency': { name: 'uphold-emergency', title: 'Uphold the emergency', words: [REASONS] },
  'reject-emergency': { name: 'reject-emergency', title: 'Not an emergency', words: [REASONS] },
  'tell-provider': { name: 'tell-provider', title: 'Record that the provider was told', words: [{ name: 'how', label: 'How' }, MOMENT] },
  dispose: { name: 'dispose', title: 'Decide on what was sealed', words: [{ name: 'disposal', label: 'Decision', options: ['DESTROY', 'GIVE_BACK', 'NEW_PROCESS'] }, REASONS] },
  validate: { name: 'validate', title: 'Record the validation', words: [{ name: 'validator', label: 'Judge or prosecutor' }, { name: 'office', label: 'Court or office' }] },
  interpret: { name: 'interpret', title: 'Record the interpretation', words: [{ name: 'glossary', label: 'What the fields mean, by the provider’s glossary' }] },
  'defer-notice': { name: 'defer-notice', title: 'Defer notice to the user', words: [REASONS] },
  notice: { name: 'notice', title: 'Record notice to the user', words: [{ name: 'how', label: 'How, or why law lets none be given' }] },
  close: { name: 'close', title: 'Close', words: [{ name: 'outcome', label: 'What came of it' }] },
};

const BY_STATE: Record<string, DeedName[]> = {
  DRAFT: ['submit'], LEGAL_REVIEW: ['accept', 'send-back', 'issue'], ISSUED: ['serve'],
  SERVED: ['answer'], ACKNOWLEDGED: ['answer'], CLARIFY: ['answer'], CHALLENGED: ['answer'], PRESERVED: ['renew', 'close'],
  SEALED_OVERPRODUCTION: ['tell-provider', 'dispose'], RELEASED: ['interpret'], INTERPRETED: ['defer-notice', 'notice'],
  NOTICE_DONE: ['close'], REFUSED: ['close'],
};

const ROLES: Record<string, string[]> = {
  submit: ['LEGAL_PROCESS_OFFICER', 'ANALYST'], accept: ['LEGAL_PROCESS_OFFICER', 'AUTHORISING_OFFICER'],
  'send-back': ['LEGAL_PROCESS_OFFICER', 'AUTHORISING_OFFICER'], dispose: ['FILTER_OFFICER'],
  'uphold-emergency': ['OVERSEER'], 'reject-emergency': ['OVERSEER'],
  interpret: ['LEGAL_PROCESS_OFFICER', 'ANALYST'], notice: ['LEGAL_PROCESS_OFFICER', 'ANALYST'], close: ['LEGAL_PROCESS_OFFICER', 'ANALYST'],
};

/** The steps that this person may take now; the server decides again. */
export function deeds(request: RequestView, actor: Person): Deed[] {
  let names = [...(BY_STATE[request.state] ?? [])];
  if (request.state === 'LEGAL_REVIEW') names = request.reviewedBy ? ['issue'] : ['accept', 'send-back'];
  if (request.next.includes('WITHDRAWN')) names.push('withdraw');
  if (request.ask.danger !== '' && request.served !== null && request.emergencyReview === null) names.push('uphold-emergency', 'reject-emergency');
  return names
    .filter((name) => (ROLES[name] ?? ['LEGAL_PROCESS_OFFICER']).some((role) => (actor.roles as string[]).includes(role)))
    .filter((name) => !(name === 'accept' || name === 'send-back') || request.draftedBy !== actor.name)
    .map((name) => DEEDS[name])
    .filter((one): one is Deed => one !== undefined);
}

/** What the words of a deed lack. */
export function deedProblem(deed: Deed, said: Record<string, string>): string | null {
  for (const word of deed.words) {
    const text = (said[word.name] ?? '').trim();
    if (!word.optional && text === '') return `Fill in: ${word.label}.`;
    if (word.name === 'reasons' && text.length < 10) return 'Write at least 10 characters of reasons.';
  }
  return null;
}

/** Whether what a provider sent may be taken in now. */
export function awaitsReturn(request: RequestView): boolean {
  return ['SERVED', 'ACKNOWLEDGED', 'CLARIFY', 'CHALLENGED', 'PARTIAL', 'RETURNED', 'RELEASED', 'SEALED_OVERPRODUCTION'].includes(request.state)
    && request.draft !== null && !['PRESERVATION_LETTER', 'EPOC_PR'].includes(request.draft.instrument);
}

export function urgencyTone(urgency: string): 'bad' | 'warn' | 'plain' {
  return urgency === 'OVERDUE' ? 'bad' : urgency === 'NEAR' ? 'warn' : 'plain';
}

/** The most urgent clock of a request, or none. */
export function nearest(due: DeadlineView[], request: string): DeadlineView | null {
  return due.find((one) => one.request === request) ?? null;
}
