package dev.sextant.app.flow;

import dev.sextant.app.House;
import dev.sextant.app.Program;
import dev.sextant.authority.AuthorityDraft;
import dev.sextant.authority.AuthorityRoom;
import dev.sextant.authority.BusinessCase;
import dev.sextant.authority.CaseFile;
import dev.sextant.authority.Decision;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Principle;
import dev.sextant.authority.Principles;
import dev.sextant.authority.Purpose;
import dev.sextant.authority.Scope;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Exhibit;
import dev.sextant.disclosure.Agreement;
import dev.sextant.disclosure.Disclosure;
import dev.sextant.disclosure.Recipient;
import dev.sextant.disclosure.Recipients;
import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.AchMatrix.Cell;
import dev.sextant.findings.AchMatrix.Hypothesis;
import dev.sextant.findings.AchMatrix.Level;
import dev.sextant.findings.AchMatrix.Row;
import dev.sextant.findings.AchMatrix.RowKind;
import dev.sextant.findings.Citation;
import dev.sextant.findings.Claim;
import dev.sextant.findings.EstimateScale;
import dev.sextant.findings.Finding;
import dev.sextant.findings.Reasoning;
import dev.sextant.findings.ReviewDecision;
import dev.sextant.identity.JudgementVerdict;
import dev.sextant.identity.Pair;
import dev.sextant.identity.Suggestion;
import dev.sextant.network.Measure;
import dev.sextant.network.Method;
import dev.sextant.network.Snapshot;
import dev.sextant.network.TieKind;
import dev.sextant.network.TieRule;
import dev.sextant.records.Counts;
import dev.sextant.records.Page;
import dev.sextant.records.ReadReport;
import dev.sextant.records.RecordQuery;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Grade;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Span;
import dev.sextant.terms.StatementType;
import dev.sextant.training.DemoCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Plays the demo case: every step that an investigation takes, taken by the people whose part it
 * is, through the same doors as everybody else. Nothing is put into the store behind the rooms'
 * backs. Playing it again on a home that has it finds what was released then.
 */
public final class Demo {
  /** The case's cover name. */
  public static final String NAME = "Operation Lantern";

  /** Any number does; this one is the case that the documents show. */
  public static final long SEED = 7;

  private static final Recipient PROSECUTOR =
      new Recipient(
          "P. Prosser",
          "Harbour District Public Prosecutor",
          "To decide on charges against those who order stolen machines",
          "Prosecution protocol 2026/3");

  private final House house;
  private final Consumer<String> teller;
  private final Progress progress;

  /**
   * Plays on this house.
   *
   * @param teller told each step in a line
   * @param progress told how far long work has come
   */
  public Demo(House house, Consumer<String> teller, Progress progress) {
    this.house = house;
    this.teller = teller;
    this.progress = progress;
  }

  /**
   * What was played.
   *
   * @param people the training log-ins
   * @param bundle the released bundle
   */
  public record Played(TrainingPeople people, Path bundle) {}

  /** Plays the case, or finds it played. */
  public Played play() throws IOException {
    AuthorityRoom room = house.authority();
    TrainingPeople people = TrainingPeople.enrol(house);
    DemoCase material = DemoCase.write(house.home().demo(), SEED);
    Optional<CaseFile> known =
        room.cases().cases(people.analyst().id()).stream()
            .filter(c -> c.name().equals(NAME))
            .findFirst();
    if (known.isPresent()) {
      Optional<Path> released = released(people, known.get().id());
      if (released.isPresent()) {
        teller.accept("the demo case was played before; using what was released then");
        return new Played(people, released.get());
      }
    }
    CaseId id =
        known.isPresent() ? known.get().id() : room.cases().open(people.officer().id(), NAME);
    teller.accept("case       " + NAME + " opened by " + people.officer().name());
    AuthorityId authority = authorise(people, id, material);
    Permit ana =
        room.authorities()
            .permit(
                people.analyst().id(),
                authority,
                new Purpose("Find out who receives and moves the stolen machines"));
    Permit ben =
        room.authorities()
            .permit(
                people.secondAnalyst().id(),
                authority,
                new Purpose("Review the findings of a colleague"));
    sealAndRead(people, ana, material);
    judge(ana, material);
    registerRecipient(people);
    return new Played(people, conclude(ana, ben, material));
  }

