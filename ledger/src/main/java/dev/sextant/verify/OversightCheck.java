package dev.sextant.verify;

import dev.sextant.ledger.CheckReport;
import dev.sextant.ledger.Checkpoint;
import dev.sextant.ledger.Flaw;
import dev.sextant.ledger.LedgerChecker;
import dev.sextant.ledger.LedgerFault;
import dev.sextant.ledger.LedgerView;
import dev.sextant.ledger.TrustPolicy;
import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.Digest;
import dev.sextant.verify.Irregularity.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks an overseer kit: signatures and quorum, every kept checkpoint, every hash, and then every
 * act against what was in force when it was done. One pass over the log; memory grows with people,
 * authorities and kept checkpoints, not with acts.
 */
public final class OversightCheck {
  private static final Pattern ENTRY = Pattern.compile("entry (\\d+)");

  private final OversightKit kit;
  private final Asked asked;
  private final Irregularities found = new Irregularities();
  private final List<String> checks = new ArrayList<>();

  /**
   * What the overseer brings along and wants.
   *
   * @param logKey the log's key, had from elsewhere; null takes the kit's
   * @param policy the witnesses that he trusts; null takes the kit's
   * @param kept folders with checkpoints that he or his witness kept
   * @param seed of his sample
   * @param sample how many exhibits and leaves to hold against each other
   */
  public record Asked(
      @Nullable VerifierKey logKey,
      @Nullable TrustPolicy policy,
      List<Path> kept,
      long seed,
      int sample) {
    /** Copies. */
    public Asked {
      kept = List.copyOf(kept);
    }
  }

  private OversightCheck(OversightKit kit, Asked asked) {
    this.kit = kit;
    this.asked = asked;
  }

  /**
   * Checks a kit.
   *
   * @param root its folder, or the root of its zip
   * @throws VerifyFault if it is no kit, or a file cannot be read
   */
  public static OversightReport check(Path root, Asked asked) throws IOException {
    return new OversightCheck(OversightKit.open(root), asked).run();
  }

  private OversightReport run() throws IOException {
    kit.faults().forEach(found::add);
    VerifierKey logKey = logKey();
    TrustPolicy policy = asked.policy() == null ? kit.policy() : asked.policy();
    LedgerView log = kit.log();
    Kept kept = kept(logKey);
    Figures figures = new Figures();
    Sampling sampling = new Sampling(kit, found, asked.seed(), asked.sample());
    sampling.draw();
    Replay replay = new Replay(kit, found, figures, sampling);
    Waiting waiting = new Waiting(kept, policy, found);
    CheckReport report =
        new LedgerChecker(logKey, policy, kept.all)
            .check(
                log,
                (index, entry) -> {
                  replay.take(index, entry);
                  waiting.take(index, replay.latest());
                });
    report.flaws().forEach(this::translate);
    sampling.settle();
    compareFigures(figures);
    checks.add(
        "signatures: log "
            + (report.signed() ? "verified" : "NOT verified")
            + ", cosigned by "
            + String.join(", ", report.cosigners()));
    checks.add("kept checkpoints continued: " + report.earlier() + " of " + kept.all.size());
    checks.add(
        "root rebuilt from "
            + report.size()
            + " entries: "
            + (report.root().isPresent() ? "yes" : "NO"));
    checks.add("acts replayed: " + replay.acts() + ", to " + replay.latest());
    checks.add("evidence and leaves with seed " + asked.seed() + ": " + sampling.told());
    return new OversightReport(
        subject(report, logKey),
        checks,
        found.told(),
        found.counts(),
        replay.unfinished(),
        replay.unjudged(),
        figures);
  }

  private VerifierKey logKey() {
    VerifierKey given = asked.logKey();
    if (given != null) {
      return given;
    }
    if (kit.policy().logs().isEmpty()) {
      throw new VerifyFault.BadKit("the log's key is not known", "witnesses.policy", "no log line");
    }
    return kit.policy().logs().getFirst().key();
  }

  private Map<String, String> subject(CheckReport report, VerifierKey logKey) {
    Map<String, String> subject = new LinkedHashMap<>();
    subject.put("log", report.origin());
    subject.put("size", Long.toString(report.size()));
    subject.put("root", report.root().map(Digest::hex).orElse("not computed"));
    subject.put("kit made", kit.about("created") + " by " + kit.about("program"));
    subject.put(
        "log key", logKey.fingerprint() + (asked.logKey() == null ? " (of the kit)" : " (yours)"));
    TrustPolicy policy = asked.policy() == null ? kit.policy() : asked.policy();
    for (TrustPolicy.Party witness : policy.parties()) {
      subject.put(
          "witness " + witness.key().name(),
          witness.key().fingerprint() + (asked.policy() == null ? " (of the kit)" : " (yours)"));
    }
    return subject;
  }

