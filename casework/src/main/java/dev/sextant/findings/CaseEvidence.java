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
import dev.sextant.records.Note;
import dev.sextant.records.Written;
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
import java.util.UUID;

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
    return SupportCopy.of(
        citation,
        stored,
        custody.exhibit(act, stored.exhibit()).printed(of),
        citation.beside().isEmpty() ? List.of() : beside(act, citation));
  }

  private List<CitedNote> beside(Act act, Citation citation) {
    Map<UUID, CitedNote> standing = new HashMap<>();
    for (Note note : records.beside(act, citation.record())) {
      Written written = note.written();
      if (written != null) {
        String by = register.people().actor(note.by()).name();
        standing.put(note.id(), CitedNote.of(note, written, by));
      }
    }
    List<CitedNote> cited = new ArrayList<>();
    for (UUID id : citation.beside()) {
      CitedNote note = standing.get(id);
      if (note == null) {
        throw new FindingFault.NotFound("no such note stands beside the record", id.toString());
      }
      cited.add(note);
    }
    return cited;
  }

  @Override
  public Citation standing(Act act, Citation citation) {
    if (citation.beside().isEmpty()) {
      return citation;
    }
    records.cited(act, citation.record());
    List<UUID> standing = records.beside(act, citation.record()).stream().map(Note::id).toList();
    return new Citation(
        citation.record(),
        citation.note(),
        citation.beside().stream().filter(standing::contains).toList());
  }

  @Override
  public List<Corroboration.Cited> cited(Act act, List<Support> supports) {
    Map<String, String> actors = new HashMap<>();
    if (supports.size() > 1) {
      for (Entity entity : identity.entities(act).all()) {
        entity.accounts().forEach(a -> actors.put(a.key(), entity.key().toString()));
      }
    }
    return supports.stream().map(s -> cited(act, s, actors)).toList();
  }

  /* A provider's return or a seized device holds many people's records, and none of them made it. A
   * capture, an upload, a tip, what a witness brought and what an account's holder exported come
   * through one pair of hands: whatever they hold, one person vouches for. */
  private Corroboration.Cited cited(Act act, Support support, Map<String, String> actors) {
    ExhibitId exhibit = records.exhibit(act, support.record());
    Acquisition.How how =
        Acquisition.How.valueOf(custody.exhibit(act, exhibit).acquisition().how());
    boolean one =
        switch (how) {
          case PUBLIC_CAPTURE, UPLOAD, TIP, USER_EXPORT, WITNESS -> true;
          case PROVIDER_RETURN, DEVICE -> false;
        };
    return new Corroboration.Cited(
        support,
        one ? support.locator().exhibit().hex() : "",
        how == Acquisition.How.TIP,
        actors.getOrDefault(support.authorKey(), ""),
        records.goesBackTo(act, support.record()));
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
