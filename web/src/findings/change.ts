/* What publishing a finding changes for the team, and how two windows' changes to one draft stand to each other. Pure. */
import type { ClaimDraft, FindingView } from '../api/contract';
import { scaleTitle } from '../parts/scales';
import { plain } from '../parts/words';
import { wordDiff, type Piece } from '../parts/worddiff';
import { matrixWords } from './threeway';

export interface ClaimChange {
  field: string;
  pieces: Piece[];
}

const listed = (title: string, was: readonly string[], now: readonly string[]): ClaimChange[] => {
  const pieces: Piece[] = [
    ...was.filter((one) => !now.includes(one)).map((text): Piece => ({ kind: 'gone', text })),
    ...now.filter((one) => !was.includes(one)).map((text): Piece => ({ kind: 'come', text })),
  ];
  return pieces.length === 0 ? [] : [{ field: title, pieces }];
};

const worded = (title: string, was: string, now: string): ClaimChange[] => (was === now ? [] : [{ field: title, pieces: wordDiff(was, now) }]);

/** A cited record in a few words; one that nobody knows the words of, by the beginning of its digest. */
export type Citing = (record: string) => string;

/** The words of records that any of these findings cites. */
export function citingOf(...findings: (FindingView | null | undefined)[]): Citing {
  const known = new Map<string, string>();
  for (const one of findings) for (const support of [...(one?.supports ?? []), ...(one?.counterSupports ?? [])]) known.set(support.record, `${support.exhibit}: ${support.excerpt.slice(0, 80)}`);
  return (record) => known.get(record) ?? `record ${record.slice(0, 12)}`;
}

type Cited = ClaimDraft['supports'];

const besideWords = (note: string): string => `note ${note.slice(0, 8)}`;

function notes(title: string, was: Cited, now: Cited, citing: Citing): ClaimChange[] {
  return now.flatMap((one) => {
    const before = was.find((held) => held.record === one.record);
    if (!before) return [];
    const noted: ClaimChange[] = before.note === one.note ? [] : [{ field: `${title}: note on ${citing(one.record)}`, pieces: wordDiff(before.note, one.note) }];
    return [...noted, ...listed(`${title}: shown beside ${citing(one.record)}`, (before.beside ?? []).map(besideWords), (one.beside ?? []).map(besideWords))];
  });
}

/** Everything that is other in one claim than in another; against nothing, all of it comes. */
export function claimChanges(before: ClaimDraft | null, after: ClaimDraft, citing: Citing): ClaimChange[] {
  const cited = (list: Cited | undefined) => (list ?? []).map((one) => citing(one.record));
  return [
    ...worded('Title', before?.title ?? '', after.title),
    ...worded('Claim', before?.text ?? '', after.text),
    ...worded('Type', before ? plain(before.type) : '', plain(after.type)),
    ...worded('Words of likelihood', before ? scaleTitle(before.scale ?? 'NONE') : '', scaleTitle(after.scale ?? 'NONE')),
    ...worded('Grade', before ? `${before.gradeScheme} ${before.gradeCode}` : '', `${after.gradeScheme} ${after.gradeCode}`),
    ...worded('Method', before?.method ?? '', after.method),
    ...listed('What supports it', cited(before?.supports), cited(after.supports)),
    ...notes('What supports it', before?.supports ?? [], after.supports, citing),
    ...listed('What speaks against it', cited(before?.counterSupports), cited(after.counterSupports)),
    ...notes('What speaks against it', before?.counterSupports ?? [], after.counterSupports, citing),
    ...worded('If nothing speaks against it', before?.noCounterSupport ?? '', after.noCounterSupport),
    ...listed('Other explanations', before?.alternatives ?? [], after.alternatives),
    ...worded('Competing hypotheses', matrixWords(before?.matrix ?? null), matrixWords(after.matrix)),
    ...worded('Snapshot', before?.snapshot ?? '', after.snapshot ?? ''),
    ...listed('Measures', before?.measures ?? [], after.measures),
    ...listed('Entities', before?.entities ?? [], after.entities),
  ];
}
