/*
 * Writes beside each file of a build that is worth it the same bytes as gzip (RFC 1952), so that the server sends them as they lie and
 * compresses nothing while somebody waits. Brotli (RFC 7932) would save a twentieth more.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Below this many bytes the heads of an answer outweigh what is saved. */
const LEAST = 1024;

const WORTH = /\.(js|mjs|css|svg|json)$/;

/** A plugin of the build. */
export function compressed() {
  let folder = 'dist';
  return {
    name: 'sextant-compressed',
    apply: 'build',
    configResolved(config) { folder = join(config.root, config.build.outDir, config.build.assetsDir); },
    closeBundle() {
      for (const name of readdirSync(folder).filter((one) => WORTH.test(one))) {
        const bytes = readFileSync(join(folder, name));
        if (bytes.length < LEAST) continue;
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
