/* From a level of detail to dots and lines, and what their looks mean. Pure but for the two hooks that say where everybody is. */
import { useMemo } from 'react';
import { methodOf } from '../parts/measures';
import { groupColour, shades } from '../parts/palette';
import { countOf, countWords } from '../parts/words';
import { SHAPE_OF, STROKE_OF, type Standing } from './compare';
import { nameOf, type Desk } from './desk';
import type { Sheet } from './geo';
import type { Level } from './level';
import type { Shape, Stroke } from './marks';
import { leavesOf, otherEnd } from './net';
import type { Dot, Line } from './stage';

export interface Drawing {
  dots: Dot[];
  lines: Line[];
  words: string;
}

export interface Spots {
  x: Float64Array;
  y: Float64Array;
}

/** Places of all entities: the server's, then those that were given here. */
export function usePlaces(desk: Desk, moving: Spots | null, sheet: Sheet | null): Spots {
  const { net, view } = desk;
  const placed = useMemo(() => {
    if (!net) return { x: new Float64Array(), y: new Float64Array() };
    const [x, y] = [net.x.slice(), net.y.slice()];
    for (const [entity, [px, py]] of Object.entries(view.placed)) {
      const v = net.place.get(entity);
      if (v !== undefined) [x[v], y[v]] = [px, py];
    }
    for (const [v, [px, py]] of sheet?.places ?? []) if (!view.pinned.includes(net.entities[v]!)) [x[v], y[v]] = [px, py];
    return { x, y };
  }, [net, view.placed, view.pinned, sheet]);
  return moving && moving.x.length === placed.x.length ? moving : placed;
}

/** What is on the chart: chosen entities to show, without the leaves that are folded away. */
export function useOn(desk: Desk): { on: Uint8Array; folded: Map<number, number> } {
  const { net, view } = desk;
  return useMemo(() => {
    if (!net) return { on: new Uint8Array(), folded: new Map() };
    const on = new Uint8Array(net.count).fill(view.shown === null ? 1 : 0);
    for (const entity of view.shown ?? []) {
      const v = net.place.get(entity);
      if (v !== undefined) on[v] = 1;
    }
    const folded = new Map<number, number>();
    for (const entity of view.folded) {
      const v = net.place.get(entity);
      if (v === undefined || !on[v]) continue;
      const leaves = leavesOf(net, v).filter((leaf) => on[leaf]);
      for (const leaf of leaves) on[leaf] = 0;
      if (leaves.length > 0) folded.set(v, leaves.length);
    }
    return { on, folded };
  }, [net, view.shown, view.folded]);
}

/** Records behind a tie: kinds that run side by side are one line with their sum. */
export function recordsOn(desk: Desk, t: number): number {
  const net = desk.net!;
  let sum = 0;
  for (let k = 0; k < net.kinds.length; k++) sum += net.counts[t * net.kinds.length + k]!;
  return sum;
}

export const standingOf = (desk: Desk, v: number): Standing => (desk.held?.entities[v] ?? 0) as Standing;

export function colourOf(desk: Desk, v: number): string {
  const { theme, group, shade, held } = desk;
  if (held) return theme.groups[[0, 1, 2][standingOf(desk, v)] ?? 0]!;
  if (shade) return (shade[v] ?? -1) < 0 ? theme.other : shades(theme)[shade[v]!]!;
  return group ? groupColour(theme, group[v] ?? 99) : theme.single;
}

