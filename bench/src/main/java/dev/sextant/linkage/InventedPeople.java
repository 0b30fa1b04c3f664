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
 * Writes a table of invented persons, some of them several times with mistakes, and which rows are
 * one person. Names are put together from syllables and drawn with Zipf's frequencies (exponent 1),
 * so some are common and most are rare. Each copy has on average 1.5 mistakes: a letter changed,
 * left out, doubled or swapped with its neighbour, a cell left empty, given name and surname
 * swapped, a moved household.
 *
 * <pre>java ... dev.sextant.linkage.InventedPeople RECORDS SEED people.csv matches.csv</pre>
 */
public final class InventedPeople {
  private static final String[] SYLLABLES =
      ("an ba bel cor da den el fa fin gar ha il jo ka ker la lin ma mir na nor o pa per qui ra ros"
              + " sa sel ta tor u va ver wi xan ya zo")
          .split(" ", -1);
  private static final int GIVEN = 4_000;
  private static final int SURNAMES = 60_000;
  private static final int PLACES = 3_000;

  private final SplittableRandom random;
  private final Inventing inventing;
  private final String[] given;
  private final String[] surnames;
  private final String[] places;
  private final double[] givenSums;
  private final double[] surnameSums;
  private final double[] placeSums;

  private InventedPeople(long seed) {
    random = new SplittableRandom(seed);
    inventing = new Inventing(random);
    given = inventing.words(SYLLABLES, GIVEN, 2);
    surnames = inventing.words(SYLLABLES, SURNAMES, 3);
    places = inventing.words(SYLLABLES, PLACES, 4);
    givenSums = Inventing.zipf(GIVEN);
    surnameSums = Inventing.zipf(SURNAMES);
    placeSums = Inventing.zipf(PLACES);
  }

  /** Writes the two files. */
  public static void main(String[] args) throws IOException {
    int records = Integer.parseInt(args[0]);
    new InventedPeople(Long.parseLong(args[1])).write(records, Path.of(args[2]), Path.of(args[3]));
  }

  private void write(int records, Path people, Path matches) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(people);
        BufferedWriter truth = Files.newBufferedWriter(matches);
        PrintWriter out = new PrintWriter(file);
        PrintWriter pairs = new PrintWriter(truth)) {
      out.println("id,given_name,surname,date_of_birth,place,postcode,phone,email");
      pairs.println("id_a,id_b");
      int row = 0;
      for (int person = 0; row < records; person++) {
        String[] truthful = person(person);
        int copies = Math.min(records - row, copies());
        List<String> ids = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
          String id = "p" + person + "-" + copy;
          out.print(id);
          for (String cell : copy == 0 ? truthful : mistaken(truthful)) {
            out.print(',');
            out.print(cell);
          }
          out.println();
          ids.forEach(other -> pairs.println(other + "," + id));
          ids.add(id);
          row++;
        }
      }
    }
  }

  private int copies() {
    double draw = random.nextDouble();
    return draw < 0.55 ? 1 : draw < 0.80 ? 2 : draw < 0.92 ? 3 : draw < 0.98 ? 4 : 6;
  }

  private String[] person(int number) {
    String first = given[inventing.draw(givenSums)];
    String last = surnames[inventing.draw(surnameSums)];
    int place = inventing.draw(placeSums);
    String born =
        (1930 + random.nextInt(80)) + two(1 + random.nextInt(12)) + two(1 + random.nextInt(28));
    String postcode = Integer.toString(10_000 + place * 25 + random.nextInt(25));
    String phone = random.nextInt(10) < 7 ? "0" + (100_000_000L + random.nextInt(899_999_999)) : "";
    String email =
        random.nextInt(10) < 6
            ? first + "." + last + (number % 97) + "@" + places[random.nextInt(40)] + ".example"
            : "";
    return new String[] {first, last, born, places[place], postcode, phone, email};
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  private String[] mistaken(String[] cells) {
    String[] copy = cells.clone();
    int mistakes = random.nextInt(4);
    for (int i = 0; i < mistakes; i++) {
      int at = random.nextInt(copy.length);
      switch (random.nextInt(8)) {
        case 0, 1 -> copy[at] = "";
        case 2 -> {
          String spare = copy[0];
          copy[0] = copy[1];
          copy[1] = spare;
        }
        case 3 -> {
          int place = inventing.draw(placeSums);
          copy[3] = places[place];
          copy[4] = Integer.toString(10_000 + place * 25 + random.nextInt(25));
        }
        default -> copy[at] = inventing.misspelt(copy[at]);
      }
    }
    return copy;
  }
}
