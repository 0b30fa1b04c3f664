/*
 * Finds what a source says to people and rewrites it into look-ups, so that pages stay written in plain English.
 *
 * Text between tags, attributes that people see or hear, and literals that read as prose become `$say("…", …)`: the key is the
 * English text, in the manner of ICU MessageFormat, values stand in it as {0}, {1}. Text mixed with elements becomes one
 * message with the elements as numbered tags, "On duty as <0>{1}</0> since {2}", so that a translator can move them.
 * `countOf(n, 'tie')` and `n === 1 ? 'hour' : 'hours'` become plural forms. Only literals of the source are keys: what
 * the server sends is a value and passes through untouched.
 *
 * What is no text for people: names of classes, keys, routes, events; whatever is compared, switched over or declared as a
 * type; arguments of the calls in NOT_SAID; files in MACHINE; a literal behind a comment that says "not said".
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Sources that write for machines: wire formats and texts that are signed. */
const MACHINE = [/\/src\/api\/stream\.ts$/, /\/src\/language\//, /\.worker\.ts$/, /\.d\.ts$/, /\.spec\.tsx?$/];

/** Functions whose literal lines are signed or parsed as they stand; only their whole sentences are for people. */
const NOT_SAID_IN = /^(strayIn|proofText|unsealed)$/;

/** Attributes and fields that hold no words for people. */
const NOT_SHOWN = /^(className|class|id|key|type|href|src|name|value|role|htmlFor|autoComplete|inputMode|tone|of|testId|data-.*|aria-(controls|labelledby|describedby|current|live|expanded|haspopup|sort|pressed|selected|hidden|invalid|atomic|relevant|owns|activedescendant|orientation|autocomplete|errormessage)|scope|method|target|rel|d|viewBox|fill|stroke|transform|points|page|also|column|mode|font|cursor|code|path|pattern|accept|lang|dir|size|color|colour|background|display|style|width|height|align|baseline|headers|Accept|Content-Type|credentials|algorithm|hash|kdf|format|start|kind|testid|defaultValue|step|form|textAnchor|dominantBaseline|strokeDasharray|textAlign|labelFont|defaultEdgeType|sandbox|referrerPolicy|loading|enterKeyHint|spellCheck|wrap|preserveAspectRatio|gradientUnits|clipPath|visibility|position|zone)$/;

/** Attributes and fields that are there to be read: a single small word is text too. */
const SHOWN = /^(title|label|lead|hint|caption|alt|placeholder|aria-label|aria-description|aria-roledescription|aria-valuetext|question|verb|what|says|said|words|text|empty|problem|note|cure|help|legend|summary|heading|hear|unit|one|many|abbr|means|tip)$/;

/** Calls that take tokens, selectors, addresses, keys of questions. */
const NOT_SAID = /^(useLoad|href|go|getItem|setItem|removeItem|querySelector|querySelectorAll|closest|matches|matchMedia|addEventListener|removeEventListener|setAttribute|getAttribute|hasAttribute|getElementById|getElementsByTagName|createElement|createElementNS|getContext|includes|indexOf|lastIndexOf|startsWith|endsWith|split|join|replace|replaceAll|match|test|exec|has|get|set|delete|localeCompare|toLocaleString|toLocaleDateString|encode|digest|importKey|deriveKey|deriveBits|decrypt|encrypt|sign|verify|generateKey|exportKey|plain|hashOf|permitted|json|form|send|stream|bytes|proved|on|once|off|emit|dispatchEvent|add|remove|toggle|contains|getPropertyValue|setProperty|open|observe|postMessage|transaction|objectStore|createObjectStore|RegExp|URL|URLSearchParams|Event|CustomEvent|KeyboardEvent|Blob|File|Worker|Collator|DateTimeFormat|NumberFormat|PluralRules|DisplayNames|TextDecoder|DOMException|require|lazy|glob|useKept|fillText|strokeText|measureText|toBlob|toDataURL|setData|getData|log|warn|error|getSource|addSource|addLayer|getLayer|setPaintProperty|setLayoutProperty|setFilter|addImage|setGraph|getNodeAttribute|setNodeAttribute|setSetting|parse|padStart|padEnd|concatKey|slot|desk|pick|sortBy|useDesk)$/;

const INLINE_TEXT = /\p{L}/u;
const words = (text) => /\p{L}{2,}/u.test(text);

/* Prose: two words with a blank between, or one word with a capital; never a selector, an address or code. */
function prose(text) {
  const bare = text.trim();
  if (!words(bare)) return false;
  if (/^[#./@[]|^<\/?[a-z]|https?:|[{}]|=>|;$|\w\/\w+\/|^\(.*:.*\)$|\w\(|\w=\w|^[a-z-]+:[^ ]|::|\\|^\d+px/.test(bare)) return false;
  if (/[\p{L}\p{N}%)”’',.;:!?…\uFFFC]\s+[\p{L}\p{N}(“‘–\uFFFC]/u.test(bare)) return words(bare.replaceAll('\uFFFC', ' '));
  return /^\p{Lu}\p{Ll}+(-\p{Ll}+)*[….!?:]?$/u.test(bare);
}

const escaped = (text) => text.replace(/[{}]/g, (brace) => `'${brace}'`);

/** What the source says: its messages, and the rewritten source. */
export function sayings(source, path) {
  if (MACHINE.some((one) => one.test(path))) return { messages: [], code: null, used: new Set() };
  const tsx = path.endsWith('x');
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true, tsx ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const messages = [];
  const used = new Set();
  const tokens = tokensOf(file);
  const importsSay = /import \{[^}]*\bsay\b[^}]*\} from '[^']*language\/say'/.test(source);
  const line = (node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const said = (key, node) => { messages.push({ key, path, line: line(node) }); return JSON.stringify(key); };

  /* ---- which literals speak ---- */
  function speaks(node, text) {
    if (!words(text.replaceAll('\uFFFC', ' ')) || marked(node, text)) return false;
    let at = node;
    let up = node.parent;
    for (;;) {
      if (ts.isParenthesizedExpression(up) || ts.isAsExpression(up) || ts.isNonNullExpression(up) || ts.isSatisfiesExpression(up)) { /* through */ }
      else if (ts.isConditionalExpression(up)) { if (up.condition === at) return false; }
      else if (ts.isBinaryExpression(up)) {
        const sign = up.operatorToken.kind;
        if (sign === ts.SyntaxKind.PlusToken || sign === ts.SyntaxKind.QuestionQuestionToken || sign === ts.SyntaxKind.BarBarToken) { /* through */ }
        else if (sign === ts.SyntaxKind.AmpersandAmpersandToken) { if (up.right !== at) return false; }
        else if (sign === ts.SyntaxKind.EqualsToken) {
          if (up.right !== at) return false;
          return ts.isPropertyAccessExpression(up.left) && NOT_SHOWN.test(up.left.name.text) ? false : free(text);
        } else return false;
      } else break;
      at = up;
      up = up.parent;
    }
    if (ts.isJsxExpression(up)) return ts.isJsxAttribute(up.parent) ? named(up.parent.name.getText(file), text) : true;
    if (ts.isJsxAttribute(up)) return named(up.name.getText(file), text);
    if (ts.isPropertyAssignment(up)) {
      if (up.initializer !== at) return false;
      const name = ts.isIdentifier(up.name) || ts.isStringLiteral(up.name) ? up.name.text : '';
      if (name === 'id' || name === 'time') return !deniedCall(up) && free(text);
      return deniedCall(up) ? false : named(name, text);
    }
    if (ts.isElementAccessExpression(up) || ts.isCaseClause(up) || ts.isLiteralTypeNode(up) || ts.isEnumMember(up)
      || ts.isImportDeclaration(up) || ts.isExportDeclaration(up) || ts.isExternalModuleReference(up) || ts.isPropertyDeclaration(up) && NOT_SHOWN.test(up.name.getText(file))
      || ts.isPropertySignature(up) || ts.isComputedPropertyName(up) || ts.isExpressionStatement(up) || ts.isTaggedTemplateExpression(up) || ts.isTemplateSpan(up) && false) return false;
    if (ts.isTemplateSpan(up)) return (at === node || at !== node) && (SMALL.test(text.trim()) ? inSpeaking(up.parent) : free(text));
    if ((ts.isCallExpression(up) || ts.isNewExpression(up)) && at !== up.expression) {
      const callee = calleeOf(up);
      if (callee === 'Error') return /^\p{Lu}/u.test(text.trim()) && free(text);
      return NOT_SAID.test(callee) ? false : free(text);
    }
    if (ts.isVariableDeclaration(up) || ts.isParameter(up) || ts.isBindingElement(up)) {
      const name = up.name.getText(file);
      return up.initializer === at && !/(CLASS|KEY|PATH|FONT|STYLE|SELECTOR|Class|Key|Path)$/.test(name) && free(text);
    }
    // What a table's cell or a list of facts shows is text, small words too.
    if (ts.isArrowFunction(up) && ts.isPropertyAssignment(up.parent) && up.parent.name.getText(file) === 'cell') return !tokens.has(text);
    if (ts.isArrayLiteralExpression(up) && inFacts(up)) return !tokens.has(text);
    if (ts.isArrayLiteralExpression(up)) return !deniedCall(up) && free(text);
    return (ts.isReturnStatement(up) || ts.isArrowFunction(up) || ts.isYieldExpression(up) || ts.isSpreadElement(up)) && free(text);
  }
  const inFacts = (list) => {
    for (let at = list; at && (ts.isArrayLiteralExpression(at) || ts.isJsxExpression(at) || ts.isJsxAttribute(at)); at = at.parent) {
      if (ts.isJsxAttribute(at)) return at.name.getText(file) === 'of' && at.parent.parent.tagName?.getText(file) === 'Facts';
    }
    return false;
  };
  const SMALL = /^\p{Ll}[\p{Ll}-]*$/u;
  const free = (text) => prose(text) && !tokens.has(text);
  const named = (name, text) => {
    if (SHOWN.test(name)) return !tokens.has(text) && !/^[a-z]+[A-Z_]\w*$/.test(text);
    return NOT_SHOWN.test(name) ? false : free(text);
  };
  // A small word within a speaking template is part of what it says.
  const inSpeaking = (template) => speaks(template, skeleton(template));
  const calleeOf = (call) => (ts.isIdentifier(call.expression) ? call.expression.text : ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '');
  /* An argument that is an object or list of tokens for a call that takes tokens. */
  function deniedCall(node) {
    let at = node;
    for (let up = node.parent; up && !ts.isFunctionLike(up) && !ts.isStatement(up) && !ts.isJsxExpression(up); at = up, up = up.parent) {
      if ((ts.isCallExpression(up) || ts.isNewExpression(up)) && at !== up.expression && NOT_SAID.test(calleeOf(up))) return true;
      // `['A', 'B'].includes(x)`: the list is what is compared with.
      if (ts.isPropertyAccessExpression(up) && /^(includes|indexOf|has|some|every|find)$/.test(up.name.text) && ts.isCallExpression(up.parent)) return true;
    }
    return false;
  }
  function marked(node, text) {
    for (let up = node; up; up = up.parent) {
      const before = source.slice(up.getFullStart(), up.getStart(file));
      if (/\/\*\s*not said\s*\*\//.test(before)) return true;
      if (ts.isFunctionDeclaration(up) && up.name && NOT_SAID_IN.test(up.name.text)) return !/^\p{Lu}.*[.!?]$/su.test(text);
      if (ts.isStatement(up) && !ts.isBlock(up) && up.parent === file) break;
    }
    return false;
  }
  // In an attribute a text has entities, as between tags.
  const skeleton = (node) => ts.isJsxAttribute(node.parent) ? decoded(node.text) : ts.isTemplateExpression(node) ? node.head.text + node.templateSpans.map((span) => `\uFFFC${span.literal.text}`).join('') : node.text;

  /* ---- building messages ---- */
  class Message {
    key = '';
    args = [];
    text(raw) { this.key += escaped(raw); }
    value(code) { const known = this.args.indexOf(code); const at = known >= 0 ? known : this.args.push(code) - 1; return at; }
    hole(code) { this.key += `{${this.value(code)}}`; }
  }
  const plural = (one, many) => `one {${escaped(one)}} other {${escaped(many)}}`;

  /* A value in a message: a count with its noun, a one-or-many choice, or anything else. */
  function into(message, node) {
    const bare = unwrapped(node);
    const counted = countedNouns(bare);
    if (counted) {
      const at = message.value(code(bare.arguments[0]).trim());
      message.key += `{${at}, plural, ${plural(`# ${counted.one}`, `# ${counted.many}`)}}`;
      return;
    }
    const choice = oneOrMany(bare);
    if (choice) {
      const at = message.value(code(choice.of).trim());
      message.key += `{${at}, plural, ${plural(choice.one, choice.many)}}`;
      return;
    }
    if (ts.isStringLiteral(bare) || ts.isNoSubstitutionTemplateLiteral(bare)) { message.text(bare.text); return; }
    message.hole(code(node).trim());
  }
  const unwrapped = (node) => { let at = node; while (ts.isParenthesizedExpression(at)) at = at.expression; return at; };
  function countedNouns(node) {
    if (!ts.isCallExpression(node) || calleeOf(node) !== 'countOf' || node.arguments.length < 2) return null;
    const [, one, many] = node.arguments;
    if (!ts.isStringLiteral(one) || (many && !ts.isStringLiteral(many))) return null;
    return { one: one.text, many: many ? many.text : `${one.text}s` };
  }
  function oneOrMany(node) {
    if (!ts.isConditionalExpression(node) || !ts.isBinaryExpression(node.condition)) return null;
    const { condition, whenTrue, whenFalse } = node;
    if (condition.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken || condition.right.getText(file) !== '1') return null;
    if (!ts.isStringLiteral(whenTrue) || !ts.isStringLiteral(whenFalse) || whenTrue.text === '' && whenFalse.text === '') return null;
    return { of: condition.left, one: whenTrue.text, many: whenFalse.text };
  }

  const call = (name, message, node) => {
    used.add(name);
    return `${name}(${[said(message.key, node), ...message.args].join(', ')})`;
  };
  /* Blanks at either end stay outside the key. */
  function framed(message, build) {
    const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(message.key);
    message.key = inner;
    return build(before, after);
  }

  function template(node) {
    const message = new Message();
    if (ts.isTemplateExpression(node)) {
      message.text(node.head.text);
      for (const span of node.templateSpans) { into(message, span.expression); message.text(span.literal.text); }
    } else message.text(skeleton(node));
    return framed(message, (before, after) => {
      const body = call('$say', message, node);
      return before || after ? `(${[before && JSON.stringify(before), body, after && JSON.stringify(after)].filter(Boolean).join(' + ')})` : body;
    });
  }

  /* ---- text between tags ---- */
  function jsxText(node) {
    const lines = node.text.split(/\r\n|\n|\r/);
    let last = 0;
    lines.forEach((text, at) => { if (/[^ \t]/.test(text)) last = at; });
    let out = '';
    lines.forEach((text, at) => {
      let bare = text.replace(/\t/g, ' ');
      if (at > 0) bare = bare.replace(/^ +/, '');
      if (at < lines.length - 1) bare = bare.replace(/ +$/, '');
      if (bare) out += at === last ? bare : `${bare} `;
    });
    return decoded(out);
  }
  const decoded = (text) => text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name) => {
    if (name[0] === '#') return String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
    return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', mdash: '—', ndash: '–', hellip: '…', times: '×', rarr: '→', larr: '←', middot: '·' }[name] ?? whole;
  });
  const spoken = (children) => children.some((child) => (ts.isJsxText(child) && words(jsxText(child))) || literalChild(child));
  const literalChild = (child) => ts.isJsxExpression(child) && child.expression && (ts.isStringLiteral(child.expression) || ts.isNoSubstitutionTemplateLiteral(child.expression)) && words(child.expression.text);

  function children(list, node) {
    const message = new Message();
    const add = (items) => {
      for (const child of items) {
        if (ts.isJsxText(child)) message.text(jsxText(child));
        else if (ts.isJsxExpression(child)) { if (child.expression) into(message, child.expression); }
        else if (ts.isJsxElement(child) && plainWithin(child)) {
          const open = code(child.openingElement).trim();
          const close = child.closingElement.getText(file);
          const at = message.args.push(`($c) => ${open}{$c}${close}`) - 1;
          message.key += `<${at}>`;
          add(child.children);
          message.key += `</${at}>`;
        } else message.hole(ts.isJsxText(child) ? '' : code(child).trim());
      }
    };
    // A box to tick or a picture at either end stays outside of the message.
    const shown = list.filter((child) => !(ts.isJsxText(child) && jsxText(child) === ''));
    const mute = (child) => child && ts.isJsxSelfClosingElement(child) && /^[a-z]/.test(child.tagName.getText(file));
    let [from, to] = [0, shown.length];
    while (mute(shown[from])) from++;
    while (mute(shown[to - 1])) to--;
    add(shown.slice(from, to));
    const outside = (some) => some.map((child) => code(child).trim()).join('');
    return framed(message, (before, after) => {
      const body = call(message.args.length === 0 ? '$say' : '$parts', message, node);
      return `${outside(shown.slice(0, from))}${before && '{" "}'}{${body}}${after && '{" "}'}${outside(shown.slice(to))}`;
    });
  }
  /* An element whose words belong to the sentence round it. */
  const plainWithin = (element) => !isCode(element) && spoken(element.children);

  /* ---- walking ---- */
  function code(node) {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      if (spoken(node.children) && !isCode(node)) {
        const [open, close] = ts.isJsxElement(node) ? [node.openingElement, node.closingElement] : [node.openingFragment, node.closingFragment];
        return `${code(open)}${children(node.children, node)}${close.getFullText(file)}`;
      }
    } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      if (speaks(node, skeleton(node))) {
        const built = template(node);
        const before = source.slice(node.getFullStart(), node.getStart(file));
        return before + (ts.isJsxAttribute(node.parent) ? `{${built}}` : built);
      }
    } else if (ts.isCallExpression(node) && countedNouns(node)) {
      const message = new Message();
      into(message, node);
      return source.slice(node.getFullStart(), node.getStart(file)) + call('$say', message, node);
    } else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'say' && importsSay && node.arguments[0] && ts.isStringLiteral(node.arguments[0])) {
      said(node.arguments[0].text, node);
    } else if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) {
      return node.getFullText(file);
    }
    let out = '';
    let at = node.getFullStart();
    const inner = [];
    node.forEachChild((child) => { inner.push(child); });
    inner.sort((a, b) => a.getFullStart() - b.getFullStart());
    for (const child of inner) {
      if (child.getFullStart() < at) continue;
      out += source.slice(at, child.getFullStart()) + code(child);
      at = child.end;
    }
    return out + source.slice(at, node.end);
  }
  const isCode = (node) => ts.isJsxElement(node) && /^(code|pre|kbd|style|script)$/.test(node.openingElement.tagName.getText(file));

  const rewritten = code(file);
  return { messages, code: messages.length > 0 && used.size > 0 ? rewritten : null, used };
}

