package dev.sextant.app.flow;

import dev.sextant.app.House;
import dev.sextant.authority.Permit;
import dev.sextant.identity.Account;
import dev.sextant.identity.Entity;
import dev.sextant.records.StoredRecord;
import dev.sextant.subjects.Basis;
import dev.sextant.subjects.Fact;
import dev.sextant.subjects.Person;
import dev.sextant.subjects.PersonDraft;
import dev.sextant.subjects.PersonRole;
import dev.sextant.subjects.Subjects;
import dev.sextant.subjects.SuspicionDraft;
import dev.sextant.terms.Digest;
import dev.sextant.terms.StatementType;
import java.util.List;

/**
 * Gives the persons of the demo case their roles: who ordered is a subject, with facts and a second
 * person's decision; who refused is a witness; everybody else is in the case as a contact.
 */
final class DemoPersons {
  private static final int MOST_LABEL = 200;

  private final House house;
  private final Permit ana;
  private final Permit ben;

  DemoPersons(House house, Permit ana, Permit ben) {
    this.house = house;
    this.ana = ana;
    this.ben = ben;
  }

  /**
   * Categorises everybody; answers how many.
   *
   * @param ordering the message that orders
   * @param refusing the message that refuses
   */
  int categorise(Digest ordering, Digest refusing) {
    String orders = author(ordering);
    String refuses = author(refusing);
    List<Entity> all = house.rooms().identity().entities(ana).all();
    for (Entity entity : all) {
      List<String> accounts = entity.accounts().stream().map(Account::key).toList();
      if (accounts.contains(orders)) {
        suspect(draft(entity, accounts), ordering);
      } else if (accounts.contains(refuses)) {
        give(
            draft(entity, accounts),
            PersonRole.WITNESS,
            "Was offered a machine, refused it in writing, and can say who offered it.");
      } else {
        give(
            draft(entity, accounts),
            PersonRole.OTHER,
            "Appears in the exports; no record shows more than contact.");
      }
    }
    return all.size();
  }

  private String author(Digest id) {
    StoredRecord record = house.rooms().records().record(ana, id);
    return record.record().accounts().getFirst().keyAt(record.record().header().locator());
  }

  private static PersonDraft draft(Entity entity, List<String> accounts) {
    String label = entity.label();
    return new PersonDraft(
        label.length() > MOST_LABEL ? label.substring(0, MOST_LABEL) : label,
        accounts.subList(0, Math.min(PersonDraft.MOST_IDENTIFIERS, accounts.size())));
  }

  private void give(PersonDraft draft, PersonRole role, String reason) {
    Subjects subjects = house.rooms().subjects();
    subjects.role(ana, subjects.add(ana, draft).id(), role, true, reason);
  }

  private void suspect(PersonDraft draft, Digest ordering) {
    Subjects subjects = house.rooms().subjects();
    Person person =
        subjects.propose(
            ana,
            draft,
            new SuspicionDraft(
                "stolen-goods",
                "The machines of this case were ordered through this account.",
                List.of(
                    new Fact(
                        StatementType.REPORTED,
                        Basis.RECORD,
                        "This account agrees in writing to the order of two machines.",
                        ordering.hex()))));
    subjects.decide(
        ben,
        person.suspicions().getFirst().id(),
        true,
        "Read in the original export: the message agrees to the order.");
  }
}
