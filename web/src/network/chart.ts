/*
 * The chart: receives a snapshot and how to draw it, emits selections. It knows nothing of the server,
 * of permits or of the page round it.
 */
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';
import { drawLabel, LabelRoom } from '../parts/labels';
import type { Theme } from '../parts/palette';
import { withRoles } from '../parts/roles';
import { startingPlaces } from '../parts/measures';
import { packed, partsOf } from './pack';
import { drawn } from './state';
import type { SnapshotView } from '../api/contract';

export interface Look {
  size: (index: number) => number;
  colour: (index: number) => string;
}

export interface Chart {
  look: (look: Look) => void;
  select: (index: number | null) => void;
  labels: (all: boolean) => void;
  zoom: (by: 'in' | 'out' | 'all') => void;
  png: (lines: string[]) => Promise<Blob>;
  close: () => void;
}

/** Rounds of the layout: enough to settle small ones, few enough not to hold up large ones. */
function rounds(nodes: number): number {
  return nodes <= 200 ? 600 : nodes <= 1000 ? 300 : nodes <= 3000 ? 120 : 60;
}

function place(graph: Graph, digest: string): void {
  const starts = startingPlaces(graph.order, digest);
  let at = 0;
  graph.forEachNode((node) => {
    const start = starts[at++];
    graph.mergeNodeAttributes(node, { x: start?.x ?? 0, y: start?.y ?? 0 });
  });
  if (graph.size === 0) return;
  forceAtlas2.assign(graph, {
    iterations: rounds(graph.order),
    // As in the workspace: weights that pull draw what lies close together to a blot.
    settings: { ...forceAtlas2.inferSettings(graph), edgeWeightInfluence: 0, gravity: 1, strongGravityMode: false, scalingRatio: 2, barnesHutOptimize: graph.order > 400, slowDown: 1 + Math.log(Math.max(2, graph.order)) },
  });
  const nodes = graph.nodes();
  const seat = new Map(nodes.map((node, index) => [node, index]));
  const places = nodes.map((node) => ({ x: Number(graph.getNodeAttribute(node, 'x')), y: Number(graph.getNodeAttribute(node, 'y')) }));
  const ties = graph.mapEdges((_edge, _attributes, from, to) => [seat.get(from)!, seat.get(to)!] as const);
  const lengths = ties.map(([a, b]) => Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y)).sort((a, b) => a - b);
  packed(places, partsOf(nodes.length, ties), 2 * (lengths[lengths.length >> 1] ?? 1)).forEach((spot, index) => graph.mergeNodeAttributes(nodes[index]!, spot));
}

function build(snapshot: SnapshotView, theme: Theme): Graph {
  const graph = new Graph({ type: snapshot.summary.directed ? 'directed' : 'undirected', multi: true });
  const shown = drawn(snapshot);
  const label = new Map(snapshot.legend.map((one) => [one.index, withRoles(one.label, one.roles)]));
  for (const index of shown.nodes) graph.addNode(String(index), { label: label.get(index) ?? String(index), x: 0, y: 0, size: 5, color: theme.single });
  const heaviest = Math.max(1, ...shown.ties.map((tie) => tie.weight));
  for (const tie of shown.ties) {
    if (tie.from === tie.to) continue;
    const width = 0.8 + 3.2 * (Math.log2(1 + tie.weight) / Math.log2(1 + heaviest));
    graph.addEdge(String(tie.from), String(tie.to), { weight: tie.weight, size: width, color: theme.tie, type: snapshot.summary.directed ? 'arrow' : 'line' });
  }
  place(graph, snapshot.summary.digest);
  return graph;
}

