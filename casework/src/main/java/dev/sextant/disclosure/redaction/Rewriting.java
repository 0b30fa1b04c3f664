package dev.sextant.disclosure.redaction;

import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.Citation;
import dev.sextant.findings.CitedEntity;
import dev.sextant.findings.CitedMeasure;
import dev.sextant.findings.CitedNote;
import dev.sextant.findings.CitedPlace;
import dev.sextant.findings.CitedSnapshot;
import dev.sextant.findings.Claim;
import dev.sextant.findings.Correction;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Reasoning;
import dev.sextant.findings.Support;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a copy of a finding without what is taken out. Where words go, so do the digests over them:
 * whoever holds the rest of the bytes could try names until a digest fits. In their place stands a
 * commitment, an HMAC-SHA-256 under a key that stays in the case.
 */
final class Rewriting {
  private final Persons persons;
  private final UnaryOperator<String> text;
  private final UnaryOperator<Digest> commitment;
  private final Set<Digest> commitments = new HashSet<>();
  private final Map<Digest, Digest> records = new HashMap<>();

  /**
   * @param persons who is withheld
   * @param text takes out of a text what must not be in it
   * @param commitment what stands in place of a digest
   */
  Rewriting(Persons persons, UnaryOperator<String> text, UnaryOperator<Digest> commitment) {
    this.persons = persons;
    this.text = text;
    this.commitment = commitment;
  }

  /** What stands in the copies in place of digests. */
  Set<Digest> commitments() {
    return commitments;
  }

  private Digest committed(Digest digest) {
    Digest made = commitment.apply(digest);
    commitments.add(made);
    return made;
  }

  /**
   * A copy, without its salt.
   *
   * @param whole paths of records that are taken out, by what stands in their place
   */
  FindingDocument of(FindingDocument d, Map<String, String> whole) {
    List<Support> supports = supports("supports", d.supports(), whole);
    List<Support> counter = supports("counterSupports", d.counterSupports(), whole);
    CitedSnapshot snapshot = d.snapshot() == null ? null : snapshot(d.snapshot());
    List<CitedMeasure> measures = d.measures().stream().map(this::measure).toList();
    List<CitedEntity> entities = d.entities().stream().map(this::entity).toList();
    Claim c = d.claim();
    Claim claim =
        new Claim(
            text.apply(c.title()),
            text.apply(c.text()),
            c.type(),
            c.grade(),
            text.apply(c.method()),
            citations(supports),
            citations(counter),
            text.apply(c.noCounterSupport()),
            c.alternatives().stream().map(text).toList(),
            c.snapshot(),
            c.measures(),
            entities.stream().map(CitedEntity::key).toList(),
            reasoning(c.reasoning(), instead(d, whole)));
    return new FindingDocument(
            d.id(),
            d.number(),
            d.caseId(),
            d.authority(),
            d.authorityVersion(),
            d.author(),
            d.authorName(),
            d.frozen(),
            claim,
            supports,
            counter,
            snapshot,
            measures,
            entities)
        .correcting(correction(d.corrects()));
  }

  private @Nullable Correction correction(@Nullable Correction c) {
    return c == null
        ? null
        : new Correction(c.finding(), c.number(), c.digest(), c.version(), text.apply(c.reason()));
  }

  /* What stands in place of records that are taken out, by the record. */
  private static Map<Digest, String> instead(FindingDocument d, Map<String, String> whole) {
    Map<Digest, String> instead = new HashMap<>();
    whole.forEach((path, words) -> instead.put(Places.support(d, path).record(), words));
    return instead;
  }

  private Reasoning reasoning(Reasoning r, Map<Digest, String> instead) {
    AchMatrix m = r.matrix();
    if (m == null) {
      return r;
    }
    return new Reasoning(
        r.scale(),
        new AchMatrix(
            m.hypotheses().stream()
                .map(h -> new AchMatrix.Hypothesis(text.apply(h.text()), h.innocent()))
                .toList(),
            m.rows().stream().map(row -> row(row, instead)).toList(),
            m.held()));
  }

  /* A row says in a few words what its record shows: that goes with the record, as notes do. */
  private AchMatrix.Row row(AchMatrix.Row row, Map<Digest, String> instead) {
    Digest record = row.record();
    String gone = record == null ? null : instead.get(record);
    return new AchMatrix.Row(
        row.kind(),
        record == null ? null : records.getOrDefault(record, record),
        gone == null ? text.apply(row.text()) : gone,
        row.credibility(),
        row.relevance(),
        row.cells());
  }

  private static List<Citation> citations(List<Support> supports) {
    return supports.stream().map(Support::citation).toList();
  }

