package dev.sextant.helpdesk;

import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is written: which instrument, why, who issues it, and what goes with it.
 *
 * @param instrument which
 * @param grounds why it may be issued
 * @param issuer who issues it
 * @param secrecy who is told, and when
 * @param privilege whose words are left alone
 * @param preservation the preservation that stands for the same accounts, if there is one
 */
public record RequestDraft(
    InstrumentKind instrument,
    Grounds grounds,
    IssuerDraft issuer,
    Secrecy secrecy,
    Privilege privilege,
    @Nullable RequestId preservation) {

  /**
   * Reads a form in YAML, as docs/formats/legal-process.md describes it. What it leaves out is
   * empty; what it must say, the draft's check asks for.
   */
  public static RequestDraft parse(String yaml) {
    return DraftForm.parse(yaml);
  }

  /**
   * Why.
   *
   * @param offence which offence, with its provision
   * @param maximumYears the most that it is punished with, in years
   * @param listed whether the law lists it regardless of its maximum
   * @param facts the facts that meet the instrument's threshold
   * @param necessity why these data, these accounts and this time, and nothing milder
   * @param higherBecause why a higher instrument than the lowest sufficient one; empty where it is
   *     the lowest
   */
  public record Grounds(
      String offence,
      int maximumYears,
      boolean listed,
      String facts,
      String necessity,
      String higherBecause) {}

  /** In which part somebody issues or validates. */
  public enum IssuerPart {
    /** A judge, court or investigating judge. */
    JUDGE,
    /** A prosecutor. */
    PROSECUTOR,
    /** An agency with power to issue administrative subpoenas. */
    ADMINISTRATIVE,
    /** A police or other investigating authority. */
    AGENCY,
    /** Nobody: no validation. */
    NONE
  }

  /**
   * Who issues and who validates, as written down.
   *
   * @param part issuer's part
   * @param name issuer's name
   * @param office issuer's court or agency
   * @param validatorPart validator's part, or NONE
   * @param validatorName validator's name, or empty
   * @param validatorOffice validator's office, or empty
   * @param fileNumber the issuing authority's number, or empty
   */
  public record IssuerDraft(
      IssuerPart part,
      String name,
      String office,
      IssuerPart validatorPart,
      String validatorName,
      String validatorOffice,
      String fileNumber) {
    /** Without validation. */
    public static IssuerDraft of(IssuerPart part, String name, String office) {
      return new IssuerDraft(part, name, office, IssuerPart.NONE, "", "", "");
    }
  }

  /**
   * Secrecy towards the user.
   *
   * @param basis legal basis on which the provider must not tell, or empty
   * @param until until when it must not, or null
   * @param noticeDeferral why the house itself does not tell the user yet, or empty
   */
  public record Secrecy(String basis, @Nullable Instant until, String noticeDeferral) {
    /** Nothing is kept from the user. */
    public static Secrecy none() {
      return new Secrecy("", null, "");
    }
  }

  /**
   * Privileged communication.
   *
   * @param protocol how it is kept from the team
   * @param persons lawyers, clergy, physicians and others whose words are sealed wherever they
   *     occur
   */
  public record Privilege(String protocol, Set<Selector> persons) {
    /** Copies. */
    public Privilege {
      persons = Set.copyOf(persons);
    }
  }
}
