/* Two versions of a claim that both go on from a third: field by field what it was, what each made of it, and what shall stand. Pure. */
import type { ClaimDraft } from '../api/contract';
import { scaleTitle } from '../parts/scales';
import { countOf, plain } from '../parts/words';
import { withCited, type Matrix } from './ach';
import type { Citing } from './change';

export type Choice = 'mine' | 'theirs' | 'both';

/** One field that is not the same in all three. */
export interface Field {
  key: string;
  title: string;
  was: string;
  mine: string;
  theirs: string;
  /** Who changed it: one of the two, both alike, or each otherwise. */
  by: 'mine' | 'theirs' | 'alike' | 'each';
  /** What may stand. */
  choices: Choice[];
}

interface Unit {
  key: string;
  title: string;
  /** All of it, so that equal values are equal texts. */
  value: (claim: ClaimDraft) => unknown;
  words: (claim: ClaimDraft) => string;
  /** The claim with this field as another claim has it. */
  take: (claim: ClaimDraft, from: ClaimDraft) => ClaimDraft;
  both?: (claim: ClaimDraft, mine: ClaimDraft, theirs: ClaimDraft) => ClaimDraft;
}

type TextField = 'title' | 'text' | 'method' | 'noCounterSupport';
type ListField = 'alternatives' | 'entities';

const text = (key: TextField, title: string, joins: boolean): Unit => ({
  key, title,
  value: (claim) => claim[key],
  words: (claim) => claim[key],
  take: (claim, from) => ({ ...claim, [key]: from[key] }),
  ...(joins ? { both: (claim: ClaimDraft, mine: ClaimDraft, theirs: ClaimDraft) => ({ ...claim, [key]: [mine[key], theirs[key]].filter((one) => one.trim() !== '').join('\n\n') }) } : {}),
});

const list = (key: ListField, title: string): Unit => ({
  key, title,
  value: (claim) => claim[key],
  words: (claim) => claim[key].join('\n'),
  take: (claim, from) => ({ ...claim, [key]: from[key] }),
  both: (claim, mine, theirs) => ({ ...claim, [key]: [...new Set([...mine[key], ...theirs[key]])] }),
});

const FIRST: Unit[] = [
  text('title', 'Title', false),
  text('text', 'Claim', true),
  { key: 'type', title: 'Type', value: (claim) => claim.type, words: (claim) => plain(claim.type), take: (claim, from) => ({ ...claim, type: from.type }) },
  {
    key: 'scale', title: 'Words of likelihood', value: (claim) => claim.scale ?? 'NONE', words: (claim) => scaleTitle(claim.scale ?? 'NONE'),
    take: (claim, from) => ({ ...claim, scale: from.scale }),
  },
  {
    key: 'grade', title: 'Grade', value: (claim) => [claim.gradeScheme, claim.gradeCode], words: (claim) => (claim.gradeCode === '' ? '' : `${claim.gradeScheme} ${claim.gradeCode}`),
    take: (claim, from) => ({ ...claim, gradeScheme: from.gradeScheme, gradeCode: from.gradeCode }),
  },
  text('method', 'Method', true),
];

const LAST: Unit[] = [
  text('noCounterSupport', 'If nothing speaks against it', true),
  list('alternatives', 'Other explanations'),
  {
    key: 'matrix', title: 'Competing hypotheses', value: (claim) => claim.matrix, words: (claim) => matrixWords(claim.matrix),
    take: (claim, from) => ({ ...claim, matrix: from.matrix }),
  },
  {
    // Measures are of a snapshot: they come and go with it.
    key: 'network', title: 'Network', value: (claim) => [claim.snapshot, claim.measures],
    words: (claim) => (claim.snapshot === null ? '' : `snapshot ${claim.snapshot.slice(0, 8)}, ${countOf(claim.measures.length, 'measure')}`),
    take: (claim, from) => ({ ...claim, snapshot: from.snapshot, measures: from.measures }),
  },
  list('entities', 'Entities'),
];

/** A matrix in lines: its hypotheses, then each row with its cells. */
export function matrixWords(matrix: Matrix | null): string {
  if (matrix === null) return '';
  return [
    ...matrix.hypotheses.map((one, at) => `H${at + 1} ${one.text}${one.innocent ? ' (innocent)' : ''}${matrix.held === at + 1 ? ' *' : ''}`),
    ...matrix.rows.map((row, at) => `${at + 1}. ${row.text}: ${row.cells.map((cell, h) => `H${h + 1} ${cell}`).join(', ')} (${row.credibility.toLowerCase()}, ${row.relevance.toLowerCase()})`),
  ].join('\n');
}

