#!/usr/bin/env bash
# The commands that the README promises, run as a newcomer runs them, against a home of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

ok() { passed=$((passed + 1)); echo "ok    $1"; }
bad() { failed=$((failed + 1)); echo "FAIL  $1"; [ -z "${2:-}" ] || sed 's/^/      /' "$2" | tail -20; }

expect() { # expect NAME EXIT COMMAND...: runs it, compares the exit code; output in $work/out and $work/err
  local name=$1 want=$2 got=0
  shift 2
  "$@" >"$work/out" 2>"$work/err" || got=$?
  if [ "$got" = "$want" ]; then ok "$name"; else bad "$name: exit $got, not $want" "$work/err"; return 0; fi
}
says() { if grep -qE "$2" "$work/$1"; then ok "  says $2"; else bad "  $1 does not say $2" "$work/$1"; fi; }

export SEXTANT_JAVA_OPTS="${SEXTANT_JAVA_OPTS:-}"
home="$work/home"

expect "demo --once" 0 ./sextant demo --once --home "$home"
last=$(tail -n 1 "$work/out")
bundle=${last#released: }
if [ "$last" != "$bundle" ] && [ -f "$bundle" ]; then ok "  last line names the bundle"; else bad "  last line: $last" "$work/err"; fi
expect "demo --once on the same home again" 0 ./sextant demo --once --home "$home"

expect "verify the released bundle" 0 ./sextant verify "$bundle"
says out '^VALID'
expect "verify with the small jar" 0 bash -c '. ./jdk.sh; exec "$JAVA_HOME/bin/java" -jar ledger/target/sextant-verify.jar bundle "$1"' _ "$bundle"
expect "verify with the agency's keys, had from the home" 0 ./sextant verify "$bundle" --key "$(cat "$home/keys/disclosure.vkey")" --log-key "$(cat "$home/keys/ledger.vkey")" --json
says out '"valid":true'
expect "verify with another disclosure key" 1 ./sextant verify "$bundle" --key "$(cat "$home/keys/ledger.vkey")"
expect "verify with another log key" 1 ./sextant verify "$bundle" --log-key "$(cat "$home/keys/disclosure.vkey")"
expect "verify with a key that is none" 2 ./sextant verify "$bundle" --key nonsense
size=$(stat -c %s "$bundle")
for place in 0 30 $((size / 3)) $((size / 2)) $((size - 60)) $((size - 1)); do
  cp "$bundle" "$work/flipped.zip"
  byte=$(od -An -tu1 -j "$place" -N 1 "$bundle" | tr -d ' ')
  printf "$(printf '\\x%02x' $((byte ^ 1)))" | dd of="$work/flipped.zip" bs=1 seek="$place" conv=notrunc status=none
  expect "verify with byte $place flipped" 1 ./sextant verify "$work/flipped.zip"
done

expect "ledger check" 0 ./sextant ledger check --home "$home"
says out '^ok$'
says out '^root +[0-9a-f]{64}$'
# The widest bundle of entries is the one that the present checkpoint covers; narrower ones are superseded.
tile=$(find "$home/ledger" -path '*entries*' -type f -printf '%s %p\n' | sort -n | tail -n 1 | cut -d' ' -f2-)
cp -r "$home/ledger" "$work/ledger-kept"
printf 'x' | dd of="$tile" bs=1 seek=40 conv=notrunc status=none
expect "ledger check after one altered byte" 1 ./sextant ledger check --home "$home"
rm -rf "$home/ledger"; mv "$work/ledger-kept" "$home/ledger"
mv "$home/keys/ledger.vkey" "$work/ledger.vkey"
expect "ledger check without the log's key" 1 ./sextant ledger check --home "$home"
mv "$work/ledger.vkey" "$home/keys/ledger.vkey"
expect "a home whose key is gone is not opened" 3 bash -c 'mv "$1/keys/agency.key" "$1/keys/away"; rc=0; ./sextant demo --once --home "$1" || rc=$?; mv "$1/keys/away" "$1/keys/agency.key"; exit $rc' _ "$home"

expect "case footprint says what its lines are" 0 ./sextant case footprint --help
says out 'anchor, candidate, lead'
expect "case footprint asks for an authority" 2 ./sextant case footprint fxn_lamplight --home "$home"

exports=0
while IFS= read -r export; do
  exports=$((exports + 1))
  expect "read $(basename "$export") --summary" 0 ./sextant read "$export" --summary
  says out '"balanced":true'
  says out '"faults":0'
  expect "read $(basename "$export") --format jsonl" 0 ./sextant read "$export" --format jsonl
  says out '"kind":'
done < <(find "$home/demo" -type f ! -name truth.json | sort)
if [ "$exports" -ge 5 ]; then ok "read all $exports exports of the demo case"; else bad "only $exports exports of the demo case were found"; fi

printf 'A,B\nana,ben\nben,carl\ncarl,ana\ncarl,dora\n' >"$work/net.csv"
expect "graph measure" 0 ./sextant graph measure "$work/net.csv" --measures degree,betweenness,pagerank,kcore,community --format tsv
says out '^node	degree	betweenness	pagerank	kcore	community	degree\.rank	degree\.low	degree\.high	'
expect "graph measure without intervals" 0 ./sextant graph measure "$work/net.csv" --measures degree,betweenness,pagerank,kcore,community --uncertainty none --format tsv
says out '^node	degree	betweenness	pagerank	kcore	community$'

printf 'source,target\nana,ben\nben,carl\ncarl,ana\ncarl,dora\n' >"$work/ties.csv"
expect "graph paths" 0 ./sextant graph paths "$work/ties.csv" --from ana --to dora
says out '^1	2	2\.0	ana, carl, dora$'
expect "graph whatif" 0 ./sextant graph whatif "$work/ties.csv" --without carl
says out '^pieces	1	2$'
says out '^dora	cut off$'
printf 'source,target\nana,ben\nben,carl\ncarl,eva\n' >"$work/later.csv"
expect "graph compare" 0 ./sextant graph compare "$work/ties.csv" "$work/later.csv"
says out '^kept	2$'
expect "graph qap" 0 ./sextant graph qap "$work/ties.csv" "$work/later.csv" --permutations 99
says out '^\(pairs\)	10'
printf 'id,gang\nana,red\nben,red\ncarl,blue\ndora,blue\n' >"$work/people.csv"
expect "graph mixing" 0 ./sextant graph mixing "$work/ties.csv" --by gang --nodes "$work/people.csv" --permutations 99
says out '^blue	1	2$'
expect "graph brokerage" 0 ./sextant graph brokerage "$work/ties.csv" --by gang --nodes "$work/people.csv"
expect "graph blockmodel" 0 ./sextant graph blockmodel "$work/ties.csv" --positions 2
printf 'person,e1,e2,e3\nana,1,1,0\nben,1,1,0\ncarl,0,0,1\n' >"$work/events.csv"
expect "graph twomode" 0 ./sextant graph twomode "$work/events.csv" --everything
says out '^ana	ben	2	'
printf 'source,target,timestamp\na,b,1700000000\nb,a,1700000060\na,b,1700000120\n' >"$work/calls.csv"
expect "graph motifs" 0 ./sextant graph motifs "$work/calls.csv" --within 300 --draws 0
says out '^0>1 1>0 0>1	1$'
expect "graph bursts" 0 ./sextant graph bursts "$work/calls.csv"
expect "graph layout" 0 ./sextant graph layout "$work/ties.csv" --method multilevel
says out '^node	x	y$'
expect "graph layout as a picture" 0 ./sextant graph layout "$work/ties.csv" --format svg
says out '^<svg '
awk 'BEGIN { print "id,given,surname,born"; for (i = 1; i <= 120; i++) { g = sprintf("%c%c%cel", 97 + i % 26, 97 + i * 7 % 26, 97 + i * 3 % 23)
  f = sprintf("%cor%c%cman", 97 + i * 11 % 26, 97 + i % 19, 97 + i * 5 % 26); d = sprintf("19%02d-%02d-%02d", 40 + i * 13 % 50, 1 + i % 12, 1 + i * 3 % 28)
  print i "," g "," f "," d; if (i % 3 == 0) print i "x," g "," f "n," d } }' >"$work/people.csv"
