package dev.sextant.findings;

import dev.sextant.records.RecordKind;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.FindingId;
import dev.sextant.terms.Grade;
import dev.sextant.terms.JudgementId;
import dev.sextant.terms.Locator;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import dev.sextant.terms.StatementType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Made-up findings for tests; nobody in them lives. */
public final class MadeUpFinding {
  /** Reported by a made-up messenger export, in many scripts. */
  public static final String WORDS =
      "Bring the crates to Pier 7 <b>tonight</b> & say \"Ostsee\".\nПривет, друзья! Γειά σου. "
          + "مرحبا بالعالم 123. שלום עולם. สวัสดี 🙂👍🏽 中文 \u202Eevil\u0007";

  private MadeUpFinding() {}

  static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** A support whose excerpt is whole. */
  public static Support support(String exhibit, String words, String note) {
    String excerpt = "{\"id\": 17, \"text\": \"" + words + "\"}";
    Digest digest = Digest.of(exhibit.getBytes(StandardCharsets.UTF_8));
    return new Support(
        Digest.ofFields("sample", exhibit, words),
        RecordKind.MESSAGE,
        Platform.TELEGRAM,
        exhibit,
        new Locator(digest, "result.json", 4096, 4096 + excerpt.length(), "/messages/17"),
        ClaimedTime.utc(
            Instant.parse("2026-03-01T18:04:05Z"), "1772388245", ClaimedTime.Precision.SECOND),
        Instant.parse("2026-04-02T09:00:00Z"),
        "Mira Холм",
        "telegram/platform_id/777001",
        words,
        excerpt,
        true,
        Digest.of(excerpt.getBytes(StandardCharsets.UTF_8)),
        note,
        null,
        List.of());
  }

