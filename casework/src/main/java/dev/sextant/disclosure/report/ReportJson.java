package dev.sextant.disclosure.report;

import dev.sextant.disclosure.DisclosureFault;
import dev.sextant.disclosure.Recipient;
import dev.sextant.findings.FindingDocument;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A report as canonical JSON, so that it can be printed again. Findings are named by digest; their
 * documents lie in the bundle's {@code findings.json}.
 */
public final class ReportJson {
  /** Names the layout. */
  private static final String FORMAT = "sextant-report/1";

  private ReportJson() {}

  /** The canonical bytes. */
  public static byte[] write(Report r) {
    Map<String, @Nullable Object> json = new TreeMap<>();
    json.put("format", FORMAT);
    json.put("id", r.id().toString());
    json.put("title", r.title());
    json.put("agency", r.agency());
    json.put("caseNumber", r.caseNumber());
    json.put("basis", basis(r.basis()));
    json.put("recipient", recipient(r.recipient()));
    json.put("recipientSalt", r.salt());
    json.put("at", r.at().toString());
    json.put("releasedBy", r.releasedBy());
    if (!r.marking().equals(Report.Marking.NONE)) {
      json.put("handling", r.marking().handling());
      json.put("watermark", r.marking().mark());
    }
    if (!r.persons().equals(Report.Persons.NONE)) {
      json.put("roles", r.persons().roles());
      json.put("attempts", r.persons().attempts().stream().map(ReportJson::attempted).toList());
    }
    json.put("findings", r.findings().stream().map(ReportJson::signed).toList());
    json.put("exhibits", r.exhibits().stream().map(ReportJson::exhibited).toList());
    json.put("custody", r.custody().stream().map(ReportJson::touch).toList());
    json.put("proof", proof(r.proof()));
    if (!r.form().equals(Form.PLAIN)) {
      json.put("form", FormJson.write(r.form()));
    }
    return CanonicalJson.write(json);
  }

  private static Map<String, Object> basis(Report.Basis b) {
    Map<String, Object> json = new TreeMap<>();
    json.put("instrument", b.instrument());
    json.put("number", b.number());
    json.put("version", b.version());
    json.put("businessCase", b.businessCase());
    json.put("offence", b.offence());
    json.put("selectors", b.selectors());
    json.put("platforms", b.platforms());
    json.put("window", b.window());
    json.put("handling", b.handling());
    json.put("sha256", b.digest().hex());
    json.put("approvals", b.approvals());
    return json;
  }

  private static Map<String, Object> recipient(Recipient to) {
    return Map.of(
        "name", to.name(),
        "organisation", to.organisation(),
        "need", to.need(),
        "agreement", to.agreement());
  }

  private static Map<String, Object> signed(Report.Signed f) {
    return Map.of(
        "sha256", f.digest().hex(),
        "reviewer", f.reviewer(),
        "reviewReasons", f.reviewReasons(),
        "reviewedAt", f.reviewedAt().toString(),
        "signedAt", f.signedAt().toString(),
        "signatures", f.signatures());
  }

  private static Map<String, Object> exhibited(Report.Exhibited e) {
    return Map.of(
        "number", e.number(),
        "sha256", e.digest().hex(),
        "bytes", e.bytes(),
        "name", e.name(),
        "how", e.how(),
        "source", e.source(),
        "by", e.by(),
        "at", e.at().toString());
  }

  private static Map<String, Object> touch(Report.Touch t) {
    return Map.of(
        "exhibit", t.exhibit(),
        "at", t.at().toString(),
        "by", t.by(),
        "event", t.event(),
        "detail", t.detail(),
        "leaf", t.leaf());
  }

  private static Map<String, Object> proof(Report.Proof p) {
    return Map.of(
        "origin", p.origin(),
        "size", p.size(),
        "root", p.root(),
        "cosigners", p.cosigners(),
        "keys",
            p.keys().stream()
                .map(k -> Map.of("role", k.role(), "name", k.name(), "sha256", k.fingerprint()))
                .toList(),
        "disclosureKey", p.disclosureKey(),
        "acts", p.acts());
  }

  /**
   * Reads a report back.
   *
   * @param report what {@link #write} wrote
   * @param findings the bundle's {@code findings.json}
   * @throws DisclosureFault.BadBundle if the two do not belong together
   */
  public static Report read(byte[] report, byte[] findings) {
    return read(
        report,
        findings,
        path -> {
          throw bad(path);
        });
  }