printf 'fields:\n  - {column: given, compare: text}\n  - {column: surname, compare: text}\n  - {column: born, compare: date}\nblocking:\n  - [born]\n  - [given]\n' >"$work/people.yaml"
expect "identity link" 0 ./sextant identity link --left "$work/people.csv" --profile "$work/people.yaml" --out "$work/pairs.tsv" --clusters "$work/groups.tsv"
says out '^rule 1 .*born: .* pairs, largest block .*, meets .* of likely pairs'
says out '^groups .*40 of two'
if grep -qE '^3	3x	[0-9]+\.[0-9]{6}	[01]\.[0-9]{6}$' "$work/pairs.tsv" && [ "$(wc -l <"$work/groups.tsv")" = 160 ]; then ok "  pairs and groups are written"; else bad "  pairs and groups are not as promised" "$work/pairs.tsv"; fi
awk 'BEGIN { for (i = 3; i <= 120; i += 3) { print i "\t" i "x\t1"; print i "\t" i - 1 "\t0" } }' >"$work/labels.tsv"
expect "identity link with labels, pairs in a file" 0 ./sextant identity link --left "$work/people.csv" --profile "$work/people.yaml" --labels "$work/labels.tsv" --spill "$work" --out "$work/labelled.tsv"
says out '^labels .* labels same, .* different'
says out 'prior among written pairs'
if [ -w /dev/full ]; then
  expect "identity link onto a full disk" 3 ./sextant identity link --left "$work/people.csv" --profile "$work/people.yaml" --spill "$work" --out /dev/full
  says err '^SX-LINK-WRITE: the file cannot be written . at: /dev/full'
