package dev.sextant.linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a table of invented persons of one small region as registers and censuses of a century met
 * them, and which rows are one person. What is true changes here with time, and names are few:
 *
 * <ul>
 *   <li>Families: women take their husbands' surnames, one child in four is named after a parent or
 *       a brother or sister who died, one birth in eighty is of twins.
 *   <li>A few hundred surnames and a few dozen given names, each parish with its own: strangers of
 *       one name and one year live next to each other.
 *   <li>Lives: households move to a neighbouring parish, occupations follow the last one, a census
 *       knows an age and no birthday, and ages are rounded or wrong by a year or two.
 *   <li>Clerks: a record is clean, so-so or poor as a whole; names are shortened or misspelt,
 *       places of birth told as the parish of residence.
 * </ul>
 *
 * <pre>java ... dev.sextant.linkage.InventedCensuses RECORDS SEED people.csv matches.csv</pre>
 */
public final class InventedCensuses {
  private static final String[] SYLLABLES =
      ("ash ber cot dun ed far gil hol ing jen kirk lang mer nor os pen ray sal thorn um vale wick"
              + " york bar den ton ley ham by")
          .split(" ", -1);
  private static final String[] WORK =
      "labourer servant weaver farmer miner smith tailor joiner clerk mason miller carter baker none"
          .split(" ", -1);
  private static final int GIVEN = 90;
  private static final int SURNAMES = 900;
  private static final int PARISHES = 240;
  private static final int FIRST_CENSUS = 1801;
  private static final int LAST_CENSUS = 1911;

  private final SplittableRandom random;
  private final Inventing inventing;
  private final String[] given;
  private final String[] surnames;
  private final String[] parishes;
  private final double[] givenSums;
  private final double[] surnameSums;
  private final double[] parishSums;

  /* Who will have a family and is written once it is there; a queue, so that generations follow. */
  private final ArrayDeque<Person> young = new ArrayDeque<>();
  private int persons;

  private static final class Person {
    final int number;
    final boolean woman;
    final String first;
    final int year;
    final String day;
    final int birthParish;
    final int died;
    final List<Stay> stays = new ArrayList<>();
    int parish;
    String surname;
    String work;
    boolean waits;

    Person(int number, boolean woman, String first, String surname, int year, String day, Home at) {
      this.number = number;
      this.woman = woman;
      this.first = first;
      this.surname = surname;
      this.year = year;
      this.day = day;
      this.birthParish = at.parish;
      this.parish = at.parish;
      this.died = at.died;
      this.work = "none";
    }
  }

  private record Home(int parish, int died) {}

  /* What held from a year on. */
  private record Stay(int from, String surname, int parish, String work) {}

  private InventedCensuses(long seed) {
    random = new SplittableRandom(seed);
    inventing = new Inventing(random);
    given = inventing.words(SYLLABLES, GIVEN, 2);
    surnames = inventing.words(SYLLABLES, SURNAMES, 2);
    parishes = inventing.words(SYLLABLES, PARISHES, 3);
    givenSums = Inventing.zipf(GIVEN);
    surnameSums = Inventing.zipf(SURNAMES);
    parishSums = Inventing.zipf(PARISHES);
  }

  /** Writes the two files. */
  public static void main(String[] args) throws IOException {
    new InventedCensuses(Long.parseLong(args[1]))
        .write(Integer.parseInt(args[0]), Path.of(args[2]), Path.of(args[3]));
  }

