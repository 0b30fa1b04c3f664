/* Asks the worker for places, and stops it. */
export interface ForceAsk {
  x: Float64Array;
  y: Float64Array;
  /** 1 where an entity stays. */
  fixed: Uint8Array;
  from: Int32Array;
  to: Int32Array;
  rounds: number;
}

export interface ForceAnswer {
  done: number;
  rounds: number;
  x: Float64Array;
  y: Float64Array;
}

/** Rounds that settle a small network and do not keep a large one for minutes. */
export const roundsFor = (count: number): number => (count <= 500 ? 500 : count <= 5_000 ? 200 : count <= 20_000 ? 80 : 30);

/** Starts; the answer's done equals its rounds when it is the last. Gives the way to stop it. */
export function runForces(ask: ForceAsk, heard: (answer: ForceAnswer) => void): () => void {
  const worker = new Worker(new URL('./force.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (message: MessageEvent<ForceAnswer>) => {
    heard(message.data);
    if (message.data.done === message.data.rounds) worker.terminate();
  };
  worker.postMessage(ask);
  return () => worker.terminate();
}
