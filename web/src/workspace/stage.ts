/*
 * The stage of the chart: draws dots and lines, and says where somebody looked, clicked and dragged. It holds only what
 * is drawn at the moment; which that is, others decide (level.ts). While the camera moves, lines and labels wait.
 */
import Graph from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { drawLabel, LabelRoom } from '../parts/labels';
import type { Theme } from '../parts/palette';
import { drawGround } from './ground';
import type { Sight } from './level';
import { ShapeProgram, StrokeProgram, type Shape, type Stroke } from './marks';

export interface Dot {
  key: string;
  x: number;
  y: number;
  size: number;
  colour: string;
  label: string;
  /** Drawn above the others, with its label whatever the crowd. */
  strong: boolean;
  /** With a ring. */
  ringed: boolean;
  /** A circle unless two windows are compared. */
  shape?: Shape;
}

export interface Line {
  key: string;
  a: string;
  b: string;
  size: number;
  colour: string;
  strong: boolean;
  stroke?: Stroke;
  /** How many records stand behind it, shown where there is room. */
  label?: string;
}

/** What lies beneath dots and lines, in places of the chart: land, accuracy, the tray of those without a place. */
export interface Ground {
  land: readonly Float64Array[];
  circles: readonly { x: number; y: number; radius: number }[];
  tray: { left: number; right: number; bottom: number; top: number; words: string } | null;
}

export interface Ears {
  click: (key: string | null, add: boolean) => void;
  open: (key: string) => void;
  hover: (key: string | null, at: { x: number; y: number }) => void;
  /** A line is under the pointer, or none is. */
  hoverLine: (key: string | null, at: { x: number; y: number }) => void;
  drop: (key: string, x: number, y: number) => void;
  /** The camera has come to rest; with the milliseconds that its last frame took. */
  settled: () => void;
}

export interface Stage {
  draw: (dots: Dot[], lines: Line[], arrows: boolean) => void;
  ground: (ground: Ground | null) => void;
  sight: () => Sight;
  /** Where places of the chart are in the box, in pixels. */
  onScreen: (x: number, y: number) => { x: number; y: number };
  zoom: (by: 'in' | 'out' | 'all') => void;
  pan: (right: number, down: number) => void;
  look: (x: number, y: number) => void;
  /** Milliseconds of the last frames, for the budget. */
  pace: () => number;
  close: () => void;
}

const HALF = 1_000_000; // The server's places lie within this.
const REST = 140; // Milliseconds without a movement that count as rest.
const LINE_NEAR = 5; // Pixels.
const HOVERED = 6_000; // More lines than this lie on each other.
const LABELLED = 400; // Beyond, numbers cover the picture.
const THIN_FROM = 1_200; // Beyond this many, lines have one width: software drawing is three times as fast.