fi
printf 'fields: [{column: name, compare: words}]\ncolour: red\n' >"$work/wrong.yaml"
expect "identity link with an unknown key" 3 ./sextant identity link --left "$work/people.csv" --profile "$work/wrong.yaml" --out "$work/none.tsv"
says err '^SX-LINK-PROFILE: an unknown key . at: wrong.yaml, line 1 .* colour'
printf 'It is likely that they met. He is the kingpin.\n' >"$work/claim.txt"
expect "findings lint of words that no finding uses" 1 ./sextant findings lint "$work/claim.txt" --scale PHIA
says out 'SX-FIND-WORD-ROLE: blocks . at: text 38-45 . value: kingpin . cure: '
printf 'It is likely that they met.\n' >"$work/claim.txt"
expect "findings lint of a sound text" 0 ./sextant findings lint "$work/claim.txt" --scale PHIA
printf 'Es muy probable que los dos se vieran en el puerto.\n' >"$work/claim.txt"
expect "findings lint of another scale's word in Spanish, as JSON" 1 ./sextant findings lint "$work/claim.txt" --scale phia --format json
says out '"code":"SX-FIND-WORD-MIXED"'
(. ./jdk.sh; cd "$work" && "$JAVA_HOME/bin/jar" xf "$bundle" findings.json)
expect "findings lint of a bundle's findings" 0 ./sextant findings lint "$work/findings.json"
# Identity on plain tables, without a case.
printf 'b\ta\t5\t0.969697\nc\td\t-2\t0.2\n' >"$work/pairs.tsv"
printf 'id_a,id_b\na,b\nc,d\n' >"$work/matches.csv"
expect "identity evaluate" 0 ./sextant identity evaluate "$work/pairs.tsv" --truth "$work/matches.csv" --tippett "$work/tippett.svg"
says out '^  precision +1\.0000$'
says out '^  Cllr '
expect "identity evaluate as JSON" 0 ./sextant identity evaluate "$work/pairs.tsv" --truth "$work/matches.csv" --format json
says out '"neverScored":0'
printf 'object_id,account_id,content_id,timestamp_share\no,a,1,0\no,b,2,30\np,a,3,1000\np,b,4,1060\n' >"$work/shares.csv"
expect "identity together" 0 ./sextant identity together "$work/shares.csv" --window 60s --acts 2 --out "$work/together.tsv"
says out '^pairs 1, of which leads'
printf 'account,kind,value\nv1,device,d\nv2,device,d\n' >"$work/keys.csv"
expect "identity alike" 0 ./sextant identity alike --keys "$work/keys.csv" --out "$work/alike.tsv"
{ echo id,name,city; for i in 1 2 3 4 5 6 7 8 9; do echo "a$i,person$i$i,c$((i % 3))"; echo "b$i,person$i$i,c$((i % 3))"; done; } >"$work/people.csv"
printf 'fields: [{column: name, compare: text}, {column: city, compare: exact}]\nblocking: [[city]]\n' >"$work/people.yaml"
expect "identity explain" 0 ./sextant identity explain --left "$work/people.csv" --profile "$work/people.yaml" --pair a1 b1 --language fr
says out 'peuvent-ils être un même acteur'
expect "identity explain, a group drawn" 0 ./sextant identity explain --left "$work/people.csv" --profile "$work/people.yaml" --group a1 --format svg --language es
says out 'Grupo de 2 registros'
expect "identity explain, a way" 0 ./sextant identity explain --left "$work/people.csv" --profile "$work/people.yaml" --group a1 --to b1
says out '^Path: a1 -\['
printf 'a1\tb1\t1\n' >"$work/judged.tsv"
expect "identity explain with labels" 0 ./sextant identity explain --left "$work/people.csv" --profile "$work/people.yaml" --labels "$work/judged.tsv" --pair a1 b1
says out '^Too few pairs were judged to calibrate by .1 same, 0 different'
expect "identity explain as JSON" 0 ./sextant identity explain --left "$work/people.csv" --profile "$work/people.yaml" --pair a1 b1 --format json
cp "$work/out" "$work/why.json"
expect "the explanation recomputed" 0 ./sextant identity explain --recompute "$work/why.json"
says out '^VALID$'
sed 's/"priorBits":-*[0-9]*/"priorBits":7/' "$work/why.json" >"$work/altered.json"
expect "an altered explanation" 1 ./sextant identity explain --recompute "$work/altered.json"
says out '^explanation\.priorBits: '

