package dev.sextant.verify;

import dev.sextant.ledger.VerifierKey;
import dev.sextant.verify.Irregularity.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows people and authorities through the register's deeds, and judges each deed. */
final class RegisterReplay {
  private static final String OFFICER = "AUTHORISING_OFFICER";
  private static final String OVERSEER = "OVERSEER";
  private static final String ANALYST = "ANALYST";

  /** Which part a deed takes; deeds that are not named here take no one part. */
  private static final Map<String, Set<String>> PARTS =
      Map.ofEntries(
          Map.entry("DISABLE", Set.of("ADMINISTRATOR")),
          Map.entry("DRAFT", Set.of(ANALYST)),
          Map.entry("AMEND", Set.of(ANALYST)),
          Map.entry("SIGN_PRINCIPLE", Set.of(ANALYST)),
          Map.entry("SUBMIT", Set.of(ANALYST)),
          Map.entry("RENEW", Set.of(ANALYST)),
          Map.entry("PERMIT", Set.of(ANALYST)),
          Map.entry("APPROVE", Set.of(OFFICER)),
          Map.entry("REFUSE", Set.of(OFFICER)),
          Map.entry("SEND_BACK", Set.of(OFFICER)),
          Map.entry("REVIEW", Set.of(OFFICER)),
          Map.entry("BEGIN_CLOSING", Set.of(OFFICER)),
          Map.entry("CLOSE", Set.of(OFFICER)),
          Map.entry("SUSPEND", Set.of(OFFICER, OVERSEER, "INTEGRITY_OFFICER")),
          Map.entry("RESUME", Set.of(OFFICER, OVERSEER, "INTEGRITY_OFFICER")),
          Map.entry("OVERSEE", Set.of(OVERSEER)),
          Map.entry("QUASH", Set.of(OVERSEER)));

  private final OversightKit kit;
  private final Irregularities found;
  private final PermitReplay permits;
  private final Map<String, Person> people = new HashMap<>();
  private final TreeMap<String, VersionState> versions = new TreeMap<>();

  private record Person(Set<String> roles, boolean enabled) {}

  RegisterReplay(OversightKit kit, Irregularities found, LawReplay law) {
    this.kit = kit;
    this.found = found;
    this.permits = new PermitReplay(kit, found, law);
  }

  PermitReplay permits() {
    return permits;
  }

  @Nullable VersionState version(String key) {
    return versions.get(key);
  }

  /** Every version of an authority that the log has named. */
  Collection<VersionState> versions(String authority) {
    // The key is the identifier, a slash and a number; '0' is the character after the slash.
    return versions.subMap(authority + "/", authority + "0").values();
  }

  boolean is(String actor, String role) {
    Person person = people.get(actor);
    return person != null && person.enabled() && person.roles().contains(role);
  }

  void ended(Replay.Open begun, Entry outcome, Instant at) {
    if (!outcome.done()) {
      return;
    }
    Set<String> parts = PARTS.get(begun.step());
    if (parts != null && parts.stream().noneMatch(part -> is(begun.actor(), part))) {
      found.add(
          Kind.ROLE,
          outcome.leaf(),
          begun.step() + " by " + begun.actor() + ", who was not " + String.join(" or ", parts));
    }
    switch (begun.step()) {
      case "ENROL" -> enrol(begun, outcome);
      case "DISABLE" -> {
        String person = begun.entry().input("person");
        people.computeIfPresent(person, (id, was) -> new Person(was.roles(), false));
      }
      case "DRAFT" ->
          versions.put(
              begun.authority() + "/1", new VersionState(begun.authority() + "/1", "DRAFT"));
      case "RENEW" -> {
        String key = begun.authority() + "/" + outcome.outputNumber("version");
        versions.put(key, new VersionState(key, "RENEWAL_PENDING"));
      }
      case "QUASH" -> versions(begun.authority()).forEach(one -> one.moveTo("QUASHED", at));
      case "PERMIT" -> permits.given(begun, outcome, at, this);
      default -> move(begun, outcome, at);
    }
  }

