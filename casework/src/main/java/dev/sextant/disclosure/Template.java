package dev.sextant.disclosure;

import dev.sextant.disclosure.report.Form;
import java.util.List;
import java.util.Set;

/**
 * A form in which findings are released.
 *
 * @param id as an order names it
 * @param title for people
 * @param receivers in which capacity somebody may receive it
 * @param needs what must be there
 * @param withholds whether third parties are withheld by rule
 * @param choice whether the releaser may withhold them where they would be named
 * @param sections in order
 * @param refused words that title, claims and notes of it do not use
 * @param words what it says to its reader first
 */
public record Template(
    String id,
    String title,
    Set<Receiver> receivers,
    Set<Need> needs,
    boolean withholds,
    boolean choice,
    List<Form.Section> sections,
    List<String> refused,
    List<String> words) {
  /** Copies. */
  public Template {
    receivers = Set.copyOf(receivers);
    needs = Set.copyOf(needs);
    sections = List.copyOf(sections);
    refused = List.copyOf(refused);
    words = List.copyOf(words);
  }

  /** In which capacity somebody receives. */
  public enum Receiver {
    /** Another police body. */
    POLICE,
    /** A prosecutor. */
    PROSECUTION,
    /** A court. */
    COURT,
    /** The defence of an accused. */
    DEFENCE,
    /** An overseer. */
    OVERSIGHT,
    /** Whoever was wronged. */
    VICTIM
  }

  /** What must be there. */
  public enum Need {
    /** A signed finding. */
    FINDINGS,
    /** A finding that rests on a frozen network. */
    NETWORK,
    /** A finding that rests on a measure. */
    MEASURE,
    /** One entity, named in the findings, whose role is suspect or convicted. */
    ABOUT_SUBJECT,
    /** A cited message or post. */
    MESSAGES,
    /** A cited exhibit. */
    EXHIBITS
  }
}