# Bad input: one line with code, place, value and cure; a non-zero exit; nothing half-done.
one_line() { if [ "$(grep -c . "$work/err")" = 1 ] && grep -qE '^SX-[A-Z0-9-]+: .+ \| at: .+ \| value: .* \| cure: .+' "$work/err"; then ok "  one line: code, place, value, cure"; else bad "  not one clear line" "$work/err"; fi; }
head -c 3000 "$(find "$home/demo" -name '*.zip' | head -n 1)" >"$work/cut.zip"
expect "read a truncated zip" 3 ./sextant read "$work/cut.zip" --summary
one_line
head -c 5000 /dev/urandom >"$work/noise.bin"
expect "read an unknown file" 3 ./sextant read "$work/noise.bin" --summary
one_line
expect "read a file that is not there" 3 ./sextant read "$work/none.json" --summary
one_line
expect "verify a file that is no bundle" 1 ./sextant verify "$work/noise.bin"
expect "ledger check without a home" 3 ./sextant ledger check --home "$work/nowhere"
one_line
expect "graph paths from nobody" 3 ./sextant graph paths "$work/ties.csv" --from nobody --to ana
one_line
expect "graph motifs without times" 3 ./sextant graph motifs "$work/net.csv" --within 60
one_line
expect "graph keyplayers with an unknown aim" 3 ./sextant graph keyplayers "$work/net.csv" --aim kill
one_line
expect "an unknown option" 2 ./sextant read --nonsense
one_line