/** From a level to dots and lines. */
export function drawingOf(desk: Desk, level: Level, x: Float64Array, y: Float64Array, radius: readonly number[], folded: Map<number, number>): Drawing {
  const net = desk.net!;
  const { theme, chosen, kept, held, way } = desk;
  const colour = (v: number): string => colourOf(desk, v);
  if (level.kind === 'parts') {
    const most = Math.max(...level.discs.map((disc) => disc.members));
    const strongest = Math.max(1, ...level.bands.map((band) => band.ties));
    return {
      dots: level.discs.map((disc) => ({
        key: `p${disc.part}`, x: disc.x, y: disc.y, size: 4 + 22 * Math.sqrt(disc.members / most), colour: colour(disc.first),
        label: `${countWords(disc.members)} round ${nameOf(net, disc.first)}`, strong: false, ringed: false,
      })),
      lines: level.bands.map((band) => ({ key: `${band.a} ${band.b}`, a: `p${band.a}`, b: `p${band.b}`, size: 0.6 + 5 * Math.sqrt(band.ties / strongest), colour: theme.tie, strong: false })),
      words: `${countOf(level.discs.length, 'disc')} stand for ${countOf(level.discs.reduce((sum, disc) => sum + disc.members, 0), 'entity', 'entities')}; ${level.leftNodes > 0 ? `${countWords(level.leftNodes)} more are not drawn; ` : ''}come nearer to see them one by one.`,
    };
  }
  const fading = kept.alive !== null || chosen.size > 0;
  const near = new Set<number>(chosen);
  for (const v of chosen) for (let i = net.starts[v]!; i < net.starts[v + 1]!; i++) if (desk.passes(net.ties[i]!)) near.add(otherEnd(net, net.ties[i]!, v));
  const awake = (v: number): boolean => !fading || (chosen.size > 0 ? near.has(v) : (kept.alive?.get(v) ?? 0) > 0);
  const dots: Dot[] = [];
  for (const v of level.nodes) {
    const hidden = folded.get(v);
    dots.push({
      key: `e${v}`, x: x[v]!, y: y[v]!, size: radius[v] ?? 4, colour: awake(v) ? colour(v) : theme.faint,
      label: awake(v) ? `${nameOf(net, v)}${hidden ? ` +${hidden}` : ''}` : '', strong: chosen.has(v), ringed: chosen.has(v),
      // A square and a diamond fill less of their circle than a disc does.
      ...(held ? { shape: SHAPE_OF[standingOf(desk, v)], size: (radius[v] ?? 4) * (standingOf(desk, v) === 0 ? 1 : 1.3) } : {}),
    });
  }
  let heaviest = 1;
  for (const t of level.ties) heaviest = Math.max(heaviest, net.weight[t]!);
  const lines: Line[] = [];
  for (const t of level.ties) {
    const [a, b] = [net.from[t]!, net.to[t]!];
    const strong = way.size > 0 ? way.has(t) : chosen.size > 0 && (chosen.has(a) || chosen.has(b));
    const sleeping = !strong && (way.size > 0 || chosen.size > 0 || !awake(a) || !awake(b));
    const standing = (held?.ties[t] ?? 0) as Standing;
    const seen = held && standing > 0 ? theme.groups[standing]! : strong ? theme.ink : held ? theme.other : theme.tie;
    lines.push({
      key: `t${t}`, a: `e${a}`, b: `e${b}`, size: 0.8 + 3.2 * (Math.log2(1 + net.weight[t]!) / Math.log2(1 + heaviest)),
      colour: sleeping ? theme.faint : seen, strong, ...(held ? { stroke: STROKE_OF[standing] } : {}), ...(strong ? { label: countWords(recordsOn(desk, t)) } : {}),
    });
  }
  const left = [level.leftNodes > 0 ? `${countOf(level.leftNodes, 'entity', 'entities')} in sight are not drawn, the largest are` : '', level.leftTies > 0 ? `${countOf(level.leftTies, 'lighter tie')} not drawn` : ''].filter(Boolean).join('; ');
  return { dots, lines, words: left && `${left}; come nearer to see more.` };
}

export interface Key {
  colour: string;
  shape: Shape;
  /** Set for lines, empty for dots. */
  stroke: Stroke | '';
  words: string;
}

/** What colours, shapes and strokes mean now. */
export function legendOf(desk: Desk): Key[] {
  const { group, shade, theme, held } = desk;
  const dot = (colour: string, words: string, shape: Shape = 'circle'): Key => ({ colour, shape, stroke: '', words });
  if (held) {
    const [both, mine, theirs] = held.entityCounts;
    const [tBoth, tMine, tTheirs] = held.tieCounts;
    return [
      dot(theme.groups[0]!, `In both: ${countOf(both, 'entity', 'entities')}`), dot(theme.groups[1]!, `Only in A: ${countOf(mine, 'entity', 'entities')}`, 'square'), dot(theme.groups[2]!, `Only in B: ${countOf(theirs, 'entity', 'entities')}`, 'diamond'),
      { colour: theme.other, shape: 'circle', stroke: 'whole', words: `In both: ${countOf(tBoth, 'tie')}` }, { colour: theme.groups[1]!, shape: 'circle', stroke: 'dashed', words: `Only in A: ${countOf(tMine, 'tie')}` },
      { colour: theme.groups[2]!, shape: 'circle', stroke: 'dotted', words: `Only in B: ${countOf(tTheirs, 'tie')}` },
    ];
  }
  const measure = desk.measures.find((one) => one.id === desk.view.colourBy);
  if (shade && measure) {
    const names = ['lowest fifth of the ranks', 'second fifth', 'middle fifth', 'fourth fifth', 'highest fifth of the ranks'];
    return [...shades(theme)].map((colour, at) => dot(colour, `${methodOf(measure.method).label}: ${names[at]}`)).reverse();
  }
  if (!group) return [];
  const count = Math.max(-1, ...group) + 1;
  const shown = Math.min(count, theme.groups.length);
  const name = measure ? methodOf(measure.method).label : 'Community';
  const size = (at: number): number => group.filter((one) => one === at).length;
  const out = Array.from({ length: shown }, (_, at) => dot(groupColour(theme, at), `${name} ${at + 1}: ${countOf(size(at), 'entity', 'entities')}`));
  return count > shown ? [...out, dot(theme.other, `${shown + 1} to ${count}: ${countOf(group.filter((one) => one >= shown).length, 'entity', 'entities')}`)] : out;
}
