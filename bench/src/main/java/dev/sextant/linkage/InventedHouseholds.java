package dev.sextant.linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a table of invented persons who are hard to tell apart, and which rows are one person.
 * What {@link InventedPeople} leaves out is here: fields that hang together, in persons and in
 * mistakes.
 *
 * <ul>
 *   <li>Persons live in households, which share surname, place, postcode, mostly the phone and now
 *       and then the e-mail; one child in twenty is a twin, one son in ten has his father's name.
 *   <li>Surnames go with places, given names with decades of birth.
 *   <li>Records are clean, so-so or poor as a whole: mistakes and empty cells come together. A copy
 *       may be made from an earlier copy and inherits what was wrong in it. Who moves changes
 *       place, postcode and phone at once; who marries changes the surname; birth dates have day
 *       and month swapped or are the first of January.
 *   <li>Persons have 1 to 15 records, most of them few.
 * </ul>
 *
 * <pre>java ... dev.sextant.linkage.InventedHouseholds RECORDS SEED people.csv matches.csv</pre>
 */
public final class InventedHouseholds {
  private static final String[] SYLLABLES =
      ("ab an bri cas da del dun el es fer gal ham in jo kel lo mar nes ol pet qua ris sto tam ul"
              + " ven wes yor zan")
          .split(" ", -1);
  private static final int GIVEN = 1_500;
  private static final int SURNAMES = 20_000;
  private static final int PLACES = 800;
  private static final int DECADES = 10;

  private static final int FIRST = 0;
  private static final int LAST = 1;
  private static final int BORN = 2;
  private static final int PLACE = 3;
  private static final int POSTCODE = 4;
  private static final int PHONE = 5;
  private static final int EMAIL = 6;

  private final SplittableRandom random;
  private final Inventing inventing;
  private final String[] given;
  private final String[] surnames;
  private final String[] places;
  private final double[] givenSums;
  private final double[] surnameSums;
  private final double[] placeSums;

  private InventedHouseholds(long seed) {
    random = new SplittableRandom(seed);
    inventing = new Inventing(random);
    given = inventing.words(SYLLABLES, GIVEN, 2);
    surnames = inventing.words(SYLLABLES, SURNAMES, 3);
    places = inventing.words(SYLLABLES, PLACES, 3);
    givenSums = Inventing.zipf(GIVEN);
    surnameSums = Inventing.zipf(SURNAMES);
    placeSums = Inventing.zipf(PLACES);
  }

  /** Writes the two files. */
  public static void main(String[] args) throws IOException {
    int records = Integer.parseInt(args[0]);
    new InventedHouseholds(Long.parseLong(args[1]))
        .write(records, Path.of(args[2]), Path.of(args[3]));
  }

