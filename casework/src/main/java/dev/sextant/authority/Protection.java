package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.authority.SelectorMarks.Kind;
import dev.sextant.authority.SelectorMarks.Mark;
import dev.sextant.authority.SelectorMarks.Of;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Protected activity: lawful speech, assembly, belief and association. The pack's words propose a
 * flag, any reviewer raises one; what is flagged is forbidden unless a second person signs why it
 * is directly related to the offence (the nexus), and a flag goes only when two people say so.
 */
public final class Protection {
  private final Register register;
  private final AuthorityStore store;
  private final Signatures signatures;
  private final Lifecycle life;
  private final SelectorMarks marks;
  private final CaseKeys keys;
  private final Rules rules;

  Protection(Register register, AuthorityStore store, Lifecycle life, CaseKeys keys, Rules rules) {
    this.register = register;
    this.store = store;
    this.signatures = life.signatures();
    this.life = life;
    this.keys = keys;
    this.marks = new SelectorMarks(keys);
    this.rules = rules;
  }

  /**
   * A selector that touches protected activity.
   *
   * @param selector which
   * @param by {@code LEXICON}, or the identifier of the person who raised the flag
   * @param nexusBy who signed the nexus for the document as it now reads, or null
   * @param nexus the reasons, or empty
   * @param removalBy who has proposed to take the flag away, or null
   */
  public record Flagged(
      Selector selector,
      String by,
      @Nullable ActorId nexusBy,
      String nexus,
      @Nullable ActorId removalBy) {}

  People people() {
    return signatures.people();
  }

  CaseKeys keys() {
    return keys;
  }

  private ProtectedTerms terms() {
    return new ProtectedTerms(rules.pack());
  }

  // ------------------------------------------------------------------ what is said

  /**
   * Raises a flag. On a version in force the selector counts no more from now on, and every permit
   * ends.
   *
   * @param by anybody who takes part, an officer or an overseer
   */
  public void flag(ActorId by, AuthorityId id, Selector selector, String reasons) {
    say("FLAG_PROTECTED", by, id, selector, reasons, Kind.FLAG);
  }

  /**
   * Signs why protected activity is directly related to the offence (28 CFR 23.20(b)). The
   * signature counts for the document as it now reads.
   *
   * @param by an enabled person other than the applicant
   * @throws Refused.Role {@code SX-AUTH-DISTINCT} if the applicant signs
   */
  public void signNexus(ActorId by, AuthorityId id, Selector selector, String reasons) {
    say("SIGN_NEXUS", by, id, selector, reasons, Kind.NEXUS);
  }

  /**
   * Says that a flagged selector touches no protected activity. The first person proposes it, a
   * second one, who is not the applicant, takes the flag away.
   *
   * @return true once the flag is gone
   */
  public boolean removeFlag(ActorId by, AuthorityId id, Selector selector, String reasons) {
    return life.run(
        "REMOVE_FLAG",
        by,
        id,
        entry -> {
          Version version = open(entry.jdbc(), by, id);
          requireNamed(version, selector);
          List<Mark> all = marks.all(entry.jdbc(), Of.of(version));
          Mark proposed = standing(all, selector).removal();
          boolean second =
              proposed != null
                  && !by.equals(proposed.actor())
                  && !by.equals(version.document().applicant());
          if (proposed != null && !second) {
            throw new Refused.Role(
                "SX-AUTH-DISTINCT",
                "two people take a flag away, the second is not the applicant",
                "authority " + id,
                by.toString(),
                "let somebody else confirm it");
          }
          Lifecycle.requireReasons(reasons);
          mark(
              entry,
              version,
              selector,
              second ? Kind.REMOVAL_CONFIRMED : Kind.REMOVAL_PROPOSED,
              by,
              reasons,
              "");
          entry.note("removed", Boolean.toString(second));
          return second;
        });
  }

  private void say(
      String step, ActorId by, AuthorityId id, Selector selector, String reasons, Kind kind) {
    life.run(
        step,
        by,
        id,
        entry -> {
          Lifecycle.requireReasons(reasons);
          Version version = open(entry.jdbc(), by, id);
          String note = "";
          if (kind == Kind.NEXUS) {
            if (by.equals(version.document().applicant())) {
              throw new Refused.Role(
                  "SX-AUTH-DISTINCT",
                  "a nexus is signed by a second person",
                  "authority " + id,
                  by.toString(),
                  "let somebody else look at it and sign");
            }
            byte[] signed =
                people()
                    .sign(
                        entry.jdbc(),
                        by,
                        nexusText(version, by, hash(entry.jdbc(), version, selector), reasons));
            note = new String(signed, StandardCharsets.UTF_8);
            entry.note("note", Digest.of(signed));
          } else {
            requireNamed(version, selector);
          }
          mark(entry, version, selector, kind, by, reasons, note);
          if (kind == Kind.FLAG && version.stored().living()) {
            SelectorMarks.revoke(entry.jdbc(), Of.of(version), entry.at());
          }
          return id;
        });
  }

