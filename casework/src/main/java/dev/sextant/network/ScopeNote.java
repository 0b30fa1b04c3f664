package dev.sextant.network;

import dev.sextant.authority.Scope;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Under which scope something was frozen. Whoever looks at it later must hold a scope that covers
 * this one: a narrowed authority does not see what it could no longer freeze.
 */
record ScopeNote(List<String> selectors, List<String> platforms, Span window, int level) {
  static ScopeNote of(Scope scope) {
    return new ScopeNote(
        scope.selectors().stream().map(Selector::toString).sorted().toList(),
        scope.platforms().stream().map(Platform::toString).sorted().toList(),
        scope.contentWindow(),
        scope.maxLevel());
  }

  boolean coveredBy(ScopeNote now) {
    return new HashSet<>(now.selectors).containsAll(selectors)
        && new HashSet<>(now.platforms).containsAll(platforms)
        && now.window.contains(window)
        && now.level >= level;
  }

  Map<String, Object> map() {
    return Map.of(
        "selectors", selectors,
        "platforms", platforms,
        "window", SnapshotCodec.window(window),
        "level", level);
  }

  static ScopeNote read(Fields map) {
    return new ScopeNote(
        map.texts("selectors"),
        map.texts("platforms"),
        SnapshotCodec.window(map.object("window")),
        (int) map.number("level"));
  }
}
