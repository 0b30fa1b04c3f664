import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import { compressed } from './dev/compressed.mjs';
import { sayingPlugin } from './dev/sayings.mjs';

/* Relative base: the same build works behind any path prefix. The module preload polyfill is left
 * out because every browser that runs this workspace loads modules by itself. During development the
 * server's paths go through the proxy (SEXTANT_BASE names the server), so that cookies stay same-site. */
export default defineConfig(({ mode }) => {
  const server = loadEnv(mode, '.', 'SEXTANT_').SEXTANT_BASE ?? 'http://127.0.0.1:8080';
  return {
    base: './',
    plugins: [sayingPlugin(), compressed()],
    build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
    server: { port: 5173, proxy: { '/api': server, '/login': server, '/logout': server } },
    test: { include: ['src/**/*.spec.ts'], environment: 'node' as const, testTimeout: 60_000 },
  };
});