/** Draws a snapshot into a box. Fails if the browser has no WebGL; the tables beside hold the same. */
export function openChart(box: HTMLElement, snapshot: SnapshotView, theme: Theme, onSelect: (index: number | null) => void): Chart {
  const graph = build(snapshot, theme);
  let selected: string | null = null;
  let hovered: string | null = null;
  let near = new Set<string>();
  const attend = (): void => {
    const centre = hovered ?? selected;
    near = centre !== null && graph.hasNode(centre) ? new Set([centre, ...graph.neighbors(centre)]) : new Set();
  };
  const few = graph.order <= 80;
  const room = new LabelRoom();
  const sigma = new Sigma(graph, box, {
    allowInvalidContainer: true,
    defaultEdgeType: snapshot.summary.directed ? 'arrow' : 'line',
    labelFont: 'system-ui, "Noto Sans", "DejaVu Sans", sans-serif',
    labelSize: 12,
    labelDensity: few ? 6 : 1,
    labelRenderedSizeThreshold: few ? 0 : 8,
    labelColor: { color: theme.ink },
    zIndex: true,
    stagePadding: 48,
    minCameraRatio: 0.05,
    maxCameraRatio: 4,
    defaultDrawNodeLabel: drawLabel(theme, false, room),
    defaultDrawNodeHover: drawLabel(theme, true),
    nodeReducer: (node, data) => {
      if (near.size === 0) return data;
      if (!near.has(node)) return { ...data, color: theme.faint, label: null, zIndex: 0 };
      return { ...data, zIndex: 1, forceLabel: true, highlighted: node === selected || node === hovered };
    },
    edgeReducer: (edge, data) => {
      const centre = hovered ?? selected;
      if (near.size === 0 || centre === null) return data;
      return graph.hasExtremity(edge, centre) ? { ...data, color: theme.ink, zIndex: 1 } : { ...data, color: theme.faint, zIndex: 0 };
    },
  });
  sigma.on('beforeRender', () => room.clear());
  const redraw = (): void => {
    attend();
    sigma.refresh({ skipIndexation: true });
  };
  let dragged: string | null = null;
  let moved = false;
  sigma.on('enterNode', ({ node }) => { hovered = node; box.style.cursor = 'pointer'; redraw(); });
  sigma.on('leaveNode', () => { hovered = null; box.style.cursor = ''; redraw(); });
  sigma.on('clickNode', ({ node }) => { if (!moved) onSelect(Number(node)); });
  sigma.on('clickStage', () => onSelect(null));
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    moved = false;
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.getMouseCaptor().on('mousemovebody', (mouse) => {
    if (dragged === null) return;
    moved = true;
    const to = sigma.viewportToGraph(mouse);
    graph.mergeNodeAttributes(dragged, { x: to.x, y: to.y });
    mouse.preventSigmaDefault();
    mouse.original.preventDefault();
    mouse.original.stopPropagation();
  });
  const drop = (): void => { dragged = null; };
  sigma.getMouseCaptor().on('mouseup', drop);
  const watch = new ResizeObserver(() => sigma.refresh());
  watch.observe(box);
  return {
    look(look) {
      graph.updateEachNodeAttributes((node, attributes) => ({ ...attributes, size: look.size(Number(node)), color: look.colour(Number(node)) }), { attributes: ['size', 'color'] });
    },
    select(index) {
      selected = index !== null && graph.hasNode(String(index)) ? String(index) : null;
      redraw();
    },
    labels(all) {
      room.all = all;
      sigma.setSetting('labelRenderedSizeThreshold', all ? 0 : few ? 4 : 8);
      sigma.setSetting('labelDensity', all ? 100 : few ? 6 : 1);
    },
    zoom(by) {
      const camera = sigma.getCamera();
      if (by === 'all') {
        sigma.setCustomBBox(null);
        sigma.refresh();
        void camera.animatedReset({ duration: 200 });
      } else if (by === 'in') void camera.animatedZoom({ duration: 150 });
      else void camera.animatedUnzoom({ duration: 150 });
    },
    png: (lines) => picture(sigma, box, theme, lines),
    close() {
      watch.disconnect();
      sigma.kill();
    },
  };
}

/* WebGL keeps its picture only until the browser shows it, so drawing and copying happen in one go. */
function picture(sigma: Sigma, box: HTMLElement, theme: Theme, lines: string[]): Promise<Blob> {
  sigma.refresh({ schedule: false });
  const canvases = sigma.getCanvases();
  const scale = window.devicePixelRatio || 1;
  const foot = 18 * lines.length + 14;
  const out = document.createElement('canvas');
  out.width = box.clientWidth * scale;
  out.height = (box.clientHeight + foot) * scale;
  const context = out.getContext('2d');
  if (!context) return Promise.reject(new Error('this browser cannot draw pictures'));
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, out.width, out.height);
  for (const layer of ['edges', 'nodes', 'edgeLabels', 'labels', 'hovers']) {
    const canvas = canvases[layer];
    if (canvas) context.drawImage(canvas, 0, 0, box.clientWidth * scale, box.clientHeight * scale);
  }
  context.scale(scale, scale);
  context.fillStyle = theme.ink;
  context.font = '12px system-ui, "DejaVu Sans", sans-serif';
  lines.forEach((line, at) => context.fillText(line, 12, box.clientHeight + 18 + at * 18, box.clientWidth - 24));
  return new Promise((resolve, reject) =>
    out.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser could not make a PNG'))), 'image/png'));
}