  private void mark(
      Deeds.Entry entry,
      Version version,
      Selector selector,
      Kind kind,
      ActorId by,
      String reasons,
      String note) {
    marks.add(
        entry.jdbc(),
        Of.of(version),
        new Mark(selector, kind, by, version.digest(), reasons, note, entry.leaf(), entry.at()));
    entry.note("selector", hash(entry.jdbc(), version, selector));
    entry.note("version", version.document().version());
    entry.note("document", version.digest());
  }

  private String hash(JdbcClient jdbc, Version version, Selector selector) {
    return keys.keyedHash(jdbc, version.caseId()).of(selector);
  }

  private static String nexusText(Version version, ActorId by, String hash, String reasons) {
    return "sextant-nexus/v1\nauthority "
        + version.document().id()
        + " version "
        + version.document().version()
        + "\ndocument "
        + version.digest()
        + "\nselector "
        + hash
        + "\nactor "
        + by
        + "\nreasons "
        + Digest.ofFields(reasons)
        + "\n";
  }

  /* The newest version: what is being applied for, or what is in force. */
  private Version open(JdbcClient jdbc, ActorId by, AuthorityId id) {
    Version newest = store.locked(jdbc, id).getFirst();
    Actor person = people().find(jdbc, by);
    boolean part =
        person.is(Role.AUTHORISING_OFFICER)
            || person.is(Role.OVERSEER)
            || person.is(Role.INTEGRITY_OFFICER)
            || person.is(Role.ANALYST);
    if (!person.enabled() || !part) {
      throw new UnknownInRegister("authority", id.toString());
    }
    return newest;
  }

  private static void requireNamed(Version version, Selector selector) {
    if (!version.draft().bounds().scope().selectors().contains(selector)) {
      throw new Refused.Application(
          "SX-AUTH-SELECTORS",
          "the authority does not name this selector",
          "selector",
          selector.type().name(),
          "take one that it names");
    }
  }

  // ------------------------------------------------------------------ what follows

  private record Standing(@Nullable Mark flag, boolean removed, @Nullable Mark removal) {}

  private static Standing standing(List<Mark> all, Selector selector) {
    Mark flag = null;
    Mark removal = null;
    boolean removed = false;
    for (Mark mark : all) {
      if (!mark.selector().equals(selector)) {
        continue;
      }
      switch (mark.kind()) {
        case FLAG -> {
          flag = mark;
          removed = false;
          removal = null;
        }
        case REMOVAL_PROPOSED -> removal = mark;
        case REMOVAL_CONFIRMED -> removed = true;
        default -> {}
      }
    }
    return new Standing(flag, removed, removal);
  }

  private List<Flagged> flagged(JdbcClient jdbc, Version version) {
    List<Mark> all = marks.all(jdbc, Of.of(version));
    ProtectedTerms lexicon = terms();
    List<Flagged> found = new ArrayList<>();
    for (Selector selector : version.draft().bounds().scope().selectors()) {
      Standing standing = standing(all, selector);
      boolean proposed = touches(lexicon, selector);
      if (standing.removed() || (!proposed && standing.flag() == null)) {
        continue;
      }
      Mark nexus = nexus(jdbc, version, all, selector);
      Mark flag = standing.flag();
      found.add(
          new Flagged(
              selector,
              flag == null ? "LEXICON" : String.valueOf(flag.actor()),
              nexus == null ? null : nexus.actor(),
              nexus == null ? "" : nexus.words(),
              standing.removal() == null ? null : standing.removal().actor()));
    }
    return found;
  }

  /* Hashtags run words together: each place in one may be where a word begins. */
  private static boolean touches(ProtectedTerms lexicon, Selector selector) {
    String value = selector.value();
    Set<String> parts = new LinkedHashSet<>(Set.of(value));
    if (selector.type() == SelectorType.HASHTAG) {
      for (int i = 1; i < value.length(); i++) {
        parts.add(value.substring(i));
      }
    }
    return lexicon.touches(parts);
  }

  private @Nullable Mark nexus(
      JdbcClient jdbc, Version version, List<Mark> all, Selector selector) {
    return all.stream()
        .filter(m -> m.kind() == Kind.NEXUS && m.selector().equals(selector))
        .filter(m -> counts(jdbc, version, m))
        .reduce((first, last) -> last)
        .orElse(null);
  }

  private boolean counts(JdbcClient jdbc, Version version, Mark mark) {
    ActorId by = mark.actor();
    if (by == null
        || by.equals(version.document().applicant())
        || !mark.digest().equals(version.digest())) {
      return false;
    }
    String text = nexusText(version, by, hash(jdbc, version, mark.selector()), mark.words());
    return people()
        .seek(jdbc, by)
        .filter(actor -> Signatures.verifies(actor, text, mark.note()))
        .isPresent();
  }

