/* Competing hypotheses (Heuer 1999, chapter 8): the matrix while it is written, and what it yields. Pure; sums are exact. */
import type { ClaimDraft } from '../api/contract';

export type Cell = 'CC' | 'C' | 'N' | 'I' | 'II' | 'NA' | 'OPEN';
export type Level = 'LOW' | 'MEDIUM' | 'HIGH';
export type RowKind = 'RECORD' | 'ABSENCE' | 'ASSUMPTION';
export type Effect = 'NONE' | 'ORDER' | 'FIRST';

export interface Hypothesis {
  text: string;
  innocent: boolean;
}

export interface Row {
  kind: RowKind;
  record: string | null;
  text: string;
  credibility: Level;
  relevance: Level;
  cells: Cell[];
}

export interface Matrix {
  hypotheses: Hypothesis[];
  rows: Row[];
  /** Number of the hypothesis that the claim states, from 1; 0 for none. */
  held: number;
}

/** Halves, and halves of the square root of two: every score is such a sum, so equal scores are equal. */
export interface Score {
  halves: number;
  roots: number;
}

export interface RowReading {
  diagnosticity: Score;
  leftOut: Effect;
  ranksLeftOut: number[];
  reversed: Effect;
  ranksReversed: number[];
}

export interface Reading {
  scores: Score[];
  ranks: number[];
  rows: RowReading[];
  linchpins: number[];
  mostDiagnostic: number[];
}

export const CELLS: { value: Cell; words: string }[] = [
  { value: 'OPEN', words: 'not judged' },
  { value: 'CC', words: 'CC very consistent' },
  { value: 'C', words: 'C consistent' },
  { value: 'N', words: 'N neutral' },
  { value: 'I', words: 'I inconsistent' },
  { value: 'II', words: 'II very inconsistent' },
  { value: 'NA', words: 'NA not applicable' },
];

export const LEVELS: { value: Level; words: string }[] = [
  { value: 'LOW', words: 'low' }, { value: 'MEDIUM', words: 'medium' }, { value: 'HIGH', words: 'high' },
];

const POINTS: Record<Cell, number> = { CC: 0, C: 0, N: 0, I: 1, II: 2, NA: 0, OPEN: 0 };
const CONTRARY: Record<Cell, Cell> = { CC: 'II', C: 'I', N: 'N', I: 'C', II: 'CC', NA: 'NA', OPEN: 'OPEN' };
const STEPS: Record<Level, number> = { LOW: -1, MEDIUM: 0, HIGH: 1 };

/** Points times the row's weight, which is a power of the square root of two from a half to two. */
export function weighted(points: number, row: Row): Score {
  switch (STEPS[row.credibility] + STEPS[row.relevance]) {
    case -2: return { halves: points, roots: 0 };
    case -1: return { halves: 0, roots: points };
    case 0: return { halves: 2 * points, roots: 0 };
    case 1: return { halves: 0, roots: 2 * points };
    default: return { halves: 4 * points, roots: 0 };
  }
}

function minus(a: Score, b: Score): Score {
  return { halves: a.halves - b.halves, roots: a.roots - b.roots };
}

/** Below zero, zero or above it, as the score is. */
export function sign(score: Score): number {
  const { halves, roots } = score;
  if (Math.sign(halves) * Math.sign(roots) >= 0) return Math.sign(halves) || Math.sign(roots);
  return Math.sign(halves * halves - 2 * roots * roots) * Math.sign(halves);
}

/** With two digits, such as 3.41. */
export function scoreText(score: Score): string {
  return ((score.halves + score.roots * Math.SQRT2) / 2).toFixed(2);
}

function scoresOf(count: number, rows: Row[]): Score[] {
  return Array.from({ length: count }, (_, h) => rows.reduce<Score>((sum, row) => {
    const one = weighted(POINTS[row.cells[h] ?? 'OPEN'], row);
    return { halves: sum.halves + one.halves, roots: sum.roots + one.roots };
  }, { halves: 0, roots: 0 }));
}