  /* Before anything is released somebody with that part has registered who may receive it. */
  private void registerRecipient(TrainingPeople people) {
    Recipients recipients = house.rooms().disclosures().recipients();
    boolean known = recipients.all().stream().anyMatch(r -> r.name().equals(PROSECUTOR.name()));
    if (known) {
      return;
    }
    ActorId officer = people.officer().id();
    Agreement agreement =
        recipients.agree(
            officer,
            new Recipients.Terms(
                PROSECUTOR.agreement(),
                PROSECUTOR.organisation(),
                true,
                house.clock().instant().plus(Duration.ofDays(365))));
    recipients.register(officer, agreement.id(), PROSECUTOR.name(), PROSECUTOR.need());
    teller.accept("recipient  " + PROSECUTOR.name() + ", " + PROSECUTOR.organisation());
  }

  private Optional<Path> released(TrainingPeople people, CaseId id) {
    return house.authority().authorities().authorities(people.analyst().id(), id).stream()
        .filter(a -> a.state().living())
        .findFirst()
        .flatMap(a -> {
          Permit permit =
              house
                  .authority()
                  .authorities()
                  .permit(
                      people.analyst().id(),
                      a.document().id(),
                      new Purpose("Look up what was released"));
          return house.rooms().disclosures().register(permit).stream()
              .reduce((first, second) -> second)
              .map(Disclosure::bundle);
        });
  }

  private AuthorityId authorise(TrainingPeople people, CaseId id, DemoCase material) {
    ActorId ana = people.analyst().id();
    var authorities = house.authority().authorities();
    AuthorityDraft draft = draft(people, id, material);
    AuthorityId authority = authorities.draft(ana, draft);
    for (Principle principle : Principle.values()) {
      authorities.signPrinciple(ana, authority, principle);
    }
    authorities.submit(ana, authority);
    teller.accept(
        "authority  applied for by " + people.analyst().name() + ", six principles signed");
    authorities.approve(
        people.officer().id(),
        authority,
        "The thefts are serious and continuing; the groups are closed and small; no lesser means has led further.");
    teller.accept("authority  approved by " + people.officer().name());
    if (draft.needsOversight()) {
      TrainingOverseer.open(house.home())
          .decide(
              authorities,
              people.overseer().id(),
              authority,
              Decision.APPROVED,
              "The two groups are named, the quota is set, and private chats of others are sealed off.");
      teller.accept("authority  confirmed from outside by " + people.overseer().name());
    }
    return authority;
  }

  private AuthorityDraft draft(TrainingPeople people, CaseId id, DemoCase material) {
    Instant now = house.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new AuthorityDraft(
        id,
        new AuthorityDraft.Basis(
            "training",
            "Production order",
            "PO-2026-0417",
            "Harbour District Court",
            "stolen-goods",
            BusinessCase.ORGANISED_CRIME_NETWORK),
        new Principles(
            "Fourteen machines and some two hundred bicycles were stolen to order in one district within"
                + " five months; two receivers named the same closed groups independently.",
            new Principles.Motive(
                "To identify those who order, move and sell the goods, and to return the goods.",
                "Neither applicant nor team knows anybody named."),
            new Principles.Necessity(
                "Orders and prices are agreed in the two closed groups and in chats of their members only.",
                "A bounded reading of five exports against continuing losses of small building firms.",
                "Family and fan chats in the same exports are sealed off unread; a minor is not expected."),
            new Principles.Right(
                "The court ordered production under its act of criminal procedure.",
                "The court's registrar validates each return."),
            new Principles.LastResort(
                "Observation of the yard and open adverts have shown drivers, not those who order.",
                List.of(
                    "Observation of the yard for five weeks.",
                    "Test purchases from open adverts.")),
            new Principles.Prospect(
                "Both groups were in use until the last theft; the exports cover the period in question.",
                "Stop when the three who order are identified, or after thirty days.")),
        new AuthorityDraft.Bounds(
            new Scope(material.selectors(), material.platforms(), material.contentWindow(), 2),
            Span.between(now, now.plus(Duration.ofDays(30))),
            Set.of("READ_EXPORT", "NETWORK_ANALYSIS"),
            1,
            new AuthorityDraft.Quota(50_000, 60, 20_000)),
        new AuthorityDraft.Duties(
            Set.of(people.analyst().id(), people.secondAnalyst().id()),
            Duration.ofDays(14),
            "Handling code P: lawful sharing permitted",
            Duration.ofDays(365),
            Set.of()));
  }

