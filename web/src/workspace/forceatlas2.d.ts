/* The inside of graphology's ForceAtlas2, which a worker runs on plain matrices. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  interface Settings {
    linLogMode: boolean;
    outboundAttractionDistribution: boolean;
    adjustSizes: boolean;
    edgeWeightInfluence: number;
    scalingRatio: number;
    strongGravityMode: boolean;
    gravity: number;
    slowDown: number;
    barnesHutOptimize: boolean;
    barnesHutTheta: number;
  }
  /** One round; nodes in tens (x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed), edges in threes (source, target, weight). */
  export default function iterate(settings: Settings, nodes: Float32Array, edges: Float32Array): void;
}