  private void enrol(Replay.Open begun, Entry outcome) {
    String id = outcome.output("enrolled");
    boolean first = people.isEmpty() && begun.actor().isEmpty();
    if (!first && !is(begun.actor(), "ADMINISTRATOR")) {
      found.add(Kind.ROLE, outcome.leaf(), "enrolled by somebody who is no administrator");
    }
    people.put(id, new Person(Set.of(outcome.output("roles").split("\\+")), true));
    VerifierKey key = kit.key(id);
    if (key == null || !key.fingerprint().hex().equals(outcome.output("vkey"))) {
      found.add(
          Kind.DOCUMENT,
          outcome.leaf(),
          (key == null ? "the kit lacks the key of " : "the kit has another key of ") + id);
    }
  }

  private void move(Replay.Open begun, Entry outcome, Instant at) {
    String to = outcome.output("to");
    long number = outcome.outputNumber("version");
    if (number < 1 || begun.authority().isEmpty()) {
      return;
    }
    String key = begun.authority() + "/" + number;
    if (!outcome.output("note").isEmpty()) {
      decided(begun, outcome, key);
    }
    if (to.isEmpty()) {
      return;
    }
    String from = outcome.output("from");
    VersionState version = versions.computeIfAbsent(key, k -> new VersionState(k, from));
    // A deed that moves twice, by way of APPROVED, tells its last step.
    if (!from.equals(version.state()) && !from.equals("APPROVED")) {
      found.add(
          Kind.AUTHORITY,
          outcome.leaf(),
          begun.step()
              + " moves "
              + key
              + " from "
              + from
              + ", which the log has in "
              + version.state());
    }
    if (VersionState.living(to)) {
      for (VersionState other : versions(begun.authority())) {
        if (other != version && other.ticking()) {
          other.moveTo("CLOSED", at);
        }
      }
    }
    version.moveTo(to, at);
  }

  /* A decision counts if its signed note is in the kit, says what the log says, and is signed with the
   * key of somebody who had the part and takes no part in the authority. */
  private void decided(Replay.Open begun, Entry outcome, String key) {
    Word word = kit.decision(outcome.output("note"));
    VersionState version = versions.get(key);
    if (word == null || version == null) {
      found.add(
          Kind.DOCUMENT,
          outcome.leaf(),
          "the kit lacks the signed note " + outcome.output("note") + " of this " + begun.step());
      return;
    }
    String role = word.field("role");
    AuthorityText text = kit.authority(key);
    boolean says =
        word.key().equals(begun.authority() + "/" + outcome.outputNumber("version"))
            && word.field("actor").equals(begun.actor())
            && word.field("decision").equals(outcome.output("decision"))
            && word.field("document").equals(outcome.output("document"));
    VerifierKey signer = kit.key(begun.actor());
    if (!says || signer == null || !word.signedBy(signer)) {
      found.add(
          Kind.SIGNATURE,
          outcome.leaf(),
          "the note of this " + begun.step() + " is not what the log says");
    } else if (!is(begun.actor(), role) || (text != null && text.takesPart(begun.actor()))) {
      found.add(
          Kind.ROLE,
          outcome.leaf(),
          begun.actor() + " decides as " + role + " without being it, or on his own");
    } else {
      version.said(role, word);
    }
  }

  /** The roles that a grant needs. */
  static List<String> deciders(boolean beforehand) {
    return beforehand ? List.of(OFFICER, OVERSEER) : List.of(OFFICER);
  }

  static String overseer() {
    return OVERSEER;
  }

  /** Roles of everybody, for the figures. */
  Map<String, Long> partsTaken() {
    TreeMap<String, Long> counts = new TreeMap<>();
    people.values().stream()
        .filter(Person::enabled)
        .flatMap(person -> new HashSet<>(person.roles()).stream())
        .forEach(role -> counts.merge(role, 1L, Long::sum));
    return counts;
  }
}
