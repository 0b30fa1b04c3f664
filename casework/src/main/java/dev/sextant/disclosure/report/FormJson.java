package dev.sextant.disclosure.report;

import dev.sextant.disclosure.Redaction;
import dev.sextant.disclosure.report.Form.Picture;
import dev.sextant.disclosure.report.Form.Png;
import dev.sextant.disclosure.report.Form.Section;
import dev.sextant.disclosure.report.ReportJson.Entry;
import dev.sextant.terms.Digest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A report's form as JSON; pictures lie beside it in the bundle. */
final class FormJson {
  private FormJson() {}

  static Map<String, Object> write(Form f) {
    Map<String, Object> json = new TreeMap<>();
    json.put("template", f.template());
    json.put("title", f.title());
    json.put("words", f.words());
    json.put("sections", f.sections().stream().map(Section::name).toList());
    json.put("about", f.about());
    json.put("certificate", f.certificate());
    json.put("redactions", f.redactions().stream().map(FormJson::redaction).toList());
    json.put("commitments", f.commitments().stream().map(Digest::hex).toList());
    json.put("pictures", f.pictures().stream().map(FormJson::picture).toList());
    return json;
  }

  private static Map<String, Object> redaction(Redaction r) {
    return Map.of(
        "place", r.place(),
        "kind", r.kind(),
        "code", r.code(),
        "reason", r.reason(),
        "source", r.source(),
        "by", r.by(),
        "at", r.at());
  }

  private static Map<String, Object> picture(Picture p) {
    return Map.of(
        "exhibitNumber", p.exhibit(),
        "path", p.path(),
        "sha256", p.digest().hex(),
        "originalSha256", p.original().hex(),
        "width", p.width(),
        "height", p.height(),
        "areas", p.areas());
  }

  static Form read(Entry f, Function<String, byte[]> files) {
    return new Form(
        f.text("template"),
        f.text("title"),
        f.texts("words"),
        f.texts("sections").stream().map(FormJson::section).toList(),
        f.text("about"),
        f.texts("certificate"),
        f.all(
            "redactions",
            r ->
                new Redaction(
                    r.text("place"),
                    r.text("kind"),
                    r.text("code"),
                    r.text("reason"),
                    r.text("source"),
                    r.text("by"),
                    r.text("at"))),
        new TreeSet<>(f.texts("commitments").stream().map(Digest::new).toList()),
        f.all("pictures", p -> picture(p, files)));
  }

  private static Section section(String name) {
    return Arrays.stream(Section.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ReportJson.bad("section " + name));
  }

  private static Picture picture(Entry p, Function<String, byte[]> files) {
    byte[] png = files.apply(p.text("path"));
    if (!Digest.of(png).hex().equals(p.text("sha256"))) {
      throw ReportJson.bad(p.text("path"));
    }
    return new Picture(
        p.text("exhibitNumber"),
        p.text("path"),
        new Digest(p.text("sha256")),
        new Digest(p.text("originalSha256")),
        Math.toIntExact(p.number("width")),
        Math.toIntExact(p.number("height")),
        Math.toIntExact(p.number("areas")),
        new Png(png));
  }
}
