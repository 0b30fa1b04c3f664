import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/*
 * A page that still fetches must not say that there is nothing. What useLoad gives is followed through `?? []` into constants; wherever
 * their emptiness is turned into words (`rows` of a table with `empty`, `x.length === 0` within what is drawn), the answer itself must
 * have been asked for on the way there: `loaded.value && …`, `loaded.state === 'ready'`, or an early return.
 */
const SOURCES = import.meta.glob('../**/*.tsx', { query: '?raw', import: 'default', eager: true }) as Record<string, string>;

/** Places where emptiness is said before an answer is there. */
function early(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const component = (node: ts.Node, loads: Map<string, Set<string>>): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const name = node.name.text;
      if (ts.isCallExpression(node.initializer) && node.initializer.expression.getText().startsWith('useLoad')) loads.set(name, new Set([name]));
      else if (aliasOf(node.initializer.getText(), loads)) loads.set(name, new Set([aliasOf(node.initializer.getText(), loads)!, ASKED]));
      else if (!ts.isArrowFunction(node.initializer)) {
        const from = new Set([...without(node.initializer, loads)]);
        if (from.size > 0) loads.set(name, from);
      }
    }
    const of = claim(node);
    if (of) {
      const open = [...without(of, loads)].filter((load) => !guarded(node, load, [...loads].filter(([, from]) => from.has(ASKED) && from.has(load)).map(([alias]) => alias)));
      if (open.length > 0) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} says so before ${open.join(', ')} answered`);
    }
    const inner = ts.isFunctionDeclaration(node) ? new Map<string, Set<string>>() : loads;
    ts.forEachChild(node, (child) => component(child, inner));
  };
  component(file, new Map());
  return found;
}

/* Marks a constant that is an answer itself, or says whether there is one: `const it = loaded.value`, `const ready = loaded.state === 'ready'`. */
const ASKED = '';

function aliasOf(text: string, loads: Map<string, Set<string>>): string | null {
  const load = text.includes('??') ? null : /\b(\w+)\.(value$|value [!=]==|state ===)/.exec(text)?.[1];
  return load && loads.get(load)?.has(load) ? load : null;
}

/* The lists behind a claim of emptiness; null if it is none. */
function claim(node: ts.Node): ts.Node | null {
  if (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) {
    const attributes = new Map(node.attributes.properties.flatMap((one) => (ts.isJsxAttribute(one) ? [[one.name.getText(), one.initializer] as const] : [])));
    return attributes.has('empty') ? attributes.get('rows') ?? null : null;
  }
  const test = ts.isConditionalExpression(node) ? node.condition
    : ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? node.left : null;
  const says = ts.isConditionalExpression(node) ? speaks(node.whenTrue) : ts.isBinaryExpression(node) ? speaks(node.right) : false;
  const none = test && /([\w.]+|\))\.length === 0$/.test(test.getText());
  return test && none && says && ts.findAncestor(node, (one) => ts.isJsxElement(one) || ts.isJsxAttribute(one) || ts.isJsxFragment(one) || ts.isReturnStatement(one)) ? test : null;
}

const speaks = (node: ts.Node): boolean => {
  if (ts.isJsxText(node)) return /\p{L}/u.test(node.text);
  if (ts.isStringLiteral(node)) return / /.test(node.text) && !ts.isJsxAttribute(node.parent);
  return ts.forEachChild(node, (child) => speaks(child) || undefined) ?? (ts.isJsxAttribute(node) && /^(title|hint)$/.test(node.name.getText()));
};

/* The loads whose lists stand in an expression with a stand-in for what is not there yet. */
function without(node: ts.Node, loads: Map<string, Set<string>>): Set<string> {
  const found = new Set<string>();
  const walk = (one: ts.Node): void => {
    if (ts.isBinaryExpression(one) && one.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      const [, name = '', rest] = /^(\w+)(\.value\b|\?\.)/.exec(one.left.getText()) ?? [];
      const from = loads.get(name);
      if (from?.has(name) && rest === '.value') found.add(name);
      if (from?.has(ASKED) && rest === '?.') for (const load of from) if (load !== ASKED) found.add(load);
    }
    if (ts.isIdentifier(one) && !(ts.isPropertyAccessExpression(one.parent) && one.parent.name === one)) {
      const from = loads.get(one.text);
      if (from && !from.has(one.text) && !from.has(ASKED)) for (const load of from) found.add(load);
    }
    ts.forEachChild(one, walk);
  };
  walk(node);
  return found;
}

/* Whether the answer was asked for on the way to a node: in a condition round it, or in an early return before it. */
function guarded(node: ts.Node, load: string, aliases: string[]): boolean {
  const names = [`${load}\\.(value|state)`, ...aliases].join('|');
  const asks = (text: string): boolean => new RegExp(`\\b(${names})\\b(?! \\?\\?|\\?\\.)`).test(text);
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isConditionalExpression(parent) && at !== parent.condition && asks(parent.condition.getText())) return true;
    if (ts.isBinaryExpression(parent) && at === parent.right && asks(parent.left.getText())) return true;
    if (ts.isBinaryExpression(at) && asks(at.left.getText())) return true;
    if (ts.isConditionalExpression(at) && asks(at.condition.getText())) return true;
    if (ts.isBlock(parent)) {
      for (const before of parent.statements) {
        if (before === at) break;
        if (ts.isIfStatement(before) && asks(before.expression.getText()) && /return/.test(before.thenStatement.getText())) return true;
      }
    }
  }
  return false;
}

const page = (drawn: string): string => `function Page() { const w = useLoad('k', ask); const rows = w.value ?? []; const few = rows.filter(Boolean); const all = w.value; const done = w.state === 'ready'; return <div>${drawn}</div>; }`;

describe('what is empty', () => {
  it('is told from what is still fetched', () => {
    expect(early('a.tsx', page('<Table rows={w.value ?? []} empty={<p>None</p>} />'))).toHaveLength(1);
    expect(early('a.tsx', page('<Table rows={few} empty={<p>None</p>} />'))).toHaveLength(1);
    expect(early('a.tsx', page('{few.length === 0 && <p>None here</p>}'))).toHaveLength(1);
    expect(early('a.tsx', page('<p>{few.length === 0 ? "None is here" : few.length}</p>'))).toHaveLength(1);
    expect(early('a.tsx', page('{all?.length === 0 && <p>None here</p>}'))).toEqual([]);
    expect(early('a.tsx', page('<Table rows={all?.parts ?? []} empty={<p>None</p>} />'))).toHaveLength(1);
    expect(early('a.tsx', page('{all && <Table rows={all?.parts ?? []} empty={<p>None</p>} />}'))).toEqual([]);
    expect(early('a.tsx', page('{done && <Table rows={few} empty={<p>None</p>} />}'))).toEqual([]);
    expect(early('a.tsx', page('{w.value && few.length === 0 && <p>None here</p>}'))).toEqual([]);
    expect(early('a.tsx', page('{w.value && <Table rows={few} empty={<p>None</p>} />}'))).toEqual([]);
    expect(early('a.tsx', page('{w.state === "ready" ? <Table rows={few} empty={<p>None</p>} /> : null}'))).toEqual([]);
  });
  it('is said on no page before the answer is there', () => {
    expect(Object.keys(SOURCES).length).toBeGreaterThan(60);
    expect(Object.entries(SOURCES).flatMap(([path, text]) => early(path, text))).toEqual([]);
  }, 60_000);
});
