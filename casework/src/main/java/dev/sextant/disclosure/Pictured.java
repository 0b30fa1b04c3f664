package dev.sextant.disclosure;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture of which a copy may leave: an exhibit that is one, or a medium of a record that lies
 * within the exhibit the record was read from, as in an export that is an archive. As text: the
 * exhibit's id, or the record's id, a stroke and the medium's number from 0.
 */
public sealed interface Pictured {
  /** An exhibit that is a picture. */
  record OfExhibit(ExhibitId exhibit) implements Pictured {
    @Override
    public String toString() {
      return exhibit.toString();
    }
  }

  /**
   * A picture that a record carries.
   *
   * @param record which must lie within the permit's scope
   * @param medium which of its media, from 0
   */
  record OfRecord(Digest record, int medium) implements Pictured {
    @Override
    public String toString() {
      return record.hex() + "/" + medium;
    }
  }

  /** How a record's medium is written. */
  Pattern MEDIUM = Pattern.compile("([0-9a-f]{64})/(0|[1-9][0-9]{0,4})");

  /**
   * Reads one.
   *
   * @throws BadValue if it is neither
   */
  static Pictured parse(String text) {
    Matcher medium = MEDIUM.matcher(text);
    return medium.matches()
        ? new OfRecord(new Digest(medium.group(1)), Integer.parseInt(medium.group(2)))
        : new OfExhibit(ExhibitId.parse(text));
  }
}
