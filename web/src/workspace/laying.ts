/* Lays the chart out: everything, those chosen, or only newcomers, beside the page where it takes long. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { HEIGHTS, methodOf } from '../parts/measures';
import { countOf } from '../parts/words';
import { beside } from './compare';
import type { Desk } from './desk';
import { roundsFor, runForces } from './force';
import { located, sheetOf, type Sheet } from './geo';
import type { Lines } from './lines';
import { boxOf, circle, concentric, grid, heights, hierarchy, type Places } from './places';
import type { Spots } from './scene';
import type { Ground } from './stage';
import type { LayoutName, View } from './state';
import { ground } from './world';

export const LAYOUTS: { value: LayoutName; label: string }[] = [
  { value: 'force', label: 'Forces' }, { value: 'hierarchy', label: 'Rows by hops' }, { value: 'heights', label: 'Rows by direction' }, { value: 'circle', label: 'Circle' },
  { value: 'concentric', label: 'Rings by size' }, { value: 'grid', label: 'Grid' }, { value: 'geographic', label: 'Places on a map' },
];

export interface Laying {
  lay: (layout: LayoutName, of: 'all' | 'chosen') => void;
  /** Puts those who have no place of their own beside those they are tied to; nobody else moves. */
  newcomers: () => void;
  progress: string;
  stop: () => void;
  beneath: Ground | null;
}

/** Entities that stand where a person or a layout put them. */
const placedOf = (view: View): ReadonlySet<string> => new Set([...Object.keys(view.placed), ...view.pinned]);

/** Where everybody stands on a map, as long as the chart is laid out by place: it follows the window that is brushed. */
export function useSheet(desk: Desk, on: Uint8Array): Sheet | null {
  const { net, lines, view } = desk;
  const { layout, kinds, from, to, undated } = view;
  return useMemo(() => {
    if (layout !== 'geographic' || !net) return null;
    const members = membersOn(on);
    return sheetOf(members, located(lines, members, narrowed(lines, { kinds, from, to, undated })));
  }, [layout, net, on, lines, kinds, from, to, undated]);
}

interface Ask {
  desk: Desk;
  spots: Spots;
  on: Uint8Array;
  sheet: Sheet | null;
  setMoving: (to: Spots | null) => void;
}