/* Words that the file compares with, switches over or declares: they are tokens wherever they stand in it. */
function tokensOf(file) {
  const out = new Set();
  const walk = (node) => {
    if (ts.isStringLiteral(node)) {
      const up = node.parent;
      const compared = ts.isBinaryExpression(up) && [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(up.operatorToken.kind);
      if (compared || ts.isCaseClause(up) || ts.isLiteralTypeNode(up) || ts.isElementAccessExpression(up)) out.add(node.text);
    }
    node.forEachChild(walk);
  };
  walk(file);
  return out;
}

/** Every text that the sources below a folder say, in the order of their files. */
export function everySaying(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
    .map((one) => join(one.parentPath ?? one.path, one.name))
    .sort()
    .flatMap((path) => sayings(readFileSync(path, 'utf8'), path).messages);
}

/** The plugin for Vite: rewrites sources as they are read; worker and raw sources pass untouched. */
export function sayingPlugin() {
  return {
    name: 'sextant-sayings',
    enforce: 'pre',
    transform(source, id) {
      const [path, query = ''] = id.split('?');
      if (!/\/src\/.*\.tsx?$/.test(path) || path.includes('/node_modules/') || /(^|&)(raw|url|worker|sharedworker)/.test(query)) return null;
      const { code, used } = sayings(source, path);
      if (code === null) return null;
      const root = path.slice(0, path.lastIndexOf('/src/') + 5);
      const lines = [];
      if (used.has('$say')) lines.push(`import { say as $say } from '${root}language/say';`);
      if (used.has('$parts')) lines.push(`import { parts as $parts } from '${root}language/parts';`);
      return { code: `${lines.join(' ')}${code}`, map: null };
    },
  };
}
