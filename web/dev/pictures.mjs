/*
 * Pictures and zip files made of nothing, for looking at the workspace: a seeded drawing at any size as PNG, and a zip
 * that stores its entries as they are.
 */
import { crc32, deflateSync } from 'node:zlib';
import { seeded } from './made-up.mjs';

/** Coloured discs on a ground, the same drawing at every size. */
export function drawn(seed, width, height) {
  const next = seeded(seed);
  const colour = () => [0, 1, 2].map(() => Math.floor(next() * 256));
  const ground = colour();
  const discs = Array.from({ length: 12 }, () => ({ x: next(), y: next(), r: 0.06 + next() / 5, colour: colour() }));
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let at = ground;
      for (const disc of discs) if (Math.hypot((x + 0.5) / width - disc.x, (y + 0.5) / height - disc.y) < disc.r) at = disc.colour;
      rows.set(at, y * (1 + 3 * width) + 1 + 3 * x);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(kind, bytes) {
  const named = Buffer.concat([Buffer.from(kind, 'ascii'), bytes]);
  const out = Buffer.alloc(8);
  out.writeUInt32BE(bytes.length, 0);
  out.writeUInt32BE(crc32(named) >>> 0, 4);
  return Buffer.concat([out.subarray(0, 4), named, out.subarray(4)]);
}

/** A zip of entries, by name. */
export function zipOf(entries) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content);
    const path = Buffer.from(name, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x800, 2);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(crc32(bytes) >>> 0, 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, path, bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), shared, rest, path]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}
