/* The page that chart.mjs times: a made-up network, drawn plainly or by levels. */
import Graph from 'graphology';
import Sigma from 'sigma';
import { LIGHT } from '../src/parts/palette';
import { BUDGET, budgetAfter, levelOf } from '../src/workspace/level';
import { netOf } from '../src/workspace/net';
import { openStage } from '../src/workspace/stage';
import type { ChartView } from '../src/api/contract';

function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Groups of about a hundred round seeded centres; nine ties of ten stay in the group; three ties an entity. */
function madeUp(count: number): ChartView {
  const next = seeded(count);
  const groups = Math.max(1, Math.round(count / 100));
  const centres = Array.from({ length: groups }, () => [(next() - 0.5) * 1.8e6, (next() - 0.5) * 1.8e6] as const);
  const parts = Array.from({ length: count }, (_, v) => Math.min(groups - 1, Math.floor(v / 100)));
  const turn = Math.PI * (3 - Math.sqrt(5));
  const room = 1.6e6 / Math.sqrt(count) / 3;
  const from: number[] = [];
  const to: number[] = [];
  for (let t = 0; t < 3 * count; t++) {
    const u = Math.floor(next() * count);
    const v = next() < 0.9 ? Math.min(count - 1, parts[u]! * 100 + Math.floor(next() * 100)) : Math.floor(next() * count);
    from.push(u);
    to.push(v);
  }
  return {
    summary: { id: 'bench', kinds: ['MESSAGE'], from: null, to: null, minimumRecords: 1, directed: false, nodes: count, ties: from.length, recordsUsed: 0, recordsNotUsed: 0, at: '', digest: '' },
    entities: parts.map((_, v) => `e${v}`), labels: parts.map((_, v) => `entity ${v}`), roles: parts.map(() => ''), accounts: parts.map(() => []), parts, partsMeasured: false,
    x: parts.map((part, v) => Math.round(centres[part]![0] + room * Math.sqrt((v % 100) + 0.5) * Math.cos(v * turn))),
    y: parts.map((part, v) => Math.round(centres[part]![1] + room * Math.sqrt((v % 100) + 0.5) * Math.sin(v * turn))),
    from, to, weight: from.map(() => 1 + Math.floor(next() * 9)), kinds: ['MESSAGE'], counts: from.map(() => 1), first: from.map(() => null), last: from.map(() => null),
  };
}

const box = document.getElementById('box')!;
let close: () => void = () => undefined;
let zoom: () => void = () => undefined;
let drawnWords = '';

/** Opens a chart; gives the milliseconds until its first picture. */
async function open(count: number, how: 'plain' | 'levels'): Promise<number> {
  close();
  box.replaceChildren();
  const view = madeUp(count);
  const began = performance.now();
  const net = netOf(view);
  if (how === 'plain') {
    const graph = new Graph({ multi: true });
    for (let v = 0; v < count; v++) graph.addNode(v, { x: net.x[v], y: net.y[v], size: 3, color: LIGHT.single, label: net.labels[v] });
    for (let t = 0; t < net.from.length; t++) graph.addDirectedEdge(net.from[t], net.to[t], { color: LIGHT.tie });
    const sigma = new Sigma(graph, box);
    drawnWords = `${graph.order} dots, ${graph.size} lines`;
    close = () => sigma.kill();
    zoom = () => { const camera = sigma.getCamera(); camera.setState({ ratio: camera.getState().ratio / 1.5 }); };
  } else {
    const on = new Uint8Array(count).fill(1);
    const rank = Float64Array.from({ length: count }, (_, v) => net.starts[v + 1]! - net.starts[v]!);
    let budget = BUDGET;
    const draw = (): void => {
      if (stage.pace() > 0) budget = budgetAfter(budget, stage.pace());
      const level = levelOf({ net, x: net.x, y: net.y, on, rank, passes: () => true }, stage.sight(), budget);
      const dots = level.kind === 'parts'
        ? level.discs.map((disc) => ({ key: `p${disc.part}`, x: disc.x, y: disc.y, size: 8, colour: LIGHT.single, label: `${disc.members}`, strong: false, ringed: false }))
        : [...level.nodes].map((v) => ({ key: `e${v}`, x: net.x[v]!, y: net.y[v]!, size: 4, colour: LIGHT.single, label: net.labels[v]!, strong: false, ringed: false }));
      const lines = level.kind === 'parts'
        ? level.bands.map((band) => ({ key: `${band.a} ${band.b}`, a: `p${band.a}`, b: `p${band.b}`, size: 1, colour: LIGHT.tie, strong: false }))
        : [...level.ties].map((t) => ({ key: `t${t}`, a: `e${net.from[t]}`, b: `e${net.to[t]}`, size: 1, colour: LIGHT.tie, strong: false }));
      stage.draw(dots, lines, false);
      drawnWords = `${dots.length} dots, ${lines.length} lines`;
    };
    const stage = openStage(box, LIGHT, { click: () => undefined, open: () => undefined, hover: () => undefined, hoverLine: () => undefined, drop: () => undefined, settled: () => draw() });
    draw();
    close = () => stage.close();
    zoom = () => stage.zoom('in');
  }
  await frames();
  return performance.now() - began;
}

/** Two frames, with everything that was asked of the graphics really drawn. */
function frames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
    for (const canvas of box.querySelectorAll('canvas')) {
      const gl = canvas.getContext('webgl2');
      gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    }
    resolve();
  })));
}

Object.assign(window, { bench: { open, frames, zoom: () => zoom(), words: () => drawnWords } });
