package dev.sextant.helpdesk;

/**
 * Who issues a request. What each may issue is in its type: an instrument takes only the issuers
 * that the law lets issue it.
 */
public sealed interface Issuer {
  /** The person, as printed. */
  String name();

  /** The court, prosecution office or agency. */
  String office();

  /**
   * Whoever may issue, or has validated, a European order for subscriber or identification data.
   */
  sealed interface OfSubscriberData extends Issuer {}

  /** A judge, or somebody whose order a judge has validated: traffic data and content. */
  sealed interface Judicial extends OfSubscriberData {}

  /** Whoever may issue a subpoena. */
  sealed interface OfSubpoena extends Issuer {}

  /** A governmental entity that may ask a provider to keep what it has. */
  sealed interface OfPreservation extends Issuer {}

  /**
   * A judge, court or investigating judge.
   *
   * @param name the judge
   * @param office the court
   */
  record Judge(String name, String office) implements Judicial, OfSubpoena {}

  /**
   * A prosecutor; in a subpoena, for a grand jury or at trial.
   *
   * @param name the prosecutor
   * @param office the prosecution office
   */
  record Prosecutor(String name, String office)
      implements OfSubscriberData, OfSubpoena, OfPreservation {}

  /**
   * An agency that a statute lets issue administrative subpoenas.
   *
   * @param name the officer
   * @param office the agency
   */
  record Administrative(String name, String office) implements OfSubpoena, OfPreservation {}

  /**
   * A police or other investigating authority: it asks, and cannot order.
   *
   * @param name the officer
   * @param office the agency
   */
  record Agency(String name, String office) implements OfPreservation {}

  /**
   * An investigating authority whose order a judge has validated.
   *
   * @param agency who ordered
   * @param validator who validated
   */
  record ValidatedByJudge(Agency agency, Judge validator) implements Judicial {
    @Override
    public String name() {
      return agency.name();
    }

    @Override
    public String office() {
      return agency.office();
    }
  }

  /**
   * An investigating authority whose order a prosecutor has validated.
   *
   * @param agency who ordered
   * @param validator who validated
   */
  record ValidatedByProsecutor(Agency agency, Prosecutor validator) implements OfSubscriberData {
    @Override
    public String name() {
      return agency.name();
    }

    @Override
    public String office() {
      return agency.office();
    }
  }

  /**
   * An investigating authority that orders in an emergency and has validation sought afterwards:
   * subscriber and identification data, and preservation, alone. Without validation in time what
   * came back is sealed off.
   *
   * @param agency who ordered
   */
  record ValidationSought(Agency agency) implements OfSubscriberData {
    @Override
    public String name() {
      return agency.name();
    }

    @Override
    public String office() {
      return agency.office();
    }
  }
}