  private List<Support> supports(String name, List<Support> all, Map<String, String> whole) {
    List<Support> copies = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      copies.add(support(all.get(i), whole.get(name + "/" + i)));
    }
    return copies;
  }

  private Support support(Support s, @Nullable String instead) {
    Persons.Person author = persons.withheld(s.authorKey());
    boolean gone = instead != null;
    String words = instead != null ? instead : text.apply(s.words());
    String note = gone ? "" : text.apply(s.note());
    String shown = gone ? "" : author == null ? text.apply(s.author()) : author.instead();
    String key = gone ? "" : author == null ? text.apply(s.authorKey()) : author.key();
    Locator at = s.locator();
    Locator where =
        new Locator(
            at.exhibit(), text.apply(at.part()), at.from(), at.to(), text.apply(at.pointer()));
    // The bytes say the same in another spelling, and often more: they are given whole or not.
    boolean bytes =
        !gone
            && author == null
            && words.equals(s.words())
            && text.apply(s.excerpt()).equals(s.excerpt());
    return new Support(
        where.equals(at) ? s.record() : records.computeIfAbsent(s.record(), this::committed),
        s.kind(),
        s.platform(),
        s.exhibitNumber(),
        where,
        time(s.claimed()),
        s.acquired(),
        shown,
        key,
        words,
        bytes ? s.excerpt() : "",
        bytes && s.excerptWhole(),
        bytes ? s.excerptDigest() : committed(s.excerptDigest()),
        note,
        bytes ? place(s.place()) : null,
        gone ? List.of() : s.beside().stream().map(one -> beside(one, s.words())).toList());
  }

  /* A translation says in other words what its original says: no search for what was taken out of the one finds it
   * in the other, so that it goes whole where its original lost anything. A stretch that cuts what was taken out in
   * two holds it nowhere as a whole, but stands no longer in the words that are left: it goes too. */
  private CitedNote beside(CitedNote note, String words) {
    return note.with(
        kept(note, words) ? text.apply(note.text()) : Redactor.WITHHELD,
        stands(note, words) ? text.apply(note.original()) : Redactor.WITHHELD,
        text.apply(note.translator()),
        text.apply(note.tool()));
  }

  /** Whether the text of what is written beside some words stays, without what is taken out. */
  boolean kept(CitedNote note, String words) {
    String original = note.original().isEmpty() ? words : note.original();
    return !note.translation() || (stands(note, words) && text.apply(original).equals(original));
  }

  private boolean stands(CitedNote note, String words) {
    String left = text.apply(words);
    return left.equals(words) || left.contains(text.apply(note.original()));
  }

  /* Where somebody was is said by the same bytes, so it goes with them; and with a name that says
   * whose place it is. */
  private @Nullable CitedPlace place(@Nullable CitedPlace place) {
    return place != null && text.apply(place.name()).equals(place.name()) ? place : null;
  }

  private ClaimedTime time(ClaimedTime time) {
    return new ClaimedTime(
        time.instant(), text.apply(time.text()), time.basis(), time.zone(), time.precision());
  }

  private CitedSnapshot snapshot(CitedSnapshot s) {
    List<CitedSnapshot.Node> nodes = s.nodes().stream().map(this::node).toList();
    List<CitedSnapshot.Tie> ties = new ArrayList<>();
    for (CitedSnapshot.Tie t : s.ties()) {
      boolean named = nodes.get(t.from()).named() && nodes.get(t.to()).named();
      List<Digest> cited =
          named ? t.records().stream().map(r -> records.getOrDefault(r, r)).toList() : List.of();
      ties.add(
          new CitedSnapshot.Tie(
              t.from(), t.to(), t.weight(), t.kinds(), t.first(), t.last(), cited));
    }
    return new CitedSnapshot(
        s.id(),
        nodes.equals(s.nodes()) ? s.digest() : committed(s.digest()),
        s.rule(),
        s.window(),
        s.recordsUsed(),
        s.recordsNotUsed(),
        s.nodeCount(),
        s.tieCount(),
        nodes,
        ties);
  }

  private CitedSnapshot.Node node(CitedSnapshot.Node node) {
    if (!node.named()) {
      return node;
    }
    return persons.withheld(node.entityKey()) == null
        ? new CitedSnapshot.Node(
            node.number(),
            node.entityKey(),
            text.apply(node.label()),
            node.accounts().stream().map(text).toList())
        : CitedSnapshot.Node.unnamed(node.number());
  }

  private CitedMeasure measure(CitedMeasure m) {
    return new CitedMeasure(
        m.id(),
        m.snapshot(),
        m.method(),
        m.seed(),
        m.parameters(),
        m.summary(),
        m.card(),
        m.values().stream().map(this::value).toList());
  }

  private CitedMeasure.Value value(CitedMeasure.Value v) {
    boolean gone = v.entityKey().isEmpty() || persons.withheld(v.entityKey()) != null;
    return new CitedMeasure.Value(
        v.number(),
        gone ? "" : v.entityKey(),
        gone ? "" : text.apply(v.label()),
        v.value(),
        v.rankLow(),
        v.rankHigh());
  }

  private CitedEntity entity(CitedEntity e) {
    Persons.Person gone = persons.withheld(e.key());
    List<CitedEntity.CitedAccount> accounts = new ArrayList<>();
    Map<String, String> keys = new HashMap<>();
    for (CitedEntity.CitedAccount a : e.accounts()) {
      String key = gone == null ? text.apply(a.key()) : gone.key() + "/" + (accounts.size() + 1);
      keys.put(a.key(), key);
      accounts.add(
          new CitedEntity.CitedAccount(
              key,
              a.platform(),
              a.basis(),
              gone == null ? a.handles().stream().map(text).toList() : List.of(),
              gone == null ? a.names().stream().map(text).toList() : List.of(),
              a.records()));
    }
    return new CitedEntity(
        gone == null ? e.key() : gone.key(),
        gone == null ? text.apply(e.label()) : gone.instead(),
        accounts,
        e.judgements().stream()
            .map(j ->
                new CitedEntity.CitedJudgement(
                    j.id(),
                    keys.getOrDefault(j.a(), text.apply(j.a())),
                    keys.getOrDefault(j.b(), text.apply(j.b())),
                    j.verdict(),
                    text.apply(j.reason()),
                    j.by(),
                    j.at()))
            .toList());
  }
}
