/* What changed between two texts, by words: Myers, An O(ND) Difference Algorithm (doi:10.1007/BF01840446). Pure. */

export interface Piece {
  kind: 'same' | 'gone' | 'come';
  text: string;
}

/** Beyond so many changed words two texts are shown whole, one after the other: nobody reads such a patchwork. */
const MOST_CHANGED = 600;

/** Words with the blanks after them, so that the pieces put together are the texts themselves. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** The shortest way from one text to the other by words; cost is length times changes. */
export function wordDiff(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const a = wordsOf(before);
  const b = wordsOf(after);
  const trail = edits(a, b);
  if (trail === null) return [...whole('gone', before), ...whole('come', after)];
  const out: Piece[] = [];
  const put = (kind: Piece['kind'], text: string) => {
    const last = out[out.length - 1];
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  };
  let [x, y] = [0, 0];
  for (const [toX, toY] of trail) {
    while (x < toX && y < toY && a[x] === b[y]) { put('same', a[x]!); x++; y++; }
    while (x < toX) put('gone', a[x++]!);
    while (y < toY) put('come', b[y++]!);
  }
  return out;
}

const whole = (kind: Piece['kind'], text: string): Piece[] => (text === '' ? [] : [{ kind, text }]);

/* The points at which the way leaves the diagonal, in order, and the end; null if there are too many. */
function edits(a: readonly string[], b: readonly string[]): [number, number][] | null {
  const most = Math.min(MOST_CHANGED, a.length + b.length);
  const offset = most + 1;
  const far = new Int32Array(2 * most + 3);
  const rounds: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    rounds.push(far.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && far[offset + k - 1]! < far[offset + k + 1]!);
      let x = down ? far[offset + k + 1]! : far[offset + k - 1]! + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) { x++; y++; }
      far[offset + k] = x;
      if (x >= a.length && y >= b.length) return back(rounds, a.length, b.length);
    }
  }
  return null;
}

function back(rounds: readonly Int32Array[], endX: number, endY: number): [number, number][] {
  const points: [number, number][] = [[endX, endY]];
  let [x, y] = [endX, endY];
  for (let d = rounds.length - 1; d > 0; d--) {
    const far = rounds[d]!;
    const at = (k: number): number => far[d + 1 + k]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromX = down ? at(k + 1) : at(k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    // After the step itself, and before it: between the two lies one word that came or went.
    points.push(down ? [fromX, fromY + 1] : [fromX + 1, fromY], [fromX, fromY]);
    [x, y] = [fromX, fromY];
  }
  return points.reverse();
}
