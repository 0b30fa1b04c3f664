package dev.sextant.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up persons with slips, to be linked. */
final class LinkTables {
  private static final List<String> GIVEN =
      List.of("anna", "bert", "cleo", "dora", "emil", "fritz", "gesa", "henk", "ines", "jan");
  private static final List<String> FAMILY =
      List.of("abt", "berg", "clausen", "dietz", "ebert", "falk", "gross", "hahn", "iwers", "jung");

  private LinkTables() {}

  static Path records(Path folder, int persons) throws IOException {
    Random random = new Random(17);
    List<String> lines = new ArrayList<>();
    lines.add("id,given,family,birth,city");
    for (int person = 0; person < persons; person++) {
      String given = GIVEN.get(random.nextInt(GIVEN.size()));
      String family =
          FAMILY.get(random.nextInt(FAMILY.size())) + (char) ('a' + random.nextInt(26)) + "sen";
      String birth =
          "%04d-%02d-%02d"
              .formatted(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
      for (int copy = 0; copy < 1 + random.nextInt(3); copy++) {
        String slipped = random.nextInt(3) == 0 ? family.replace("sen", "son") : family;
        lines.add(
            "%d-%d,%s,%s,%s,%s"
                .formatted(
                    person, copy, given, slipped, birth, random.nextBoolean() ? "bremen" : ""));
      }
    }
    return Files.write(folder.resolve("records.csv"), lines);
  }

  static Path profile(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("profile.yaml"),
        """
        about: made-up persons
        id: id
        fields:
          - {column: given, compare: text}
          - {column: family, compare: text}
          - {column: birth, compare: text}
          - {column: city, compare: exact}
        blocking:
          - [birth]
          - ["given", "family:prefix(3)"]
        """);
  }
}
