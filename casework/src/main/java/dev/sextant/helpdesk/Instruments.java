package dev.sextant.helpdesk;

import dev.sextant.helpdesk.RequestDraft.IssuerDraft;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * From words to types: what people wrote becomes an instrument, or is refused because there is no
 * such instrument to be had.
 */
final class Instruments {
  private Instruments() {}

  /**
   * The instrument that was written.
   *
   * @throws ProcessRefused {@code SX-HELP-MATRIX} if the instrument does not reach a kind of data
   *     that is asked for; {@code SX-HELP-ISSUER} if the issuer may not issue it
   */
  static Instrument of(Ask ask, RequestDraft draft) {
    InstrumentKind kind = draft.instrument();
    Fields fields = new Fields(kind, ask.wanted());
    IssuerDraft by = draft.issuer();
    return switch (kind) {
      case PRESERVATION_LETTER ->
          new Instrument.PreservationLetter(issuer(kind, by, ask, Issuer.OfPreservation.class));
      case SUBPOENA ->
          new Instrument.Subpoena(
              fields.subscriber(), issuer(kind, by, ask, Issuer.OfSubpoena.class));
      case COURT_ORDER ->
          new Instrument.CourtOrder(
              fields.subscriber(), fields.traffic(), issuer(kind, by, ask, Issuer.Judge.class));
      case SEARCH_WARRANT ->
          new Instrument.SearchWarrant(
              fields.subscriber(),
              fields.traffic(),
              fields.content(),
              issuer(kind, by, ask, Issuer.Judge.class));
      case EMERGENCY_DISCLOSURE ->
          new Instrument.EmergencyDisclosure(
              fields.subscriber(),
              fields.traffic(),
              fields.content(),
              issuer(kind, by, ask, Issuer.OfPreservation.class),
              ask.danger());
      case EPOC_PR ->
          new Instrument.EuropeanPreservation(issuer(kind, by, ask, Issuer.OfSubscriberData.class));
      case EPOC_SUBSCRIBER ->
          new Instrument.SubscriberProduction(
              fields.subscriber(),
              fields.identification(),
              issuer(kind, by, ask, Issuer.OfSubscriberData.class));
      case EPOC_TRAFFIC ->
          new Instrument.TrafficProduction(
              fields.known(), fields.traffic(), issuer(kind, by, ask, Issuer.Judicial.class));
      case EPOC_CONTENT ->
          new Instrument.ContentProduction(
              fields.known(),
              fields.traffic(),
              fields.content(),
              issuer(kind, by, ask, Issuer.Judicial.class));
    };
  }

  /** The wanted fields by category; whatever the instrument does not reach is refused at once. */
  private record Fields(InstrumentKind kind, Set<DataField> wanted) {
    Fields {
      for (DataField field : wanted) {
        if (!kind.preserves() && !kind.reaches().contains(field.category())) {
          throw new ProcessRefused(
              "SX-HELP-MATRIX",
              "this instrument does not reach that kind of data",
              kind.words(),
              field.category() + ": " + field.words(),
              "leave it out, or apply for the instrument that the adviser names");
        }
      }
    }

    Set<SubscriberField> subscriber() {
      return only(SubscriberField.class);
    }

    Set<IdentificationField> identification() {
      return only(IdentificationField.class);
    }

    Set<TrafficField> traffic() {
      return only(TrafficField.class);
    }

    Set<ContentField> content() {
      return only(ContentField.class);
    }

    Instrument.Known known() {
      return new Instrument.Known(subscriber(), identification());
    }

    private <E extends Enum<E>> Set<E> only(Class<E> type) {
      EnumSet<E> some = EnumSet.noneOf(type);
      wanted.stream().filter(type::isInstance).map(type::cast).forEach(some::add);
      return some;
    }
  }

  private static <I extends Issuer> I issuer(
      InstrumentKind kind, IssuerDraft by, Ask ask, Class<I> wanted) {
    if (by.name().isBlank() || by.office().isBlank()) {
      throw new ProcessRefused(
          "SX-HELP-ISSUER",
          "an issuer has a name and an office",
          "issuer",
          by.part().name(),
          "say who issues it, and of which court or agency");
    }
    Issuer issuer = issuer(kind, by, ask);
    if (!wanted.isInstance(issuer)) {
      throw new ProcessRefused(
          "SX-HELP-ISSUER",
          "this issuer may not issue it",
          kind.words(),
          by.part() + (by.validatorPart() == IssuerPart.NONE ? "" : " with " + by.validatorPart()),
          "have it issued or validated by somebody who may: " + may(wanted));
    }
    return wanted.cast(issuer);
  }

  private static Issuer issuer(InstrumentKind kind, IssuerDraft by, Ask ask) {
    Function<IssuerPart, Optional<Issuer>> validated =
        part ->
            Optional.ofNullable(
                switch (part) {
                  case JUDGE ->
                      new Issuer.ValidatedByJudge(
                          new Issuer.Agency(by.name(), by.office()),
                          new Issuer.Judge(by.validatorName(), by.validatorOffice()));
                  case PROSECUTOR ->
                      new Issuer.ValidatedByProsecutor(
                          new Issuer.Agency(by.name(), by.office()),
                          new Issuer.Prosecutor(by.validatorName(), by.validatorOffice()));
                  case ADMINISTRATIVE, AGENCY, NONE -> null;
                });
    return switch (by.part()) {
      case JUDGE -> new Issuer.Judge(by.name(), by.office());
      case PROSECUTOR ->
          by.validatorPart() == IssuerPart.JUDGE
              ? validated.apply(IssuerPart.JUDGE).orElseThrow()
              : new Issuer.Prosecutor(by.name(), by.office());
      case ADMINISTRATIVE -> new Issuer.Administrative(by.name(), by.office());
      case AGENCY, NONE ->
          validated
              .apply(by.validatorPart())
              .orElseGet(() ->
                  ask.emergency() && kind.european()
                      ? new Issuer.ValidationSought(new Issuer.Agency(by.name(), by.office()))
                      : new Issuer.Agency(by.name(), by.office()));
    };
  }

  private static String may(Class<?> wanted) {
    if (wanted == Issuer.Judge.class) {
      return "a judge or court";
    }
    if (wanted == Issuer.Judicial.class) {
      return "a judge or court, or an authority that one of them has validated";
    }
    if (wanted == Issuer.OfSubscriberData.class) {
      return "a judge, court or prosecutor, or an authority that one of them has validated";
    }
    if (wanted == Issuer.OfSubpoena.class) {
      return "a judge, a prosecutor or an agency with power to issue administrative subpoenas";
    }
    return "a governmental entity";
  }
}
