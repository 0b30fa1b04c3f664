/*
 * JSON of an excerpt as a tree, as it is written: key order, spelling of numbers and double keys stay. An excerpt may begin and end
 * inside a value and hold masked bytes, so nothing here fails: what is no JSON is a token of its own, and what is open stays open. Pure.
 */

export interface Span {
  from: number;
  to: number;
}

export interface JsonNode extends Span {
  /** The key as it is written, without its quotes; null in an array and at the top. */
  key: string | null;
  kind: 'object' | 'array' | 'text' | 'number' | 'word' | 'other';
  /** What is written, with its quotes; empty for objects and arrays. */
  written: string;
  children: JsonNode[];
  /** False if it began before the excerpt or goes on after it. */
  whole: boolean;
}

interface Token extends Span {
  sort: '{' | '}' | '[' | ']' | ',' | ':' | 'text' | 'number' | 'word' | 'other';
  whole: boolean;
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z.+-])/y;
const WORD = /(?:true|false|null)(?![0-9A-Za-z_])/y;
const OTHER = /[^\s{}[\],:"]+/y;

function endOfText(text: string, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i + 1;
  }
  return -1;
}

/** Tokens of a part of a text; it may begin inside a string. */
function tokens(text: string, from: number, end: number, inside: boolean): Token[] {
  const out: Token[] = [];
  let at = from;
  if (inside) {
    const close = endOfText(text, at, end);
    const to = close < 0 ? end : close;
    if (to > at) out.push({ sort: 'text', from: at, to, whole: false });
    at = to;
  }
  while (at < end) {
    const c = text[at]!;
    if (/\s/.test(c)) { at++; continue; }
    if ('{}[],:'.includes(c)) { out.push({ sort: c as Token['sort'], from: at, to: at + 1, whole: true }); at++; continue; }
    if (c === '"') {
      const close = endOfText(text, at + 1, end);
      const to = close < 0 ? end : close;
      out.push({ sort: 'text', from: at, to, whole: close >= 0 });
      at = to;
      continue;
    }
    const [sort, to] = bare(text, at, end);
    out.push({ sort, from: at, to, whole: true });
    at = to;
  }
  return out;
}

function bare(text: string, at: number, end: number): [Token['sort'], number] {
  for (const [sort, form] of [['number', NUMBER], ['word', WORD], ['other', OTHER]] as const) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found && at + found[0].length <= end) return [sort, at + found[0].length];
  }
  return ['other', Math.max(at + 1, Math.min(end, at + 1))];
}

/* What stands before the record may begin inside a string or outside: the reading with less that is no JSON holds. */
function before(text: string, end: number): Token[] {
  const cost = (read: Token[]) => read.filter((one) => one.sort === 'other').length + (read.at(-1)?.sort === 'text' && read.at(-1)?.whole === false && read.length > 1 ? 1000 : 0);
  const outside = tokens(text, 0, end, false);
  const inside = tokens(text, 0, end, true);
  return cost(inside) < cost(outside) ? inside : outside;
}

class Tree {
  private readonly top: JsonNode[] = [];
  private readonly open: JsonNode[] = [];
  private key: string | null = null;

  constructor(private readonly text: string, private readonly end: number) {}

  take(all: Token[]): JsonNode[] {
    for (let i = 0; i < all.length; i++) {
      const one = all[i]!;
      if (one.sort === '{' || one.sort === '[') this.begin(one);
      else if (one.sort === '}' || one.sort === ']') this.close(one);
      else if (one.sort === ',' || one.sort === ':') this.key = one.sort === ',' ? null : this.key;
      else if (one.sort === 'text' && all[i + 1]?.sort === ':' && this.open.at(-1)?.kind !== 'array') this.key = this.text.slice(one.from + (this.text[one.from] === '"' ? 1 : 0), one.to - 1);
      else this.add({ key: this.key, kind: one.sort as JsonNode['kind'], written: this.text.slice(one.from, one.to), children: [], from: one.from, to: one.to, whole: one.whole });
    }
    for (const one of this.open) { one.whole = false; one.to = this.end; }
    return this.top;
  }

  private add(node: JsonNode): void {
    (this.open.at(-1)?.children ?? this.top).push(node);
    this.key = null;
  }

  private begin(one: Token): void {
    const node: JsonNode = { key: this.key, kind: one.sort === '{' ? 'object' : 'array', written: '', children: [], from: one.from, to: one.to, whole: true };
    this.add(node);
    this.open.push(node);
  }

  private close(one: Token): void {
    const kind = one.sort === '}' ? 'object' : 'array';
    this.key = null;
    const at = this.open.findLastIndex((node) => node.kind === kind);
    if (at >= 0) {
      for (const lost of this.open.splice(at + 1)) { lost.whole = false; lost.to = one.from; }
      this.open.pop()!.to = one.to;
      return;
    }
    // It began before the excerpt: everything so far stands within it.
    this.open.length = 0;
    const within = this.top.splice(0);
    this.top.push({ key: null, kind, written: '', children: within, from: within[0]?.from ?? 0, to: one.to, whole: false });
  }
}

/** The tree of an excerpt; from and to are the record's own characters. */
export function treeOf(text: string, from: number, to: number): JsonNode[] {
  const own = [...before(text, from), ...tokens(text, from, to, false), ...tokens(text, to, text.length, false)];
  return new Tree(text, text.length).take(own);
}

/** True if the marked characters look like JSON: an object, an array, or a member of one. */
export function looksLikeJson(marked: string): boolean {
  const trimmed = marked.trim();
  if (!/^[{["]/.test(trimmed)) return false;
  const all = tokens(trimmed, 0, trimmed.length, false);
  return all.length > 1 && !all.some((one) => one.sort === 'other');
}

/** True if a node is the record's own, or within it. */
export function owned(node: Span, mark: Span): boolean {
  return node.from >= mark.from && node.to <= mark.to && mark.to > mark.from;
}

/** True if the record lies within a node, so that it is opened from the start. */
export function holds(node: Span, mark: Span): boolean {
  return node.from <= mark.from && node.to >= mark.to;
}

/** What a written string says; as it is written if its escapes are broken. */
export function saidOf(written: string): string {
  try {
    const said: unknown = JSON.parse(written);
    return typeof said === 'string' ? said : written;
  } catch {
    return written;
  }
}
