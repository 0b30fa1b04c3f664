#!/usr/bin/env bash
# The whole path in a real Chromium against a real server: from an application to a released bundle, then the pages of every part.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
pictures=${SEXTANT_PICTURES:-$PWD/web/test-results} # each page of the walk, and index.html to look through them
home="$work/home"
port=${SEXTANT_E2E_PORT:-18080}
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

./sextant demo --home "$home" --port "$port" >"$work/server.log" 2>&1 &
server=$!
for _ in $(seq 1 1200); do
  grep -q '^serving' "$work/server.log" && break
  kill -0 "$server" 2>/dev/null || { cat "$work/server.log"; exit 1; }
  sleep 0.5
done
grep -q '^serving' "$work/server.log" || { cat "$work/server.log"; exit 1; }
password=$(sed -n 's/^password *//p' "$work/server.log" | head -n 1)
for login in ana ben olga otto fay lena ina ada; do printf '%s %s\n' "$login" "$password"; done >"$work/passwords"
cd web
node e2e/path.spec.mjs --base "http://127.0.0.1:$port" --password-file "$work/passwords" --overseer-key "$home/witness/overseer.key" --out "$pictures"
