package dev.sextant.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pack's closed list of ways of working, and the rule that a step's way must be named. */
final class Methods implements StepRule {
  private final Rules rules;

  Methods(Rules rules) {
    this.rules = rules;
  }

  /* "how" binds a sealing to the way in which bytes were acquired. */
  private record Method(String name, List<String> steps, List<String> only, List<String> unless) {
    boolean allows(Step step, @Nullable Object how) {
      return steps.contains(step.name())
          && (step != Step.SEAL
              || ((only.isEmpty() || only.contains(String.valueOf(how)))
                  && !unless.contains(String.valueOf(how))));
    }
  }

  private List<Method> all() {
    List<Method> all = new ArrayList<>();
    for (Map<String, Object> row : rules.pack().rows("authority.methods")) {
      all.add(
          new Method(
              String.valueOf(row.get("name")),
              words(row, "steps"),
              words(row, "onlyHow"),
              words(row, "unlessHow")));
    }
    return all;
  }

  private static List<String> words(Map<String, Object> row, String name) {
    return row.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Refuses an application whose methods are missing or not of the list. */
  void requireKnown(Set<String> named) {
    TreeSet<String> known = new TreeSet<>();
    all().forEach(method -> known.add(method.name()));
    if (named.isEmpty() || !known.containsAll(named)) {
      throw new Refused.Application(
          "SX-AUTH-METHODS",
          "an authority names its ways of working from the jurisdiction's list",
          "methods",
          named.isEmpty() ? "none" : named.size() + " named, not all known",
          "name one or more of " + String.join(", ", known));
    }
  }

  /**
   * What the policies are asked about: the way of working that the authority names for this step,
   * or one that it lacks; nothing for a step that is bound to none.
   */
  Set<String> asked(Attempt attempt) {
    if (!concerns(attempt.permit())) {
      return Set.of();
    }
    Object how = attempt.inputs().value("how");
    List<Method> all = all();
    if (all.stream().noneMatch(m -> m.steps().contains(attempt.step().name()))) {
      return Set.of();
    }
    List<String> fitting =
        all.stream().filter(m -> m.allows(attempt.step(), how)).map(Method::name).toList();
    return fitting.stream()
        .filter(attempt.permit().methods()::contains)
        .findFirst()
        .map(Set::of)
        .orElseGet(() -> Set.of(fitting.isEmpty() ? "none" : fitting.getFirst()));
  }

  @Override
  public void require(Attempt attempt) {
    Object how = attempt.inputs().value("how");
    List<Method> all = all();
    boolean listed = all.stream().anyMatch(m -> m.steps().contains(attempt.step().name()));
    if (!listed) {
      return;
    }
    List<String> fitting =
        all.stream().filter(m -> m.allows(attempt.step(), how)).map(Method::name).toList();
    Permit permit = attempt.permit();
    if (fitting.stream().noneMatch(permit.methods()::contains)) {
      throw new Refused.Leave(
          "SX-AUTH-METHOD",
          "this way of working is not named in the authority",
          "authority " + permit.authority() + " version " + permit.authorityVersion(),
          attempt.step() + (how == null ? "" : " by " + how),
          fitting.isEmpty()
              ? "no authority can name it: the jurisdiction's list has none for it"
              : "apply for a version that names one of " + String.join(", ", fitting));
    }
  }
}
