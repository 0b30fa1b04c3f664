/*
 * ForceAtlas2 with Barnes-Hut off the main thread (M. Jacomy and others 2014, doi:10.1371/journal.pone.0098679). The page
 * goes on answering; places come back while it runs. Entities that are fixed push and pull, and stay.
 */
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { ForceAsk, ForceAnswer } from './force';

const PER_NODE = 10;
const SEEN_EVERY = 250; // Milliseconds between pictures: each costs the page a drawing.

self.onmessage = (message: MessageEvent<ForceAsk>) => {
  const { x, y, fixed, from, to, rounds } = message.data;
  const count = x.length;
  const nodes = new Float32Array(count * PER_NODE);
  const edges = new Float32Array(from.length * 3);
  // The matrices hold single precision: places are brought near 1 a node first.
  const scale = 1_000_000 / (10 * Math.sqrt(Math.max(1, count)));
  const degree = new Float32Array(count).fill(1);
  for (let t = 0; t < from.length; t++) {
    edges[3 * t] = from[t]! * PER_NODE;
    edges[3 * t + 1] = to[t]! * PER_NODE;
    edges[3 * t + 2] = 1;
    degree[from[t]!]!++;
    degree[to[t]!]!++;
  }
  for (let v = 0; v < count; v++) {
    const at = v * PER_NODE;
    nodes[at] = x[v]! / scale;
    nodes[at + 1] = y[v]! / scale;
    nodes[at + 6] = degree[v]!;
    nodes[at + 7] = 1;
    nodes[at + 8] = 1;
    nodes[at + 9] = fixed[v]!;
  }
  const settings = {
    linLogMode: false, outboundAttractionDistribution: false, adjustSizes: false, edgeWeightInfluence: 0, scalingRatio: 2, strongGravityMode: false,
    gravity: 1, slowDown: 1 + Math.log(Math.max(2, count)), barnesHutOptimize: count > 400, barnesHutTheta: 0.7,
  };
  const tell = (done: number): void => {
    const placesX = new Float64Array(count);
    const placesY = new Float64Array(count);
    for (let v = 0; v < count; v++) {
      placesX[v] = fixed[v] ? x[v]! : nodes[v * PER_NODE]! * scale;
      placesY[v] = fixed[v] ? y[v]! : nodes[v * PER_NODE + 1]! * scale;
    }
    const answer: ForceAnswer = { done, rounds, x: placesX, y: placesY };
    self.postMessage(answer, { transfer: [placesX.buffer, placesY.buffer] });
  };
  let told = performance.now();
  for (let round = 1; round <= rounds; round++) {
    iterate(settings, nodes, edges);
    if (round === rounds || performance.now() - told > SEEN_EVERY) {
      tell(round);
      told = performance.now();
    }
  }
};
