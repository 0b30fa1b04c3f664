#!/usr/bin/env bash
# Shows that everything works with the network cut, and that nothing tried to leave.
#
# The commands, the server and the whole path in a real browser run in a network namespace that has the loopback and nothing else. The kernel counts
# there what found no route (ip(7), SNMP's ipOutNoRoutes of RFC 4293): a call to any other machine, a question to a name server among them. Our own
# programs must leave that count where it was. Chromium asks at every new connection, even to the loopback, whether there is a way to one address of the
# world's (StartIPv6ReachabilityCheck in its net/dns/host_resolver_manager.cc; it sends nothing): that one address is said to be unreachable, which does not
# count. What else the browser does with an empty page is counted first, and the walk may not add to that.
#
# Where no such namespace may be made (it needs root, or a kernel that lets users make them, and the programs unshare and ip) the walk runs with the
# network as it is, and this says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ "${1:-}" != inside ]; then
  for how in "unshare --net" "unshare --user --map-root-user --net"; do
    if $how ip link set lo up 2>/dev/null; then exec $how bash "${BASH_SOURCE[0]}" inside; fi
  done
  echo "offline: SKIPPED, no network namespace can be made here; the same runs with the network as it is" >&2
  bash check.d/commands.sh
  exec bash check.d/browser.sh
fi

ip link set lo up
ip -6 route add unreachable 2001:4860:4860::8888/128 dev lo 2>/dev/null || true # Without IPv6 nothing asks for it.
unrouted() { # how many packets and calls found no route since the namespace began
  awk '/^Ip:/ { if (!named) { named = split($0, name, " ") } else { split($0, value, " "); for (i = 2; i <= named; i++) if (name[i] == "OutNoRoutes") sum += value[i] } }
    /^Ip6OutNoRoutes/ { sum += $2 } END { print sum + 0 }' /proc/net/snmp /proc/net/snmp6
}
fail() { echo "SX-CHECK-OFFLINE: $1 | at: check.d/offline.sh | value: $2 | cure: find who calls with strace -f -e trace=connect,sendto" >&2; exit 1; }

before=$(unrouted)
(exec 3<>/dev/tcp/192.0.2.1/80) 2>/dev/null && fail "another machine can be reached" "192.0.2.1 (RFC 5737)"
[ "$(unrouted)" -gt "$before" ] || fail "the kernel does not count calls without a route" "$before"

before=$(unrouted)
bash check.d/commands.sh
[ "$(unrouted)" = "$before" ] || fail "a command tried to leave this machine" "$(($(unrouted) - before)) calls"
echo "offline: the demo case and the commands worked, no call left this machine"

before=$(unrouted)
(cd web && node e2e/blank.mjs)
blank=$(($(unrouted) - before))
before=$(unrouted)
bash check.d/browser.sh
walked=$(($(unrouted) - before))
[ "$walked" -le "$blank" ] || fail "the walk tried to leave this machine" "$walked calls, the browser alone makes $blank"
echo "offline: the whole path worked in a browser, $walked calls left ($blank by the browser with an empty page)"
