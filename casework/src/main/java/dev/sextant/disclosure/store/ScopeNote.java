package dev.sextant.disclosure.store;

import dev.sextant.authority.Scope;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Under which scope something was released. Whoever opens it later must hold a scope that covers
 * this one: a narrowed authority does not open what it could no longer release.
 *
 * @param selectors the scope's selectors
 * @param platforms the scope's platforms
 * @param window the scope's content window
 * @param level the scope's highest intrusiveness
 */
public record ScopeNote(List<String> selectors, List<String> platforms, Span window, long level) {
  /** Copies. */
  public ScopeNote {
    selectors = List.copyOf(selectors);
    platforms = List.copyOf(platforms);
  }

  /** Notes a scope. */
  public static ScopeNote of(Scope scope) {
    return new ScopeNote(
        scope.selectors().stream().map(Selector::toString).sorted().toList(),
        scope.platforms().stream().map(Platform::toString).sorted().toList(),
        scope.contentWindow(),
        scope.maxLevel());
  }

  /** Whether all that this scope lets be seen is seen under that one too. */
  public boolean coveredBy(Scope now) {
    ScopeNote other = of(now);
    return new HashSet<>(other.selectors).containsAll(selectors)
        && new HashSet<>(other.platforms).containsAll(platforms)
        && other.window.contains(window)
        && other.level >= level;
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new HashMap<>();
    json.put("selectors", selectors);
    json.put("platforms", platforms);
    json.put("from", window.from() == null ? null : window.from().toString());
    json.put("to", window.to() == null ? null : window.to().toString());
    json.put("level", level);
    return json;
  }

  static ScopeNote read(Map<?, ?> json) {
    return new ScopeNote(
        texts(json.get("selectors")),
        texts(json.get("platforms")),
        new Span(instant(json.get("from")), instant(json.get("to"))),
        Long.parseLong(String.valueOf(json.get("level"))));
  }

  private static List<String> texts(@Nullable Object list) {
    return ((List<?>) java.util.Objects.requireNonNull(list))
        .stream().map(String::valueOf).toList();
  }

  private static @Nullable Instant instant(@Nullable Object text) {
    return text == null ? null : Instant.parse(String.valueOf(text));
  }
}