function ranksOf(scores: Score[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => sign(minus(other, score)) < 0).length);
}

function firstOf(ranks: number[]): string {
  return ranks.map((rank, h) => (rank === 1 ? h : -1)).filter((h) => h >= 0).join();
}

function effect(before: number[], after: number[]): Effect {
  if (firstOf(before) !== firstOf(after)) return 'FIRST';
  return before.join() === after.join() ? 'NONE' : 'ORDER';
}

function linchpinsOf(matrix: Matrix, scores: Score[], ranks: number[]): number[] {
  let fewest: number[] = [];
  ranks.forEach((rank, first) => ranks.forEach((later, behind) => {
    if (rank !== 1 || later === 1) return;
    const apart = matrix.rows.map((row) => minus(weighted(POINTS[row.cells[behind] ?? 'OPEN'], row), weighted(POINTS[row.cells[first] ?? 'OPEN'], row)));
    const order = apart.map((_, r) => r).sort((a, b) => sign(minus(apart[b]!, apart[a]!)));
    let lead = minus(scores[behind]!, scores[first]!);
    const gone: number[] = [];
    for (const row of order) {
      if (sign(lead) <= 0) break;
      lead = minus(lead, apart[row]!);
      gone.push(row + 1);
    }
    if (fewest.length === 0 || gone.length < fewest.length) fewest = gone.sort((a, b) => a - b);
  }));
  return fewest;
}

/** What a matrix yields; a cell not judged yet says nothing. */
export function readingOf(matrix: Matrix): Reading {
  const count = matrix.hypotheses.length;
  const scores = scoresOf(count, matrix.rows);
  const ranks = ranksOf(scores);
  const rows = matrix.rows.map((row, number): RowReading => {
    const points = row.cells.map((cell) => POINTS[cell]);
    const others = matrix.rows.filter((_, at) => at !== number);
    const ranksLeftOut = ranksOf(scoresOf(count, others));
    const ranksReversed = ranksOf(scoresOf(count, [...others, { ...row, cells: row.cells.map((cell) => CONTRARY[cell]) }]));
    return {
      diagnosticity: weighted(Math.max(0, ...points) - Math.min(...points, 2), row),
      leftOut: effect(ranks, ranksLeftOut), ranksLeftOut, reversed: effect(ranks, ranksReversed), ranksReversed,
    };
  });
  const most = rows.reduce<Score>((best, row) => (sign(minus(row.diagnosticity, best)) > 0 ? row.diagnosticity : best), { halves: 0, roots: 0 });
  const mostDiagnostic = sign(most) === 0 ? [] : rows.flatMap((row, at) => (sign(minus(row.diagnosticity, most)) === 0 ? [at + 1] : []));
  return { scores, ranks, rows, linchpins: linchpinsOf(matrix, scores, ranks), mostDiagnostic };
}

/** Whether every cell is judged. */
export function judged(matrix: Matrix): boolean {
  return matrix.hypotheses.length >= 2 && matrix.rows.length > 0 && matrix.rows.every((row) => !row.cells.includes('OPEN'));
}

/** A first matrix: what the claim states, and an innocent explanation, against every cited record. */
export function newMatrix(claim: ClaimDraft): Matrix {
  const stated: Hypothesis = { text: claim.title.trim(), innocent: false };
  const others = claim.alternatives.map((text, at): Hypothesis => ({ text, innocent: at === 0 }));
  const innocent: Hypothesis[] = others.length > 0 ? others : [{ text: '', innocent: true }];
  return withCited({ hypotheses: [stated, ...innocent], rows: [], held: 1 }, claim);
}

