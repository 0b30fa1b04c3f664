package dev.sextant.disclosure.redaction;

import dev.sextant.disclosure.DisclosureFault;
import dev.sextant.disclosure.export.ExportFile;
import dev.sextant.disclosure.export.Exported;
import dev.sextant.disclosure.parcel.PortableCase;
import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportJson;
import dev.sextant.disclosure.report.ReportText;
import dev.sextant.press.Typeface;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the files of a bundle for what was taken out, in every reading of them; of a PDF in
 * its text, its strings and its streams unpacked. What the same report says without any evidence in
 * it is the agency's own wording and no leak.
 */
public final class LeakCheck {
  /** Shorter texts meet by chance in bytes that are no text: fonts, packed streams, pictures. */
  private static final int SHORTEST_IN_BYTES = 6;

  private final Terms terms;
  private final Set<Integer> own;

  LeakCheck(Terms terms, Report own) {
    this.terms = terms;
    this.own = terms.size() == 0 ? Set.of() : ownWords(terms, own);
  }

  private static Set<Integer> ownWords(Terms terms, Report own) {
    Set<Integer> found = new TreeSet<>();
    found.addAll(inText(terms, ReportText.html(own, Typeface.load()), Set.of()));
    found.addAll(inText(terms, text(ReportJson.write(own)), found));
    for (ExportFile file : Exported.of(own)) {
      found.addAll(inText(terms, file.text(), found));
    }
    String page = text(PortableCase.write(own, name -> "", List.of()));
    found.addAll(inText(terms, page, found));
    found.addAll(inPdf(terms, ReportText.print(own, Typeface.load()), found));
    return found;
  }

  /**
   * Requires that a file holds nothing of what was taken out.
   *
   * @param path of the file in the bundle
   * @param bytes the file
   * @throws DisclosureFault.NotReleasable {@code SX-DISC-LEAK}; it names the file, never the words
   */
  public void require(String path, byte[] bytes) {
    if (!in(bytes).isEmpty()) {
      throw new DisclosureFault.NotReleasable(
          "SX-DISC-LEAK",
          "something that was taken out still stands in a file of the bundle",
          path,
          "not shown",
          "mark the longer text around it, or take out the record or the person whole");
    }
  }

  private Set<Integer> in(byte[] bytes) {
    if (terms.size() == 0) {
      return Set.of();
    }
    if (starts(bytes, "%PDF-")) {
      return inPdf(terms, bytes, own);
    }
    return starts(bytes, "\u0089PNG")
        ? inBytes(terms, bytes, own)
        : inText(terms, text(bytes), own);
  }

  private static boolean starts(byte[] bytes, String magic) {
    byte[] first = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= first.length
        && java.util.Arrays.equals(first, java.util.Arrays.copyOf(bytes, first.length));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Set<Integer> inText(Terms terms, String text, Set<Integer> but) {
    return terms.found(Readings.of(text), but);
  }

  private static Set<Integer> inBytes(Terms terms, byte[] bytes, Set<Integer> but) {
    Set<String> readings = new LinkedHashSet<>();
    readings.add(Spelled.normal(text(bytes)));
    readings.add(Spelled.normal(new String(bytes, StandardCharsets.ISO_8859_1)));
    readings.add(Spelled.normal(new String(bytes, StandardCharsets.UTF_16BE)));
    readings.add(Spelled.normal(new String(bytes, StandardCharsets.UTF_16LE)));
    return terms.found(readings, terms.shorter(SHORTEST_IN_BYTES, but));
  }

  private static Set<Integer> inPdf(Terms terms, byte[] pdf, Set<Integer> but) {
    Set<Integer> found = new TreeSet<>(inBytes(terms, pdf, but));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      found.addAll(inText(terms, text, but));
      found.addAll(terms.foundClose(text, but));
      Seen seen = new Seen(terms, but);
      seen.walk(document.getDocument().getTrailer());
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        seen.walk(document.getDocument().getObjectFromPool(key));
      }
      found.addAll(seen.found);
    } catch (IOException e) {
      throw new DisclosureFault.Storage("report.pdf", e);
    }
    return found;
  }

  /* Every string and stream of a PDF, each object once, without recursion into the deep. */
  private static final class Seen {
    private final Terms terms;
    private final Set<Integer> but;
    private final Set<COSBase> seen =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    private final Set<Integer> found = new HashSet<>();

    Seen(Terms terms, Set<Integer> but) {
      this.terms = terms;
      this.but = but;
    }

    void walk(@Nullable COSBase from) throws IOException {
      java.util.ArrayDeque<COSBase> open = new java.util.ArrayDeque<>();
      push(open, from);
      while (!open.isEmpty()) {
        COSBase next = open.pop();
        switch (next) {
          case COSObject object -> push(open, object.getObject());
          case COSArray array -> {
            for (COSBase one : array) {
              push(open, one);
            }
          }
          case COSString string -> found.addAll(inText(terms, string.getString(), but));
          case COSDictionary dictionary -> {
            if (dictionary instanceof COSStream stream) {
              stream(stream);
            }
            dictionary.getValues().forEach(one -> push(open, one));
          }
          default -> {
            // Names and numbers say nothing.
          }
        }
      }
    }

    private void push(java.util.ArrayDeque<COSBase> open, @Nullable COSBase one) {
      if (one != null && seen.add(one)) {
        open.push(one);
      }
    }

    private void stream(COSStream stream) throws IOException {
      byte[] plain;
      try (var in = stream.createInputStream()) {
        plain = in.readAllBytes();
      }
      COSBase type = stream.getDictionaryObject(COSName.TYPE);
      boolean words =
          COSName.METADATA.equals(type) || COSName.getPDFName("EmbeddedFile").equals(type);
      found.addAll(words ? inText(terms, LeakCheck.text(plain), but) : inBytes(terms, plain, but));
    }
  }

  /** Requires it of many texts at once. */
  public void require(List<ExportFile> files) {
    files.forEach(file -> require(file.path(), file.bytes()));
  }
}
