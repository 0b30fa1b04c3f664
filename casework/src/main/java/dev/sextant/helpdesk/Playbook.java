package dev.sextant.helpdesk;

import dev.sextant.terms.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is publicly known of asking a provider: facts with their sources and nothing else.
 *
 * @param provider short name
 * @param name as printed
 * @param platforms which platforms are this provider's
 * @param version counts changes of this playbook, from 1
 * @param verified the day for which the provider's own page is known to have said so, or null if no
 *     such day is known
 * @param facts what is known
 * @param unheld kinds of data that the provider says it does not hold or does not give
 * @param unverified what a request needs and could not be verified: ask the provider
 */
public record Playbook(
    String provider,
    String name,
    Set<Platform> platforms,
    int version,
    @Nullable LocalDate verified,
    List<Fact> facts,
    Set<DataField> unheld,
    List<String> unverified) {
  /** Copies. */
  public Playbook {
    platforms = Set.copyOf(platforms);
    facts = List.copyOf(facts);
    unheld = Set.copyOf(unheld);
    unverified = List.copyOf(unverified);
  }

  /**
   * One thing that is known.
   *
   * @param topic what of: channel, identifiers, preservation, ladder, notice, emergency, abroad
   * @param says the fact, in our words
   * @param source where it was read
   * @param asOf the day that the source gives itself, or null
   */
  public record Fact(String topic, String says, String source, @Nullable LocalDate asOf) {}

  /** Whether it is older than may be relied on. */
  public boolean stale(Duration after, Instant now) {
    return verified == null
        || verified.atStartOfDay(ZoneOffset.UTC).toInstant().plus(after).isBefore(now);
  }

  List<String> warnings(Duration after, Instant now) {
    List<String> warnings = new ArrayList<>();
    if (verified == null) {
      warnings.add(
          "The playbook of "
              + name
              + " was never checked against the provider's page: check it before you rely on it.");
    } else if (stale(after, now)) {
      warnings.add(
          "The playbook of "
              + name
              + " was last verified for "
              + verified
              + ", more than "
              + after.toDays()
              + " days ago: check it against the provider's page.");
    }
    if (!unverified.isEmpty()) {
      warnings.add("Not verified for " + name + ": " + String.join("; ", unverified) + ".");
    }
    return warnings;
  }
}
