package dev.sextant.linkage.name;

import java.util.List;

/** A prepared name. Made by {@link NameReader}. */
public final class NameText {
  final Kind kind;

  /** At most {@link NameReader#MOST_PARTS}. */
  final List<Part> parts;

  /** Legal form's class, or the word for a generation (jr, sr, 2, 3); empty where none. */
  final String form;

  /** All words in order without spaces, particles kept, form left out. */
  final String joined;

  /** How the script leaves sounds open. */
  final Script.Written written;

  NameText(Kind kind, List<Part> parts, String form, String joined, Script.Written written) {
    this.kind = kind;
    this.parts = List.copyOf(parts);
    this.form = form;
    this.joined = joined;
    this.written = written;
  }

  /** The words in Latin letters, sorted, without titles, legal forms and particles. */
  public String term() {
    return String.join(
        " ", parts.stream().filter(part -> !part.light()).map(Part::text).sorted().toList());
  }

  /** The rarest word, or empty. */
  public String rarest() {
    Part rarest = null;
    for (Part part : parts) {
      if (rarest == null
          || part.bits() > rarest.bits()
          || part.bits() == rarest.bits() && part.text().compareTo(rarest.text()) < 0) {
        rarest = part;
      }
    }
    return rarest == null ? "" : rarest.text();
  }

  /** The words in Latin letters, in order. */
  public String shown() {
    return String.join(" ", parts.stream().map(Part::text).toList());
  }
}
