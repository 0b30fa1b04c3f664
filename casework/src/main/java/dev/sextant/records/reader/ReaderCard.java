package dev.sextant.records.reader;

import java.util.List;

/**
 * What a reader is.
 *
 * @param name short, lower case, such as {@code telegram-desktop}
 * @param version counts up with every change that alters its output
 * @param title for people
 * @param covers generations and sections it reads
 * @param gaps what it is known not to read
 * @param confirmed what of it was read from real files, and which; empty if everything was built
 *     from a description and files made after it
 */
public record ReaderCard(
    String name,
    int version,
    String title,
    List<String> covers,
    List<String> gaps,
    List<String> confirmed) {
  /** Copies. */
  public ReaderCard {
    covers = List.copyOf(covers);
    gaps = List.copyOf(gaps);
    confirmed = List.copyOf(confirmed);
  }

  /** A card of a reader that no real file has confirmed. */
  public ReaderCard(
      String name, int version, String title, List<String> covers, List<String> gaps) {
    this(name, version, title, covers, gaps, List.of());
  }

  /** Name and version in one token, such as {@code telegram-desktop/1}. */
  public String id() {
    return name + "/" + version;
  }
}
