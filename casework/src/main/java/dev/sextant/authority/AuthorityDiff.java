package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What changes from one version of an authority to another, and in which direction: what an officer
 * must look at first.
 *
 * @param changes in the order of the form; fields that stay are left out
 */
public record AuthorityDiff(List<Change> changes) {
  /** Copies the list. */
  public AuthorityDiff {
    changes = List.copyOf(changes);
  }

  /** Which way a change goes. */
  public enum Direction {
    /** More becomes possible: the whole approval path decides. */
    WIDENS,
    /** Less becomes possible. */
    NARROWS,
    /** Neither can be said: words, or something exchanged for something else. */
    CHANGES
  }

  /**
   * One change.
   *
   * @param field its name as the form has it, such as {@code selectors} or {@code principles.CAUSE}
   * @param direction which way it goes
   * @param before as it was; empty where something was added
   * @param after as it becomes; empty where something was taken away
   */
  public record Change(String field, Direction direction, String before, String after) {}

  /** True if anything becomes possible that was not. */
  public boolean widens() {
    return changes.stream().anyMatch(change -> change.direction() == Direction.WIDENS);
  }

  static AuthorityDiff between(
      AuthorityDraft before, AuthorityDraft after, Map<ActorId, String> names) {
    Gathering all = new Gathering();
    all.words("basis.jurisdiction", before.basis().jurisdiction(), after.basis().jurisdiction());
    all.words("basis.instrument", before.basis().instrument(), after.basis().instrument());
    all.words("basis.number", before.basis().number(), after.basis().number());
    all.words("basis.issuer", before.basis().issuer(), after.basis().issuer());
    all.words("basis.offence", before.basis().offence(), after.basis().offence());
    all.words(
        "basis.businessCase",
        before.basis().businessCase().name(),
        after.basis().businessCase().name());
    for (Principle principle : Principle.values()) {
      before
          .principles()
          .fields(principle)
          .forEach((field, value) ->
              all.words(
                  "principles." + principle + "." + field,
                  value.toString(),
                  String.valueOf(after.principles().fields(principle).get(field))));
    }
    bounds(all, before.bounds(), after.bounds());
    duties(all, before.duties(), after.duties(), names);
    return new AuthorityDiff(all.changes);
  }

  private static void bounds(
      Gathering all, AuthorityDraft.Bounds before, AuthorityDraft.Bounds after) {
    Scope was = before.scope();
    Scope is = after.scope();
    all.set("selectors", was.selectors(), is.selectors());
    all.set("platforms", was.platforms(), is.platforms());
    // A handle bound to one account reaches less far than the handle alone.
    all.set("stableIds", is.stableIds().entrySet(), was.stableIds().entrySet(), true);
    all.span("contentWindow", was.contentWindow(), is.contentWindow());
    all.span("operationWindow", before.operationWindow(), after.operationWindow());
    all.number("maxLevel", was.maxLevel(), is.maxLevel());
    all.set("methods", before.methods(), after.methods());
    all.number("hopLimit", before.hopLimit(), after.hopLimit());
    all.quota("quota.items", before.quota().items(), after.quota().items());
    all.quota("quota.subjects", before.quota().subjects(), after.quota().subjects());
    all.quota("quota.views", before.quota().views(), after.quota().views());
  }

  private static void duties(
      Gathering all,
      AuthorityDraft.Duties before,
      AuthorityDraft.Duties after,
      Map<ActorId, String> names) {
    all.set("team", named(before.team(), names), named(after.team(), names));
    all.number("reviewEvery", before.reviewEvery(), after.reviewEvery());
    all.words("handling", before.handling(), after.handling());
    all.number("retention", before.retention(), after.retention());
    // A flag more binds more: the overseer decides beforehand.
    all.set("flags", after.flags(), before.flags(), true);
  }

  private static List<String> named(Collection<ActorId> team, Map<ActorId, String> names) {
    return team.stream().map(id -> names.getOrDefault(id, id.toString())).toList();
  }

  /** Changes as they are found. */
  private static final class Gathering {
    private final List<Change> changes = new ArrayList<>();

    private void add(String field, Direction direction, Object before, Object after) {
      changes.add(new Change(field, direction, before.toString(), after.toString()));
    }

    void words(String field, String before, String after) {
      if (!before.equals(after)) {
        add(field, Direction.CHANGES, before, after);
      }
    }

    <T extends Comparable<T>> void number(String field, T before, T after) {
      int order = after.compareTo(before);
      if (order != 0) {
        add(field, order > 0 ? Direction.WIDENS : Direction.NARROWS, before, after);
      }
    }

    /* 0 is no bound: more than any number. */
    void quota(String field, long before, long after) {
      if (before != after) {
        boolean widens = after == 0 || (before != 0 && after > before);
        add(field, widens ? Direction.WIDENS : Direction.NARROWS, words(before), words(after));
      }
    }

    private static String words(long quota) {
      return quota == 0 ? "no bound" : Long.toString(quota);
    }

    void set(String field, Collection<?> before, Collection<?> after) {
      set(field, before, after, false);
    }

    /* One line for each thing added or taken away: an officer reads them one by one. */
    void set(String field, Collection<?> less, Collection<?> more, boolean turned) {
      TreeSet<String> was = texts(less);
      TreeSet<String> is = texts(more);
      for (String one : is) {
        if (!was.contains(one)) {
          add(field, Direction.WIDENS, turned ? one : "", turned ? "" : one);
        }
      }
      for (String one : was) {
        if (!is.contains(one)) {
          add(field, Direction.NARROWS, turned ? "" : one, turned ? one : "");
        }
      }
    }

    private static TreeSet<String> texts(Collection<?> values) {
      TreeSet<String> texts = new TreeSet<>();
      values.forEach(value -> texts.add(value.toString()));
      return texts;
    }

    void span(String field, Span before, Span after) {
      end(field + ".from", before.from(), after.from(), true);
      end(field + ".to", before.to(), after.to(), false);
    }

    private void end(
        String field, @Nullable Instant before, @Nullable Instant after, boolean start) {
      if (before == null || after == null) {
        if (before != after) {
          add(
              field,
              after == null ? Direction.WIDENS : Direction.NARROWS,
              open(before),
              open(after));
        }
        return;
      }
      int order = after.compareTo(before);
      if (order != 0) {
        boolean widens = start ? order < 0 : order > 0;
        add(field, widens ? Direction.WIDENS : Direction.NARROWS, before, after);
      }
    }

    private static String open(@Nullable Instant end) {
      return end == null ? "open" : end.toString();
    }
  }
}