  /**
   * Reads a report back.
   *
   * @param report what {@link #write} wrote
   * @param findings the bundle's {@code findings.json}
   * @param files the bundle's other files by path
   * @throws DisclosureFault.BadBundle if they do not belong together
   */
  public static Report read(byte[] report, byte[] findings, Function<String, byte[]> files) {
    Map<String, FindingDocument> documents = new HashMap<>();
    for (Object one : list(CanonicalJson.read(findings))) {
      Entry entry = new Entry(one);
      byte[] bytes = CanonicalJson.write(entry.get("finding"));
      // A copy with something taken out goes by the digest of what was signed.
      String digest = entry.has("copySha256") ? entry.text("sha256") : Digest.of(bytes).hex();
      documents.put(digest, FindingDocument.read(bytes));
    }
    Entry r = new Entry(CanonicalJson.read(report));
    if (!r.text("format").equals(FORMAT)) {
      throw bad("format");
    }
    Entry to = new Entry(r.get("recipient"));
    return new Report(
        DisclosureId.parse(r.text("id")),
        r.text("title"),
        r.text("agency"),
        r.text("caseNumber"),
        readBasis(new Entry(r.get("basis"))),
        new Recipient(
            to.text("name"), to.text("organisation"), to.text("need"), to.text("agreement")),
        r.text("recipientSalt"),
        r.instant("at"),
        r.text("releasedBy"),
        r.has("watermark")
            ? new Report.Marking(r.text("handling"), r.text("watermark"))
            : Report.Marking.NONE,
        r.has("roles") ? readPersons(r) : Report.Persons.NONE,
        r.all("findings", f -> readSigned(f, documents)),
        r.all("exhibits", ReportJson::readExhibited),
        r.all("custody", ReportJson::readTouch),
        readProof(new Entry(r.get("proof"))),
        r.has("form") ? FormJson.read(new Entry(r.get("form")), files) : Form.PLAIN);
  }

  private static Map<String, Object> attempted(Report.Attempted a) {
    return Map.of(
        "thing", a.thing(),
        "at", a.at().toString(),
        "by", a.by(),
        "code", a.code(),
        "leaf", a.leaf());
  }

  private static Report.Persons readPersons(Entry r) {
    Map<String, String> roles = new TreeMap<>();
    if (r.get("roles") instanceof Map<?, ?> map) {
      map.forEach((key, words) -> roles.put(String.valueOf(key), String.valueOf(words)));
    }
    return new Report.Persons(
        roles,
        r.all(
            "attempts",
            a ->
                new Report.Attempted(
                    a.text("thing"),
                    a.instant("at"),
                    a.text("by"),
                    a.text("code"),
                    a.number("leaf"))));
  }

  private static Report.Basis readBasis(Entry b) {
    return new Report.Basis(
        b.text("instrument"),
        b.text("number"),
        Math.toIntExact(b.number("version")),
        b.text("businessCase"),
        b.text("offence"),
        b.texts("selectors"),
        b.texts("platforms"),
        b.text("window"),
        b.text("handling"),
        new Digest(b.text("sha256")),
        b.texts("approvals"));
  }

  private static Report.Signed readSigned(Entry f, Map<String, FindingDocument> documents) {
    FindingDocument document = documents.get(f.text("sha256"));
    if (document == null) {
      throw bad("findings");
    }
    return new Report.Signed(
        document,
        new Digest(f.text("sha256")),
        f.text("reviewer"),
        f.text("reviewReasons"),
        f.instant("reviewedAt"),
        f.instant("signedAt"),
        f.texts("signatures"));
  }

  private static Report.Exhibited readExhibited(Entry e) {
    return new Report.Exhibited(
        e.text("number"),
        new Digest(e.text("sha256")),
        e.number("bytes"),
        e.text("name"),
        e.text("how"),
        e.text("source"),
        e.text("by"),
        e.instant("at"));
  }

  private static Report.Touch readTouch(Entry t) {
    return new Report.Touch(
        t.text("exhibit"),
        t.instant("at"),
        t.text("by"),
        t.text("event"),
        t.text("detail"),
        t.number("leaf"));
  }

  private static Report.Proof readProof(Entry p) {
    return new Report.Proof(
        p.text("origin"),
        p.number("size"),
        p.text("root"),
        p.texts("cosigners"),
        p.all("keys", k -> new Report.Key(k.text("role"), k.text("name"), k.text("sha256"))),
        p.text("disclosureKey"),
        Math.toIntExact(p.number("acts")));
  }

  static DisclosureFault.BadBundle bad(String field) {
    return new DisclosureFault.BadBundle("report.json", field);
  }

  private static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> all) {
      return all;
    }
    throw bad("not a list");
  }

  /** One object, read by field. */
  record Entry(@Nullable Object value) {
    boolean has(String name) {
      return value instanceof Map<?, ?> map && map.get(name) != null;
    }

    @Nullable Object get(String name) {
      if (value instanceof Map<?, ?> map && map.get(name) != null) {
        return map.get(name);
      }
      throw bad(name);
    }

    String text(String name) {
      if (get(name) instanceof String text) {
        return text;
      }
      throw bad(name);
    }

    long number(String name) {
      if (get(name) instanceof Long number) {
        return number;
      }
      throw bad(name);
    }

    Instant instant(String name) {
      return Instant.parse(text(name));
    }

    List<String> texts(String name) {
      return list(get(name)).stream().map(String::valueOf).toList();
    }

    <T> List<T> all(String name, Function<Entry, T> reading) {
      List<T> all = new ArrayList<>();
      list(get(name)).forEach(one -> all.add(reading.apply(new Entry(one))));
      return all;
    }
  }
}
