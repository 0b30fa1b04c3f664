package dev.sextant.findings;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.Cases;
import dev.sextant.authority.People;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Custody;
import dev.sextant.identity.Account;
import dev.sextant.identity.Entity;
import dev.sextant.identity.Identity;
import dev.sextant.identity.Judgement;
import dev.sextant.network.Measure;
import dev.sextant.network.Network;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The case's own evidence: records, exhibits, entities, snapshots and measures under a permit. */
public final class CaseEvidence implements Evidence {
  private final CitedRecords records;
  private final Custody custody;
  private final Identity identity;
  private final Network network;
  private final Register register;

  /**
   * Names that findings print.
   *
   * @param cases for the case's short name
   * @param people for the names of those who judged
   */
  public record Register(Cases cases, People people) {}

  /**
   * Wires the case's rooms.
   *
   * @param records the record store
   * @param custody for exhibit numbers
   * @param identity for entities and judgements
   * @param network for snapshots and measures
   * @param register for names
   */
  public CaseEvidence(
      CitedRecords records,
      Custody custody,
      Identity identity,
      Network network,
      Register register) {
    this.records = records;
    this.custody = custody;
    this.identity = identity;
    this.network = network;
    this.register = register;
  }

  @Override
  public Support support(Act act, Citation citation) {
    CitedRecords.Stored stored = records.cited(act, citation.record());
    CaseFile of = register.cases().file(act.permit());
    return SupportCopy.of(citation, stored, custody.exhibit(act, stored.exhibit()).printed(of));
  }

  /* A provider's return or an account's export holds many people's records by its nature; a capture,
   * an upload or a tip is one thing that somebody brought. */
  @Override
  public Corroboration.Cited cited(Act act, Support support) {
    ExhibitId exhibit = records.exhibit(act, support.record());
    Acquisition.How how =
        Acquisition.How.valueOf(custody.exhibit(act, exhibit).acquisition().how());
    boolean one =
        switch (how) {
          case PUBLIC_CAPTURE, UPLOAD, TIP -> true;
          case PROVIDER_RETURN, USER_EXPORT, DEVICE, WITNESS -> false;
        };
    return new Corroboration.Cited(
        support, one ? support.locator().exhibit().hex() : "", how == Acquisition.How.TIP);
  }

  @Override
  public CitedNetwork network(Act act, SnapshotId id, Needed needed, List<MeasureId> measures) {
    NetworkCopy copy = new NetworkCopy(network.snapshot(act.permit(), id), needed);
    Map<MeasureId, Measure> known = new HashMap<>();
    if (!measures.isEmpty()) {
      network.measures(act.permit(), id).forEach(m -> known.put(m.id(), m));
    }
    List<CitedMeasure> cited = new ArrayList<>();
    for (MeasureId wanted : measures) {
      Measure measure = known.get(wanted);
      if (measure == null) {
        throw new FindingFault.NotFound("no such measure of this snapshot", wanted.toString());
      }
      cited.add(copy.cited(measure));
    }
    return new CitedNetwork(copy.cited(), cited);
  }

  @Override
  public List<CitedEntity> entities(Act act, List<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<String, Entity> known = new HashMap<>();
    identity.entities(act).all().forEach(e -> known.put(e.key().toString(), e));
    Collection<Judgement> standing = Identity.standing(identity.judgements(act.permit())).values();
    List<CitedEntity> cited = new ArrayList<>();
    for (String key : keys) {
      Entity entity = known.get(key);
      if (entity == null) {
        throw new FindingFault.NotFound("no such entity within the permit's scope", key);
      }
      cited.add(cited(entity, standing));
    }
    return cited;
  }

  private CitedEntity cited(Entity entity, Collection<Judgement> standing) {
    Set<String> accounts = new HashSet<>();
    entity.accounts().forEach(a -> accounts.add(a.key()));
    List<CitedEntity.CitedJudgement> behind =
        standing.stream()
            .filter(j -> accounts.contains(j.pair().a()) && accounts.contains(j.pair().b()))
            .sorted(java.util.Comparator.comparingLong(Judgement::leaf))
            .map(this::cited)
            .toList();
    return new CitedEntity(
        entity.key().toString(),
        entity.label(),
        entity.accounts().stream().map(CaseEvidence::cited).toList(),
        behind);
  }

  private static CitedEntity.CitedAccount cited(Account account) {
    return new CitedEntity.CitedAccount(
        account.key(),
        account.platform().toString(),
        account.basis().name(),
        List.copyOf(account.handles()),
        List.copyOf(account.names()),
        account.records());
  }

  private CitedEntity.CitedJudgement cited(Judgement judgement) {
    return new CitedEntity.CitedJudgement(
        judgement.id(),
        judgement.pair().a(),
        judgement.pair().b(),
        judgement.verdict().name(),
        judgement.reason(),
        register.people().actor(judgement.by()).name(),
        judgement.at());
  }
}