  /** Checkpoints that somebody kept, by size and root, each once. */
  private static final class Kept {
    private final List<Checkpoint> all = new ArrayList<>();
  }

  private Kept kept(VerifierKey logKey) {
    Map<Long, Checkpoint> bySize = new HashMap<>();
    Kept kept = new Kept();
    Consumer<Checkpoint> taker =
        checkpoint -> {
          if (!checkpoint.origin().equals(logKey.name())) {
            return; // A witness keeps those of other logs too.
          }
          Checkpoint known = bySize.putIfAbsent(checkpoint.size(), checkpoint);
          if (known == null) {
            kept.all.add(checkpoint);
          } else if (!known.root().equals(checkpoint.root())) {
            kept.all.add(checkpoint);
            forked(known, checkpoint, logKey);
          }
        };
    Consumer<String> unreadable = what -> found.add(Kind.SIGNATURE, "kept checkpoint", what);
    kit.checkpoints(taker, unreadable);
    for (Path folder : asked.kept()) {
      OversightKit.checkpoints(folder, taker, unreadable);
    }
    return kept;
  }

  /* Two roots of one size, both signed by the log: no story explains that but a second history. */
  private void forked(Checkpoint one, Checkpoint other, VerifierKey logKey) {
    try {
      one.verify(logKey);
      other.verify(logKey);
      found.add(
          Kind.FORKED,
          "size " + one.size(),
          "the log signed two roots: " + one.root() + " and " + other.root());
    } catch (LedgerFault e) {
      found.add(Kind.SIGNATURE, "kept checkpoint of size " + one.size(), e.what());
    }
  }

  private void translate(Flaw flaw) {
    String place = flaw.place();
    Matcher entry = ENTRY.matcher(place);
    Kind kind;
    if (flaw.what().contains("rolled back")) {
      kind = Kind.ROLLED_BACK;
    } else if (flaw.what().contains("altered or forked")
        || flaw.what().contains("of another log")) {
      kind = Kind.FORKED;
    } else if (flaw.what().startsWith("SX-LEDGER-SIGNATURE")) {
      kind = Kind.SIGNATURE;
    } else {
      kind = Kind.ALTERED;
    }
    long leaf = entry.matches() ? Long.parseLong(entry.group(1)) : -1;
    found.add(new Irregularity(kind, leaf, place, flaw.what()));
  }

  private void compareFigures(Figures figures) throws IOException {
    Map<?, ?> reported = kit.reportedFigures();
    TreeMap<String, String> ours = flat(figures.groups());
    TreeMap<String, String> theirs = flat(reported);
    theirs.forEach((name, value) -> {
      String own = ours.getOrDefault(name, "0");
      if (!own.equals(value)) {
        found.add(Kind.FIGURES, name, "reported as " + value + ", the log gives " + own);
      }
    });
    ours.forEach((name, value) -> {
      if (!theirs.containsKey(name)) {
        found.add(Kind.FIGURES, name, "not reported, the log gives " + value);
      }
    });
    checks.add("figures made again: " + ours.size() + ", reported: " + theirs.size());
  }

  private static TreeMap<String, String> flat(Map<?, ?> groups) {
    TreeMap<String, String> flat = new TreeMap<>();
    groups.forEach((group, counts) -> {
      if (counts instanceof Map<?, ?> map) {
        map.forEach((name, count) -> flat.put(group + " / " + name, String.valueOf(count)));
      }
    });
    return flat;
  }

  /** For how long acts waited until a quorum had cosigned them. */
  private static final class Waiting {
    /** The pack's 24 hours and the time that a publication takes. */
    private static final Duration LIMIT = Duration.ofHours(25);

    private final TreeMap<Long, Instant> cosigned = new TreeMap<>();
    private final Irregularities found;
    private long told = -1;

    Waiting(Kept kept, TrustPolicy policy, Irregularities found) {
      this.found = found;
      for (Checkpoint checkpoint : kept.all) {
        try {
          Instant when = policy.check(checkpoint);
          cosigned.merge(checkpoint.size(), when, (a, b) -> a.isBefore(b) ? a : b);
        } catch (LedgerFault.BadSignature e) {
          continue; // Kept by somebody, cosigned by too few: it dates nothing.
        }
      }
    }

    void take(long index, @Nullable Instant at) {
      Map.Entry<Long, Instant> covering = cosigned.higherEntry(index);
      if (at == null || covering == null || told == covering.getKey()) {
        return;
      }
      if (covering.getValue().isAfter(at.plus(LIMIT))) {
        told = covering.getKey();
        found.add(
            Kind.UNCOSIGNED,
            index,
            "of " + at + " was cosigned at " + covering.getValue() + ", with the tree of " + told);
      }
    }
  }
}
