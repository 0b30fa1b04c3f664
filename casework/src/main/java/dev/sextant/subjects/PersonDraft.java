package dev.sextant.subjects;

import java.util.List;

/**
 * How a person is known.
 *
 * @param label the name to show, or a working name
 * @param identifiers account keys as the case shows them, or selectors as {@code type:value} or
 *     {@code type@platform:value}
 */
public record PersonDraft(String label, List<String> identifiers) {
  /** More would be a list of people, not one. */
  public static final int MOST_IDENTIFIERS = 50;

  /** Trims and checks. */
  public PersonDraft {
    label = label.strip();
    identifiers = identifiers.stream().map(String::strip).distinct().sorted().toList();
    if (label.isEmpty() || label.length() > 200) {
      throw new SubjectFault(
          "SX-SUBJ-LABEL",
          "a person needs a name to be shown under",
          "label",
          label.length() + " characters",
          "write 1 to 200 characters; a working name will do");
    }
    if (identifiers.isEmpty()
        || identifiers.size() > MOST_IDENTIFIERS
        || identifiers.stream().anyMatch(i -> i.isEmpty() || i.length() > 500)) {
      throw new SubjectFault(
          "SX-SUBJ-IDENTIFIER",
          "a person is known by identifiers",
          "identifiers",
          identifiers.size() + " given",
          "give 1 to " + MOST_IDENTIFIERS + " account keys or selectors");
    }
  }
}
