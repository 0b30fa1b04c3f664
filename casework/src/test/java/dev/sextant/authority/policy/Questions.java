package dev.sextant.authority.policy;

import dev.sextant.authority.AuthorityState;
import dev.sextant.authority.Role;
import dev.sextant.authority.policy.Question.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Random questions. Most would be allowed but for one or two circumstances, since a question that
 * is refused for ten reasons tells nothing of any of them.
 */
final class Questions {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  private static final Vocabulary KNOWN = Vocabulary.of(PolicyBundle.shipped().schema());

  private static final List<String> STEPS = of("CaseStep", "Authority");
  private static final List<String> AUTHORITY_DEEDS = of("", "Authority");
  private static final List<String> HOUSE_DEEDS = of("", "House");
  private static final List<String> LAW_DEEDS = of("", "Change");
  private static final List<String> PEOPLE = List.of("p1", "p2", "p3", "p4");
  private static final List<String> PLATFORMS = List.of("TELEGRAM", "X", "WHATSAPP");
  private static final List<String> CASES =
      List.of(
          "SHORT_TERM_THREAT",
          "HIGH_RISK_IDENTIFICATION",
          "HIGH_RISK_IMMINENCE",
          "ORGANISED_CRIME_NETWORK",
          "CRIME_INVESTIGATION");

  private final Random random;

  /* The steps, or whatever is no step, on such a thing. */
  private static List<String> of(String group, String resource) {
    return KNOWN.actions().entrySet().stream()
        .filter(action -> action.getValue().resources().contains(resource))
        .filter(action ->
            (action.getValue().groups().contains("CaseStep")
                    || action.getValue().groups().contains("Filtering"))
                == !group.isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  Questions(long seed) {
    this.random = new Random(seed);
  }

  List<Question> list(int many) {
    List<Question> all = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      all.add(next());
    }
    return all;
  }

  Question next() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> deed(anyGroups(AUTHORITY_DEEDS), authority());
      case 4 -> deed(anyGroups(HOUSE_DEEDS), new Question.House());
      case 5, 6 -> deed(anyGroups(LAW_DEEDS), change());
      case 7 -> anything();
      default -> step();
    };
  }

  /* Any action on anything by anybody, sometimes one that the schema does not know. */
  private Question anything() {
    List<String> actions = new ArrayList<>(STEPS);
    actions.addAll(AUTHORITY_DEEDS);
    actions.addAll(HOUSE_DEEDS);
    actions.addAll(LAW_DEEDS);
    actions.addAll(List.of("INFILTRATE", "FOLLOW", "CaseStep"));
    Question.On on =
        switch (random.nextInt(3)) {
          case 0 -> new Question.House();
          case 1 -> change();
          default -> authority();
        };
    Question.How how = random.nextBoolean() ? new Question.Deed(NOW, false, false) : steps();
    return new Question(who(), pick(actions), on, how);
  }

  private Question step() {
    Question.Authority authority = authority();
    Question.Person person = new Question.Person("p1", Set.of("ANALYST"), true, true);
    Question.How how = steps();
    // One or two things out of the ordinary, on average.
    if (chance(15)) {
      person = person();
    }
    if (chance(5)) {
      person = new Question.Person("p1", person.roles(), true, false);
    }
    return new Question(chance(1) ? new Question.Clock() : person, pick(STEPS), authority, how);
  }

  private Question.Step steps() {
    Set<Fact> facts =
        EnumSet.of(Fact.ON_DUTY, Fact.QUOTA_LEFT, Fact.SELECTORS_NAMED, Fact.CONTENT_IN_WINDOW);
    for (Fact fact : Fact.values()) {
      if (chance(5)) {
        if (!facts.remove(fact)) {
          facts.add(fact);
        }
      }
    }
    Instant now =
        switch (random.nextInt(24)) {
          case 0 -> NOW.minusMillis(1);
          case 1 -> NOW.plusSeconds(3600);
          case 2 -> NOW.plusSeconds(3600).minusMillis(1);
          default -> NOW;
        };
    int level = chance(25) ? random.nextInt(7) : 0;
    Set<String> platforms = chance(10) ? Set.of(pick(PLATFORMS)) : Set.of("TELEGRAM");
    Set<String> methods = chance(10) ? Set.of(pick(List.of("reading", "walking"))) : Set.of();
    return new Question.Step(now, level, platforms, methods, facts);
  }

  private Question deed(String action, Question.On on) {
    return new Question(
        who(), action, on, new Question.Deed(NOW, random.nextBoolean(), chance(20)));
  }

  private Question.Who who() {
    return chance(12) ? new Question.Clock() : person();
  }

  private Question.Person person() {
    Set<String> roles = new TreeSet<>();
    List<Role> all = Arrays.asList(Role.values());
    roles.add(pick(all).name());
    if (chance(50)) {
      roles.add(pick(all).name());
    }
    if (chance(5)) {
      roles.clear();
    }
    return new Question.Person(pick(PEOPLE), roles, !chance(8), !chance(8));
  }

  private Question.Authority authority() {
    String state = chance(20) ? pick(Arrays.asList(AuthorityState.values())).name() : "ACTIVE";
    Set<String> team = new TreeSet<>(Set.of("p1"));
    PEOPLE.stream().filter(p -> chance(15)).forEach(team::add);
    if (chance(6)) {
      team.remove("p1");
    }
    return new Question.Authority(
        "a1",
        chance(3) ? "ABSENT" : state,
        new Question.People(chance(5) ? null : pick(PEOPLE), team),
        NOW,
        NOW.plusSeconds(3600),
        new Question.Bounds(
            random.nextInt(6),
            chance(5) ? pick(List.of("", "WATCHING", "FIRST_AMENDMENT")) : pick(CASES),
            chance(10) ? Set.of("X") : Set.of("TELEGRAM", "WHATSAPP"),
            Set.of("reading")));
  }

  private Question.Change change() {
    Set<String> approvers = new TreeSet<>();
    PEOPLE.stream().filter(p -> chance(20)).forEach(approvers::add);
    return new Question.Change("c1", chance(10) ? null : pick(PEOPLE), approvers);
  }

  /* A group first, then one of it: a large group must not crowd out a single deed. */
  private String anyGroups(List<String> deeds) {
    Map<String, List<String>> byGroup = new TreeMap<>();
    for (String deed : deeds) {
      Set<String> groups = Objects.requireNonNull(KNOWN.actions().get(deed)).groups();
      String group = groups.isEmpty() ? deed : String.join(" ", groups);
      byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(deed);
    }
    return pick(pick(List.copyOf(byGroup.values())));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
