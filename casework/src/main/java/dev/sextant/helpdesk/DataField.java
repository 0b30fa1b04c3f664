package dev.sextant.helpdesk;

import java.util.Arrays;
import java.util.stream.Stream;

/** One thing that a request may ask for; each belongs to one category, and the category decides. */
public sealed interface DataField
    permits SubscriberField, IdentificationField, TrafficField, ContentField {
  /** Its name, which no other field has. */
  String name();

  /** What it is, as papers print it. */
  String words();

  /** Its category. */
  DataCategory category();

  /** Every field there is, by category. */
  static Stream<DataField> all() {
    return Stream.of(
            SubscriberField.values(),
            IdentificationField.values(),
            TrafficField.values(),
            ContentField.values())
        .flatMap(Arrays::stream);
  }

  /**
   * The field of a name.
   *
   * @throws ProcessRefused {@code SX-HELP-FIELD} if there is none
   */
  static DataField of(String name) {
    return all()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ProcessRefused(
                "SX-HELP-FIELD",
                "no such kind of data",
                "wanted",
                name,
                "choose from the help desk's list"));
  }
}
