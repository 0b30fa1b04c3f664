package dev.sextant.identity;

import dev.sextant.identity.AccountCensus.Sheet;
import dev.sextant.identity.AccountCensus.Statement;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/* Finds accounts that share a strong value: an index from value to the accounts that hold it, so
 * that no two accounts without one in common are ever compared. */
final class Survey {
  /** Held by more accounts, a value says nothing about who is who. */
  static final int GENERIC_ABOVE = 5;

  private final TreeMap<String, Holding> holdings = new TreeMap<>();

  /**
   * Two accounts with the strong selectors that they share.
   *
   * @param reasons strongest first; never empty
   */
  record Shared(Pair pair, List<Reason> reasons) {}

  /** What was found. */
  record Found(List<Shared> suggestions, List<Suggested.Generic> generic) {}

  private record Holder(String account, boolean keyed, List<Digest> records) {}

  private record Holding(Reason.Kind kind, Selector selector, TreeMap<String, Holder> holders) {}

  Survey(AccountCensus census) {
    for (Sheet sheet : census.sheets()) {
      enter(sheet);
    }
  }

  private void enter(Sheet sheet) {
    switch (sheet.basis()) {
      case PLATFORM_ID ->
          hold(
              Reason.Kind.PLATFORM_ID,
              selector(SelectorType.PLATFORM_ID, sheet, sheet.platformKey()),
              new Holder(sheet.key(), true, sheet.firstRecords()));
      case PHONE ->
          hold(
              Reason.Kind.PHONE,
              selector(SelectorType.PHONE, sheet, sheet.platformKey()),
              new Holder(sheet.key(), true, sheet.firstRecords()));
      case HANDLE ->
          hold(
              Reason.Kind.HANDLE,
              selector(SelectorType.HANDLE, sheet, sheet.platformKey()),
              new Holder(sheet.key(), true, sheet.firstRecords()));
      case DISPLAY_NAME, LABEL -> {
        // Names and labels identify nobody by themselves.
      }
    }
    if (sheet.basis() == KeyBasis.PLATFORM_ID || sheet.basis() == KeyBasis.PHONE) {
      sheet
          .handleRecords()
          .forEach((handle, records) ->
              hold(
                  Reason.Kind.HANDLE,
                  selector(SelectorType.HANDLE, sheet, handle),
                  new Holder(sheet.key(), false, records)));
    }
    for (Statement statement : sheet.statements()) {
      Reason.Kind kind = strong(statement);
      if (kind != null) {
        hold(kind, statement.selector(), new Holder(sheet.key(), false, statement.records()));
      }
    }
  }

  /* A permanent number is the platform's own word; addresses and numbers count only if the platform
   * says that it verified them, for anybody can type another's. */
  private static Reason.@Nullable Kind strong(Statement statement) {
    return switch (statement.selector().type()) {
      case PLATFORM_ID -> Reason.Kind.PLATFORM_ID;
      case PHONE -> statement.verified() ? Reason.Kind.PHONE : null;
      case EMAIL -> statement.verified() ? Reason.Kind.EMAIL : null;
      default -> null;
    };
  }

  private static @Nullable Selector selector(SelectorType type, Sheet sheet, String value) {
    try {
      return Selector.of(type, sheet.platform(), value);
    } catch (BadValue notSuchAValue) {
      // A key that is not what its basis says identifies nobody; the account itself stays.
      return null;
    }
  }

  private void hold(Reason.Kind kind, @Nullable Selector selector, Holder holder) {
    if (selector == null) {
      return;
    }
    holdings
        .computeIfAbsent(kind + " " + selector, k -> new Holding(kind, selector, new TreeMap<>()))
        .holders
        .merge(holder.account, holder, (one, other) -> one.keyed ? one : other);
  }

  /**
   * Whether two accounts share a permanent number or a verified selector that few hold.
   *
   * @return false too where all they share is a handle, which can change hands
   */
  boolean strong(Pair pair) {
    return holdings.values().stream()
        .anyMatch(holding ->
            holding.kind != Reason.Kind.HANDLE
                && holding.holders.size() <= GENERIC_ABOVE
                && holding.holders.containsKey(pair.a())
                && holding.holders.containsKey(pair.b()));
  }

  /**
   * Pairs to propose.
   *
   * @param settled true for pairs that need no proposal: judged, or joined already
   */
  Found suggested(Predicate<Pair> settled) {
    TreeMap<Pair, List<Reason>> found = new TreeMap<>();
    List<Suggested.Generic> generic = new ArrayList<>();
    for (Holding holding : holdings.values()) {
      List<Holder> holders = List.copyOf(holding.holders.values());
      if (holders.size() > GENERIC_ABOVE) {
        generic.add(new Suggested.Generic(holding.selector, holders.size()));
        continue;
      }
      for (int i = 0; i < holders.size(); i++) {
        for (int j = i + 1; j < holders.size(); j++) {
          propose(holding, holders.get(i), holders.get(j), found);
        }
      }
    }
    List<Shared> suggestions =
        found.entrySet().stream()
            .filter(entry -> !settled.test(entry.getKey()))
            .map(Survey::suggestion)
            .sorted(
                Comparator.comparing((Shared s) -> s.reasons().getFirst().kind())
                    .thenComparing(s -> -s.reasons().size())
                    .thenComparing(Shared::pair))
            .toList();
    return new Found(suggestions, generic);
  }

  private static void propose(
      Holding holding, Holder one, Holder other, TreeMap<Pair, List<Reason>> found) {
    // Two numbered accounts that had one handle, one after the other, are two accounts.
    if (holding.kind == Reason.Kind.HANDLE && !one.keyed && !other.keyed) {
      return;
    }
    List<Digest> records = new ArrayList<>(one.records);
    records.addAll(other.records);
    found
        .computeIfAbsent(new Pair(one.account, other.account), p -> new ArrayList<>())
        .add(new Reason(holding.kind, holding.selector, records));
  }

  private static Shared suggestion(Map.Entry<Pair, List<Reason>> entry) {
    List<Reason> reasons = new ArrayList<>(entry.getValue());
    reasons.sort(Comparator.comparing(Reason::kind).thenComparing(r -> r.selector().toString()));
    return new Shared(entry.getKey(), reasons);
  }
}