/** Opens a stage in a box. Fails if the browser has no WebGL. */
export function openStage(box: HTMLElement, theme: Theme, ears: Ears): Stage {
  const graph = new Graph({ type: 'directed', multi: true });
  const room = new LabelRoom();
  const [strong, weak] = [drawLabel(theme, true), drawLabel(theme, false, room)];
  const sigma = new Sigma(graph, box, {
    allowInvalidContainer: true,
    defaultEdgeType: 'line',
    edgeProgramClasses: { line: EdgeRectangleProgram, thin: EdgeLineProgram, arrow: EdgeArrowProgram, stroke: StrokeProgram },
    nodeProgramClasses: { shape: ShapeProgram },
    edgeLabelSize: 11,
    edgeLabelColor: { color: theme.ink },
    labelFont: 'system-ui, "Noto Sans", "DejaVu Sans", sans-serif',
    labelSize: 12,
    labelDensity: 2,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 5,
    labelColor: { color: theme.ink },
    zIndex: true,
    hideEdgesOnMove: true,
    hideLabelsOnMove: true,
    stagePadding: 40,
    minCameraRatio: 0.002,
    maxCameraRatio: 3,
    // Not sigma's own highlighting: its layer keeps rings of dots that are gone.
    defaultDrawNodeLabel: (context, data, settings) => ((data as { ringed?: boolean }).ringed ? strong : weak)(context, data, settings),
    defaultDrawNodeHover: strong,
  });
  sigma.on('beforeRender', () => room.clear());
  // Without it the picture would jump whenever other dots are drawn.
  sigma.setCustomBBox({ x: [-HALF, HALF], y: [-HALF, HALF] });
  let rest = 0;
  let frame = 0;
  let last = 0;
  const moved = (): void => {
    const now = performance.now();
    if (last > 0 && now - last < 1_000) frame = frame === 0 ? now - last : 0.7 * frame + 0.3 * (now - last);
    last = now;
    window.clearTimeout(rest);
    rest = window.setTimeout(() => { last = 0; ears.settled(); }, REST);
  };
  sigma.getCamera().on('updated', moved);
  // Sigma lays its own canvases over each other in order; this one has to be below all of them.
  const under = document.createElement('canvas');
  under.className = 'ws-ground';
  box.prepend(under);
  let beneath: Ground | null = null;
  const paint = (): void => drawGround(under, beneath, sigma.getDimensions(), (x, y) => sigma.graphToViewport({ x, y }), theme);
  sigma.on('afterRender', () => { if (beneath) paint(); });
  let drawn: { key: string; ax: number; ay: number; bx: number; by: number }[] = [];
  let onLine: string | null = null;
  /* Sigma's own events of lines draw them a second time at every frame; a few thousand distances cost less than a millisecond. */
  const nearest = (x: number, y: number): string | null => {
    let [best, found]: [number, string | null] = [LINE_NEAR, null];
    for (const line of drawn) {
      const a = sigma.graphToViewport({ x: line.ax, y: line.ay });
      const b = sigma.graphToViewport({ x: line.bx, y: line.by });
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const along = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      const far = Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
      if (far < best) [best, found] = [far, line.key];
    }
    return found;
  };
  let onDot = false;
  let dragged: string | null = null;
  let far = false;
  sigma.on('enterNode', ({ node, event }) => { box.style.cursor = 'pointer'; onDot = true; ears.hover(node, event); });
  sigma.on('leaveNode', () => { box.style.cursor = ''; onDot = false; ears.hover(null, { x: 0, y: 0 }); });
  sigma.on('moveBody', ({ event }) => {
    const key = onDot || dragged !== null ? null : nearest(event.x, event.y);
    if (key !== onLine) ears.hoverLine(key, event);
    onLine = key;
  });
  sigma.on('clickNode', ({ node, event }) => {
    const mouse = event.original as MouseEvent;
    if (!far) ears.click(node, mouse.shiftKey || mouse.ctrlKey || mouse.metaKey);
  });
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => { preventSigmaDefault(); ears.open(node); });
  sigma.on('clickStage', () => { if (!far) ears.click(null, false); });
  sigma.on('downNode', ({ node }) => { dragged = node; far = false; });
  sigma.on('downStage', () => { far = false; });
  sigma.getMouseCaptor().on('mousemovebody', (mouse) => {
    if (dragged === null) return;
    far = true;
    const to = sigma.viewportToGraph(mouse);
    graph.mergeNodeAttributes(dragged, { x: to.x, y: to.y });
    mouse.preventSigmaDefault();
    mouse.original.preventDefault();
    mouse.original.stopPropagation();
  });
  const dropped = (): void => {
    if (dragged !== null && far && graph.hasNode(dragged)) {
      const { x, y } = graph.getNodeAttributes(dragged);
      ears.drop(dragged, Number(x), Number(y));
    }
    dragged = null;
  };
  sigma.getMouseCaptor().on('mouseup', dropped);
  const watch = new ResizeObserver(() => { sigma.refresh(); ears.settled(); });
  watch.observe(box);
  return {
    draw(dots, lines, arrows) {
      graph.clear();
      for (const dot of dots) {
        graph.addNode(dot.key, { x: dot.x, y: dot.y, size: dot.size, color: dot.colour, label: dot.label, forceLabel: dot.ringed && dots.length < 3_000, ringed: dot.ringed, zIndex: dot.strong ? 2 : 1, ...(dot.shape ? { type: 'shape', shape: dot.shape } : {}) });
      }
      const stroked = lines.some((line) => line.stroke !== undefined);
      const type = stroked ? 'stroke' : lines.length > THIN_FROM ? 'thin' : arrows ? 'arrow' : 'line';
      for (const line of lines) graph.addDirectedEdgeWithKey(line.key, line.a, line.b, { size: line.size, color: line.colour, type, zIndex: line.strong ? 1 : 0, label: line.label ?? '', stroke: line.stroke ?? 'whole' });
      sigma.setSetting('renderEdgeLabels', lines.length <= LABELLED && lines.some((line) => line.label));
      const places = new Map(dots.map((dot) => [dot.key, dot]));
      drawn = lines.length > HOVERED ? [] : lines.map((line) => {
        const [a, b] = [places.get(line.a)!, places.get(line.b)!];
        return { key: line.key, ax: a.x, ay: a.y, bx: b.x, by: b.y };
      });
    },
    ground(next) {
      beneath = next;
      paint();
    },
    sight() {
      const { width, height } = sigma.getDimensions();
      const a = sigma.viewportToGraph({ x: 0, y: 0 });
      const b = sigma.viewportToGraph({ x: width, y: height });
      return { left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), bottom: Math.min(a.y, b.y), top: Math.max(a.y, b.y) };
    },
    onScreen: (x, y) => sigma.graphToViewport({ x, y }),
    zoom(by) {
      const camera = sigma.getCamera();
      if (by === 'all') void camera.animatedReset({ duration: 150 });
      else if (by === 'in') void camera.animatedZoom({ duration: 120 });
      else void camera.animatedUnzoom({ duration: 120 });
    },
    pan(right, down) {
      const camera = sigma.getCamera();
      const { x, y, ratio } = camera.getState();
      camera.setState({ x: x + 0.12 * right * ratio, y: y - 0.12 * down * ratio });
    },
    look(x, y) {
      const at = sigma.viewportToFramedGraph(sigma.graphToViewport({ x, y }));
      const camera = sigma.getCamera();
      void camera.animate({ x: at.x, y: at.y, ratio: Math.min(camera.getState().ratio, 0.4) }, { duration: 200 });
    },
    pace: () => frame,
    close() {
      window.clearTimeout(rest);
      watch.disconnect();
      sigma.kill();
      under.remove();
    },
  };
}