  private void write(int records, Path people, Path matches) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(people);
        BufferedWriter truth = Files.newBufferedWriter(matches);
        PrintWriter out = new PrintWriter(file);
        PrintWriter pairs = new PrintWriter(truth)) {
      out.println("id,given_name,surname,date_of_birth,place,postcode,phone,email");
      pairs.println("id_a,id_b");
      int row = 0;
      int person = 0;
      while (row < records) {
        for (String[] truthful : household(person)) {
          int copies = Math.min(records - row, copies());
          List<String[]> made = new ArrayList<>();
          List<String> ids = new ArrayList<>();
          for (int copy = 0; copy < copies; copy++) {
            boolean inherits = copy > 0 && random.nextInt(3) == 0;
            String[] from = inherits ? made.get(random.nextInt(copy)) : truthful;
            String[] cells = recorded(from);
            String id = "h" + person + "-" + copy;
            out.println(id + "," + String.join(",", cells));
            ids.forEach(other -> pairs.println(other + "," + id));
            ids.add(id);
            made.add(cells);
            row++;
          }
          person++;
        }
      }
    }
  }

  private int copies() {
    double draw = random.nextDouble();
    return draw < 0.45
        ? 1
        : draw < 0.7 ? 2 : draw < 0.84 ? 3 : draw < 0.93 ? 4 + random.nextInt(3) : 7 + nine();
  }

  private int nine() {
    return random.nextInt(9);
  }

  private List<String[]> household(int number) {
    int place = inventing.draw(placeSums);
    /* Every place has surnames of its own, which are common there. */
    int common = (inventing.draw(surnameSums) + place * 37) % SURNAMES;
    String last = surnames[random.nextInt(3) > 0 ? common : inventing.draw(surnameSums)];
    String postcode = Integer.toString(10_000 + place * 100 + random.nextInt(100));
    String landline = phone();
    int size = 1 + random.nextInt(5);
    int parentsBorn = 1900 + random.nextInt(90);
    List<String[]> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean child = i > 1;
      int year = child ? parentsBorn + 20 + random.nextInt(20) : parentsBorn + random.nextInt(5);
      String born = day(year);
      String first = given(year);
      if (child && i > 2 && random.nextInt(20) == 0) {
        born = members.getLast()[BORN];
      } else if (child && random.nextInt(20) == 0) {
        first = members.getFirst()[FIRST];
      }
      String own = i == 1 && random.nextInt(4) == 0 ? surnames[inventing.draw(surnameSums)] : last;
      String phone = random.nextInt(3) == 0 ? "" : random.nextInt(2) == 0 ? landline : phone();
      String email = random.nextInt(10) < 5 ? email(first, own, number + i, place) : "";
      if (i > 0 && !members.getFirst()[EMAIL].isEmpty() && random.nextInt(12) == 0) {
        email = members.getFirst()[EMAIL];
      }
      members.add(new String[] {first, own, born, places[place], postcode, phone, email});
    }
    return members;
  }

  private String given(int year) {
    int decade = Math.floorMod(year / 10, DECADES);
    return given[(inventing.draw(givenSums) + decade * (GIVEN / DECADES)) % GIVEN];
  }

  private String email(String first, String last, int number, int place) {
    String local = random.nextInt(3) == 0 ? first.charAt(0) + last : first + "." + last;
    int host = random.nextInt(2) == 0 ? random.nextInt(5) : place;
    return local
        + (random.nextInt(2) == 0 ? "" : Integer.toString(number % 89))
        + "@"
        + places[host]
        + ".example";
  }

  private String phone() {
    return "0" + (100_000_000L + random.nextInt(899_999_999));
  }

  private String day(int year) {
    return year + two(1 + random.nextInt(12)) + two(1 + random.nextInt(28));
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  /* How good a record is holds for all of its cells. */
  private String[] recorded(String[] cells) {
    String[] copy = cells.clone();
    int quality = random.nextInt(20);
    int mistakes = quality < 11 ? random.nextInt(2) : quality < 17 ? random.nextInt(3) : more();
    double empty = quality < 11 ? 0.02 : quality < 17 ? 0.1 : 0.35;
    for (int i = 0; i < mistakes; i++) {
      mistake(copy);
    }
    for (int i = 0; i < copy.length; i++) {
      if (random.nextDouble() < empty) {
        copy[i] = "";
      }
    }
    if (copy[FIRST].isEmpty() && copy[LAST].isEmpty()) {
      copy[LAST] = cells[LAST];
    }
    return copy;
  }

  private int more() {
    return 2 + random.nextInt(4);
  }

  private void mistake(String[] copy) {
    int at = random.nextInt(copy.length);
    switch (random.nextInt(12)) {
      case 0 -> {
        String spare = copy[FIRST];
        copy[FIRST] = copy[LAST];
        copy[LAST] = spare;
      }
      case 1 -> {
        int place = inventing.draw(placeSums);
        copy[PLACE] = places[place];
        copy[POSTCODE] = Integer.toString(10_000 + place * 100 + random.nextInt(100));
        copy[PHONE] = random.nextInt(2) == 0 ? phone() : "";
      }
      case 2 -> copy[LAST] = surnames[inventing.draw(surnameSums)];
      case 3 -> copy[BORN] = copy[BORN].length() < 8 ? "" : copy[BORN].substring(0, 4) + "0101";
      case 4 ->
          copy[BORN] =
              copy[BORN].length() < 8
                  ? ""
                  : copy[BORN].substring(0, 4)
                      + copy[BORN].substring(6)
                      + copy[BORN].substring(4, 6);
      case 5 -> copy[FIRST] = copy[FIRST].isEmpty() ? "" : copy[FIRST].substring(0, 1);
      case 6 -> copy[EMAIL] = "";
      default -> copy[at] = inventing.misspelt(copy[at]);
    }
  }
}
