package dev.sextant.cluster;

import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.link.ComparedPairs;
import dev.sextant.linkage.link.Linked;
import dev.sextant.linkage.link.Linker;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Links tables with pairs found and compared on a cluster's workers, by the same library as on one
 * machine: blocking and comparing, which grow with the pairs, are done there in pieces; learning,
 * scores and groups here. The same bits as on one machine, since pieces are numbered alike
 * everywhere and what is summed is whole numbers.
 *
 * <p>The tables go to every worker whole, up to 2 GiB each, and 16 bytes a compared pair come back
 * to the driver (raise {@code spark.driver.maxResultSize} with them), where 2^31 pairs are the end.
 * Tried with a few thousand records on two workers; what a large run costs was not measured.
 */
final class ClusterLinker {
  /** Pieces are dealt in a fixed shuffle, so that a rule with large blocks is not one worker's. */
  private static final long DEAL = 5;

  /** Tasks a core: enough that none waits long for the last. */
  private static final int TASKS_A_CORE = 4;

  private ClusterLinker() {}

  static Linked link(
      SparkSession session, Path left, @Nullable Path right, Path profile, int threads)
      throws IOException {
    Profile read = ProfileReader.read(profile);
    Linker linker =
        new Linker(TableReader.read(left, right, read.id()), read, Comparisons.standard());
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Broadcast<LinkFreight> freight = spark.broadcast(LinkFreight.of(left, right, profile));
    try {
      return linker.linkElsewhere(
          threads, (pieces, within) -> compare(spark, freight, pieces, within));
    } finally {
      freight.destroy();
    }
  }

  private static List<ComparedPairs> compare(
      JavaSparkContext spark, Broadcast<LinkFreight> freight, int pieces, boolean within) {
    List<Integer> dealt = new ArrayList<>(IntStream.range(0, pieces).boxed().toList());
    Collections.shuffle(dealt, new Random(DEAL));
    int tasks = Math.max(1, Math.min(pieces, TASKS_A_CORE * spark.defaultParallelism()));
    return spark
        .parallelize(dealt, tasks)
        .mapPartitions(numbers -> {
          LinkFreight here = freight.value();
          List<Tuple2<Integer, ComparedPairs>> found = new ArrayList<>();
          numbers.forEachRemaining(n -> found.add(new Tuple2<>(n, here.site().compare(n, within))));
          return found.iterator();
        })
        .collect()
        .stream()
        .sorted(Comparator.comparing(Tuple2::_1))
        .map(Tuple2::_2)
        .toList();
  }
}
