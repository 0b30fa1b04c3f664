import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWorkspace } from '../frame/workspace';
import { largestSize, sizes } from '../parts/measures';
import { FaultPanel } from '../parts/pieces';
import { countOf, countWords } from '../parts/words';
import { Expand, PathForm } from './ask';
import type { Desk } from './desk';
import { useLaying, useSheet } from './laying';
import { savePicture, type PictureForm } from './leave';
import { BUDGET, budgetAfter, levelOf } from './level';
import type { Net } from './net';
import { Lasso, Preview, TiePreview } from './overlay';
import { drawingOf, useOn, usePlaces, type Drawing, type Spots } from './scene';
import { openStage, type Stage } from './stage';
import { chosenWith, inside } from './state';
import { DoBar, LookBar, ZoomButtons } from './tools';
import { ChartTables, Legend } from './twin';

export interface ChartDeeds {
  zoom: (by: 'in' | 'out' | 'all') => void;
  pan: (right: number, down: number) => void;
  lasso: () => void;
  expand: () => void;
  path: () => void;
}

/** The chart with its tools. */
export function ChartPanel({ desk, deeds }: { desk: Desk; deeds: { current: ChartDeeds | null } }) {
  const w = useWorkspace();
  const { net, view, theme } = desk;
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const budget = useRef(BUDGET);
  const [broken, setBroken] = useState<unknown>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [drawing, setDrawing] = useState<Drawing>({ dots: [], lines: [], words: '' });
  const [lasso, setLasso] = useState(false);
  const [asking, setAsking] = useState<'expand' | 'path' | null>(null);
  const [hover, setHover] = useState<{ v: number; x: number; y: number } | null>(null);
  const [moving, setMoving] = useState<Spots | null>(null);
  const [hoverLine, setHoverLine] = useState<{ t: number; x: number; y: number } | null>(null);
  const { on, folded } = useOn(desk);
  const sheet = useSheet(desk, on);
  const spots = usePlaces(desk, moving, sheet);
  const { x, y } = spots;
  const laying = useLaying({ desk, spots, on, sheet, setMoving });
  const radius = useMemo(() => (net ? sizes(Array.from({ length: net.count }, (_, v) => desk.value(v)), 3.5, largestSize(net.count)) : []), [net, desk.value]);
  const rank = radius;
  const draw = useRef<() => void>(() => undefined);
  draw.current = () => {
    if (!stage.current || !net) return;
    const pace = stage.current.pace();
    if (pace > 0) budget.current = budgetAfter(budget.current, pace);
    const level = levelOf({ net, x, y, on, rank, passes: desk.passes }, stage.current.sight(), budget.current);
    const next = drawingOf(desk, level, x, y, radius, folded);
    stage.current.draw(next.dots, next.lines, net.directed);
    stage.current.ground(laying.beneath);
    setDrawing(next);
  };
  const heard = useRef(desk);
  heard.current = desk;
  const choose = useCallback((key: string | null, add: boolean) => {
    const { view: now, net: there, take } = heard.current;
    if (!there) return;
    if (key === null) {
      if (now.chosen.length > 0 && !add) take('Chose nobody', { chosen: [] });
      return;
    }
    const members = key.startsWith('p') ? membersOf(there, Number(key.slice(1))) : null;
    if (members) take(`Chose a disc of ${members.length}`, { chosen: members.map((v) => there.entities[v]!) });
    else take(`Chose ${there.labels[Number(key.slice(1))]}`, { chosen: chosenWith(now, there.entities[Number(key.slice(1))]!, add) });
  }, []);
  useEffect(() => {
    if (!box.current) return;
    try {
      stage.current = openStage(box.current, theme, {
        click: choose,
        open: (key) => { if (key.startsWith('e')) { choose(key, false); setAsking('expand'); } else choose(key, false); },
        hover: (key, at) => setHover(key?.startsWith('e') ? { v: Number(key.slice(1)), ...at } : null),
        hoverLine: (key, at) => setHoverLine(key?.startsWith('t') ? { t: Number(key.slice(1)), ...at } : null),
        drop: (key, px, py) => {
          const { net: there, view: now, take } = heard.current;
          const entity = there?.entities[Number(key.slice(1))];
          if (key.startsWith('e') && entity) take('Moved an entity', { placed: { ...now.placed, [entity]: [px, py] }, pinned: now.pinned.includes(entity) ? now.pinned : [...now.pinned, entity] });
        },
        settled: () => draw.current(),
      });
      setBroken(null);
      draw.current();
    } catch (fault) {
      setBroken(fault);
      return;
    }
    return () => {
      stage.current?.close();
      stage.current = null;
    };
  }, [theme, choose]);
  useEffect(() => draw.current(), [net, x, y, on, folded, radius, desk.passes, desk.chosen, desk.group, desk.shade, desk.kept.alive, desk.held, desk.way, laying.beneath]);
  const tiesOn = useMemo(() => (net ? net.from.reduce((sum, from, t) => sum + (on[from] && on[net.to[t]!] && desk.passes(t) ? 1 : 0), 0) : 0), [net, on, desk.passes]);
  const all = (): number[] => (net ? Array.from({ length: net.count }, (_, v) => v).filter((v) => on[v]) : []);

  const only = () => desk.take(`Chart of ${countOf(desk.chosen.size, 'entity', 'entities')} only`, { shown: view.chosen });
  const hide = () => {
    if (!net) return;
    const gone = new Set(view.chosen);
    desk.take(`Hid ${countOf(desk.chosen.size, 'entity', 'entities')}`, { shown: (view.shown ?? net.entities).filter((one) => !gone.has(one)), chosen: [] });
  };
  const pin = () => {
    if (!net) return;
    const every = view.chosen.every((one) => view.pinned.includes(one));
    const placed = { ...view.placed };
    for (const v of desk.chosen) placed[net.entities[v]!] = [x[v]!, y[v]!];
    desk.take(every ? 'Let go of pinned entities' : 'Pinned entities', every ? { pinned: view.pinned.filter((one) => !view.chosen.includes(one)) } : { pinned: [...new Set([...view.pinned, ...view.chosen])], placed });
  };
  const fold = () => {
    const every = view.chosen.every((one) => view.folded.includes(one));
    desk.take(every ? 'Unfolded leaves' : 'Folded leaves', { folded: every ? view.folded.filter((one) => !view.chosen.includes(one)) : [...new Set([...view.folded, ...view.chosen])] });
  };
  deeds.current = {
    zoom: (by) => stage.current?.zoom(by),
    pan: (right, down) => stage.current?.pan(right, down),
    lasso: () => setLasso(!lasso),
    expand: () => { if (desk.chosen.size > 0) setAsking('expand'); },
    path: () => setAsking('path'),
  };
  const save = (form: PictureForm) => void savePicture(desk, w, stage.current!, box.current!, drawing, form).then(() => setFault(null), setFault);
  return (
    <section className="card ws-chart" aria-label="Chart" id="ws-chart">
      <LookBar desk={desk} laying={laying} />
      <DoBar desk={desk} lasso={lasso} onLasso={() => setLasso(!lasso)} onExpand={() => setAsking('expand')} onPath={() => setAsking('path')} onSave={save} deeds={{ only, hide, pin, fold }} laying={laying} />
      <FaultPanel fault={fault} />
      {broken !== null && <p className="hint">This browser cannot draw the picture (it needs WebGL). The tables say the same.</p>}
      <div className="ws-stage">
        <div ref={box} className="ws-canvas" data-testid="ws-canvas" role="img"
          aria-label={net ? `Chart of ${countOf(all().length, 'entity', 'entities')} and ${countOf(tiesOn, 'tie')}, ${countWords(desk.chosen.size)} chosen; the tables below say the same` : 'Chart, empty'} />
        {lasso && net && <Lasso onDone={(corners, add) => {
          const found = Array.from({ length: net.count }, (_, v) => v).filter((v) => on[v]).filter((v) => { const p = stage.current!.onScreen(x[v]!, y[v]!); return inside(corners, p.x, p.y); }).map((v) => net.entities[v]!);
          setLasso(false);
          desk.take(`Lassoed ${countOf(found.length, 'entity', 'entities')}`, { chosen: add ? [...new Set([...view.chosen, ...found])] : found });
        }} />}
        <ZoomButtons onZoom={(by) => stage.current?.zoom(by)} />
        {hover && net && hover.v < net.count && <Preview desk={desk} v={hover.v} x={hover.x} y={hover.y} />}
        {!hover && hoverLine && net && hoverLine.t < net.from.length && <TiePreview desk={desk} t={hoverLine.t} x={hoverLine.x} y={hoverLine.y} />}
      </div>
      <p className="hint" role="status" data-testid="ws-said">{[desk.said, drawing.words].filter(Boolean).join(' · ') || (net ? `${countOf(all().length, 'entity', 'entities')}, ${countOf(tiesOn, 'tie')}; ${countWords(desk.chosen.size)} chosen.` : '')}</p>
      <Legend desk={desk} />
      <ChartTables desk={desk} on={on} />
      {asking === 'expand' && net && <Expand desk={desk} held={(v) => on[v] === 1} onClose={() => setAsking(null)} />}
      {asking === 'path' && net && <PathForm desk={desk} onClose={() => setAsking(null)} />}
    </section>
  );
}

const membersOf = (net: Net, part: number): number[] => Array.from({ length: net.count }, (_, v) => v).filter((v) => net.parts[v] === part);
