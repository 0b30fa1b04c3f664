/* Puts the parts of a network that no tie joins beside each other: left to the forces, they drive one another out of sight. Pure. */

export interface Spot { x: number; y: number }

/** Which part each node is in, counted from 0 in the order of their first nodes. */
export function partsOf(count: number, ties: readonly (readonly [number, number])[]): number[] {
  const over = Array.from({ length: count }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (over[at] !== at) {
      over[at] = over[over[at]!]!;
      at = over[at]!;
    }
    return at;
  };
  for (const [a, b] of ties) over[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
  const numbers = new Map<number, number>();
  return over.map((_, node) => {
    const of = root(node);
    if (!numbers.has(of)) numbers.set(of, numbers.size);
    return numbers.get(of)!;
  });
}

/** Places with each part moved as a whole into rows, the largest first; within a part nothing moves. `gap` is between them, in the places' own unit. */
export function packed(places: readonly Spot[], part: readonly number[], gap: number): Spot[] {
  const boxes = new Map<number, { left: number; top: number; right: number; bottom: number; nodes: number[] }>();
  places.forEach(({ x, y }, node) => {
    const box = boxes.get(part[node]!);
    if (!box) boxes.set(part[node]!, { left: x, top: y, right: x, bottom: y, nodes: [node] });
    else {
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x);
      box.bottom = Math.max(box.bottom, y);
      box.nodes.push(node);
    }
  });
  const wide = (box: { left: number; right: number }) => box.right - box.left + gap;
  const high = (box: { top: number; bottom: number }) => box.bottom - box.top + gap;
  const order = [...boxes.values()].sort((a, b) => high(b) - high(a) || wide(b) - wide(a) || a.nodes[0]! - b.nodes[0]!);
  // Somewhat wider than high, as screens are.
  const area = order.reduce((sum, box) => sum + wide(box) * high(box), 0);
  const width = order.reduce((most, box) => Math.max(most, wide(box)), Math.sqrt(1.6 * area));
  const out = places.map((one) => ({ ...one }));
  let [x, y, row] = [0, 0, 0];
  for (const box of order) {
    if (x > 0 && x + wide(box) > width) {
      y += row;
      [x, row] = [0, 0];
    }
    for (const node of box.nodes) out[node] = { x: places[node]!.x - box.left + x, y: places[node]!.y - box.top + y };
    x += wide(box);
    row = Math.max(row, high(box));
  }
  return out;
}
