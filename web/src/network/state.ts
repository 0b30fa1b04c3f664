/* A frozen network in numbers and words: places, sizes, ranks, what a chart can bear. Pure. */
import type { SnapshotView } from '../api/contract';
import type { FreezeForm } from '../api/calls';
import { countOf, timeOfField } from '../parts/words';

export const TIE_KINDS = [
  { value: 'MESSAGE', says: 'wrote to in a conversation of two' },
  { value: 'REPLY', says: 'answered' },
  { value: 'MENTION', says: 'named in words' },
  { value: 'FOLLOW', says: 'follows or is a contact' },
  { value: 'CALL', says: 'called' },
  { value: 'CO_MEMBERSHIP', says: 'in the same group' },
  { value: 'RELATION', says: 'drawn by somebody in a table or chart' },
];

export interface FreezeFields {
  kinds: string[];
  from: string;
  to: string;
  minimumRecords: number;
  directed: boolean;
}

export const FREEZE_START: FreezeFields = { kinds: ['MESSAGE', 'REPLY', 'CALL'], from: '', to: '', minimumRecords: 1, directed: false };

export function freezeProblem(fields: FreezeFields): string | null {
  if (fields.kinds.length === 0) return 'Choose at least one kind of tie.';
  if (!Number.isInteger(fields.minimumRecords) || fields.minimumRecords < 1) return 'A tie needs at least one record.';
  if (fields.from && fields.to && fields.from >= fields.to) return 'The window must end after it begins.';
  return null;
}

export function freezeOf(fields: FreezeFields): FreezeForm {
  return {
    kinds: TIE_KINDS.map((one) => one.value).filter((one) => fields.kinds.includes(one)),
    from: timeOfField(fields.from),
    to: timeOfField(fields.to),
    minimumRecords: fields.minimumRecords,
    directed: fields.directed,
  };
}

const MOST_TIES = 15_000; // Software-drawn WebGL still answers within 0.3 s here (measured with sigma 3).
const MOST_NODES = 5_000; // Beyond this no label can be read and dragging lags.

export interface Drawn {
  nodes: number[];
  ties: SnapshotView['tieList'];
  /** In words what is left out of the picture; empty if nothing. */
  leftOut: string;
}

/** What is drawn of a snapshot: all of it if a screen can bear it, else its strongest ties, and it says so. */
export function drawn(snapshot: SnapshotView, mostTies = MOST_TIES, mostNodes = MOST_NODES): Drawn {
  if (snapshot.tieList.length <= mostTies && snapshot.legend.length <= mostNodes) {
    return { nodes: snapshot.legend.map((one) => one.index), ties: snapshot.tieList, leftOut: '' };
  }
  const strongest = [...snapshot.tieList].sort((a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to);
  const nodes = new Set<number>();
  const ties: SnapshotView['tieList'] = [];
  for (const tie of strongest) {
    const more = Number(!nodes.has(tie.from)) + Number(!nodes.has(tie.to));
    if (ties.length >= mostTies) break;
    if (nodes.size + more > mostNodes) continue;
    nodes.add(tie.from).add(tie.to);
    ties.push(tie);
  }
  const leftOut = `The picture shows the ${countOf(ties.length, 'strongest tie')} among ${countOf(nodes.size, 'entity', 'entities')}; the tables hold all.`;
  return { nodes: [...nodes].sort((a, b) => a - b), ties, leftOut };
}

/** The ties of one entity, strongest first, with the entity on the other side. */
export function tiesOf(snapshot: SnapshotView, index: number): { other: number; out: boolean; tie: SnapshotView['tieList'][number] }[] {
  return snapshot.tieList
    .filter((tie) => tie.from === index || tie.to === index)
    .map((tie) => ({ other: tie.from === index ? tie.to : tie.from, out: tie.from === index, tie }))
    .sort((a, b) => b.tie.weight - a.tie.weight || a.other - b.other);
}
