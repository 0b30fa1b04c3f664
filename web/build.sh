#!/usr/bin/env bash
# Builds the browser code into web/dist, doing only what has changed since the last time. Types are checked by `npm test`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# One at a time: ./sextant begins it beside Maven, which asks for it again and waits here. (Opened for writing too: over NFS a lock asks for that.)
if command -v flock >/dev/null; then exec 9<>package.json; flock 9; fi
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi
if [ ! -f dist/index.html ] || [ -n "$(find src public dev/sayings.mjs dev/compressed.mjs index.html vite.config.ts package-lock.json -newer dist/index.html -type f -print -quit 2>/dev/null)" ]; then
  node_modules/.bin/vite build
fi
