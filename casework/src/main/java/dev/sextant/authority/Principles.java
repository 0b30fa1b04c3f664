package dev.sextant.authority;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an application says to each of the six principles. May be incomplete while it is a draft.
 *
 * @param cause why there is sufficient cause
 * @param motive why this is done
 * @param necessity why it cannot be done with less
 * @param right who may decide and who validates
 * @param lastResort what else was tried
 * @param prospect what is hoped for, and when to stop
 */
public record Principles(
    String cause,
    Motive motive,
    Necessity necessity,
    Right right,
    LastResort lastResort,
    Prospect prospect) {

  /** Shorter is not an argument: about one sentence. */
  private static final int SENTENCE = 30;

  /** A declaration or criterion may be shorter. */
  private static final int PHRASE = 10;

  /**
   * Integrity of motive.
   *
   * @param text why this is done
   * @param interests declaration of the applicant's own ties to anybody concerned
   */
  public record Motive(String text, String interests) {}

  /**
   * Necessity and proportionality.
   *
   * @param text why it cannot be done with less
   * @param proportionality what is gained against what is intruded upon
   * @param collateral who else will be seen, and how that is bounded
   */
  public record Necessity(String text, String proportionality, String collateral) {}

  /**
   * Right authority.
   *
   * @param text on what legal ground who decides
   * @param validation who outside the agency validates it
   */
  public record Right(String text, String validation) {}

  /**
   * Last resort.
   *
   * @param text why nothing less intrusive will do
   * @param tried the alternatives tried or weighed, at least one
   */
  public record LastResort(String text, List<String> tried) {
    /** Copies the list. */
    public LastResort {
      tried = List.copyOf(tried);
    }
  }

  /**
   * Prospect of success.
   *
   * @param text what is hoped for, and why that is reasonable
   * @param stop when to stop
   */
  public record Prospect(String text, String stop) {}

  /** The fields of one principle, for signing and storing. */
  Map<String, Object> fields(Principle principle) {
    TreeMap<String, Object> fields = new TreeMap<>();
    switch (principle) {
      case CAUSE -> fields.put("text", cause);
      case MOTIVE -> {
        fields.put("text", motive.text);
        fields.put("interests", motive.interests);
      }
      case NECESSITY -> {
        fields.put("text", necessity.text);
        fields.put("proportionality", necessity.proportionality);
        fields.put("collateral", necessity.collateral);
      }
      case RIGHT -> {
        fields.put("text", right.text);
        fields.put("validation", right.validation);
      }
      case LAST_RESORT -> {
        fields.put("text", lastResort.text);
        fields.put("tried", lastResort.tried);
      }
      case PROSPECT -> {
        fields.put("text", prospect.text);
        fields.put("stop", prospect.stop);
      }
    }
    return fields;
  }

  /**
   * Refuses what is empty or too short to be an argument.
   *
   * @throws Refused.Application with the principle's own code
   */
  void require(Principle principle) {
    fields(principle)
        .forEach((field, value) -> {
          if (value instanceof List<?> list) {
            boolean enough =
                !list.isEmpty()
                    && list.stream().allMatch(one -> one.toString().strip().length() >= PHRASE);
            if (!enough) {
              throw lacking(principle, field, list.size() + " entries", "at least one phrase");
            }
          } else {
            int least = field.equals("text") ? SENTENCE : PHRASE;
            int length = value.toString().strip().length();
            if (length < least) {
              throw lacking(
                  principle, field, length + " characters", "at least " + least + " characters");
            }
          }
        });
  }

  private static Refused.Application lacking(
      Principle principle, String field, String value, String cure) {
    return new Refused.Application(
        principle.code(),
        "the application does not meet a principle",
        principle + "." + field,
        value,
        "argue it in the applicant's own words, " + cure);
  }
}
