package dev.sextant.app.flow;

import dev.sextant.app.House;
import dev.sextant.authority.Actor;
import dev.sextant.authority.People;
import dev.sextant.authority.Role;
import java.util.List;
import java.util.Set;

/**
 * The people of a training home: nobody real, one for each part. Their password is printed, for
 * there is nothing real to protect; a home in earnest is never filled like this.
 *
 * @param administrator enrols people
 * @param analyst applies and works
 * @param secondAnalyst reviews
 * @param officer authorises
 * @param overseer stands outside
 * @param filter looks at what was sealed off
 * @param process serves legal process
 * @param integrity looks into conflicts of interest
 */
public record TrainingPeople(
    Actor administrator,
    Actor analyst,
    Actor secondAnalyst,
    Actor officer,
    Actor overseer,
    Actor filter,
    Actor process,
    Actor integrity) {
  /** The one password of every training log-in. */
  public static final String PASSWORD = "training-only-2026";

  /** Enrols them, or finds them enrolled already; the overseer by the key beside the witness's. */
  public static TrainingPeople enrol(House house) {
    People people = house.authority().people();
    Actor administrator =
        people.byLogin("ada").orElseGet(() -> people.first("ada", "Ada Adeyemi", PASSWORD));
    return new TrainingPeople(
        administrator,
        one(people, administrator, "ana", "Ana Alvarez", Role.ANALYST),
        one(people, administrator, "ben", "Ben Bauer", Role.ANALYST),
        one(people, administrator, "olga", "Olga Okafor", Role.AUTHORISING_OFFICER),
        people.byLogin("otto").orElseGet(() -> overseer(house, administrator)),
        one(people, administrator, "fay", "Fay Ferreira", Role.FILTER_OFFICER),
        one(people, administrator, "lena", "Lena Lindqvist", Role.LEGAL_PROCESS_OFFICER),
        one(people, administrator, "ina", "Ina Ivanova", Role.INTEGRITY_OFFICER));
  }

  private static Actor overseer(House house, Actor by) {
    return house
        .authority()
        .people()
        .enrolOverseer(
            by.id(),
            new People.Enrolment("otto", "Otto Osei", Set.of(Role.OVERSEER), PASSWORD),
            TrainingOverseer.verifier(house.home()));
  }

  private static Actor one(People people, Actor by, String login, String name, Role role) {
    return people
        .byLogin(login)
        .orElseGet(
            () -> people.enrol(by.id(), new People.Enrolment(login, name, Set.of(role), PASSWORD)));
  }

  /** Log-in and part of each, for the sign-in page and the terminal. */
  public List<String> logins() {
    return List.of(
        "ana (analyst)",
        "ben (analyst, reviews)",
        "olga (authorising officer)",
        "otto (overseer)",
        "fay (filter officer)",
        "lena (legal-process officer)",
        "ina (integrity officer)",
        "ada (administrator)");
  }
}
