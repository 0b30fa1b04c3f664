/*
 * The stage of the chart: draws dots and lines, and says where somebody looked, clicked and dragged. It holds only what
 * is drawn at the moment; which that is, others decide (level.ts). While the camera moves, lines and labels wait.
 */
import Graph from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { drawLabel } from '../parts/labels';
import type { Theme } from '../parts/palette';
import type { Sight } from './level';

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
}

export interface Line {
  key: string;
  a: string;
  b: string;
  size: number;
  colour: string;
  strong: boolean;
}

export interface Ears {
  click: (key: string | null, add: boolean) => void;
  open: (key: string) => void;
  hover: (key: string | null, at: { x: number; y: number }) => void;
  drop: (key: string, x: number, y: number) => void;
  /** The camera has come to rest; with the milliseconds that its last frame took. */
  settled: () => void;
}

export interface Stage {
  draw: (dots: Dot[], lines: Line[], arrows: boolean) => void;
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
const THIN_FROM = 1_200; // Beyond this many, lines have one width: software drawing is three times as fast.

/** Opens a stage in a box. Fails if the browser has no WebGL. */
export function openStage(box: HTMLElement, theme: Theme, ears: Ears): Stage {
  const graph = new Graph({ type: 'directed', multi: true });
  const [strong, weak] = [drawLabel(theme, true), drawLabel(theme, false)];
  const sigma = new Sigma(graph, box, {
    allowInvalidContainer: true,
    defaultEdgeType: 'line',
    edgeProgramClasses: { line: EdgeRectangleProgram, thin: EdgeLineProgram, arrow: EdgeArrowProgram },
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
  let dragged: string | null = null;
  let far = false;
  sigma.on('enterNode', ({ node, event }) => { box.style.cursor = 'pointer'; ears.hover(node, event); });
  sigma.on('leaveNode', () => { box.style.cursor = ''; ears.hover(null, { x: 0, y: 0 }); });
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
        graph.addNode(dot.key, { x: dot.x, y: dot.y, size: dot.size, color: dot.colour, label: dot.label, forceLabel: dot.ringed && dots.length < 3_000, ringed: dot.ringed, zIndex: dot.strong ? 2 : 1 });
      }
      const type = lines.length > THIN_FROM ? 'thin' : arrows ? 'arrow' : 'line';
      for (const line of lines) graph.addDirectedEdgeWithKey(line.key, line.a, line.b, { size: line.size, color: line.colour, type, zIndex: line.strong ? 1 : 0 });
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
    },
  };
}
