#!/usr/bin/env bash
# Builds the browser code into web/dist, doing only what has changed since the last time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi
if [ ! -f dist/index.html ] || [ -n "$(find src public dev/sayings.mjs index.html vite.config.ts package-lock.json -newer dist/index.html -type f -print -quit 2>/dev/null)" ]; then
  npm run build --silent
fi