  private void sealAndRead(TrainingPeople people, Permit ana, DemoCase material)
      throws IOException {
    for (DemoCase.Export export : material.exports()) {
      Exhibit exhibit =
          DemoRequest.answers(export)
              ? new DemoRequest(house, people, material, teller).play(ana, export, progress)
              : sealed(ana, export);
      ReadReport report = lastReading(ana, exhibit);
      Counts c = report.counts();
      teller.accept(
          String.format(
              Locale.ROOT,
              "exhibit    E-%d %s: %,d items = %,d read + %,d sealed off + %d faults + %d unknown",
              exhibit.number(),
              exhibit.name(),
              c.items(),
              c.read(),
              c.sealed(),
              c.faults(),
              c.unknown()));
    }
  }

  private Exhibit sealed(Permit ana, DemoCase.Export export) throws IOException {
    Acquisition how =
        new Acquisition(
            export.how(),
            Program.id(),
            ana.actor(),
            house.clock().instant(),
            export.sourceName(),
            export.note());
    try (InputStream bytes = Files.newInputStream(export.file())) {
      Exhibit exhibit = house.rooms().custody().seal(ana, how, bytes, progress);
      house.rooms().records().read(ana, exhibit.id(), progress);
      return exhibit;
    }
  }

  private ReadReport lastReading(Permit ana, Exhibit exhibit) {
    return house.rooms().records().readings(ana).stream()
        .filter(reading -> reading.exhibit().equals(exhibit.id()))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private void judge(Permit ana, DemoCase material) {
    Pair alias = new Pair(material.alias().accountA(), material.alias().accountB());
    List<Suggestion> suggestions = house.rooms().identity().suggest(ana);
    boolean suggested = suggestions.stream().anyMatch(s -> s.pair().equals(alias));
    house.rooms().identity().judge(ana, alias, JudgementVerdict.SAME, material.alias().reason());
    teller.accept(
        "judgement  same, of two accounts "
            + (suggested ? "that the machine suggested" : "that the analyst found"));
  }

  private Path conclude(Permit ana, Permit ben, DemoCase material) {
    Snapshot snapshot =
        house
            .rooms()
            .network()
            .freeze(
                ana,
                TieRule.of(
                    TieKind.MESSAGE, TieKind.REPLY, TieKind.MENTION, TieKind.FOLLOW, TieKind.CALL),
                material.contentWindow(),
                progress);
    teller.accept(
        "network    "
            + snapshot.legend().size()
            + " entities, "
            + snapshot.ties().size()
            + " ties, frozen");
    List<Measure> measures =
        Method.usual().stream()
            .map(m -> house.rooms().network().measure(ana, snapshot.id(), m, SEED, progress))
            .toList();
    Measure between =
        measures.stream().filter(m -> m.method() == Method.BETWEENNESS).findFirst().orElseThrow();
    teller.accept("measures   " + measures.size() + ", each with its rank intervals");
    Finding deal = sign(ana, ben, deal(ana, material));
    Finding refusal = sign(ana, ben, refusal(ana, material));
    Finding broker = sign(ana, ben, broker(ana, material, snapshot, between));
    int persons =
        new DemoPersons(house, ana, ben)
            .categorise(
                find(ana, planted(material, "deal").phrase()),
                find(ana, planted(material, "exculpatory").phrase()));
    teller.accept("persons    " + persons + ", each with a role; one subject, decided on by two");
    Disclosure disclosure =
        house
            .rooms()
            .disclosures()
            .release(
                ana,
                List.of(deal.id(), refusal.id(), broker.id()),
                PROSECUTOR,
                "Operation Lantern: order of machines and position in the network");
    teller.accept("disclosure " + disclosure.digest());
    return disclosure.bundle();
  }

  private Claim deal(Permit ana, DemoCase material) {
    return new Claim(
        "Two machines were ordered, paid for and handed over",
        "A buyer was told a price for two machines; the closed group was given a day and a lorry for them; on"
            + " that day the buyer wrote that both had arrived.",
        StatementType.REPORTED,
        new Grade.Uk3x5x2(2, 'B', 'P', ""),
        "All messages in the window were searched for prices, days and deliveries; each message cited was read in"
            + " its context in the original export.",
        List.of(
            cite(ana, material, "price"),
            cite(ana, material, "deal"),
            cite(ana, material, "handover")),
        List.of(),
        "None found: messages of that week were read for a cancelled or failed delivery; there are none.",
        List.of("The messages are boasts, and what arrived was something else."),
        null,
        List.of(),
        List.of());
  }

  private Claim refusal(Permit ana, DemoCase material) {
    return new Claim(
        "One person was offered a machine and refused it",
        "The person shown as Nevin was offered a machine and declined in writing. This speaks for him and is"
            + " disclosed for that reason.",
        StatementType.FACT,
        new Grade.Uk3x5x2(2, 'A', 'P', ""),
        "All messages between this person and members of the group in the window were read.",
        List.of(cite(ana, material, "exculpatory")),
        List.of(),
        "None found: no message in the window shows this person taking part.",
        List.of(),
        null,
        List.of(),
        List.of());
  }

  private Citation cite(Permit ana, DemoCase material, String name) {
    DemoCase.Planted planted = planted(material, name);
    return new Citation(find(ana, planted.phrase()), planted.meaning());
  }

  private Claim broker(Permit ana, DemoCase material, Snapshot snapshot, Measure between) {
    int top =
        IntStream.range(0, between.values().size())
            .boxed()
            .max(Comparator.comparingDouble(i -> between.values().get(i)))
            .orElseThrow();
    String label = snapshot.legend().get(top).label();
    Citation apart = cite(ana, material, "broker");
    Citation list = cite(ana, material, "planning");
    Claim claim =
        new Claim(
            "One entity joins those who order and those who move",
            "Of the ties seen in the window, most shortest chains between those who order and those who move the"
                + " goods pass through the entity shown as "
                + label
                + ". This describes a position among ties that were seen; it says nothing of a role. It is"
                + " likely that the entity passes orders on knowingly.",
            StatementType.ASSESSMENT,
            new Grade.Admiralty('C', 3),
            "Ties of messages, replies, mentions, follows and calls in the window were frozen; exact betweenness was"
                + " measured, and measured again on replicas with a tenth of the ties removed.",
            List.of(apart, list),
            List.of(),
            "None found: the messages of the entity were read for contacts that would bypass it; none were seen in"
                + " the window.",
            List.of(
                "The entity only shares rides and carries messages without knowing of the goods.",
                "Ties outside the window or on other platforms would show other ways round."),
            snapshot.id(),
            List.of(between.id()),
            List.of(snapshot.legend().get(top).entity().toString()));
    return claim.with(
        new Reasoning(EstimateScale.chosen(house.authority().pack()), weighed(apart, list)));
  }

  /* Cells follow the hypotheses: passes orders on knowingly; carries messages unknowing; other ways round. */
  private static AchMatrix weighed(Citation apart, Citation list) {
    return new AchMatrix(
        List.of(
            new Hypothesis("The entity passes orders on and knows what they are for", false),
            new Hypothesis("The entity shares rides and carries messages unknowingly", true),
            new Hypothesis("Ties that are not held lead round the entity", true)),
        List.of(
            new Row(
                RowKind.RECORD,
                apart.record(),
                "The entity writes that it is paid for keeping others apart",
                Level.MEDIUM,
                Level.HIGH,
                List.of(Cell.CC, Cell.II, Cell.I)),
            new Row(
                RowKind.RECORD,
                list.record(),
                "The entity writes that it keeps the list and others never write it down",
                Level.MEDIUM,
                Level.HIGH,
                List.of(Cell.C, Cell.I, Cell.N)),
            new Row(
                RowKind.ABSENCE,
                null,
                "No contact that bypasses the entity was seen in the window",
                Level.MEDIUM,
                Level.MEDIUM,
                List.of(Cell.C, Cell.C, Cell.I)),
            new Row(
                RowKind.ASSUMPTION,
                null,
                "The acquired accounts are most of those that the group used",
                Level.LOW,
                Level.HIGH,
                List.of(Cell.C, Cell.C, Cell.I))),
        1);
  }

  private Finding sign(Permit ana, Permit ben, Claim claim) {
    var findings = house.rooms().findings();
    Finding draft = findings.draft(ana, claim);
    findings.submit(ana, draft.id());
    findings.review(
        ben,
        draft.id(),
        ReviewDecision.ACCEPT,
        "Supports opened in the originals; the claim says no more than they do; grade agreed.");
    Finding signed = findings.sign(ana, draft.id());
    teller.accept(
        "finding    F-"
            + signed.number()
            + " reviewed by another person and signed: "
            + claim.title());
    return signed;
  }

  private static DemoCase.Planted planted(DemoCase material, String name) {
    return material.planted().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the demo case plants no " + name));
  }

  private Digest find(Permit ana, String phrase) {
    Page page =
        house.rooms().records().search(ana, RecordQuery.of("\"" + phrase + "\"").page(0, 2));
    if (page.total() != 1) {
      throw new IllegalStateException(
          "the demo case plants a phrase once, and search finds it " + page.total() + " times");
    }
    return page.found().getFirst().record().id();
  }
}
