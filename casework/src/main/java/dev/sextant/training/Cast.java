package dev.sextant.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The people of the fiction and their accounts. Nobody is real. */
final class Cast {
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();

  /**
   * A person.
   *
   * @param id short name in the sheets
   * @param name invented
   * @param role in the story
   * @param languages spoken, the best first
   * @param note what the trainer should know
   */
  record Person(String id, String name, String role, List<String> languages, String note) {}

  /**
   * An account.
   *
   * @param id short name in the sheets
   * @param person whose it is
   * @param platform its platform's name
   * @param number the platform's number for it, or empty
   * @param handle changeable name, or empty; the prefix marks it as fiction
   * @param shown name shown
   * @param phone from a range kept for fiction (Ofcom's drama numbers, NANP 555-01xx), or empty
   * @param email at example.org (RFC 2606), or empty
   */
  record Account(
      String id,
      Person person,
      String platform,
      String number,
      String handle,
      String shown,
      String phone,
      String email) {}

  private Cast() {}

  static Cast load() throws IOException {
    Cast cast = new Cast();
    for (String[] row : Sheet.rows("cast.tsv", 5)) {
      cast.people.put(
          row[0], new Person(row[0], row[1], row[2], List.of(row[3].split(",", -1)), row[4]));
    }
    for (String[] row : Sheet.rows("accounts.tsv", 8)) {
      Person person = Objects.requireNonNull(cast.people.get(row[1]), row[1]);
      cast.accounts.put(
          row[0], new Account(row[0], person, row[2], row[3], row[4], row[5], row[6], row[7]));
    }
    return cast;
  }

  Account account(String id) {
    return Objects.requireNonNull(accounts.get(id), id);
  }

  List<Person> people() {
    return List.copyOf(people.values());
  }

  List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  List<Account> accountsOf(Person person) {
    List<Account> own = new ArrayList<>(accounts.values());
    own.removeIf(a -> !a.person().equals(person));
    return own;
  }

  List<Account> onPlatform(String platform) {
    return accounts.values().stream().filter(a -> a.platform().equals(platform)).toList();
  }
}
