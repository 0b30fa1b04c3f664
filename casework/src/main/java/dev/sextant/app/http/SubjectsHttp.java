package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.flow.SubjectCsv;
import dev.sextant.authority.Permit;
import dev.sextant.subjects.Basis;
import dev.sextant.subjects.Fact;
import dev.sextant.subjects.Person;
import dev.sextant.subjects.PersonDraft;
import dev.sextant.subjects.PersonRole;
import dev.sextant.subjects.Subjects;
import dev.sextant.subjects.Suspicion;
import dev.sextant.subjects.SuspicionDraft;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Fault;
import dev.sextant.terms.PersonId;
import dev.sextant.terms.StatementType;
import dev.sextant.terms.SuspicionId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Persons, roles, suspicions. */
@RestController
class SubjectsHttp {
  private final House house;

  SubjectsHttp(House house) {
    this.house = house;
  }

  /**
   * A fact.
   *
   * @param type FACT, REPORTED, ASSESSMENT or MACHINE
   * @param basis RECORD, EXHIBIT, STATEMENT, NETWORK or SCORE
   * @param text a sentence
   * @param source what it rests on
   */
  record FactView(String type, String basis, String text, String source) {}

  /**
   * A suspicion to be stated.
   *
   * @param offence code of the catalogue
   * @param relevance why it matters to the case
   * @param facts what says so
   */
  record SuspicionBody(String offence, String relevance, List<FactView> facts) {}

  /**
   * A person to be added; with a suspicion, proposed as a subject.
   *
   * @param label name to show
   * @param identifiers account keys or selectors
   * @param suspicion or null
   */
  record PersonBody(String label, List<String> identifiers, @Nullable SuspicionBody suspicion) {}

  /**
   * A decision on a suspicion.
   *
   * @param accepted whether it stands
   * @param reasons why
   */
  record DecisionBody(boolean accepted, String reasons) {}

  /**
   * A role given or taken back.
   *
   * @param role SUSPECT, CONVICTED, VICTIM, WITNESS, OTHER or CHILD
   * @param held true to give it
   * @param reasons why
   */
  record RoleBody(String role, boolean held, String reasons) {}

  /**
   * A table of proposals.
   *
   * @param csv its text
   */
  record CsvBody(String csv) {}

  /**
   * What became of one person of a table.
   *
   * @param line first line
   * @param person the table's word
   * @param id the person in quarantine, or null
   * @param code why not, or null
   * @param what in words, or null
   * @param cure what to do, or null
   */
  record ImportLine(
      int line,
      String person,
      @Nullable String id,
      @Nullable String code,
      @Nullable String what,
      @Nullable String cure) {}

  /**
   * A suspicion.
   *
   * @param id its identifier
   * @param offence code
   * @param offenceTitle in words
   * @param relevance why it matters
   * @param facts what says so
   * @param author by name
   * @param mine whether the caller wrote it, and so does not decide
   * @param at when
   * @param leaf in the log
   * @param state QUARANTINE, ACCEPTED or REFUSED
   * @param reviewer by name, or null
   * @param reasons of the decision, or null
   * @param decidedAt or null
   * @param validUntil or null
   */
  record SuspicionView(
      String id,
      String offence,
      String offenceTitle,
      String relevance,
      List<FactView> facts,
      String author,
      boolean mine,
      String at,
      long leaf,
      String state,
      @Nullable String reviewer,
      @Nullable String reasons,
      @Nullable String decidedAt,
      @Nullable String validUntil) {}

  /**
   * A role given or taken back.
   *
   * @param role which
   * @param held given or taken back
   * @param reason why
   * @param by by name
   * @param at when
   */
  record RoleView(String role, boolean held, String reason, String by, String at) {}

  /**
   * A person.
   *
   * @param id its identifier
   * @param number within the case
   * @param label name to show; a child's is masked
   * @param identifiers account keys and selectors; none of a child's
   * @param roles held now
   * @param subject whether an accepted suspicion holds
   * @param quarantined whether a suspicion waits for a second person
   * @param validUntil end of the suspicion, or null
   * @param keptUntil when the person is destroyed
   * @param edited when name or identifiers were last edited
   * @param history of the roles
   * @param suspicions all of them
   */
  record PersonView(
      String id,
      int number,
      String label,
      List<String> identifiers,
      List<String> roles,
      boolean subject,
      boolean quarantined,
      @Nullable String validUntil,
      String keptUntil,
      String edited,
      List<RoleView> history,
      List<SuspicionView> suspicions) {}

  private Subjects subjects() {
    return house.rooms().subjects();
  }

  @GetMapping("/api/subjects")
  List<PersonView> persons(Permit permit) {
    return subjects().persons(permit).stream().map(p -> view(p, permit.actor())).toList();
  }

