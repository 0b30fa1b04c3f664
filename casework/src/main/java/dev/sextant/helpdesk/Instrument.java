package dev.sextant.helpdesk;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a provider is asked with. Each instrument takes only the kinds of data that it lawfully
 * reaches, and only issuers who may issue it: content by subpoena, or a prosecutor's order for
 * content, is not refused here, it cannot be written.
 */
public sealed interface Instrument {
  /** Which it is. */
  InstrumentKind kind();

  /** What it asks for; empty for a preservation, which discloses nothing. */
  Set<DataField> fields();

  /** Who issues it. */
  Issuer issuer();

  /**
   * 18 USC 2703(f): keep what there is; disclose nothing.
   *
   * @param issuer who asks
   */
  record PreservationLetter(Issuer.OfPreservation issuer) implements Instrument {
    @Override
    public InstrumentKind kind() {
      return InstrumentKind.PRESERVATION_LETTER;
    }

    @Override
    public Set<DataField> fields() {
      return Set.of();
    }
  }

  /**
   * 18 USC 2703(c)(2): subscriber data, a closed list.
   *
   * @param subscriber what of it
   * @param issuer who issues it
   */
  record Subpoena(Set<SubscriberField> subscriber, Issuer.OfSubpoena issuer) implements Instrument {
    /** Copies. */
    public Subpoena {
      subscriber = Set.copyOf(subscriber);
    }

    @Override
    public InstrumentKind kind() {
      return InstrumentKind.SUBPOENA;
    }

    @Override
    public Set<DataField> fields() {
      return Set.copyOf(subscriber);
    }
  }

  /**
   * 18 USC 2703(d): records without content.
   *
   * @param subscriber subscriber data
   * @param traffic further records
   * @param issuer the court
   */
  record CourtOrder(Set<SubscriberField> subscriber, Set<TrafficField> traffic, Issuer.Judge issuer)
      implements Instrument {
    /** Copies. */
    public CourtOrder {
      subscriber = Set.copyOf(subscriber);
      traffic = Set.copyOf(traffic);
    }

    @Override
    public InstrumentKind kind() {
      return InstrumentKind.COURT_ORDER;
    }

    @Override
    public Set<DataField> fields() {
      return union(subscriber, traffic);
    }
  }

  /**
   * A search warrant on probable cause: the one American instrument that reaches content.
   *
   * @param subscriber subscriber data
   * @param traffic further records
   * @param content content, each kind named
   * @param issuer the court
   */
  record SearchWarrant(
      Set<SubscriberField> subscriber,
      Set<TrafficField> traffic,
      Set<ContentField> content,
      Issuer.Judge issuer)
      implements Instrument {
    /** Copies. */
    public SearchWarrant {
      subscriber = Set.copyOf(subscriber);
      traffic = Set.copyOf(traffic);
      content = Set.copyOf(content);
    }

    @Override
    public InstrumentKind kind() {
      return InstrumentKind.SEARCH_WARRANT;
    }

    @Override
    public Set<DataField> fields() {
      return union(subscriber, traffic, content);
    }
  }

  /**
   * 18 USC 2702(b)(8), (c)(4): the provider may disclose, on good faith that somebody is in danger
   * of death or serious injury. It compels nobody.
   *
   * @param subscriber subscriber data
   * @param traffic further records
   * @param content content that the danger needs
   * @param issuer the agency that asks
   * @param danger who is in which danger, and how the data would avert it
   */
  record EmergencyDisclosure(
      Set<SubscriberField> subscriber,
      Set<TrafficField> traffic,
      Set<ContentField> content,
      Issuer.OfPreservation issuer,
      String danger)
      implements Instrument {
    /** Copies. */
    public EmergencyDisclosure {
      subscriber = Set.copyOf(subscriber);
      traffic = Set.copyOf(traffic);
      content = Set.copyOf(content);
    }

    @Override
    public InstrumentKind kind() {
      return InstrumentKind.EMERGENCY_DISCLOSURE;
    }

    @Override
    public Set<DataField> fields() {
      return union(subscriber, traffic, content);
    }
  }

  /**
   * European Preservation Order, Regulation (EU) 2023/1543 Art. 6.
   *
   * @param issuer judge, court or prosecutor, or validated by one
   */
  record EuropeanPreservation(Issuer.OfSubscriberData issuer) implements Instrument {
    @Override
    public InstrumentKind kind() {
      return InstrumentKind.EPOC_PR;
    }

    @Override
    public Set<DataField> fields() {
      return Set.of();
    }
  }

  /**
   * European Production Order for subscriber data and data that only identify, Art. 4(1).
   *
   * @param subscriber subscriber data
   * @param identification what identifies
   * @param issuer judge, court or prosecutor, or validated by one
   */
  record SubscriberProduction(
      Set<SubscriberField> subscriber,
      Set<IdentificationField> identification,
      Issuer.OfSubscriberData issuer)
      implements Instrument {
    /** Copies. */
    public SubscriberProduction {
      subscriber = Set.copyOf(subscriber);
      identification = Set.copyOf(identification);
    }

    @Override
    public InstrumentKind kind() {
      return InstrumentKind.EPOC_SUBSCRIBER;
    }

    @Override
    public Set<DataField> fields() {
      return union(subscriber, identification);
    }
  }

  /**
   * European Production Order for traffic data, Art. 4(2): no prosecutor issues or validates it.
   *
   * @param known subscriber and identification data asked for with it
   * @param traffic traffic data
   * @param issuer a judge or court, or validated by one
   */
  record TrafficProduction(Known known, Set<TrafficField> traffic, Issuer.Judicial issuer)
      implements Instrument {
    /** Copies. */
    public TrafficProduction {
      traffic = Set.copyOf(traffic);
    }

    @Override
    public InstrumentKind kind() {
      return InstrumentKind.EPOC_TRAFFIC;
    }

    @Override
    public Set<DataField> fields() {
      return union(known.subscriber(), known.identification(), traffic);
    }
  }

  /**
   * European Production Order for content, Art. 4(2): no prosecutor issues or validates it.
   *
   * @param known subscriber and identification data asked for with it
   * @param traffic traffic data asked for with it
   * @param content content, each kind named
   * @param issuer a judge or court, or validated by one
   */
  record ContentProduction(
      Known known, Set<TrafficField> traffic, Set<ContentField> content, Issuer.Judicial issuer)
      implements Instrument {
    /** Copies. */
    public ContentProduction {
      traffic = Set.copyOf(traffic);
      content = Set.copyOf(content);
    }

    @Override
    public InstrumentKind kind() {
      return InstrumentKind.EPOC_CONTENT;
    }

    @Override
    public Set<DataField> fields() {
      return union(known.subscriber(), known.identification(), traffic, content);
    }
  }

  /**
   * What every European production order may ask for along with its own.
   *
   * @param subscriber subscriber data
   * @param identification what identifies
   */
  record Known(Set<SubscriberField> subscriber, Set<IdentificationField> identification) {
    /** Copies. */
    public Known {
      subscriber = Set.copyOf(subscriber);
      identification = Set.copyOf(identification);
    }
  }

  private static Set<DataField> union(Set<?>... parts) {
    return Stream.of(parts)
        .flatMap(Set::stream)
        .map(DataField.class::cast)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