  private void write(int records, Path people, Path matches) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(people);
        BufferedWriter truth = Files.newBufferedWriter(matches);
        PrintWriter out = new PrintWriter(file);
        PrintWriter pairs = new PrintWriter(truth)) {
      out.println("id,full_name,first_name,surname,dob,birth_place,parish,sex,occupation");
      pairs.println("id_a,id_b");
      int row = 0;
      while (row < records) {
        List<Person> family = family();
        for (Person person : family) {
          if (person.waits) {
            continue;
          }
          List<String> ids = new ArrayList<>();
          for (String cells : records(person)) {
            if (row++ >= records) {
              return;
            }
            String id = "c" + person.number + "-" + ids.size();
            out.println(id + "," + cells);
            ids.forEach(other -> pairs.println(other + "," + id));
            ids.add(id);
          }
        }
      }
    }
  }

  /* A couple: one of them known from an earlier family where there is one; with their children. */
  private List<Person> family() {
    Person known = random.nextInt(5) == 0 ? null : young.poll();
    if (known != null) {
      known.waits = false;
    }
    int year = known == null ? 1780 + random.nextInt(60) : known.year;
    int home = known == null ? inventing.draw(parishSums) : known.parish;
    Person husband =
        known != null && !known.woman
            ? known
            : born(false, year - 3 + random.nextInt(6), home, "", "");
    Person wife = known != null && known.woman ? known : born(true, year, home, "", "");
    int married = Math.max(husband.year, wife.year) + 20 + random.nextInt(8);
    int parish = random.nextInt(3) == 0 ? neighbour(home) : home;
    String work = work("none");
    boolean alive = married < Math.min(husband.died, wife.died);
    List<Person> family = new ArrayList<>(List.of(husband, wife));
    if (!alive) {
      return family;
    }
    for (Person each : family) {
      each.surname = husband.surname;
      each.parish = parish;
      each.work = each.woman ? (random.nextInt(3) == 0 ? work("none") : "none") : work;
      stay(each, married);
    }
    int children = random.nextInt(7);
    String day = "";
    int at = married;
    for (int i = 0; i < children && at < wife.year + 45; i++) {
      boolean twin = !day.isEmpty() && random.nextInt(80) == 0;
      at += twin ? 0 : 1 + random.nextInt(3);
      boolean woman = random.nextBoolean();
      String named = random.nextInt(4) > 0 ? "" : named(family, woman);
      Person child = born(woman, at, husband.parish, husband.surname, named, twin ? day : day());
      day = child.day;
      family.add(child);
      if (child.died > child.year + 20 && child.year < 1880 && random.nextInt(3) == 0) {
        child.waits = true;
        young.add(child);
      }
    }
    moves(family, married);
    return family;
  }

  /* A parent's name, or that of a brother or sister who died young. */
  private String named(List<Person> family, boolean woman) {
    for (Person each : family.reversed()) {
      if (each.woman == woman && (each.died < each.year + 6 || family.indexOf(each) < 2)) {
        return each.first;
      }
    }
    return "";
  }

  private void moves(List<Person> family, int married) {
    for (int year = married + 5; year < married + 40; year += 7) {
      if (random.nextInt(6) == 0) {
        int to = neighbour(family.getFirst().parish);
        for (Person each : family) {
          boolean couple = family.indexOf(each) < 2;
          if (each.year < year && (couple || year < each.year + 13)) {
            each.parish = to;
            each.work = random.nextInt(3) == 0 ? work(each.work) : each.work;
            stay(each, year);
          }
        }
      }
    }
    for (Person child : family.subList(2, family.size())) {
      int leaves = child.year + 13 + random.nextInt(8);
      child.work = random.nextInt(2) == 0 ? family.getFirst().work : work("none");
      child.parish = random.nextInt(4) == 0 ? neighbour(child.parish) : child.parish;
      stay(child, leaves);
    }
  }

  private static void stay(Person person, int from) {
    person.stays.add(new Stay(from, person.surname, person.parish, person.work));
  }

  private Person born(boolean woman, int year, int parish, String surname, String first) {
    return born(woman, year, parish, surname, first, day());
  }

  private Person born(
      boolean woman, int year, int parish, String surname, String first, String day) {
    int name = (inventing.draw(givenSums) + parish % 7 * 5) % (GIVEN / 2);
    int own = (inventing.draw(surnameSums) + parish * 11) % SURNAMES;
    int age = random.nextInt(5) == 0 ? random.nextInt(6) : 20 + random.nextInt(60);
    Person person =
        new Person(
            persons++,
            woman,
            first.isEmpty() ? given[woman ? name + GIVEN / 2 : name] : first,
            surname.isEmpty() ? surnames[own] : surname,
            year,
            day,
            new Home(parish, year + age));
    stay(person, year);
    return person;
  }

  private String day() {
    return "-" + two(1 + random.nextInt(12)) + "-" + two(1 + random.nextInt(28));
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  private int neighbour(int parish) {
    return Math.floorMod(parish + random.nextInt(9) - 4, PARISHES);
  }

  private String work(String last) {
    return !last.equals("none") && random.nextInt(2) == 0
        ? last
        : WORK[(int) (WORK.length * Math.pow(random.nextDouble(), 1.5))];
  }

  private List<String> records(Person person) {
    List<String> records = new ArrayList<>();
    person.stays.sort((one, other) -> Integer.compare(one.from, other.from));
    if (random.nextInt(10) < 7) {
      records.add(record(person, person.year, true));
    }
    for (int census = FIRST_CENSUS; census <= LAST_CENSUS; census += 10) {
      if (person.year <= census && census < person.died && random.nextInt(10) < 8) {
        records.add(record(person, census, false));
      }
    }
    for (Stay stay : person.stays) {
      boolean wed = stay.from > person.year + 15 && stay.from < person.died;
      if (wed && random.nextInt(3) == 0) {
        records.add(record(person, stay.from, random.nextBoolean()));
      }
    }
    if (random.nextInt(10) < 5) {
      records.add(record(person, person.died, random.nextInt(3) == 0));
    }
    return records;
  }

  private String record(Person person, int year, boolean birthday) {
    Stay stay = person.stays.getFirst();
    for (Stay each : person.stays) {
      stay = each.from <= year ? each : stay;
    }
    int quality = random.nextInt(20);
    double slip = quality < 11 ? 0.03 : quality < 17 ? 0.12 : 0.3;
    double empty = quality < 11 ? 0.02 : quality < 17 ? 0.1 : 0.3;
    String first = written(person.first, slip);
    if (random.nextDouble() < slip) {
      first = first.substring(0, Math.min(first.length(), random.nextBoolean() ? 1 : 3));
    }
    String last = written(stay.surname, slip);
    int off =
        random.nextDouble() < 3 * slip ? random.nextInt(5) - 2 : random.nextInt(8) == 0 ? 1 : 0;
    String born = birthday ? person.year + written(person.day, slip) : person.year + off + "-01-01";
    int told = random.nextDouble() < 2 * slip ? stay.parish : person.birthParish;
    String[] cells = {
      first,
      last,
      born,
      written(parishes[told], slip),
      written(parishes[stay.parish], slip),
      random.nextInt(200) == 0 ? "" : person.woman ? "f" : "m",
      year < person.year + 10 ? "" : stay.work.equals("none") ? "" : stay.work
    };
    for (int i = 0; i < cells.length; i++) {
      if (random.nextDouble() < empty) {
        cells[i] = "";
      }
    }
    return (cells[0] + " " + cells[1]).strip() + "," + String.join(",", cells);
  }

  private String written(String text, double slip) {
    return random.nextDouble() < slip ? inventing.misspelt(text) : text;
  }
}