  /** A ring of {@code n} entities with a few chords; the first two are named. */
  public static CitedSnapshot snapshot(int n) {
    List<CitedSnapshot.Node> nodes = new ArrayList<>();
    List<CitedSnapshot.Tie> ties = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      nodes.add(
          i > 1
              ? CitedSnapshot.Node.unnamed(i + 1)
              : new CitedSnapshot.Node(
                  i + 1,
                  Digest.ofFields("sample-entity", Integer.toString(i)).hex(),
                  i == 0 ? "Mira Холм" : "مرحبا",
                  List.of("telegram/platform_id/" + (777001 + i))));
    }
    for (int i = 0; i < n; i++) {
      for (int step : i % 5 == 0 ? new int[] {1, n / 2} : new int[] {1}) {
        int to = (i + step) % n;
        if (i != to) {
          ties.add(
              new CitedSnapshot.Tie(
                  i,
                  to,
                  (1.0 + i % 7) + "",
                  new TreeMap<>(Map.of("MESSAGE", 1L + i % 7)),
                  "2026-03-01T18:04:05Z",
                  "2026-03-09T18:04:05Z",
                  List.of()));
        }
      }
    }
    return new CitedSnapshot(
        new SnapshotId(uuid("snapshot")),
        Digest.ofFields("snapshot", Integer.toString(n)),
        Map.of("kinds", "MESSAGE, REPLY", "minimumRecords", "1", "directed", "true"),
        Span.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z")),
        412,
        33,
        n,
        ties.size(),
        nodes,
        ties);
  }

  /** A measure of that snapshot. */
  public static CitedMeasure measure(CitedSnapshot snapshot) {
    List<CitedMeasure.Value> values = new ArrayList<>();
    for (int i = 0; i < snapshot.nodes().size(); i++) {
      CitedSnapshot.Node node = snapshot.nodes().get(i);
      values.add(
          new CitedMeasure.Value(
              node.number(),
              node.entityKey(),
              node.label(),
              Double.toString(100.0 / (i + 3)),
              i + 1,
              i + 4));
    }
    return new CitedMeasure(
        new MeasureId(uuid("measure")),
        snapshot.id(),
        "BETWEENNESS",
        42,
        Map.of("normalised", "false"),
        Map.of("highest", "33.3333"),
        "Shortest paths that pass through a node (Brandes 2001, doi:10.1080/0022250X.2001.9990249)."
            + "\nWhen ties are missing, ranks near each other change places first.",
        values);
  }

  /** A claim that passes every check. */
  public static Claim claim(
      List<Support> supports, CitedSnapshot snapshot, CitedMeasure measure, CitedEntity entity) {
    return new Claim(
        "The account shown as Mira Холм passed the time of a delivery",
        "On 1 March 2026 the account shown as Mira Холм wrote the place and time of a delivery to "
            + "the group. The measures place it between the two parts of the network.",
        StatementType.ASSESSMENT,
        Grade.parse("UK-3x5x2", "2/C/C/return after trial"),
        "Read all 412 messages of the group in the window; compared times with the delivery note.",
        supports.stream().map(s -> new Citation(s.record(), s.note())).toList(),
        List.of(),
        "Searched the group for a denial, a cancellation and another sender; none found.",
        List.of("Somebody else used the phone.", "The words are a joke among friends."),
        snapshot.id(),
        List.of(measure.id()),
        List.of(entity.key()));
  }

  /** The same finding with a translation beside its first record. */
  public static FindingDocument noted(FindingDocument plain) {
    List<Support> supports = new ArrayList<>(plain.supports());
    Support s = supports.getFirst();
    CitedNote note =
        new CitedNote(
            uuid("note"),
            2,
            dev.sextant.records.Written.Kind.TRANSLATION,
            "de",
            "Bring die Kisten",
            "Bring the crates",
            "I. Interpreter",
            "",
            "A. Analyst",
            Instant.parse("2026-04-03T09:00:00Z"));
    supports.set(
        0,
        new Support(
            s.record(),
            s.kind(),
            s.platform(),
            s.exhibitNumber(),
            s.locator(),
            s.claimed(),
            s.acquired(),
            s.author(),
            s.authorKey(),
            s.words(),
            s.excerpt(),
            s.excerptWhole(),
            s.excerptDigest(),
            s.note(),
            s.place(),
            List.of(note)));
    java.util.Iterator<Support> cited = supports.iterator();
    Claim claim =
        plain.claim().citing(citation -> cited.hasNext() ? cited.next().citation() : citation);
    return new FindingDocument(
        plain.id(),
        plain.number(),
        plain.caseId(),
        plain.authority(),
        plain.authorityVersion(),
        plain.author(),
        plain.authorName(),
        plain.frozen(),
        claim,
        supports,
        plain.counterSupports(),
        plain.snapshot(),
        plain.measures(),
        plain.entities());
  }

  /** The same finding with competing hypotheses, a declared scale, and another that it corrects. */
  public static FindingDocument weighed(FindingDocument plain, int hypotheses) {
    List<AchMatrix.Hypothesis> all = new ArrayList<>();
    for (int h = 1; h <= hypotheses; h++) {
      all.add(new AchMatrix.Hypothesis("Explanation number " + h + " of what was seen", h == 2));
    }
    List<AchMatrix.Row> rows = new ArrayList<>();
    int seen = 0;
    for (Support support : plain.supports()) {
      List<AchMatrix.Cell> cells = new ArrayList<>();
      for (int h = 0; h < hypotheses; h++) {
        cells.add(AchMatrix.Cell.values()[(h * 3 + seen) % 6]);
      }
      seen++;
      rows.add(
          new AchMatrix.Row(
              AchMatrix.RowKind.RECORD,
              support.record(),
              "Names the pier and the hour",
              AchMatrix.Level.LOW,
              AchMatrix.Level.HIGH,
              cells));
    }
    rows.add(
        new AchMatrix.Row(
            AchMatrix.RowKind.ABSENCE,
            null,
            "No denial was found in the group",
            AchMatrix.Level.MEDIUM,
            AchMatrix.Level.MEDIUM,
            java.util.Collections.nCopies(hypotheses, AchMatrix.Cell.N)));
    return new FindingDocument(
            plain.id(),
            plain.number(),
            plain.caseId(),
            plain.authority(),
            plain.authorityVersion(),
            plain.author(),
            plain.authorName(),
            plain.frozen(),
            plain.claim().with(new Reasoning(EstimateScale.PHIA, new AchMatrix(all, rows, 1))),
            plain.supports(),
            plain.counterSupports(),
            plain.snapshot(),
            plain.measures(),
            plain.entities())
        .correcting(
            new Correction(
                new FindingId(uuid("wrong")),
                1,
                Digest.ofFields("wrong"),
                2,
                "The hour was read in the wrong zone."));
  }

  /** A whole finding with a network of {@code n} entities. */
  public static FindingDocument document(int number, int n) {
    CitedSnapshot snapshot = snapshot(n);
    CitedMeasure measure = measure(snapshot);
    CitedSnapshot.Node first = snapshot.nodes().getFirst();
    CitedEntity entity =
        new CitedEntity(
            first.entityKey(),
            first.label(),
            List.of(
                new CitedEntity.CitedAccount(
                    "telegram/platform_id/777001",
                    "telegram",
                    "PLATFORM_ID",
                    List.of("mira_h"),
                    List.of("Mira Холм"),
                    77),
                new CitedEntity.CitedAccount(
                    "whatsapp/phone/+442079460958",
                    "whatsapp",
                    "PHONE",
                    List.of(),
                    List.of("Mira"),
                    12)),
            List.of(
                new CitedEntity.CitedJudgement(
                    new JudgementId(uuid("judgement")),
                    "telegram/platform_id/777001",
                    "whatsapp/phone/+442079460958",
                    "SAME",
                    "Both profiles give the same verified number.",
                    "A. Analyst",
                    Instant.parse("2026-04-03T10:00:00Z"))));
    List<Support> supports =
        List.of(
            support("C1/E-1", WORDS, "Names the pier."), support("C1/E-2", "ok, 23:00 then", ""));
    return new FindingDocument(
        new FindingId(uuid("finding" + number)),
        number,
        new CaseId(uuid("case")),
        new AuthorityId(uuid("authority")),
        2,
        new ActorId(uuid("author")),
        "A. Analyst",
        Instant.parse("2026-04-05T08:30:00Z"),
        claim(supports, snapshot, measure, entity),
        supports,
        List.of(),
        snapshot,
        List.of(measure),
        List.of(entity));
  }
}