  /** Refuses an application that names protected activity without a signed nexus. */
  void requireNexus(JdbcClient jdbc, Version version) {
    List<Flagged> open = flagged(jdbc, version).stream().filter(f -> f.nexusBy() == null).toList();
    if (!open.isEmpty()) {
      throw new Refused.Application(
          "SX-AUTH-PROTECTED",
          "lawful speech, assembly, belief or association is not looked into",
          "selectors",
          open.size() + " without a signed nexus",
          "leave them out; or have a second person sign why each is directly related to the offence,"
              + " or two people say that it is none");
    }
  }

  /** Refuses an application whose selectors show persons for whom no flag is set. */
  void requireFlags(AuthorityDraft draft) {
    EnumSet<AuthorityDraft.SensitiveFlag> shown =
        EnumSet.noneOf(AuthorityDraft.SensitiveFlag.class);
    for (AuthorityDraft.SensitiveFlag flag : AuthorityDraft.SensitiveFlag.values()) {
      Object words = rules.pack().part("authority.sensitive").get(flag.name());
      if (words instanceof List<?> list
          && draft.bounds().scope().selectors().stream()
              .anyMatch(selector -> shows(selector, list))) {
        shown.add(flag);
      }
    }
    shown.removeAll(draft.duties().flags());
    if (!shown.isEmpty()) {
      throw new Refused.Application(
          "SX-AUTH-FLAG",
          "a selector shows a person in need of special protection",
          "flags",
          shown.toString(),
          "set the flag; the overseer then decides before anything is possible");
    }
  }

  private static boolean shows(Selector selector, List<?> words) {
    String value =
        " " + selector.value().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
    return words.stream().anyMatch(word -> value.contains(" " + word));
  }

  /** The selectors of a version that must not count: flagged, and without a nexus. */
  Set<Selector> held(JdbcClient jdbc, Version version) {
    Set<Selector> held = new LinkedHashSet<>();
    flagged(jdbc, version).stream()
        .filter(f -> f.nexusBy() == null)
        .forEach(f -> held.add(f.selector()));
    return held;
  }

  // ------------------------------------------------------------------ what others ask

  /**
   * What of an authority's newest version touches protected activity.
   *
   * @param viewer as for {@link #flag}
   */
  public List<Flagged> flagged(ActorId viewer, AuthorityId id) {
    return register.within(
        "protected",
        jdbc -> {
          Version newest = store.versions(jdbc, id).getFirst();
          Actor person = people().find(jdbc, viewer);
          if (!person.enabled()
              || !(person.is(Role.AUTHORISING_OFFICER)
                  || person.is(Role.OVERSEER)
                  || person.is(Role.INTEGRITY_OFFICER)
                  || person.is(Role.ANALYST))) {
            throw new UnknownInRegister("authority", id.toString());
          }
          return flagged(jdbc, newest);
        });
  }

  /** Whether a second person signed a nexus for every protected thing that a question speaks of. */
  boolean signed(Permit permit, Set<String> questions) {
    ProtectedTerms lexicon = terms();
    Set<String> named = new LinkedHashSet<>();
    for (Map.Entry<Selector, Instant> one : nexuses(permit).entrySet()) {
      named.add(Subjects.bare(one.getKey().value()));
    }
    return questions.stream()
        .map(question -> without(Subjects.bare(question), named))
        .noneMatch(rest -> lexicon.touches(Set.of(rest)));
  }

  /** Whether a nexus is signed for exactly this term. */
  boolean named(Permit permit, String bare) {
    return nexuses(permit).keySet().stream()
        .anyMatch(selector -> Subjects.bare(selector.value()).equals(bare));
  }

  /** Whether a nexus is signed for exactly this selector of what is applied for. */
  boolean signed(Version version, Selector selector) {
    return register.within(
        "protected",
        jdbc -> nexus(jdbc, version, marks.all(jdbc, Of.of(version)), selector) != null);
  }

  private static String without(String question, Set<String> named) {
    String rest = question;
    for (String one : named) {
      rest = rest.replace(one, " ");
    }
    return rest;
  }

  private Map<Selector, Instant> nexuses(Permit permit) {
    return register.within(
        "protected",
        jdbc -> {
          Map<Selector, Instant> found = new HashMap<>();
          List<Mark> all = marks.all(jdbc, Of.of(permit));
          if (all.stream().noneMatch(m -> m.kind() == Kind.NEXUS)) {
            return found;
          }
          store.versions(jdbc, permit.authority()).stream()
              .filter(v -> v.document().version() == permit.authorityVersion())
              .forEach(v ->
                  all.stream()
                      .filter(m -> m.kind() == Kind.NEXUS && counts(jdbc, v, m))
                      .forEach(m -> found.put(m.selector(), m.at())));
          return found;
        });
  }
}
