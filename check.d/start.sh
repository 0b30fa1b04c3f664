#!/usr/bin/env bash
# A first start, as a newcomer has it: the sources in an empty folder, one command, and what it built is whole.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "SX-CHECK-START: $1 | at: check.d/start.sh | value: $2 | cure: run ./sextant in a fresh clone" >&2; tail -n 40 "$work"/casework/target/build.log* >&2 2>/dev/null || true; exit 1; }

if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done | tar --null -T - -cf - | tar -xf - -C "$work"
else
  tar --exclude=target --exclude=node_modules --exclude=dist --exclude=sextant-home -cf - . | tar -xf - -C "$work"
fi
begun=$SECONDS
version=$("$work/sextant" --version) || fail "it does not build" "$?"
case "$version" in sextant*) ;; *) fail "it does not say its version" "$version" ;; esac
. ./jdk.sh
held=$("$JAVA_HOME/bin/jar" tf "$work/casework/target/app/sextant-casework.jar")
for file in static/index.html packs/ policies/ playbooks/ META-INF/LICENSE dev/sextant/app/Main.class; do
  grep -q "^$file" <<<"$held" || fail "the program lacks a part" "$file"
done
[ -f "$work/ledger/target/sextant-verify.jar" ] || fail "the verifier is not built" sextant-verify.jar
[ -f "$work/casework/target/.unchecked" ] || fail "what was compiled unchecked is not marked" casework/target/.unchecked
if grep -q 'Test.*\.class$' <<<"$held"; then fail "tests are in the program" "$(grep -m 1 'Test.*\.class$' <<<"$held")"; fi
built=$(stat -c %Y "$work/casework/target/app/sextant-casework.jar")
"$work/sextant" --version >/dev/null
[ "$(stat -c %Y "$work/casework/target/app/sextant-casework.jar")" = "$built" ] || fail "a second start builds again" "$built"
echo "start: built from nothing in $((SECONDS - begun)) s, the second start builds nothing"