type Side = 'supports' | 'counterSupports';
const SIDES: Side[] = ['supports', 'counterSupports'];

function sideOf(claim: ClaimDraft, record: string): { side: Side; at: number } | null {
  for (const side of SIDES) {
    const at = claim[side].findIndex((one) => one.record === record);
    if (at >= 0) return { side, at };
  }
  return null;
}

/* A record stands on one side or is not cited; it is a field of its own, so that what each brought is joined. */
function cited(record: string, citing: Citing): Unit {
  const held = (claim: ClaimDraft) => {
    const at = sideOf(claim, record);
    return at === null ? null : { side: at.side, one: claim[at.side][at.at]! };
  };
  return {
    key: `record:${record}`,
    title: `Record: ${citing(record)}`,
    value: (claim) => {
      const own = held(claim);
      return own === null ? null : [own.side, own.one.note, own.one.beside ?? []];
    },
    words: (claim) => {
      const own = held(claim);
      if (own === null) return '';
      const beside = (own.one.beside ?? []).length;
      return [own.side === 'supports' ? 'supports it' : 'speaks against it', own.one.note, beside === 0 ? '' : countOf(beside, 'note')].filter((one) => one !== '').join('\n');
    },
    take: (claim, from) => {
      const before = sideOf(claim, record);
      const now = held(from);
      const without = Object.fromEntries(SIDES.map((side) => [side, claim[side].filter((one) => one.record !== record)])) as Pick<ClaimDraft, Side>;
      if (now === null) return { ...claim, ...without };
      const onto = [...without[now.side]];
      onto.splice(before?.side === now.side ? before.at : onto.length, 0, now.one);
      return { ...claim, ...without, [now.side]: onto };
    },
  };
}

function unitsOf(claims: ClaimDraft[], citing: Citing): Unit[] {
  const records = [...new Set(claims.flatMap((claim) => [...claim.supports, ...claim.counterSupports].map((one) => one.record)))];
  return [...FIRST, ...records.map((record) => cited(record, citing)), ...LAST];
}

const same = (unit: Unit, a: ClaimDraft, b: ClaimDraft): boolean => JSON.stringify(unit.value(a)) === JSON.stringify(unit.value(b));

/** The fields in which three claims are not all alike, in the order of the page. */
export function compare(was: ClaimDraft, mine: ClaimDraft, theirs: ClaimDraft, citing: Citing): Field[] {
  return unitsOf([was, mine, theirs], citing).flatMap((unit): Field[] => {
    const kept = { mine: same(unit, was, mine), theirs: same(unit, was, theirs) };
    if (kept.mine && kept.theirs) return [];
    const by = kept.theirs ? 'mine' : kept.mine ? 'theirs' : same(unit, mine, theirs) ? 'alike' : 'each';
    return [{
      key: unit.key, title: unit.title, was: unit.words(was), mine: unit.words(mine), theirs: unit.words(theirs), by,
      choices: by === 'alike' ? ['theirs'] : unit.both && by === 'each' ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'],
    }];
  });
}

export type Choices = Record<string, Choice | undefined>;

/** What only one of the two touched is joined; what both changed otherwise waits for a person. */
export function firstChoices(fields: Field[]): Choices {
  return Object.fromEntries(fields.map((one) => [one.key, one.by === 'each' ? undefined : one.by === 'mine' ? 'mine' : 'theirs']));
}

/** How many fields wait for a choice. */
export function unsettled(fields: Field[], choices: Choices): number {
  return fields.filter((one) => choices[one.key] === undefined).length;
}

/** The claim that was chosen; a field without a choice stays as the other has it. Its matrix weighs what it cites. */
export function chosenClaim(was: ClaimDraft, mine: ClaimDraft, theirs: ClaimDraft, choices: Choices): ClaimDraft {
  const claim = unitsOf([was, mine, theirs], (record) => record).reduce((so, unit) => {
    const choice = choices[unit.key];
    if (choice === 'mine') return unit.take(so, mine);
    return choice === 'both' && unit.both ? unit.both(so, mine, theirs) : so;
  }, theirs);
  return claim.matrix ? { ...claim, matrix: withCited(claim.matrix, claim) } : claim;
}
