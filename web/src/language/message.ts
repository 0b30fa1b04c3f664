/* Messages in the manner of ICU MessageFormat: {0}, {0, plural, one {…} other {…}} and <0>…</0>. Pure. */

/** One piece of a message. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'hole'; at: number }
  | { kind: 'plural'; at: number; forms: Record<string, Piece[]> }
  | { kind: 'count' }
  | { kind: 'tag'; at: number; within: Piece[] };

/** Reads a message. Braces that stand for themselves are written '{' and '}'; throws where it is no message. */
export function readMessage(text: string): Piece[] {
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at} in “${text}”`);
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const pieces = (counting: boolean, closing: string | null): Piece[] => {
    const out: Piece[] = [];
    const write = (more: string) => {
      const last = out.at(-1);
      if (last?.kind === 'text') last.text += more;
      else out.push({ kind: 'text', text: more });
    };
    while (at < text.length) {
      if (closing !== null && text.startsWith(closing, at)) return out;
      const brace = take(/'[{}]'/y);
      const open = brace === null ? take(/<\d+>/y) : null;
      if (brace !== null) write(brace[1]!);
      else if (open !== null) {
        const number = Number(open.slice(1, -1));
        const within = pieces(counting, `</${number}>`);
        if (take(/<\/\d+>/y) === null) fail(`<${number}> is not closed`);
        out.push({ kind: 'tag', at: number, within });
      } else if (text[at] === '{') out.push(braced());
      else if (text[at] === '}') fail('a brace too many');
      else if (counting && text[at] === '#') {
        at++;
        out.push({ kind: 'count' });
      } else write(text[at++]!);
    }
    if (closing !== null) fail(`${closing} is missing`);
    return out;
  };
  const braced = (): Piece => {
    const head = take(/\{\d+(, plural,)?/y) ?? fail('a brace without a number');
    const number = Number(/\d+/.exec(head)![0]);
    if (!head.endsWith(',')) {
      if (text[at++] !== '}') fail('a number without an end');
      return { kind: 'hole', at: number };
    }
    const forms: Record<string, Piece[]> = {};
    for (;;) {
      const name = take(/\s*(zero|one|two|few|many|other)\s*\{/y);
      if (name === null) break;
      forms[name.replace(/[\s{]/g, '')] = pieces(true, '}');
      at++;
    }
    if (take(/\s*\}/y) === null || !forms.other) fail('a plural without “other”');
    return { kind: 'plural', at: number, forms };
  };
  return pieces(false, null);
}

/** What a message asks of its values, for comparing it with its translation: "0", "1 plural", "2 tag". */
export function holesOf(pieces: Piece[], out = new Set<string>()): Set<string> {
  for (const piece of pieces) {
    if (piece.kind === 'hole') out.add(String(piece.at));
    else if (piece.kind === 'tag') {
      out.add(`${piece.at} tag`);
      holesOf(piece.within, out);
    } else if (piece.kind === 'plural') {
      out.add(`${piece.at} plural`);
      for (const form of Object.values(piece.forms)) holesOf(form, out);
    }
  }
  return out;
}

/** How a message becomes text, or elements: what each piece turns into. */
export interface Telling<T> {
  text: (text: string) => T;
  hole: (value: unknown) => T;
  tag: (build: unknown, within: T[]) => T;
  count: (n: number) => string;
  form: (n: number) => string;
}

/** Tells a message with its values. */
export function tell<T>(pieces: readonly Piece[], values: readonly unknown[], by: Telling<T>, counted = 0): T[] {
  return pieces.flatMap((piece): T[] => {
    switch (piece.kind) {
      case 'text':
        return [by.text(piece.text)];
      case 'hole':
        return [by.hole(values[piece.at])];
      case 'count':
        return [by.text(by.count(counted))];
      case 'tag':
        return [by.tag(values[piece.at], tell(piece.within, values, by, counted))];
      case 'plural': {
        const n = Number(values[piece.at]);
        return tell(piece.forms[by.form(n)] ?? piece.forms.other ?? [], values, by, n);
      }
    }
  });
}
