package dev.sextant.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers, each a process of its own, on loopback. */
class StandaloneTest {
  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();

  @Test
  void twoWorkersFindWhatOneMachineFinds() throws IOException, InterruptedException {
    Path text = folder.resolve("ties.txt");
    Files.write(text, Spark.random(21, 400, 1200), StandardCharsets.UTF_8);
    String table = folder.resolve("table").toString();
    assertThat(client("local[2]", "ties", text.toString(), table, "--weighted")).contains("ties");
    String here = client("local[2]", "measure", table, "--engine", "local");
    String linkedHere = linked("local[2]", "here");
    try {
      int port = free();
      String master = "spark://127.0.0.1:" + port;
      start(
          "org.apache.spark.deploy.master.Master",
          "--host",
          "127.0.0.1",
          "--port",
          "" + port,
          "--webui-port",
          "" + free());
      for (int i = 0; i < 2; i++) {
        start(
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            "127.0.0.1",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--webui-port",
            "" + free(),
            "--work-dir",
            folder.resolve("work" + i).toString(),
            master);
      }
      awaitWorkers(2);
      String there = client(master, "measure", table, "--engine", "cluster");
      assertEqualTables(there, here);
      assertThat(linked(master, "there")).isEqualTo(linkedHere).isNotEmpty();
      assertThat(executors()).as("workers that had an executor").isEqualTo(2);
    } finally {
      for (Process process : processes) {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    }
  }

  private String linked(String master, String name) throws IOException, InterruptedException {
    Path pairs = folder.resolve(name + ".pairs");
    Path groups = folder.resolve(name + ".groups");
    client(
        master,
        "link",
        "--left",
        LinkTables.records(folder, 400).toString(),
        "--profile",
        LinkTables.profile(folder).toString(),
        "--out",
        pairs.toString(),
        "--clusters",
        groups.toString());
    return Files.readString(pairs) + "\n" + Files.readString(groups);
  }

  /* The client is a process too, since a process has one session, and this one's is local. */
  private String client(String master, String... args) throws IOException, InterruptedException {
    List<String> command = java("dev.sextant.cluster.ClusterMain");
    command.addAll(List.of(args));
    command.addAll(
        List.of(
            "--master",
            master,
            "--spark",
            "spark.executor.memory=512m",
            "--spark",
            "spark.driver.host=127.0.0.1",
            "--spark",
            "spark.driver.bindAddress=127.0.0.1",
            "--spark",
            "spark.executor.extraClassPath=" + System.getProperty("java.class.path")));
    Path out = Files.createTempFile(folder, "client", ".out");
    Path err = Files.createTempFile(folder, "client", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readString(out);
  }

  private void start(String daemon, String... args) throws IOException {
    List<String> command = java(daemon);
    // The daemons tell of workers that came at a level which this module does not let through.
    command.add(1, "-Dlog4j2.configurationFile=" + chatty());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", home().toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("daemon" + processes.size() + ".log").toFile());
    processes.add(builder.start());
  }

  private Path chatty() throws IOException {
    return Files.write(
        folder.resolve("log4j2.properties"),
        List.of(
            "rootLogger.level = info",
            "rootLogger.appenderRef.out.ref = out",
            "appender.out.type = Console",
            "appender.out.name = out",
            "appender.out.layout.type = PatternLayout",
            "appender.out.layout.pattern = %p %c{1}: %m%n%ex"));
  }

  /** Workers start executors by the jars of a home; links to ours make one. */
  private Path home() throws IOException {
    Path home = folder.resolve("spark");
    Path jars = home.resolve("jars");
    if (!Files.exists(jars)) {
      Files.createDirectories(jars);
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        Path jar = Path.of(entry).toAbsolutePath();
        if (entry.endsWith(".jar") && Files.exists(jar)) {
          Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
      }
    }
    return home;
  }

  private static List<String> java(String main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(Sessions.OPENS.split(" ")));
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"), main));
    return command;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitWorkers(int wanted) throws IOException, InterruptedException {
    Instant until = Instant.now().plus(Duration.ofMinutes(3));
    Path log = folder.resolve("daemon0.log");
    for (Process process : processes) {
      assertThat(process.isAlive()).isTrue();
    }
    while (registered() < wanted) {
      assertThat(Instant.now())
          .as("workers after three minutes: " + Files.readString(log))
          .isBefore(until);
      Thread.sleep(200);
    }
  }

  private long registered() throws IOException {
    long count = 0;
    for (int i = 1; i < processes.size(); i++) {
      if (Files.readString(folder.resolve("daemon" + i + ".log"))
          .contains("Successfully registered")) {
        count++;
      }
    }
    return count;
  }

  private long executors() throws IOException {
    long count = 0;
    for (int i = 0; i < 2; i++) {
      try (var found = Files.walk(folder.resolve("work" + i))) {
        count += found.anyMatch(path -> path.endsWith("stderr")) ? 1 : 0;
      }
    }
    return count;
  }

  private static void assertEqualTables(String found, String expected) {
    List<String> there = found.lines().toList();
    List<String> here = expected.lines().toList();
    assertThat(there).hasSameSizeAs(here);
    assertThat(there.getFirst()).isEqualTo(here.getFirst());
    for (int i = 1; i < here.size(); i++) {
      String[] one = there.get(i).split("\t");
      String[] other = here.get(i).split("\t");
      for (int c = 0; c < other.length; c++) {
        double value = Double.parseDouble(other[c]);
        assertThat(Double.parseDouble(one[c]))
            .as("line " + i + " column " + c)
            .isCloseTo(
                value,
                org.assertj.core.api.Assertions.within(1e-7 * Math.max(1e-3, Math.abs(value))));
      }
    }
  }

  @Test
  void aMasterThatNobodyKnowsIsRefused() throws IOException, InterruptedException {
    List<String> command = java("dev.sextant.cluster.ClusterMain");
    command.addAll(List.of("measure", "x", "--master", "sparkle"));
    Path told = folder.resolve("told");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile()).start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(told)).contains("SX-CLUSTER-MASTER").contains("sparkle");
  }
}
