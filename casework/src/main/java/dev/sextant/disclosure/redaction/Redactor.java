package dev.sextant.disclosure.redaction;

import dev.sextant.disclosure.Mark;
import dev.sextant.disclosure.ReasonCodes;
import dev.sextant.disclosure.Recipient;
import dev.sextant.disclosure.Redaction;
import dev.sextant.disclosure.report.Form;
import dev.sextant.disclosure.report.Report;
import dev.sextant.findings.CitedNote;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.FindingId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a report what persons marked and whom the template does not name, everywhere: what
 * is marked in one place is replaced in all. Everything else of a bundle is made of the report that
 * comes out, so that prints and exports hold the same.
 */
public final class Redactor {
  /** Stands for a text of which nothing could be kept. */
  static final String WITHHELD = "[withheld]";

  private final Terms terms = new Terms();
  private final Persons persons;
  private final Map<FindingId, Map<String, String>> whole = new HashMap<>();
  private final Set<Digest> wholeRecords = new HashSet<>();
  private final List<Redaction> log = new ArrayList<>();
  private final Rewriting rewriting;

  /**
   * What is to be taken out.
   *
   * @param marks that stand; areas of pictures are not looked at
   * @param named keys of accounts and entities that may be named, or null where everybody may
   */
  public record Orders(List<Mark> marks, @Nullable Set<String> named) {
    /** Copies. */
    public Orders {
      marks = List.copyOf(marks);
      named = named == null ? null : Set.copyOf(named);
    }
  }

  /**
   * Gathers what must go.
   *
   * @param findings as they were signed
   * @param orders what is to be taken out
   * @param reasons the pack's reason codes
   * @param names of those who decided
   * @param commitments what stands in place of digests
   */
  public Redactor(
      List<FindingDocument> findings,
      Orders orders,
      ReasonCodes reasons,
      Function<ActorId, String> names,
      Commitments commitments) {
    persons = Persons.of(findings);
    Set<String> marked = new HashSet<>();
    orders.marks().stream()
        .filter(mark -> mark.kind() == Mark.Kind.PERSON)
        .forEach(mark -> marked.add(mark.place()));
    persons.withhold(marked, orders.named());
    persons.terms(terms);
    Map<FindingId, FindingDocument> byId = new HashMap<>();
    findings.forEach(finding -> byId.put(finding.id(), finding));
    for (Mark mark : orders.marks()) {
      FindingDocument of = byId.get(new FindingId(mark.thing()));
      if (of != null) {
        take(mark, of, reasons.of(mark.code()), names);
      }
    }
    rule(marked, reasons);
    rewriting = new Rewriting(persons, terms::swept, commitments::to);
    translations(findings).forEach(text -> terms.add(text, WITHHELD));
  }

  /* A translation that goes with its original is quoted nowhere either; a single word of it may be
   * anybody's. */
  private List<String> translations(List<FindingDocument> findings) {
    List<String> gone = new ArrayList<>();
    for (FindingDocument finding : findings) {
      for (Support support : all(finding)) {
        for (CitedNote note : support.beside()) {
          if (!rewriting.kept(note, support.words())
              && Spelled.normal(note.text()).strip().contains(" ")) {
            gone.add(note.text());
          }
        }
      }
    }
    return gone;
  }

  private void take(
      Mark mark, FindingDocument of, ReasonCodes.Reason reason, Function<ActorId, String> names) {
    String place =
        switch (mark.kind()) {
          case WORDS -> {
            String text = Places.of(of).getOrDefault(mark.place(), "");
            terms.add(text.substring(mark.from(), mark.to()), "[" + reason.code() + "]");
            yield Places.words(of.number(), mark.place()) + ", and wherever else it stands";
          }
          case RECORD -> {
            whole
                .computeIfAbsent(of.id(), id -> new HashMap<>())
                .put(mark.place(), "[record: " + reason.code() + "]");
            wholeRecords.add(Places.support(of, mark.place()).record());
            // The whole record's words are quoted nowhere, nor what is written beside it; a single
            // word of it may be anybody's.
            Places.of(of)
                .forEach((path, words) -> {
                  boolean its =
                      path.equals(mark.place() + "/words")
                          || path.startsWith(mark.place() + "/beside/");
                  if (its && Spelled.normal(words).strip().contains(" ")) {
                    terms.add(words, "[" + reason.code() + "]");
                  }
                });
            yield Places.words(of.number(), mark.place());
          }
          case PERSON -> {
            Persons.Person person = persons.withheld(mark.place());
            yield (person == null ? "a person" : person.instead()) + ", wherever named";
          }
          case AREA -> "a picture";
        };
    log.add(
        new Redaction(
            place,
            mark.kind().name().toLowerCase(java.util.Locale.ROOT),
            reason.code(),
            reason.title(),
            reason.source(),
            names.apply(mark.by()),
            mark.at().toString()));
  }

  private void rule(Set<String> marked, ReasonCodes reasons) {
    for (Persons.Person person : persons.withheld()) {
      if (person.keys.stream().noneMatch(marked::contains)) {
        ReasonCodes.Reason reason = reasons.of(ReasonCodes.THIRD_PARTY);
        log.add(
            new Redaction(
                person.instead() + ", wherever named",
                "person",
                reason.code(),
                reason.title(),
                reason.source(),
                "the template's rule",
                ""));
      }
    }
  }

  /** Whether anything is taken out. */
  public boolean takes() {
    return terms.size() > 0 || !whole.isEmpty() || !persons.withheld().isEmpty();
  }

  /** Whether the person of a key is withheld. */
  public boolean withholds(String key) {
    return persons.withheld(key) != null;
  }

