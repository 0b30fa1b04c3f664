package dev.sextant.app;

import dev.sextant.authority.Act;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.custody.Captures;
import dev.sextant.custody.Certificates;
import dev.sextant.custody.Custody;
import dev.sextant.deconfliction.Deconfliction;
import dev.sextant.deconfliction.Exchange;
import dev.sextant.disclosure.Disclosures;
import dev.sextant.disclosure.Proving;
import dev.sextant.disclosure.TrustedAuthorities;
import dev.sextant.findings.CaseEvidence;
import dev.sextant.findings.CitedRecords;
import dev.sextant.findings.Findings;
import dev.sextant.helpdesk.HelpDesk;
import dev.sextant.helpdesk.Playbooks;
import dev.sextant.identity.Identity;
import dev.sextant.identity.IdentityRules;
import dev.sextant.identity.RecordStream;
import dev.sextant.ledger.Ledger;
import dev.sextant.ledger.SignerKey;
import dev.sextant.network.Inquiries;
import dev.sextant.network.Method;
import dev.sextant.network.Network;
import dev.sextant.records.RecordFilter;
import dev.sextant.records.Records;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Reading;
import dev.sextant.subjects.Subjects;
import dev.sextant.terms.Digest;
import dev.sextant.tips.Disarm;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The rooms that work on a case, wired.
 *
 * @param helpDesk requests to providers
 * @param custody sealed exhibits
 * @param captures which exhibits count as captures
 * @param certificates drafts for those who certify exhibits
 * @param records what was read from them
 * @param identity who is who
 * @param subjects persons, their roles, and what they are suspected of
 * @param network who is tied to whom
 * @param findings signed claims
 * @param disclosures the only way out
 * @param deconfliction whether another case knows a selector
 * @param exchange the same of another house
 */
public record Rooms(
    HelpDesk helpDesk,
    Custody custody,
    Captures captures,
    Certificates certificates,
    Records records,
    Identity identity,
    Subjects subjects,
    Network network,
    Findings findings,
    Disclosures disclosures,
    Deconfliction deconfliction,
    Exchange exchange)
    implements AutoCloseable {

  /** Who releases, as printed on a report, unless a deployment says its own name. */
  private static final String AGENCY = "Sextant training agency";

  /** What the rooms rest on. */
  record Ground(
      HomeFolder home,
      AuthorityRoom authority,
      DataSource application,
      Ledger ledger,
      Clock clock) {}

  /** The record store's stream, now and as it was. */
  private record CaseRecords(Records records) implements RecordStream {
    @Override
    public void each(Act act, Taker taker) {
      records.each(act, RecordFilter.all(), stored -> taker.take(stored.id(), stored.record()));
    }

    @Override
    public void each(Act act, Instant known, Taker taker) {
      records.each(
          act,
          RecordFilter.all().readBy(known),
          stored -> taker.take(stored.id(), stored.record()));
    }

    @Override
    public Optional<Digest> mark(Act act) {
      return Optional.of(records.mark(act));
    }
  }

  /* A pack is named after its law's country or union; only a country numbers telephones. */
  private static String region(JurisdictionPack pack) {
    return pack.name().split("-", 2)[0];
  }

  static Rooms build(Ground ground, SignerKey disclosureKey) {
    AuthorityRoom authority = ground.authority();
    Clock clock = ground.clock();
    HelpDesk helpDesk = new HelpDesk(authority.papers(), authority::pack, Playbooks.shipped());
    Custody custody =
        new Custody(
            ground.home().custody(), authority.door(), authority.keys(), ground.application());
    Captures captures = new Captures(custody, authority.door(), ground.home().collectors());
    Certificates certificates =
        new Certificates(
            custody, captures, authority.people(), authority.cases(), authority.pack());
    Records records =
        new Records(
            new Records.Ground(
                authority.door(),
                authority.keys(),
                custody,
                helpDesk.returns(),
                authority.rules().pack().words("filter.privilegedTerms"),
                region(authority.rules().pack())),
            Reading.prepare(),
            Limits.standard(),
            ground.home().index());
    RecordStream stream = new CaseRecords(records);
    Identity identity =
        new Identity(
            stream,
            authority.door(),
            authority.keys(),
            clock,
            IdentityRules.of(authority.rules().pack()));
    Subjects subjects =
        new Subjects(
            new Subjects.Ground(
                authority.door(), authority.keys(), custody, records, authority.rules().pack()),
            clock);
    Network network =
        new Network(
            stream,
            new Network.Behind(identity, subjects::roles),
            authority.door(),
            authority.keys(),
            clock);
    authority.models().offer(Identity.model());
    for (Method method : Method.values()) {
      authority.models().offer(Network.model(method));
    }
    Inquiries.models().forEach(authority.models()::offer);
    Findings findings =
        new Findings(
            new Findings.Ground(authority.door(), authority.keys(), authority.people()),
            new CaseEvidence(
                CitedRecords.of(records),
                custody,
                identity,
                network,
                new CaseEvidence.Register(authority.cases(), authority.people())),
            clock);
    Ledger ledger = ground.ledger();
    Disclosures disclosures =
        new Disclosures(
            new Disclosures.Ground(
                authority,
                custody,
                findings,
                subjects::roles,
                new Disarm(Disarm.Limits.standard())::picture,
                new MediaInScope(records)),
            new Proving(
                ledger.view(),
                ledger::checkpoint,
                ledger.verifier(),
                ground.home().readWitnesses(),
                disclosureKey,
                () -> TrustedAuthorities.in(ground.home().timestampAuthorities())),
            ground.home().disclosures(),
            AGENCY,
            clock);
    SecureRandom random = new SecureRandom();
    Deconfliction deconfliction =
        new Deconfliction(
            new Deconfliction.Ground(authority.houseDeeds(), authority.namedSelectors(), records),
            random);
    Exchange exchange =
        new Exchange(
            deconfliction,
            new Exchange.Ground(
                authority.houseDeeds(),
                authority.door(),
                authority.keys(),
                authority::pack,
                disclosureKey),
            random);
    return new Rooms(
        helpDesk,
        custody,
        captures,
        certificates,
        records,
        identity,
        subjects,
        network,
        findings,
        disclosures,
        deconfliction,
        exchange);
  }

  @Override
  public void close() {
    records.close();
  }
}
