import { describe, expect, it } from 'vitest';
import { exifOf, pictureType } from './picture';

const bytesOf = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

/* A JPEG head with an EXIF block of two entries in the first folder and one of the place. */
function jpeg(): Uint8Array {
  const out = new Uint8Array(200);
  out.set([0xff, 0xd8, 0xff, 0xe1, 0, 180]);
  out.set(bytesOf('Exif\0\0'), 6);
  const view = new DataView(out.buffer, 12);
  out.set(bytesOf('MM'), 12);
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 3);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => { view.setUint16(at, tag); view.setUint16(at + 2, type); view.setUint32(at + 4, count); view.setUint32(at + 8, value); };
  entry(10, 0x010f, 2, 6, 100);
  entry(22, 0x0112, 3, 1, 6 << 16);
  entry(34, 0x8825, 4, 1, 60);
  view.setUint16(60, 1);
  entry(62, 2, 5, 3, 120);
  out.set(bytesOf('Kodak\0'), 112);
  [[54, 1], [19, 1], [2399, 100]].forEach(([over, under], i) => { view.setUint32(120 + i * 8, over!); view.setUint32(124 + i * 8, under!); });
  return out;
}

describe('a picture', () => {
  it('is known by its first bytes, never by its name', () => {
    expect(pictureType(bytesOf('\x89PNG\r\n\x1a\n'))).toBe('image/png');
    expect(pictureType(jpeg())).toBe('image/jpeg');
    expect(pictureType(bytesOf('RIFF....WEBPVP8 '))).toBe('image/webp');
    expect(pictureType(bytesOf('....ftypavif'))).toBe('image/avif');
    expect(pictureType(bytesOf('<svg xmlns="http://www.w3.org/2000/svg">'))).toBeNull();
    expect(pictureType(new Uint8Array(0))).toBeNull();
  });
  it('tells what the camera wrote', () => {
    expect(exifOf(jpeg())).toEqual([['Make', 'Kodak'], ['Orientation', '6'], ['GPSLatitude', '54 19 23.99']]);
    expect(exifOf(jpeg().slice(0, 60))).toEqual([['Orientation', '6']]);
    expect(exifOf(bytesOf('\x89PNG'))).toEqual([]);
  });
});