  /** Whether a record is taken out whole, of any finding. */
  public boolean takesWhole(Digest record) {
    return wholeRecords.contains(record);
  }

  /** What is taken out, for the report. */
  public List<Redaction> log() {
    return List.copyOf(log);
  }

  /** A text of the agency's registers without what is taken out. */
  public String text(String text) {
    return terms.swept(text);
  }

  /** A finding without it; the same finding if nothing of it is taken out. */
  public FindingDocument copy(FindingDocument finding) {
    FindingDocument copy = rewriting.of(finding, whole.getOrDefault(finding.id(), Map.of()));
    Map<String, Object> bare = new HashMap<>(finding.json());
    bare.remove("salt");
    return bare.equals(new HashMap<>(copy.json())) ? finding : copy;
  }

  /** The report without it. */
  public Report of(Report r) {
    Report out = rewritten(r, this::copy, terms::swept, this::key, r.recipient());
    Form f = r.form();
    return with(
        out,
        new Form(
            f.template(),
            f.title(),
            f.words(),
            f.sections(),
            key(f.about()),
            f.certificate(),
            joined(log, f.redactions()),
            rewriting.commitments(),
            f.pictures()));
  }

  private static List<Redaction> joined(List<Redaction> one, List<Redaction> other) {
    List<Redaction> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private String key(String key) {
    Persons.Person gone = persons.withheld(key);
    return gone == null ? key : gone.key();
  }

  /** Looks through files for what was taken out of a report. */
  public LeakCheck check(Report redacted) {
    Persons nobody = Persons.of(List.of());
    Rewriting blank = new Rewriting(nobody, text -> text.isEmpty() ? "" : "-", digest -> digest);
    Recipient to = redacted.recipient();
    Report own =
        rewritten(
            redacted,
            finding -> blank.of(finding, Map.of()),
            text -> text.isEmpty() ? "" : "-",
            key -> key,
            new Recipient(to.name(), to.organisation(), "none", to.agreement()));
    return new LeakCheck(terms, own);
  }

  private static Report rewritten(
      Report r,
      UnaryOperator<FindingDocument> finding,
      UnaryOperator<String> text,
      UnaryOperator<String> key,
      Recipient to) {
    Report.Basis b = r.basis();
    Map<String, String> roles = new TreeMap<>();
    r.persons().roles().forEach((person, words) -> roles.put(key.apply(person), words));
    return new Report(
        r.id(),
        text.apply(r.title()),
        r.agency(),
        r.caseNumber(),
        new Report.Basis(
            b.instrument(),
            b.number(),
            b.version(),
            b.businessCase(),
            b.offence(),
            b.selectors().stream().map(text).toList(),
            b.platforms(),
            b.window(),
            text.apply(b.handling()),
            b.digest(),
            b.approvals()),
        to,
        r.salt(),
        r.at(),
        r.releasedBy(),
        new Report.Marking(text.apply(r.marking().handling()), r.marking().mark()),
        new Report.Persons(roles, r.persons().attempts()),
        r.findings().stream()
            .map(s ->
                new Report.Signed(
                    finding.apply(s.document()),
                    s.digest(),
                    s.reviewer(),
                    text.apply(s.reviewReasons()),
                    s.reviewedAt(),
                    s.signedAt(),
                    s.signatures()))
            .toList(),
        r.exhibits().stream()
            .map(e ->
                new Report.Exhibited(
                    e.number(),
                    e.digest(),
                    e.bytes(),
                    text.apply(e.name()),
                    e.how(),
                    text.apply(e.source()),
                    e.by(),
                    e.at()))
            .toList(),
        r.custody().stream()
            .map(t ->
                new Report.Touch(
                    t.exhibit(), t.at(), t.by(), t.event(), text.apply(t.detail()), t.leaf()))
            .toList(),
        r.proof(),
        r.form());
  }

  private static Report with(Report r, Form form) {
    return new Report(
        r.id(),
        r.title(),
        r.agency(),
        r.caseNumber(),
        r.basis(),
        r.recipient(),
        r.salt(),
        r.at(),
        r.releasedBy(),
        r.marking(),
        r.persons(),
        r.findings(),
        r.exhibits(),
        r.custody(),
        r.proof(),
        form);
  }

  /** The bytes of exhibits that no extract leaves unknown would give what is taken out away. */
  public Set<Digest> guessable(Report original) {
    Map<Digest, Long> shown = new LinkedHashMap<>();
    Set<Digest> touched = new TreeSet<>();
    for (Report.Signed signed : original.findings()) {
      FindingDocument copy = copy(signed.document());
      List<Support> before = all(signed.document());
      List<Support> after = all(copy);
      for (int i = 0; i < before.size(); i++) {
        Digest exhibit = before.get(i).locator().exhibit();
        shown.merge(exhibit, before.get(i).locator().length(), Long::sum);
        if (!after.get(i).excerptDigest().equals(before.get(i).excerptDigest())) {
          touched.add(exhibit);
        }
      }
    }
    original.exhibits().stream()
        .filter(e -> e.bytes() - shown.getOrDefault(e.digest(), 0L) >= ENOUGH_UNKNOWN)
        .forEach(e -> touched.remove(e.digest()));
    return touched;
  }

  /** So many bytes beside the extracts keep an exhibit's digest from being tried. */
  private static final long ENOUGH_UNKNOWN = 64;

  private static List<Support> all(FindingDocument finding) {
    List<Support> all = new ArrayList<>(finding.supports());
    all.addAll(finding.counterSupports());
    return all;
  }
}
