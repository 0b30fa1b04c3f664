package dev.sextant.app.flow;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Exhibit;
import dev.sextant.helpdesk.Ask;
import dev.sextant.helpdesk.ContentField;
import dev.sextant.helpdesk.DataField;
import dev.sextant.helpdesk.HelpDesk;
import dev.sextant.helpdesk.InstrumentKind;
import dev.sextant.helpdesk.ProviderReturn;
import dev.sextant.helpdesk.RequestDraft;
import dev.sextant.helpdesk.RequestDraft.Grounds;
import dev.sextant.helpdesk.RequestDraft.IssuerDraft;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.helpdesk.RequestDraft.Privilege;
import dev.sextant.helpdesk.RequestDraft.Secrecy;
import dev.sextant.helpdesk.RequestState;
import dev.sextant.helpdesk.SubscriberField;
import dev.sextant.helpdesk.TrafficField;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.training.DemoCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demo's legal process: a preservation and a search warrant for the one Instagram account that
 * the authority names, and the account's data as the provider's return.
 */
final class DemoRequest {
  private static final String PROVIDER = "meta";

  private final House house;
  private final TrainingPeople people;
  private final DemoCase material;
  private final Consumer<String> teller;

  DemoRequest(House house, TrainingPeople people, DemoCase material, Consumer<String> teller) {
    this.house = house;
    this.people = people;
    this.material = material;
    this.teller = teller;
  }

  /** Whether an export of the demo comes as the provider's return. */
  static boolean answers(DemoCase.Export export) {
    return export.file().toString().contains("instagram");
  }

  /** Asks, is answered, and reads the answer by the request's terms. */
  Exhibit play(Permit ana, DemoCase.Export export, Progress progress) throws IOException {
    RequestId preservation = asked(ana, Set.of(), letter());
    desk()
        .answered(
            lena(), ana.caseId(), preservation, HelpDesk.Answer.ACKNOWLEDGED, "Kept for 90 days");
    teller.accept("process    LP-1 preservation letter, kept by the provider");
    Set<DataField> wanted =
        Stream.of(SubscriberField.values(), TrafficField.values(), ContentField.values())
            .<DataField>flatMap(Arrays::stream)
            .collect(Collectors.toSet());
    RequestId warrant = asked(ana, wanted, warrant(preservation));
    teller.accept(
        "process    LP-2 search warrant, drafted by "
            + people.process().name()
            + ", reviewed by "
            + people.officer().name()
            + ", served");
    ReturnFlow flow = new ReturnFlow(house.rooms(), house.clock());
    Exhibit exhibit;
    try (InputStream bytes = Files.newInputStream(export.file())) {
      exhibit =
          flow.seal(
              ana,
              new ReturnFlow.Arrived(
                  warrant,
                  export.sourceName(),
                  new ProviderReturn.Paper(
                      "", "R. Keeper, custodian of records", "certificate of service", false, "")),
              bytes,
              progress);
    }
    RequestState state = flow.check(ana, warrant, exhibit.id(), progress);
    teller.accept("process    LP-2 answered and judged by the warrant: " + state);
    return exhibit;
  }

  private RequestId asked(Permit ana, Set<DataField> wanted, RequestDraft draft) {
    CaseId of = ana.caseId();
    List<Selector> accounts =
        material.selectors().stream().filter(s -> Platform.INSTAGRAM.equals(s.platform())).toList();
    Ask ask =
        new Ask(
            ana.authority(),
            PROVIDER,
            accounts,
            material.contentWindow(),
            DemoCase.ZONE,
            wanted,
            "");
    RequestId id = desk().intake(lena(), of, ask);
    desk().advise(lena(), of, id);
    desk().draft(lena(), of, id, draft);
    desk().submit(lena(), of, id);
    desk()
        .review(
            people.officer().id(),
            of,
            id,
            true,
            "Read against the authority; nothing lower would do.");
    desk().issue(lena(), of, id, "26-mj-0417", house.clock().instant());
    desk().serve(lena(), of, id, "provider's portal", "", house.clock().instant());
    return id;
  }

  private RequestDraft letter() {
    return draft(
        InstrumentKind.PRESERVATION_LETTER,
        IssuerDraft.of(IssuerPart.AGENCY, people.process().name(), "Harbour District Police"),
        null);
  }

  private static RequestDraft warrant(RequestId preservation) {
    return draft(
        InstrumentKind.SEARCH_WARRANT,
        IssuerDraft.of(IssuerPart.JUDGE, "Hon. A. Quill", "Harbour District Court"),
        preservation);
  }

  private static RequestDraft draft(
      InstrumentKind kind, IssuerDraft issuer, @Nullable RequestId preservation) {
    return new RequestDraft(
        kind,
        new Grounds(
            "Handling of stolen goods as a member of an organised group",
            10,
            false,
            "A driver is told on Instagram where to park within minutes of each payment that the"
                + " Telegram group confirms.",
            "Orders are given in this account's messages; the period is that of the fourteen thefts.",
            ""),
        issuer,
        Secrecy.none(),
        new Privilege(
            "Words with lawyers are sealed and read by a filter officer alone.", Set.of()),
        preservation);
  }

  private HelpDesk desk() {
    return house.rooms().helpDesk();
  }

  private ActorId lena() {
    return people.process().id();
  }
}
