package dev.sextant.records.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A source without its damaged parts, which are set aside with a fault: of a part whose bytes are
 * not those its checksum was taken of, nobody can say which records are true. Found out before any
 * reader sees the part, because a checksum shows only after the last byte.
 */
final class SoundParts implements SourceView {
  private final Source whole;
  private final List<Part> parts;
  private final List<SetAside> aside;

  private SoundParts(Source whole, List<Part> parts, List<SetAside> aside) {
    this.whole = whole;
    this.parts = List.copyOf(parts);
    this.aside = List.copyOf(aside);
  }

  /** Reads every part that has a checksum once. */
  static SoundParts of(Source whole) throws IOException {
    List<Part> parts = new ArrayList<>();
    List<SetAside> aside = new ArrayList<>(whole.setAside());
    for (Part part : whole.parts()) {
      ReadFault damage = part.damage();
      if (damage == null) {
        parts.add(part);
      } else {
        aside.add(new SetAside(part.at(0, part.size(), ""), "", damage));
      }
    }
    return new SoundParts(whole, parts, aside);
  }

  @Override
  public Source whole() {
    return whole;
  }

  @Override
  public List<Part> parts() {
    return parts;
  }

  @Override
  public List<SetAside> setAside() {
    return aside;
  }
}
