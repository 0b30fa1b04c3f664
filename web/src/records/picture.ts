/* Pictures of the evidence: what the bytes are by their first marks, and what a camera wrote beside them (EXIF 2.32, JEITA CP-3451). Pure. */

/** Types that a browser decodes as pixels and nothing else; SVG is a document and never shown. */
export function pictureType(bytes: Uint8Array): string | null {
  const at = (from: number, text: string) => [...text].every((c, i) => bytes[from + i] === c.charCodeAt(0));
  if (bytes[0] === 0x89 && at(1, 'PNG\r\n')) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'image/gif';
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'image/webp';
  if (at(4, 'ftypavif') || at(4, 'ftypavis')) return 'image/avif';
  return null;
}

/** What a camera or program wrote: tag name to its value, as written. */
export type Exif = [name: string, value: string][];

const TAGS: Record<number, string> = {
  0x010e: 'ImageDescription', 0x010f: /* not said */ 'Make', 0x0110: /* not said */ 'Model', 0x0112: /* not said */ 'Orientation', 0x0131: /* not said */ 'Software', 0x0132: 'DateTime', 0x013b: /* not said */ 'Artist', 0x8298: /* not said */ 'Copyright',
  0x9003: 'DateTimeOriginal', 0x9004: 'DateTimeDigitized', 0x9010: 'OffsetTime', 0x9011: 'OffsetTimeOriginal', 0xa002: 'PixelXDimension', 0xa003: 'PixelYDimension',
  0xa431: 'BodySerialNumber', 0xa434: 'LensModel',
};
const GPS_TAGS: Record<number, string> = { 1: 'GPSLatitudeRef', 2: 'GPSLatitude', 3: 'GPSLongitudeRef', 4: 'GPSLongitude', 5: 'GPSAltitudeRef', 6: 'GPSAltitude', 7: 'GPSTimeStamp', 29: 'GPSDateStamp' };
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8];

/** The EXIF block of a JPEG, PNG or WebP, or null if there is none. */
function block(bytes: Uint8Array): DataView | null {
  for (let at = 0; at + 14 < bytes.length; at++) {
    const little = bytes[at] === 0x49 && bytes[at + 1] === 0x49 && bytes[at + 2] === 0x2a && bytes[at + 3] === 0;
    const big = bytes[at] === 0x4d && bytes[at + 1] === 0x4d && bytes[at + 2] === 0 && bytes[at + 3] === 0x2a;
    if ((little || big) && announced(bytes, at)) return new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at);
  }
  return null;
}

/* The marks that stand before the block: "Exif\0\0" in JPEG, the chunk names in PNG and WebP. */
function announced(bytes: Uint8Array, at: number): boolean {
  const said = (back: number, text: string) => at >= back && [...text].every((c, i) => bytes[at - back + i] === c.charCodeAt(0));
  return said(6, 'Exif\0\0') || said(4, 'eXIf') || said(8, 'EXIF');
}

/** What is written in a picture's EXIF; empty if there is none. Broken entries are left out. */
export function exifOf(bytes: Uint8Array): Exif {
  const view = block(bytes);
  if (!view) return [];
  const little = view.getUint8(0) === 0x49;
  const out: Exif = [];
  const seen = new Set<number>();
  const folder = (at: number, tags: Record<number, string>) => {
    if (seen.has(at) || at + 2 > view.byteLength) return;
    seen.add(at);
    const count = Math.min(view.getUint16(at, little), 500);
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + i * 12;
      if (entry + 12 > view.byteLength) return;
      const tag = view.getUint16(entry, little);
      if (tags === TAGS && tag === 0x8769) folder(view.getUint32(entry + 8, little), TAGS);
      else if (tags === TAGS && tag === 0x8825) folder(view.getUint32(entry + 8, little), GPS_TAGS);
      else if (tags[tag]) {
        const value = valueOf(view, entry, little);
        if (value) out.push([tags[tag], value]);
      }
    }
  };
  folder(view.getUint32(4, little), TAGS);
  return out;
}

function valueOf(view: DataView, entry: number, little: boolean): string | null {
  const type = view.getUint16(entry + 2, little);
  const count = view.getUint32(entry + 4, little);
  const size = SIZES[type] ?? 0;
  const from = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
  if (size === 0 || count === 0 || count > 4000 || from + size * count > view.byteLength) return null;
  if (type === 2) return new TextDecoder('utf-8').decode(new Uint8Array(view.buffer, view.byteOffset + from, count)).replace(/\0[\s\S]*$/, '').trim() || null;
  return Array.from({ length: Math.min(count, 8) }, (_, i) => numberAt(view, from + i * size, type, little)).join(' ');
}

function numberAt(view: DataView, at: number, type: number, little: boolean): string {
  if (type === 3) return String(view.getUint16(at, little));
  if (type === 4) return String(view.getUint32(at, little));
  if (type === 8) return String(view.getInt16(at, little));
  if (type === 9) return String(view.getInt32(at, little));
  if (type === 5) return ratio(view.getUint32(at, little), view.getUint32(at + 4, little));
  if (type === 10) return ratio(view.getInt32(at, little), view.getInt32(at + 4, little));
  return String(view.getUint8(at));
}

function ratio(over: number, under: number): string {
  if (under === 0) return `${over}/0`;
  const value = over / under;
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(6)));
}
