/*
 * HTML of an excerpt made harmless and shown with the record marked. Nothing of it is trusted: only known elements come through, only
 * attributes that lay text out, no address but that of a picture held in the page itself; the frame that shows it may run nothing and
 * fetch nothing besides. What was left out stands in the text and hex views. Pure.
 */

const KEPT = new Set([
  'a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd',
  'del', 'details', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'font', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'img',
  'ins', 'kbd', 'li', 'main', 'mark', 'nav', 'ol', 'p', 'pre', 'q', 's', 'samp', 'section', 'small', 'span', 'strike', 'strong', 'sub', 'summary', 'sup',
  'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr',
]);
const ATTRIBUTES = new Set(['colspan', 'rowspan', 'dir', 'lang', 'title', 'alt', 'start', 'datetime', 'open', 'reversed']);
/* Elements whose content is no text to read. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'textarea', 'select', 'title', 'xmp', 'noembed', 'noframes', 'plaintext']);
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/;

/** No page of evidence is longer; the text view shows what is. */
export const MOST_PAGE = 1 << 18;

/* The frame's own law, besides the page's, which it inherits, and the sandbox. */
export const FRAME_LAW = /* not said */ "default-src 'none'; img-src data:; form-action 'none'; base-uri 'none'";

const TAG = /<(\/?)([A-Za-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/y;
const NOTE = /<!--[\s\S]*?(?:-->|$)|<![^>]*(?:>|$)|<\?[^>]*(?:>|$)/y;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

export interface Shown {
  /** A whole page for the frame. */
  page: string;
  /** How many tags and attributes were left out. */
  leftOut: number;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => ESCAPES[c]!);

interface Mark {
  from: number;
  to: number;
}

class Washing {
  readonly out: string[] = [];
  leftOut = 0;
  private marked = false;

  constructor(private readonly text: string, private readonly mark: Mark) {}

  run(): void {
    let at = this.start();
    while (at < this.text.length) at = this.text[at] === '<' ? this.tag(at) : this.words(at);
  }

  /* An excerpt may begin inside a tag: what is left of it is no text. */
  private start(): number {
    const close = this.text.indexOf('>');
    const open = this.text.indexOf('<');
    return close >= 0 && (open < 0 || close < open) && close < this.mark.from && /[="'/]/.test(this.text.slice(0, close)) ? close + 1 : 0;
  }

  private words(at: number): number {
    const next = this.text.indexOf('<', at);
    const end = next < 0 ? this.text.length : next;
    this.say(at, end);
    return end;
  }

  /** Text between tags; what of it is the record's is marked, in pieces that break no element. */
  private say(at: number, end: number): void {
    const from = Math.min(end, Math.max(at, this.mark.from));
    const to = Math.max(from, Math.min(end, this.mark.to));
    this.out.push(written(this.text.slice(at, from)));
    const own = this.text.slice(from, to);
    if (own.trim() === '') this.out.push(written(own));
    else this.point(written(own));
    this.out.push(written(this.text.slice(to, end)));
  }

  private point(html: string): void {
    this.out.push(this.marked ? '<mark>' : '<mark id="record">', html, '</mark>');
    this.marked = true;
  }

  private tag(at: number): number {
    NOTE.lastIndex = at;
    const note = NOTE.exec(this.text);
    if (note) return this.left(at, at + note[0].length);
    TAG.lastIndex = at;
    const found = TAG.exec(this.text);
    if (!found) {
      // No tag: a loose sign, or a tag that the excerpt cuts off.
      this.out.push('&lt;');
      return at + 1;
    }
    const end = at + found[0].length;
    const name = found[2]!.toLowerCase();
    if (!found[1] && SILENT.has(name)) return this.left(at, this.silence(name, end));
    if (!KEPT.has(name)) return this.left(at, end);
    this.out.push(found[1] ? `</${name}>` : `<${name}${this.attributes(name, found[3]!)}>`);
    return this.inside(at, end);
  }

  private silence(name: string, at: number): number {
    const close = new RegExp(`</${name}[^>]*>`, 'gi');
    close.lastIndex = at;
    const found = close.exec(this.text);
    return found ? found.index + found[0].length : this.text.length;
  }

  private left(at: number, end: number): number {
    this.leftOut++;
    return this.inside(at, end);
  }

  /* The record may be nothing but a tag, or lie within one: then what is written there is shown and marked. */
  private inside(at: number, end: number): number {
    if (!this.marked && this.mark.from >= at && this.mark.to <= end && this.mark.to > this.mark.from) this.point(escaped(this.text.slice(at, Math.min(end, at + 400))));
    return end;
  }

  private attributes(name: string, said: string): string {
    let out = '';
    for (const [, word, quoted] of said.matchAll(ATTRIBUTE)) {
      const attribute = word!.toLowerCase();
      const value = (quoted ?? '').replace(/^(["'])([\s\S]*)\1$/, '$2');
      if (ATTRIBUTES.has(attribute)) out += ` ${attribute}="${value.replace(/"/g, '&quot;')}"`;
      else if (name === 'img' && attribute === 'src' && PICTURE.test(value)) out += ` src="${value}"`;
      else if (name === 'a' && attribute === 'href') { out += ` title="${value.replace(/"/g, '&quot;')}"`; this.leftOut++; }
      else this.leftOut++;
    }
    return out;
  }
}

/** Text as it stands between tags: its own entities hold, masked bytes are drawn together. */
function written(text: string): string {
  return text.replace(/\*{9,}/g, '********').replace(/>/g, '&gt;');
}

/** The page for the frame; from and to are the record's own characters within the text. */
export function shownOf(text: string, from: number, to: number, language = ''): Shown {
  const washing = new Washing(text, { from, to });
  washing.run();
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${FRAME_LAW}"><meta name="referrer" content="no-referrer"><title>-</title>`;
  return { page: `<!doctype html><html${language ? ` lang="${escaped(language)}"` : ''}><head>${head}</head><body>${washing.out.join('')}</body></html>`, leftOut: washing.leftOut };
}

/** True if a part or what is marked of it is a page. */
export function looksLikeHtml(part: string, marked: string): boolean {
  return /\.x?html?$/i.test(part) || /^\s*<(?:!doctype html|html|head|body|div|p|table|tr|td|li|ul|span|article|section|a|img|h[1-6]|br|font)[\s>/]/i.test(marked);
}
