package dev.sextant.verify;

import dev.sextant.verify.Irregularity.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges each permit when it is given, from the signed documents of the kit. */
final class PermitReplay {
  /** Permits that are over are let go of when there are so many. */
  private static final int MOST_HELD = 4096;

  private final OversightKit kit;
  private final Irregularities found;
  private final LawReplay law;
  private final Map<String, Given> held = new HashMap<>();
  private final Set<String> principled = new HashSet<>();
  private int sweepAt = MOST_HELD;

  /**
   * A permit as the log gave it.
   *
   * @param version of its authority
   * @param actor to whom
   * @param caseId in which case
   * @param expires its end
   * @param epoch of the version: a permit is dead once its version has stopped
   */
  record Given(VersionState version, String actor, String caseId, Instant expires, int epoch) {}

  PermitReplay(OversightKit kit, Irregularities found, LawReplay law) {
    this.kit = kit;
    this.found = found;
    this.law = law;
  }

  @Nullable Given held(String permit) {
    return held.get(permit);
  }

  void given(Replay.Open begun, Entry outcome, Instant at, RegisterReplay register) {
    String key = begun.authority() + "/" + outcome.outputNumber("version");
    VersionState version = register.version(key);
    Instant expires = Entry.moment(outcome.output("expires"));
    if (version == null || expires == null) {
      found.add(Kind.PERMIT, outcome.leaf(), "of an authority that the log does not know: " + key);
      return;
    }
    AuthorityText text = kit.authority(key);
    String document = outcome.output("document");
    if (text == null
        || (!text.digest().hex().equals(document) && !text.granted().equals(document))) {
      found.add(Kind.DOCUMENT, outcome.leaf(), "the kit lacks document " + document + " of " + key);
    } else {
      for (String why : lacking(begun, new Asked(version, text, document, at, expires))) {
        found.add(Kind.PERMIT, outcome.leaf(), "under " + key + " " + why);
      }
    }
    sweep(at);
    held.put(
        outcome.output("permit"),
        new Given(version, begun.actor(), begun.entry().text("case"), expires, version.epoch()));
  }

  private record Asked(
      VersionState version, AuthorityText text, String document, Instant at, Instant expires) {}

  private List<String> lacking(Replay.Open begun, Asked asked) {
    List<String> lacks = new ArrayList<>();
    VersionState version = asked.version();
    AuthorityText text = asked.text();
    if (!version.living()) {
      lacks.add("in state " + version.state());
    }
    if (!text.team().contains(begun.actor())) {
      lacks.add("for " + begun.actor() + ", who is not on its team");
    }
    if (!text.caseId().equals(begun.entry().text("case"))) {
      lacks.add("in another case than its own");
    }
    boolean written =
        text.digest().hex().equals(asked.document()) && !version.state().equals("ACTIVE_URGENT");
    if (written) {
      if (!signed(text)) {
        lacks.add("without the applicant's signature under each of its principles");
      }
      RegisterReplay.deciders(text.bounds().beforehand()).stream()
          .filter(role -> !version.granted(role, asked.document()))
          .forEach(role -> lacks.add("without the signed yes of " + role));
    } else {
      law.unjudged("permits under an authority granted by word of mouth: signatures");
    }
    lacks.addAll(late(asked));
    return lacks;
  }

  private boolean signed(AuthorityText text) {
    String name = text.key() + " " + text.digest();
    if (!principled.contains(name) && kit.signedPrinciples(text) == text.principles().size()) {
      principled.add(name);
    }
    return principled.contains(name);
  }

  private List<String> late(Asked asked) {
    List<String> lacks = new ArrayList<>();
    AuthorityText.Bounds bounds = asked.text().bounds();
    Instant from = bounds.from();
    if (from != null && asked.at().isBefore(from)) {
      lacks.add("before its time, " + from);
    }
    Instant until = until(asked);
    if (asked.expires().isAfter(until)) {
      lacks.add("until " + asked.expires() + ", where it lives until " + until);
    }
    Optional<Duration> longest = law.duration("permit.longest");
    if (longest.isEmpty()) {
      law.unjudged("permits: their longest time, since no pack in force says it");
    } else if (asked.expires().isAfter(asked.at().plus(longest.get()).plus(Replay.SLACK))) {
      lacks.add("until " + asked.expires() + ", longer than " + longest.get());
    }
    return lacks;
  }

  /* The end of the window, the next review, or the overseer's term, whichever comes first. */
  private Instant until(Asked asked) {
    AuthorityText.Bounds bounds = asked.text().bounds();
    Instant until = bounds.to();
    Instant reviewed = asked.version().reviewedAt();
    if (reviewed != null) {
      until = earlier(until, reviewed.plus(bounds.reviewEvery()).plus(Replay.SLACK));
    }
    Instant since = asked.version().activeSince();
    if (since != null && !asked.version().granted(RegisterReplay.overseer(), asked.document())) {
      Optional<Duration> within = law.duration("authority.overseenWithin");
      if (within.isPresent()) {
        until = earlier(until, since.plus(within.get()).plus(Replay.SLACK));
      }
    }
    return until;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private void sweep(Instant at) {
    if (held.size() < sweepAt) {
      return;
    }
    // Kept a little beyond its end, so that an act just too late is told as such.
    held.values().removeIf(one -> one.expires().isBefore(at.minus(Duration.ofHours(1))));
    sweepAt = Math.max(MOST_HELD, 2 * held.size());
  }
}
