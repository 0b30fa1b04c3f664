package dev.sextant.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;

/** A local session for all tests of this module, and graphs as texts. */
final class Spark {
  private Spark() {}

  static SparkSession session() {
    return Sessions.open("local[2]", List.of("spark.sql.shuffle.partitions=3"));
  }

  /** Writes lines as a tie table and opens it. */
  static TieTable table(Path folder, List<String> lines, boolean weighted) throws IOException {
    Path text = folder.resolve("ties.txt");
    Files.write(text, lines, StandardCharsets.UTF_8);
    Path parquet = folder.resolve("ties.parquet");
    TieTable.write(session(), text.toString(), parquet.toString(), weighted);
    return TieTable.open(session(), parquet.toString());
  }

  /** Random ties among ids that are not dense, some twice, some loops. */
  static List<String> random(long seed, int nodes, int ties) {
    Random random = new Random(seed);
    return random
        .ints(ties)
        .mapToObj(i ->
            "%d %d %s"
                .formatted(
                    17L * random.nextInt(nodes) - 500,
                    17L * random.nextInt(nodes) - 500,
                    1 + random.nextInt(8) / 4.0))
        .toList();
  }
}
