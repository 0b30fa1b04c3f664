package dev.sextant.verify;

import dev.sextant.ledger.VerifierKey;
import dev.sextant.verify.Irregularity.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which policy bundle and which jurisdiction pack is in force, and whether each entry names it. */
final class LawReplay {
  private static final List<String> KINDS = List.of("policy", "pack");

  private final OversightKit kit;
  private final Irregularities found;
  private final Map<String, String> inForce = new HashMap<>();
  private final Map<String, List<Approved>> approved = new HashMap<>();
  private final TreeMap<String, Long> unjudged = new TreeMap<>();

  /* Who said yes to a change of the law, and in which part. */
  private record Approved(String actor, String role) {}

  LawReplay(OversightKit kit, Irregularities found) {
    this.kit = kit;
    this.found = found;
  }

  /** Asks of an entry that it names the law in force. */
  void named(Entry entry) {
    for (String kind : KINDS) {
      String digest = entry.text(kind);
      String now = inForce.getOrDefault(kind, "");
      if (digest.isEmpty() && now.isEmpty()) {
        unjudged.merge("entries that name no " + kind + ", before one was in force", 1L, Long::sum);
      } else if (!digest.isEmpty() && !known(kind, digest)) {
        found.add(Kind.LAW, entry.leaf(), "under an unknown " + kind + " " + digest);
      } else if (!digest.equals(now)) {
        found.add(
            Kind.LAW,
            entry.leaf(),
            (digest.isEmpty() ? "names no " + kind : "under " + kind + " " + digest)
                + (now.isEmpty()
                    ? ", where none was in force"
                    : ", where " + now + " was in force"));
      }
    }
  }

  private boolean known(String kind, String digest) {
    return kind.equals("policy") ? kit.hasPolicy(digest) : kit.pack(digest) != null;
  }

  /** Follows the deeds by which the law changes. */
  void ended(Replay.Open begun, Entry outcome, Instant at) {
    if (!outcome.done()) {
      return;
    }
    for (String kind : KINDS) {
      String prefix = kind.toUpperCase(Locale.ROOT) + "_";
      String change = outcome.output("change");
      if (begun.step().equals(prefix + "APPROVE")
          && outcome.output("decision").equals("APPROVED")
          && signed(begun, outcome)) {
        approved
            .computeIfAbsent(change, key -> new ArrayList<>())
            .add(new Approved(begun.actor(), outcome.output("role")));
      } else if (begun.step().equals(prefix + "FORCE")) {
        force(kind, change, outcome);
      }
    }
  }

  /* The signed note says the same of the same change, and the person's own key verifies it. */
  private boolean signed(Replay.Open begun, Entry outcome) {
    Word word = kit.lawWord(outcome.output("note"));
    VerifierKey key = kit.key(begun.actor());
    boolean ok =
        word != null
            && key != null
            && word.signedBy(key)
            && word.field("change").equals(outcome.output("change"))
            && word.field("new").equals(outcome.output("new"))
            && word.field("role").equals(outcome.output("role"))
            && word.field("decision").equals("APPROVED");
    if (!ok) {
      found.add(
          Kind.SIGNATURE, outcome.leaf(), "the kit lacks the signed note of this " + begun.step());
    }
    return ok;
  }

  private void force(String kind, String change, Entry outcome) {
    String before = inForce.getOrDefault(kind, "");
    String after = outcome.output("new");
    boolean first = outcome.outputNumber("first") == 1;
    boolean narrowing = outcome.outputNumber("narrowing") == 1;
    if (first != before.isEmpty() || (!first && !outcome.output("old").equals(before))) {
      found.add(
          Kind.LAW,
          outcome.leaf(),
          "brings "
              + kind
              + " "
              + after
              + " into force after "
              + before
              + ", not after what it says");
    }
    List<Approved> words = approved.getOrDefault(change, List.of());
    boolean two =
        words.stream().map(Approved::role).distinct().count() > 1
            && words.stream().map(Approved::actor).distinct().count() > 1;
    if (!first && !narrowing && !two) {
      found.add(
          Kind.LAW,
          outcome.leaf(),
          kind + " " + after + " came into force without two approvals of two parts");
    }
    if (!known(kind, after)) {
      found.add(Kind.LAW, outcome.leaf(), "the kit lacks the text of " + kind + " " + after);
    }
    inForce.put(kind, after);
    approved.remove(change);
  }

  /** A time's length in the pack now in force. */
  Optional<Duration> duration(String path) {
    @Nullable PackText pack = kit.pack(inForce.getOrDefault("pack", ""));
    return pack == null ? Optional.empty() : pack.duration(path);
  }

  /** Notes that something could not be judged. */
  void unjudged(String what) {
    unjudged.merge(what, 1L, Long::sum);
  }

  Map<String, Long> unjudged() {
    return unjudged;
  }
}
