package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a version of an authority would make possible, in sentences for the person who decides.
 *
 * @param lines in the order in which they matter
 */
public record Possible(List<Line> lines) {
  /** Copies the list. */
  public Possible {
    lines = List.copyOf(lines);
  }

  /**
   * One sentence.
   *
   * @param topic who, whom, where, when, until, level, methods, reach, quota, flags or duties
   * @param sentence in plain words
   */
  public record Line(String topic, String sentence) {}

  static Possible under(AuthorityDocument document, Map<ActorId, String> names) {
    AuthorityDraft draft = document.draft();
    AuthorityDraft.Bounds bounds = draft.bounds();
    Scope scope = bounds.scope();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "who",
            "These persons could work under it, and nobody else: "
                + draft.duties().team().stream()
                    .map(id -> names.getOrDefault(id, id.toString()))
                    .collect(Collectors.joining(", "))
                + "."));
    lines.add(
        new Line(
            "whom",
            "Material could be read that names one of these: "
                + scope.selectors().stream()
                    .map(Selector::toString)
                    .collect(Collectors.joining(", "))
                + "."));
    scope
        .stableIds()
        .forEach((handle, number) ->
            lines.add(
                new Line(
                    "whom",
                    handle
                        + " means the account numbered "
                        + number
                        + " alone, whoever bears the name.")));
    if (draft.broad()) {
      lines.add(
          new Line(
              "reach",
              "Topics, places or groups are among them: people who are not named would be reached."));
    }
    lines.add(
        new Line(
            "where",
            "On these platforms: "
                + scope.platforms().stream()
                    .map(Platform::toString)
                    .collect(Collectors.joining(", "))
                + ". All else is sealed off unread."));
    lines.add(new Line("when", "Of what happened " + words(scope.contentWindow()) + "."));
    lines.add(
        new Line(
            "until",
            "Work could be done "
                + words(bounds.operationWindow())
                + ", and only while an officer reviews it every "
                + days(draft.duties().reviewEvery().toDays())
                + "."));
    lines.add(
        new Line(
            "level",
            "Up to level " + scope.maxLevel() + ": " + Level.of(scope.maxLevel()).meaning() + "."));
    lines.add(
        new Line(
            "methods",
            bounds.methods().isEmpty()
                ? "By no method: nothing could be done."
                : "By these methods: "
                    + bounds.methods().stream()
                        .map(Possible::method)
                        .collect(Collectors.joining(", "))
                    + "."));
    lines.add(
        new Line(
            "reach",
            bounds.hopLimit() == 0
                ? "Only the named would enter networks and be judged one person with another."
                : "Whoever shares a record with the named would enter networks too; nobody beyond."));
    quota(lines, bounds.quota());
    if (!draft.duties().flags().isEmpty()) {
      lines.add(
          new Line(
              "flags",
              "Persons in need of special protection may be concerned: "
                  + draft.duties().flags().stream()
                      .map(Enum::name)
                      .collect(Collectors.joining(", "))
                  + "."));
    }
    if (document.needsOversight()) {
      lines.add(new Line("duties", "The overseer decides before anything is possible."));
    }
    if (document.oral() != null) {
      lines.add(
          new Line(
              "duties", "It was granted by word of mouth, for at most three days, for a danger."));
    }
    lines.add(
        new Line(
            "duties",
            "Material is handled as: "
                + draft.duties().handling().strip().replaceAll("\\.+$", "")
                + ". It is kept "
                + draft.duties().retention().toDays()
                + " days after the end."));
    return new Possible(lines);
  }

  private static void quota(List<Line> lines, AuthorityDraft.Quota quota) {
    lines.add(
        new Line(
            "quota",
            "At most "
                + amount(quota.items(), "records read in")
                + ", "
                + amount(quota.subjects(), "accounts named in them")
                + ", "
                + amount(quota.views(), "views")
                + "."));
  }

  private static String amount(long most, String what) {
    return (most == 0 ? "any number of" : Long.toString(most)) + " " + what;
  }

  private static String words(Span span) {
    return "from " + end(span.from()) + " until before " + end(span.to());
  }

  /* To the day where it is one: whoever decides reads dates, not clocks. */
  private static String end(@Nullable Instant end) {
    if (end == null) {
      return "any time";
    }
    String text = end.truncatedTo(ChronoUnit.MINUTES).toString();
    return text.endsWith("T00:00:00Z")
        ? text.substring(0, 10)
        : text.substring(0, 10) + " " + text.substring(11, 16) + " UTC";
  }

  private static String days(long days) {
    return days == 1 ? "day" : days + " days";
  }

  private static String method(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