export function useLaying({ desk, spots, on, sheet, setMoving }: Ask): Laying {
  const { net, view } = desk;
  const { x, y } = spots;
  const [progress, setProgress] = useState('');
  const [beneath, setBeneath] = useState<Ground | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const heard = useRef(desk);
  heard.current = desk;
  useEffect(() => () => stop.current?.(), []);
  useEffect(() => {
    setBeneath(null);
    if (!sheet) return;
    let gone = false;
    const tray = sheet.tray && { ...sheet.tray, words: `${countOf(sheet.without.length, 'entity', 'entities')} without a place` };
    setBeneath({ land: [], circles: sheet.circles, tray });
    void ground().then((world) => {
      if (gone) return;
      const land = world.land.features.flatMap((one) => (one.geometry.type === 'Polygon' ? [one.geometry.coordinates] : one.geometry.coordinates)).map((polygon) => {
        const ring = new Float64Array(2 * (polygon[0]?.length ?? 0));
        polygon[0]?.forEach((corner, at) => ring.set(sheet.project([corner[0]!, corner[1]!]), 2 * at));
        return ring;
      });
      setBeneath({ land, circles: sheet.circles, tray });
    });
    return () => { gone = true; };
  }, [sheet]);
  const all = (): number[] => (net ? membersOn(on) : []);
  const keep = (words: string, places: Iterable<readonly [number, readonly [number, number]]>, layout: LayoutName): void => {
    if (!net) return;
    const pinned = new Set(view.pinned);
    const placed = { ...view.placed };
    for (const [v, [px, py]] of places) if (!pinned.has(net.entities[v]!)) placed[net.entities[v]!] = [px, py];
    desk.take(words, { placed, layout });
  };
  const lay = (layout: LayoutName, of: 'all' | 'chosen'): void => {
    if (!net) return;
    const members = of === 'chosen' ? [...desk.chosen] : all();
    if (members.length === 0) return;
    if (layout === 'geographic') {
      const without = sheetOf(all(), located(desk.lines, all(), narrowed(desk.lines, view))).without.length;
      if (without === all().length) {
        desk.say('None of the records in sight says where somebody on the chart was: there is nothing to lay out by.');
        return;
      }
      desk.take('Laid out by place', { layout });
      desk.say(`${countOf(all().length - without, 'entity', 'entities')} where their records say, ${countOf(without, 'entity', 'entities')} without a place in the tray.`);
      return;
    }
    const label = LAYOUTS.find((one) => one.value === layout)!.label;
    const words = `Laid out by ${label.toLowerCase()}${of === 'chosen' ? `, ${countOf(members.length, 'entity', 'entities')} only` : ''}`;
    if (layout === 'force') {
      if (of === 'all' && view.shown === null && view.pinned.length === 0) {
        desk.take(words, { placed: {}, layout });
        return;
      }
      forces(members, words);
      return;
    }
    const area = boxOf(net, x, y, members);
    const height = HEIGHTS.map((name) => desk.measures.find((one) => methodOf(one.method).value === name)).find((one) => one !== undefined);
    if (layout === 'heights' && !height) {
      desk.say(net.directed ? 'Measure SpringRank or agony levels first, under Measures.' : 'These ties were frozen without direction: nobody turns to anybody in them.');
      return;
    }
    const by: Record<Exclude<LayoutName, 'force' | 'geographic'>, () => Places> = {
      circle: () => circle(members, desk.value, area), concentric: () => concentric(members, desk.value, area), grid: () => grid(members, desk.value, area),
      hierarchy: () => hierarchy(net, members, desk.value, area),
      heights: () => heights(net, members, (v) => height!.values[v] ?? NaN, area),
    };
    keep(words, by[layout](), layout);
  };
  const forces = (members: number[], words: string): void => {
    if (!net) return;
    stop.current?.();
    const free = new Uint8Array(net.count);
    for (const v of members) free[v] = view.pinned.includes(net.entities[v]!) ? 0 : 1;
    const held = all();
    const at = new Map(held.map((v, nth) => [v, nth]));
    const ties = Array.from({ length: net.from.length }, (_, t) => t).filter((t) => desk.passes(t) && on[net.from[t]!] && on[net.to[t]!]);
    const started = view;
    stop.current = runForces({
      x: Float64Array.from(held, (v) => x[v]!), y: Float64Array.from(held, (v) => y[v]!), fixed: Uint8Array.from(held, (v) => 1 - free[v]!),
      from: Int32Array.from(ties, (t) => at.get(net.from[t]!)!), to: Int32Array.from(ties, (t) => at.get(net.to[t]!)!), rounds: roundsFor(held.length),
    }, (answer) => {
      setProgress(answer.done < answer.rounds ? `Forces: round ${answer.done} of ${answer.rounds}` : '');
      // Whoever goes on working meanwhile is not overruled by an old layout.
      if (heard.current.view !== started) {
        stop.current?.();
        setProgress('');
        setMoving(null);
        return;
      }
      const [nx, ny] = [x.slice(), y.slice()];
      held.forEach((v, nth) => { [nx[v], ny[v]] = [answer.x[nth]!, answer.y[nth]!]; });
      if (answer.done < answer.rounds) setMoving({ x: nx, y: ny });
      else {
        setMoving(null);
        keep(words, members.map((v) => [v, [nx[v]!, ny[v]!]] as const), 'force');
      }
    });
  };
  const newcomers = (): void => {
    if (!net) return;
    const stands = placedOf(view);
    const fresh = all().filter((v) => !stands.has(net.entities[v]!));
    const [nx, ny] = [x.slice(), y.slice()];
    beside(net, fresh, nx, ny, (v) => on[v] === 1 && stands.has(net.entities[v]!));
    keep(`Placed ${countOf(fresh.length, 'newcomer')} beside their ties`, fresh.map((v) => [v, [nx[v]!, ny[v]!]] as const), view.layout);
  };
  const end = (): void => {
    stop.current?.();
    setProgress('');
    setMoving(null);
  };
  return { lay, newcomers, progress, stop: end, beneath };
}

const membersOn = (on: Uint8Array): number[] => Array.from({ length: on.length }, (_, v) => v).filter((v) => on[v]);

/* Places of the window and the kinds in sight; what is chosen does not take others off the map. */
function narrowed(lines: Lines, by: Pick<View, 'kinds' | 'from' | 'to' | 'undated'>): number[] {
  return [...lines.place.keys()].filter((line) => {
    const at = lines.at[line]!;
    if (by.kinds.length > 0 && !by.kinds.includes(lines.kind[line]!)) return false;
    if (Number.isNaN(at)) return by.undated || (by.from === null && by.to === null);
    return (by.from === null || at >= by.from) && (by.to === null || at < by.to);
  });
}
