/* Writing a finding: what it needs, what speaks against it, what may be done with it. Pure. */
import type { ClaimDraft, FindingView, RemarkView, Scale } from '../api/contract';
import { judged, type Matrix } from './ach';

export const TYPES: { value: ClaimDraft['type']; label: string; says: string }[] = [
  { value: 'FACT', label: 'Fact', says: 'the records themselves show it' },
  { value: 'REPORTED', label: 'Reported', says: 'somebody said it; it is given as said' },
  { value: 'ASSESSMENT', label: 'Assessment', says: 'the author concludes it' },
];

export interface Held {
  record: string;
  note: string;
  label: string;
  beside?: string[];
}

export const EMPTY_CLAIM: ClaimDraft = {
  title: '', text: '', type: 'ASSESSMENT', gradeScheme: 'UK-3x5x2', gradeCode: '', method: '', supports: [], counterSupports: [],
  noCounterSupport: '', alternatives: [], snapshot: null, measures: [], entities: [], scale: 'NONE', matrix: null,
};

const cited = ({ record, note, beside }: Held): ClaimDraft['supports'][number] => ({ record, note, beside: beside ?? [] });

/** A new claim with what lies in the basket as its supports, in the scale of words that the agency chose. */
export function claimFrom(basket: Held[], snapshot: string | null, scale: Scale): ClaimDraft {
  return { ...EMPTY_CLAIM, snapshot, scale, supports: basket.map(cited) };
}

/** Adds what lies in the basket to a claim, unless it is in it already on either side; what is to be shown beside a record comes to it. */
export function withBasket(start: ClaimDraft, basket: Held[]): ClaimDraft {
  const claim = basket.reduce((before, one) => (one.beside === undefined ? before : besideSupport(before, one.record, one.beside)), start);
  const held = new Set([...claim.supports, ...claim.counterSupports].map((one) => one.record));
  const fresh = basket.filter((one) => !held.has(one.record)).map(cited);
  return fresh.length === 0 ? claim : { ...claim, supports: [...claim.supports, ...fresh] };
}

/** Moves a record to the side it speaks for, or out. */
export function moveSupport(claim: ClaimDraft, record: string, to: 'for' | 'against' | 'out'): ClaimDraft {
  const one = [...claim.supports, ...claim.counterSupports].find((support) => support.record === record);
  if (!one) return claim;
  const supports = claim.supports.filter((support) => support.record !== record);
  const counterSupports = claim.counterSupports.filter((support) => support.record !== record);
  if (to === 'for') supports.push(one);
  if (to === 'against') counterSupports.push(one);
  return { ...claim, supports, counterSupports };
}

/** Brings a record to a side, whether the claim cites it already or not. */
export function sideWith(claim: ClaimDraft, record: string, to: 'for' | 'against'): ClaimDraft {
  const cited = [...claim.supports, ...claim.counterSupports].some((support) => support.record === record);
  return moveSupport(cited ? claim : { ...claim, supports: [...claim.supports, { record, note: '', beside: [] }] }, record, to);
}

export function noteSupport(claim: ClaimDraft, record: string, note: string): ClaimDraft {
  const noted = (list: ClaimDraft['supports']) => list.map((one) => (one.record === record ? { ...one, note } : one));
  return { ...claim, supports: noted(claim.supports), counterSupports: noted(claim.counterSupports) };
}

/** Says which notes and translations are shown with a record's own words. */
export function besideSupport(claim: ClaimDraft, record: string, beside: string[]): ClaimDraft {
  const placed = (list: ClaimDraft['supports']) => list.map((one) => (one.record === record ? { ...one, beside } : one));
  return { ...claim, supports: placed(claim.supports), counterSupports: placed(claim.counterSupports) };
}

/** Alternatives of a text, one to a line. */
export function alternativesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

export interface ClaimProblem {
  field: string;
  what: string;
}

/** What still keeps a claim from being submitted. */
export function problemsOf(claim: ClaimDraft): ClaimProblem[] {
  const problems: ClaimProblem[] = [];
  const say = (field: string, what: string) => problems.push({ field, what });
  if (claim.title.trim().length < 5) say('title', 'Give a title.');
  if (claim.text.trim().length < 20) say('text', 'Write the claim out, in words a court can follow.');
  if (claim.gradeCode === '') say('grade', 'Judge the source and the information, each apart.');
  if (claim.method.trim().length < 10) say('method', 'Say how you came to it.');
  if (claim.supports.length === 0) say('supports', 'Bring at least one record that supports it: open a record and use it as support.');
  if (claim.counterSupports.length === 0 && claim.noCounterSupport.trim().length < 10) {
    say('counter', 'Bring what speaks against it, or write that none was found and where you looked.');
  }
  if (claim.type === 'ASSESSMENT' && claim.alternatives.length === 0 && claim.matrix === null) say('alternatives', 'An assessment names at least one other explanation.');
  if (claim.matrix !== null) problems.push(...matrixProblems(claim.matrix));
  return problems;
}

/** What still keeps a matrix from being submitted. */
export function matrixProblems(matrix: Matrix): ClaimProblem[] {
  const problems: ClaimProblem[] = [];
  const say = (what: string) => problems.push({ field: 'matrix', what });
  if (!matrix.hypotheses.some((one) => one.innocent)) say('Mark at least one hypothesis as innocent.');
  if (matrix.hypotheses.some((one) => one.text.trim().length < 5)) say('Write each hypothesis out.');
  if (matrix.rows.some((one) => one.text.trim().length < 3)) say('Say what each row of the matrix shows.');
  if (!judged(matrix)) say('Judge every cell of the matrix.');
  return problems;
}

/** Remarks on one field, those that block before those that warn. */
export function remarksOn(remarks: RemarkView[], field: string): RemarkView[] {
  return remarks.filter((one) => one.place === field || one.place.startsWith(`${field}[`) || one.place.startsWith(`${field}.`))
    .sort((a, b) => Number(b.blocks) - Number(a.blocks) || a.from - b.from);
}

/** A claim that can be read before it is graded: the grade that says nothing stands in for the one not judged yet. */
export function readable(claim: ClaimDraft): ClaimDraft {
  return claim.gradeCode === '' ? { ...claim, gradeScheme: 'ADMIRALTY', gradeCode: 'F6' } : claim;
}

export function problemOf(problems: ClaimProblem[], field: string): string | null {
  return problems.find((one) => one.field === field)?.what ?? null;
}

export type FindingDeed = 'amend' | 'submit' | 'accept' | 'return' | 'sign' | 'correct' | 'withdraw';

/* The server names the steps that may come next; each is a deed of the page. */
const STEPS: Record<string, FindingDeed> = {
  drafted: 'amend', amended: 'amend', submitted: 'submit', accepted: 'accept', returned: 'return', signed: 'sign', withdrawn: 'withdraw', corrected: 'correct',
};

/** What this person may do with a finding now, as the server says. */
export function deedsFor(finding: FindingView): FindingDeed[] {
  const said = new Set(finding.allowed.map((one) => STEPS[one.toLowerCase()]));
  return (['amend', 'submit', 'accept', 'return', 'sign', 'correct', 'withdraw'] as const).filter((one) => said.has(one));
}
