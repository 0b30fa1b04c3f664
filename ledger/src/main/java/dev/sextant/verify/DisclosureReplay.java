package dev.sextant.verify;

import dev.sextant.ledger.LedgerView;
import dev.sextant.terms.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The register of disclosures from the log alone: what was released or handed out, when, by whom,
 * to which recipient, in which template and with how many redactions, and how it ended. The log
 * knows things and persons by identifier; names and titles are the house's register, which must say
 * the same.
 */
public final class DisclosureReplay {
  private static final Set<String> STEPS = Set.of("RELEASE", "EXPORT", "TRANSFER");

  private DisclosureReplay() {}

  /**
   * One line.
   *
   * @param leaf where its intent lies in the log
   * @param at when, ISO 8601
   * @param step RELEASE, EXPORT or TRANSFER
   * @param what of an export, what it was; else empty
   * @param caseId the case
   * @param actor who
   * @param disclosure the disclosure, or empty
   * @param recipient identifier in the register of recipients, or empty
   * @param agreement identifier of the agreement, or empty
   * @param purpose of the permit
   * @param outcome {@code DONE}, {@code FAILED} or {@code REFUSED} with its code, or {@code
   *     UNFINISHED}
   * @param bundle SHA-256 of what was released, or empty
   * @param template in which it was released, or empty
   * @param receiver in which capacity the recipient received it, or empty
   * @param redacted marks and rules that took something out
   * @param findings identifiers, in the order of the release
   */
  public record Line(
      long leaf,
      String at,
      String step,
      String what,
      String caseId,
      String actor,
      String disclosure,
      String recipient,
      String agreement,
      String purpose,
      String outcome,
      String bundle,
      String template,
      String receiver,
      long redacted,
      List<String> findings) {
    /** Copies. */
    public Line {
      findings = List.copyOf(findings);
    }

    /** Whether it left the house. */
    public boolean done() {
      return outcome.equals("DONE");
    }

    /** When. */
    public @Nullable Instant moment() {
      return Entry.moment(at);
    }

    /** Its fields in the order of {@link #columns}. */
    public List<String> fields() {
      return List.of(
          Long.toString(leaf),
          at,
          step,
          what,
          caseId,
          actor,
          disclosure,
          recipient,
          agreement,
          purpose,
          outcome,
          bundle,
          template,
          receiver,
          Long.toString(redacted),
          Long.toString(findings.size()));
    }

    private Map<String, Object> json() {
      Map<String, Object> json = new TreeMap<>();
      List<String> names = columns();
      List<String> fields = fields();
      for (int i = 0; i < names.size(); i++) {
        json.put(names.get(i), fields.get(i));
      }
      json.put("leaf", leaf);
      json.put("redacted", redacted);
      json.put("findings", findings);
      return json;
    }
  }

  /** Names of the fields of a line. */
  public static List<String> columns() {
    return List.of(
        "leaf",
        "at",
        "step",
        "what",
        "case",
        "actor",
        "disclosure",
        "recipient",
        "agreement",
        "purpose",
        "outcome",
        "bundle",
        "template",
        "receiver",
        "redacted",
        "findings");
  }

  /** The register of a log, in its order. */
  public static List<Line> of(LedgerView log) {
    Map<String, Entry> begun = new LinkedHashMap<>();
    Map<String, Entry> ended = new LinkedHashMap<>();
    log.each(
        0,
        log.size(),
        (leaf, bytes) -> {
          Entry entry = new Entry(leaf, CanonicalJson.readObject(bytes));
          if (STEPS.contains(entry.text("step"))) {
            // What was refused before it began has no act of its own.
            String act = entry.is("refusal") ? "refusal " + leaf : entry.text("act");
            (entry.is("outcome") ? ended : begun).put(act, entry);
          }
        });
    List<Line> lines = new ArrayList<>();
    begun.forEach((act, intent) -> lines.add(line(intent, ended.get(act))));
    return lines;
  }

  private static Line line(Entry intent, @Nullable Entry outcome) {
    List<String> findings = new ArrayList<>();
    long count = Entry.number(intent.map("inputs"), "findings");
    for (long i = 1; i <= count; i++) {
      findings.add(intent.input("finding-" + i));
    }
    return new Line(
        intent.leaf(),
        intent.text("at"),
        intent.text("step"),
        either(intent, outcome, "what"),
        intent.text("case"),
        intent.text("actor"),
        either(intent, outcome, "disclosure"),
        either(intent, outcome, "recipientId"),
        either(intent, outcome, "agreementId"),
        intent.text("purpose"),
        ended(intent, outcome),
        outcome == null ? "" : outcome.output("bundle"),
        intent.input("template"),
        intent.input("receiver"),
        Math.max(0, Entry.number(intent.map("inputs"), "redacted")),
        findings);
  }

  private static String either(Entry intent, @Nullable Entry outcome, String name) {
    String given = intent.input(name);
    return given.isEmpty() && outcome != null ? outcome.output(name) : given;
  }

  private static String ended(Entry intent, @Nullable Entry outcome) {
    if (intent.is("refusal")) {
      return ("REFUSED " + intent.text("code")).strip();
    }
    return outcome == null
        ? "UNFINISHED"
        : (outcome.text("outcome") + " " + outcome.text("code")).strip();
  }

  /** A table with tabs, safe to be opened in a spreadsheet. */
  public static String text(List<Line> lines) {
    StringBuilder out = new StringBuilder(String.join("\t", columns())).append('\n');
    for (Line line : lines) {
      out.append(String.join("\t", line.fields().stream().map(DisclosureReplay::cell).toList()))
          .append('\n');
    }
    return out.toString();
  }

  /* A purpose is a person's words: none of them begins a formula or breaks the table. */
  private static String cell(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}]+", " ");
    return !plain.isEmpty() && "=+-@".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
  }

  /** The same as canonical JSON. */
  public static String json(List<Line> lines) {
    return CanonicalJson.text(lines.stream().map(Line::json).toList());
  }
}
