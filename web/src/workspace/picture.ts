/* A chart as a picture that stands alone: what it shows, under which authority, how it must be handled. Pure but for the last. */
import type { Theme } from '../parts/palette';
import type { Shape, Stroke } from './marks';
import type { Key } from './scene';
import type { Dot, Line } from './stage';

export interface Caption {
  title: string;
  /** Looks and their words. */
  legend: Key[];
  /** One a line below the picture. */
  foot: string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    // Characters that no XML 1.0 document may hold.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

const at = (n: number): string => n.toFixed(1);
const WIDE = 7; // Pixels a character at most, for wrapping.

/** Words cut into lines that fit. */
export function wrapped(text: string, width: number): string[] {
  const most = Math.max(20, Math.floor(width / WIDE));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * Whose names are written: the strong and the large first, and nobody's over another's. A picture on paper cannot be come nearer
 * to; whom it does not name, its words count.
 */
export function namedDots(dots: readonly Dot[], width: number, height: number): Set<string> {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const named = new Set<string>();
  for (const dot of [...dots].sort((a, b) => Number(b.strong) - Number(a.strong) || b.size - a.size)) {
    if (!dot.label || dot.x < 0 || dot.x > width || dot.y < 0 || dot.y > height) continue;
    const box = { left: dot.x + dot.size, right: dot.x + dot.size + 8 + WIDE * dot.label.length, top: dot.y - 8, bottom: dot.y + 8 };
    if (taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) continue;
    taken.push(box);
    named.add(dot.key);
  }
  return named;
}

/** Outline of a dot; without colour. */
function outline(shape: Shape | undefined, x: number, y: number, r: number): string {
  if (shape === 'square') return /* not said */ `rect x="${at(x - 0.71 * r)}" y="${at(y - 0.71 * r)}" width="${at(1.42 * r)}" height="${at(1.42 * r)}"`;
  if (shape === 'diamond') return /* not said */ `path d="M${at(x)} ${at(y - r)}L${at(x + r)} ${at(y)}L${at(x)} ${at(y + r)}L${at(x - r)} ${at(y)}Z"`;
  return /* not said */ `circle cx="${at(x)}" cy="${at(y)}" r="${at(r)}"`;
}

const gaps = (stroke: Stroke | undefined): string => (stroke === 'dashed' ? /* not said */ ' stroke-dasharray="8 5"' : stroke === 'dotted' ? /* not said */ ' stroke-dasharray="2.5 3.5"' : '');

/** The picture as SVG; dots and lines are in pixels of the box, and what lies outside is cut off. */
export function svgOf(dots: readonly Dot[], lines: readonly Line[], width: number, height: number, theme: Theme, caption: Caption): string {
  const foot = caption.foot.flatMap((line) => wrapped(line, width - 24));
  const head = 34;
  const legendRows = Math.ceil(caption.legend.length / 3);
  const whole = head + height + 14 + legendRows * 20 + foot.length * 17 + 10;
  const of = new Map(dots.map((dot) => [dot.key, dot]));
  const named = namedDots(dots, width, height);
  const text = (x: number, y: number, words: string, more = ''): string => `<text x="${at(x)}" y="${at(y)}" ${more}>${escaped(words)}</text>`;
  const out = [
    `<svg xmlns="${SVG}" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="12" fill="${theme.ink}">`,
    `<title>${escaped(caption.title)}</title><desc>${escaped(caption.foot.join(' '))}</desc>`,
    `<rect width="${width}" height="${whole}" fill="${theme.ground}"/>`,
    text(12, 22, caption.title, 'font-size="15" font-weight="600"'),
    `<svg x="0" y="${head}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
  ];
  for (const line of lines) {
    const [a, b] = [of.get(line.a), of.get(line.b)];
    if (a && b) out.push(`<line x1="${at(a.x)}" y1="${at(a.y)}" x2="${at(b.x)}" y2="${at(b.y)}" stroke="${line.colour}" stroke-width="${at(Math.max(0.5, line.size))}"${gaps(line.stroke)}/>`);
  }
  for (const dot of dots) {
    out.push(/* not said */ `<${outline(dot.shape, dot.x, dot.y, dot.size)} fill="${dot.colour}"${dot.ringed ? ` stroke="${theme.ink}" stroke-width="2"` : ''}/>`);
    if (named.has(dot.key)) {
      out.push(text(dot.x + dot.size + 4, dot.y + 4, dot.label, `paint-order="stroke" stroke="${theme.ground}" stroke-width="4" stroke-linejoin="round"`));
    }
  }
  out.push('</svg>');
  caption.legend.forEach((one, nth) => {
    const x = 12 + ((nth % 3) * (width - 24)) / 3;
    const y = head + height + 20 + Math.floor(nth / 3) * 20;
    out.push(one.stroke ? /* not said */ `<line x1="${at(x)}" y1="${at(y - 4)}" x2="${at(x + 20)}" y2="${at(y - 4)}" stroke="${one.colour}" stroke-width="2.5"${gaps(one.stroke)}/>` : /* not said */ `<${outline(one.shape, x + 6, y - 4, 5.5)} fill="${one.colour}"/>`, text(x + 26, y, one.words));
  });
  foot.forEach((line, nth) => out.push(text(12, head + height + 22 + legendRows * 20 + nth * 17, line)));
  out.push('</svg>');
  return out.join('\n');
}

const SVG = 'http' + '://www.w3.org/2000/svg'; // A name, not an address; nothing is asked there.

/** The same picture as PNG, at twice the size, so that print stays readable. */
export async function pngOf(svg: string, width: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = 2;
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = (image.naturalHeight / image.naturalWidth) * width * scale;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser cannot draw pictures');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser could not make a PNG'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
