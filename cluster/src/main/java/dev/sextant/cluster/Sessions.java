package dev.sextant.cluster;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Sessions with Spark as this module needs them. */
final class Sessions {
  /** What Spark and its libraries need of newer JDKs; the same list as in the module's build. */
  static final String OPENS =
      "--add-opens=java.base/java.lang=ALL-UNNAMED"
          + " --add-opens=java.base/java.lang.invoke=ALL-UNNAMED"
          + " --add-opens=java.base/java.io=ALL-UNNAMED"
          + " --add-opens=java.base/java.net=ALL-UNNAMED"
          + " --add-opens=java.base/java.nio=ALL-UNNAMED"
          + " --add-opens=java.base/java.util=ALL-UNNAMED"
          + " --add-opens=java.base/java.util.concurrent=ALL-UNNAMED"
          + " --add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED"
          + " --add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
          + " --add-opens=java.base/sun.nio.cs=ALL-UNNAMED"
          + " --add-opens=java.base/sun.util.calendar=ALL-UNNAMED"
          + " --enable-native-access=ALL-UNNAMED"
          + " --sun-misc-unsafe-memory-access=allow";

  private Sessions() {}

  /**
   * Opens a session.
   *
   * @param master Spark's master address
   * @param settings more of Spark's settings, as key=value
   */
  static SparkSession open(String master, List<String> settings) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("sextant")
            .master(master)
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "16")
            .config("spark.executor.extraJavaOptions", OPENS)
            .config("spark.sql.session.timeZone", "UTC");
    if (master.startsWith("local")) {
      builder = builder.config("spark.driver.host", "127.0.0.1");
    }
    for (String setting : settings) {
      int cut = setting.indexOf('=');
      if (cut < 1) {
        throw new ClusterFault(
            "SX-CLUSTER-OPTION",
            "a setting is not key=value",
            "--spark",
            setting,
            "write it as spark.executor.memory=8g");
      }
      builder = builder.config(setting.substring(0, cut), setting.substring(cut + 1));
    }
    try {
      return builder.getOrCreate();
    } catch (RuntimeException e) {
      throw unreachable(master, e);
    } catch (Exception e) { // Scala does not declare what it throws
      throw unreachable(master, e);
    }
  }

  private static ClusterFault unreachable(String master, Exception cause) {
    ClusterFault fault =
        new ClusterFault(
            "SX-CLUSTER-MASTER",
            "no session could be had: " + cause.getMessage(),
            "--master",
            master,
            "give an address that Spark knows, such as local[2] or spark://host:7077, of a master"
                + " that runs");
    fault.initCause(cause);
    return fault;
  }
}