  @GetMapping("/api/subjects/quarantine")
  List<PersonView> quarantine(Permit permit) {
    return subjects().quarantine(permit).stream().map(p -> view(p, permit.actor())).toList();
  }

  @GetMapping("/api/subjects/offences")
  Map<String, String> offences() {
    return subjects().offences();
  }

  @GetMapping("/api/subjects/{id}")
  PersonView person(Permit permit, @PathVariable String id) {
    return view(subjects().person(permit, PersonId.parse(id)), permit.actor());
  }

  @PostMapping("/api/subjects")
  PersonView add(Permit permit, @RequestBody PersonBody body) {
    PersonDraft draft = new PersonDraft(body.label(), body.identifiers());
    SuspicionBody suspicion = body.suspicion();
    Person person =
        suspicion == null
            ? subjects().add(permit, draft)
            : subjects().propose(permit, draft, draft(suspicion));
    return view(person, permit.actor());
  }

  @PostMapping("/api/subjects/import")
  List<ImportLine> importCsv(Permit permit, @RequestBody CsvBody body) {
    return new SubjectCsv(subjects())
        .propose(permit, body.csv()).stream().map(SubjectsHttp::line).toList();
  }

  private static ImportLine line(SubjectCsv.Outcome outcome) {
    Person proposed = outcome.proposed();
    Fault fault = outcome.fault();
    return new ImportLine(
        outcome.line(),
        outcome.person(),
        proposed == null ? null : proposed.id().toString(),
        fault == null ? null : fault.code(),
        fault == null ? null : fault.what(),
        fault == null ? null : fault.cure());
  }

  @PutMapping("/api/subjects/{id}")
  PersonView edit(Permit permit, @PathVariable String id, @RequestBody PersonBody body) {
    PersonDraft draft = new PersonDraft(body.label(), body.identifiers());
    return view(subjects().edit(permit, PersonId.parse(id), draft), permit.actor());
  }

  @PostMapping("/api/subjects/{id}/suspicions")
  PersonView suspect(Permit permit, @PathVariable String id, @RequestBody SuspicionBody body) {
    return view(subjects().suspect(permit, PersonId.parse(id), draft(body)), permit.actor());
  }

  @PostMapping("/api/suspicions/{id}/decision")
  PersonView decide(Permit permit, @PathVariable String id, @RequestBody DecisionBody body) {
    return view(
        subjects().decide(permit, SuspicionId.parse(id), body.accepted(), body.reasons()),
        permit.actor());
  }

  @PostMapping("/api/subjects/{id}/roles")
  PersonView role(Permit permit, @PathVariable String id, @RequestBody RoleBody body) {
    PersonRole role = choice(PersonRole.values(), "role", body.role());
    return view(
        subjects().role(permit, PersonId.parse(id), role, body.held(), body.reasons()),
        permit.actor());
  }

  private static SuspicionDraft draft(SuspicionBody body) {
    return new SuspicionDraft(
        body.offence(),
        body.relevance(),
        body.facts().stream()
            .map(f ->
                new Fact(
                    choice(StatementType.values(), "type", f.type()),
                    choice(Basis.values(), "basis", f.basis()),
                    f.text(),
                    f.source()))
            .toList());
  }

  static <E extends Enum<E>> E choice(E[] all, String what, String text) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new BadValue("SX-HTTP-CHOICE", what, text, "use one of " + Arrays.toString(all)));
  }

  private PersonView view(Person p, ActorId caller) {
    return new PersonView(
        p.id().toString(),
        p.number(),
        p.shownAs(),
        p.masked() ? List.of() : p.identifiers(),
        p.roles().stream().map(Enum::name).toList(),
        p.subject(house.clock().instant()),
        p.quarantined(),
        text(p.validUntil()),
        p.keptUntil().toString(),
        p.edited().toString(),
        p.given().stream()
            .map(g ->
                new RoleView(
                    g.role().name(), g.held(), g.reason(), name(g.by()), g.at().toString()))
            .toList(),
        p.suspicions().stream().map(s -> view(s, caller)).toList());
  }

  private SuspicionView view(Suspicion s, ActorId caller) {
    Suspicion.Decided review = s.review();
    return new SuspicionView(
        s.id().toString(),
        s.offence(),
        subjects().offences().getOrDefault(s.offence(), s.offence()),
        s.relevance(),
        s.facts().stream()
            .map(f -> new FactView(f.type().name(), f.basis().name(), f.text(), f.source()))
            .toList(),
        name(s.author()),
        s.author().equals(caller),
        s.at().toString(),
        s.leaf(),
        review == null ? "QUARANTINE" : review.accepted() ? "ACCEPTED" : "REFUSED",
        review == null ? null : name(review.reviewer()),
        review == null ? null : review.reasons(),
        review == null ? null : review.at().toString(),
        review == null ? null : text(review.validUntil()));
  }

  private String name(ActorId id) {
    return house.authority().people().actor(id).name();
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