# Two houses that play the same case: each knows the other's accounts, and neither says which.
printf 'training-only-2026\n' >"$work/training"
other="$work/other"
expect "demo --once in another house" 0 ./sextant demo --once --home "$other"
expect "deconflict card of one house" 0 ./sextant deconflict card --home "$home" --as olga --password-file "$work/training" --name North --unit "duty desk of the north" --out "$work/north.card"
north=$(sed -n 's/^fingerprint: //p' "$work/out")
expect "deconflict card of the other" 0 ./sextant deconflict card --home "$other" --as olga --password-file "$work/training" --name South --unit "duty desk of the south" --out "$work/south.card"
south=$(sed -n 's/^fingerprint: //p' "$work/out")
expect "deconflict admit with another fingerprint" 3 ./sextant deconflict admit --home "$home" --as olga --password-file "$work/training" --card "$work/south.card" --fingerprint "$north"
one_line
expect "deconflict admit" 0 ./sextant deconflict admit --home "$home" --as olga --password-file "$work/training" --card "$work/south.card" --fingerprint "$south"
expect "deconflict admit there" 0 ./sextant deconflict admit --home "$other" --as olga --password-file "$work/training" --card "$work/north.card" --fingerprint "$north"
expect "case list" 0 ./sextant case list --home "$home" --as ana --password-file "$work/training"
authority=$(grep -oE '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}' "$work/out" | head -n 1)
about=platform_id@telegram:99100000001
expect "deconflict ask in the house" 0 ./sextant deconflict ask --home "$home" --as ana --password-file "$work/training" --authority "$authority" --purpose "Know who else works on him" "$about"
says out '^not known: '
expect "deconflict ask about what the authority does not name" 3 ./sextant deconflict ask --home "$home" --as ana --password-file "$work/training" --authority "$authority" --purpose "Know who else works on him" phone:+4915112345678
one_line
expect "deconflict ask --to" 0 ./sextant deconflict ask --home "$home" --as ana --password-file "$work/training" --authority "$authority" --purpose "Know who else works on him" --to South --out "$work/question" "$about"
expect "deconflict answer" 0 ./sextant deconflict answer --home "$other" --as olga --password-file "$work/training" --in "$work/question" --out "$work/answer"
expect "deconflict answer a second time" 3 ./sextant deconflict answer --home "$other" --as olga --password-file "$work/training" --in "$work/question" --out "$work/again"
one_line
expect "deconflict finish" 0 ./sextant deconflict finish --home "$home" --as ana --password-file "$work/training" --authority "$authority" --purpose "Know who else works on him" --in "$work/answer" --out "$work/notice"
says out '^known: '
expect "deconflict told" 0 ./sextant deconflict told --home "$other" --as olga --password-file "$work/training" --in "$work/notice"
says out '^told: 1$'
expect "deconflict notices" 0 ./sextant deconflict notices --home "$other" --as ana --password-file "$work/training"
says out 'asked about by North'
if grep -aq 99100000001 "$work/question" "$work/answer" "$work/answer.list" "$work/notice"; then bad "a message shows the selector"; else ok "no message shows the selector"; fi

# A home in earnest: the first administrator, then the others; the demo case is kept out of it.
printf 'a long enough password\n' >"$work/pw"
expect "people first" 0 ./sextant people first --home "$work/earnest" --login root.admin --name "Ada Admin" --new-password-file "$work/pw"
expect "people enrol" 0 ./sextant people enrol --home "$work/earnest" --as root.admin --password-file "$work/pw" --login dan --name "Dan Analyst" --role ANALYST --new-password-file "$work/pw"
expect "people list" 0 ./sextant people list --home "$work/earnest" --as dan --password-file "$work/pw"
says out 'Dan Analyst'
expect "demo in a home in earnest" 3 ./sextant demo --once --home "$work/earnest"
one_line
expect "serve a home that is not there" 3 ./sextant serve --home "$work/nowhere"
one_line

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
