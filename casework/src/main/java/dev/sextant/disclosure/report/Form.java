package dev.sextant.disclosure.report;

import dev.sextant.disclosure.Redaction;
import dev.sextant.terms.Digest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * In which form a report is printed: the template's name, sections and words, as they were when it
 * was released, and what was taken out. Kept in the report, so that a later change of a template
 * changes no report.
 *
 * @param template its identifier; empty for a report of no template
 * @param title as printed above the report's own title
 * @param words what the report says to its reader first, paragraph by paragraph
 * @param sections in order
 * @param about key of the entity that a profile is about, or empty
 * @param certificate title, rules and declaration of a certificate that is drafted; or empty
 * @param redactions what was taken out
 * @param commitments what stands in place of digests over what was taken out
 * @param pictures copies of exhibits that are pictures
 */
public record Form(
    String template,
    String title,
    List<String> words,
    List<Section> sections,
    String about,
    List<String> certificate,
    List<Redaction> redactions,
    Set<Digest> commitments,
    List<Picture> pictures) {
  /** A report of no template. */
  public static final Form PLAIN =
      new Form(
          "",
          "",
          List.of(),
          List.of(
              Section.COVER,
              Section.FINDINGS,
              Section.NETWORKS,
              Section.MEASURES,
              Section.EXHIBITS,
              Section.CUSTODY,
              Section.ATTEMPTS,
              Section.CHECKING),
          "",
          List.of(),
          List.of(),
          Set.of(),
          List.of());

  /** Copies. */
  public Form {
    words = List.copyOf(words);
    sections = List.copyOf(sections);
    certificate = List.copyOf(certificate);
    redactions = List.copyOf(redactions);
    commitments = java.util.Collections.unmodifiableSet(new TreeSet<>(commitments));
    pictures = List.copyOf(pictures);
  }

  /** A part of a report. */
  public enum Section {
    /** Release, authority, recipient, and what a reader must know first. */
    COVER("Cover", "cover"),
    /** The template's own words to its reader. */
    EXPLANATION("What this is", "explanation"),
    /** One entity: accounts, judgements, measures with their bands. */
    PROFILE("Profile", "profile"),
    /** What was sent, in order of time. */
    CHRONOLOGY("Chronology", "chronology"),
    /** Copies of pictures. */
    PICTURES("Pictures", "pictures"),
    /** The signed findings. */
    FINDINGS("Findings", "findings"),
    /** The networks that they rest on. */
    NETWORKS("Networks", "networks"),
    /** The measures, with their method cards. */
    MEASURES("Measures", "measures"),
    /** The exhibits. */
    EXHIBITS("Exhibits", "exhibits"),
    /** Who touched them. */
    CUSTODY("Chain of custody", "custody"),
    /** Attempts to destroy what is held. */
    ATTEMPTS("Attempts to destroy what is kept", "attempts"),
    /** A draft of the certificate of a qualified person. */
    CERTIFICATE("Draft of a certificate", "certificate"),
    /** What was taken out, where, why. */
    REDACTIONS("What was taken out", "redactions"),
    /** How to check the bundle. */
    CHECKING("How to check", "check");

    private final String title;
    private final String anchor;

    Section(String title, String anchor) {
      this.title = title;
      this.anchor = anchor;
    }

    /** For a table of contents. */
    public String title() {
      return title;
    }

    /** Names it within the file. */
    public String anchor() {
      return anchor;
    }
  }

  /**
   * A copy of a picture: its dots encoded anew, nothing else of the file.
   *
   * @param exhibit the exhibit's number, with what tells the picture from others in it
   * @param path of the PNG file in the bundle
   * @param digest SHA-256 of that file
   * @param original SHA-256 of the picture as it lies in custody
   * @param width in pixels
   * @param height in pixels
   * @param areas how many rectangles were drawn over
   * @param png the file
   */
  public record Picture(
      String exhibit,
      String path,
      Digest digest,
      Digest original,
      int width,
      int height,
      int areas,
      Png png) {
    private static final Pattern WITHIN = Pattern.compile("pictures/E-\\d+-[0-9a-f]{12}\\.png");

    /**
     * Whether it lies in the exhibit, and so is named by its digest as well; else it is the
     * exhibit.
     */
    public boolean within() {
      return WITHIN.matcher(path).matches();
    }
  }

  /** Bytes that are compared by what they are. */
  public static final class Png {
    private final byte[] bytes;

    /** Copies. */
    public Png(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /** A copy. */
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Png png && java.util.Arrays.equals(bytes, png.bytes);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(bytes);
    }
  }
}