/** Brings the rows in line with what the claim cites: one for each record, none for a record that is out. */
export function withCited(matrix: Matrix, claim: ClaimDraft): Matrix {
  const cited = [...claim.supports, ...claim.counterSupports];
  const kept = matrix.rows.filter((row) => row.record === null || cited.some((one) => one.record === row.record));
  const fresh = cited.filter((one) => !kept.some((row) => row.record === one.record)).map((one): Row => ({
    kind: 'RECORD', record: one.record, text: one.note, credibility: 'MEDIUM', relevance: 'MEDIUM', cells: matrix.hypotheses.map(() => 'OPEN'),
  }));
  return fresh.length === 0 && kept.length === matrix.rows.length ? matrix : { ...matrix, rows: [...kept, ...fresh] };
}

export function withRow(matrix: Matrix, kind: 'ABSENCE' | 'ASSUMPTION'): Matrix {
  const row: Row = { kind, record: null, text: '', credibility: 'MEDIUM', relevance: 'MEDIUM', cells: matrix.hypotheses.map(() => 'OPEN') };
  return { ...matrix, rows: [...matrix.rows, row] };
}

export function changeRow(matrix: Matrix, at: number, change: Partial<Row>): Matrix {
  return { ...matrix, rows: matrix.rows.map((row, number) => (number === at ? { ...row, ...change } : row)) };
}

export function withoutRow(matrix: Matrix, at: number): Matrix {
  return { ...matrix, rows: matrix.rows.filter((_, number) => number !== at) };
}

export function judge(matrix: Matrix, at: number, hypothesis: number, cell: Cell): Matrix {
  const row = matrix.rows[at];
  return row ? changeRow(matrix, at, { cells: row.cells.map((held, h) => (h === hypothesis ? cell : held)) }) : matrix;
}

export function withHypothesis(matrix: Matrix): Matrix {
  return {
    ...matrix,
    hypotheses: [...matrix.hypotheses, { text: '', innocent: false }],
    rows: matrix.rows.map((row) => ({ ...row, cells: [...row.cells, 'OPEN' as const] })),
  };
}

export function changeHypothesis(matrix: Matrix, at: number, change: Partial<Hypothesis>): Matrix {
  return { ...matrix, hypotheses: matrix.hypotheses.map((one, number) => (number === at ? { ...one, ...change } : one)) };
}

/** Takes a hypothesis out with its column; two always stay. */
export function withoutHypothesis(matrix: Matrix, at: number): Matrix {
  if (matrix.hypotheses.length <= 2) return matrix;
  return {
    hypotheses: matrix.hypotheses.filter((_, number) => number !== at),
    rows: matrix.rows.map((row) => ({ ...row, cells: row.cells.filter((_, number) => number !== at) })),
    held: matrix.held === at + 1 ? 0 : matrix.held > at + 1 ? matrix.held - 1 : matrix.held,
  };
}

/** Where the arrows lead in the grid of cells; null where it ends. */
export function stepTo(matrix: Matrix, row: number, hypothesis: number, key: string): { row: number; hypothesis: number } | null {
  const by: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const move = by[key];
  if (!move) return null;
  const to = { row: row + move[0], hypothesis: hypothesis + move[1] };
  const within = to.row >= 0 && to.row < matrix.rows.length && to.hypothesis >= 0 && to.hypothesis < matrix.hypotheses.length;
  return within ? to : null;
}

/** What becomes of the order, in words. */
export function effectWords(effect: Effect, ranks: number[]): string {
  const order = orderText(ranks);
  switch (effect) {
    case 'NONE': return 'the order stays';
    case 'ORDER': return `the first stays, others move: ${order}`;
    default: return `what stands first changes: ${order}`;
  }
}

/** Hypotheses by place, those that share one with = between them: H2, H1 = H3. */
export function orderText(ranks: number[]): string {
  return [...new Set(ranks)].sort((a, b) => a - b).map((place) => ranks.flatMap((rank, h) => (rank === place ? [`H${h + 1}`] : [])).join(' = ')).join(', ');
}

/** Numbers of the hypotheses with the least against them, as H1 or H1, H3. */
export function firstWords(reading: Reading): string {
  return reading.ranks.flatMap((rank, h) => (rank === 1 ? [`H${h + 1}`] : [])).join(', ');
}
