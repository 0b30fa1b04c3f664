package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code graph} commands that ask of paths, absences, roles, times, sides and drawings. */
class GraphQuestionsTest {
  @TempDir private Path folder;
  private Path ties = Path.of("");

  @BeforeEach
  void twoTrianglesJoinedThroughOne() throws IOException {
    ties = write("ties.csv", "from,to\na,b\nb,c\nc,a\nc,m\nm,d\nd,e\ne,f\nf,d\n");
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Ran run(String command, Path file, Object... more) {
    List<String> args = new ArrayList<>(List.of("graph", command, file.toString()));
    for (Object one : more) {
      args.add(one.toString());
    }
    return Ran.of(args);
  }

  private static Ran fine(String command, Path file, Object... more) {
    Ran ran = run(command, file, more);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }

  @Test
  void paths() {
    Ran all = fine("paths", ties, "--from", "a", "--to", "e");
    assertThat(all.lines())
        .containsExactly("rank\tsteps\tlength\tnodes", "1\t4\t4.0\ta, c, m, d, e");
    assertThat(all.err()).contains("1 shortest paths; 1 listed");
    Ran longer = fine("paths", ties, "--from", "a", "--to", "e", "--which", "k", "--most", "9");
    assertThat(longer.lines()).hasSize(5);
    Ran none = run("paths", ties, "--from", "aa", "--to", "e");
    assertThat(none.code()).isNotZero();
    assertThat(none.err()).contains("SX-NETWORK-NODE", "did you mean a");
    assertThat(run("paths", ties, "--from", "a", "--to", "e", "--which", "best").err())
        .contains("SX-NETWORK-METHOD", "--which", "shortest, all, k");
  }

  @Test
  void whatIf() {
    Ran ran = fine("whatif", ties, "--without", "m");
    assertThat(ran.lines())
        .contains("nodes\t7\t6", "pieces\t1\t2", "largest\t7\t3", "d\tcut off", "f\tcut off");
    assertThat(ran.lines().get(3)).startsWith("largest");
  }

  @Test
  void compare() throws IOException {
    Path then = write("then.csv", "from,to\na,b\nb,c\nc,g\n");
    Ran ran = fine("compare", ties, then);
    assertThat(ran.err()).contains("3 labels are in both");
    assertThat(ran.lines()).contains("kept\t2", "lost\t6", "fresh\t1", "c\t3\t2\t1\t1\t0");
    assertThat(run("compare", ties, then, "--measure", "density").err())
        .contains("SX-NETWORK-METHOD");
  }

  @Test
  void qap() throws IOException {
    Path same = write("same.csv", Files.readString(ties));
    Ran ran = fine("qap", ties, same, "--permutations", "199");
    assertThat(ran.lines().get(1)).startsWith("same.csv\t1\t1\t");
    assertThat(ran.lines()).contains("(pairs)\t21\t\t\t");
    Path other = write("other.csv", "from,to\na,d\nb,e\n");
    assertThat(fine("qap", ties, same, other).lines()).hasSize(6);
  }

  @Test
  void brokerageAndMixing() throws IOException {
    Path nodes = write("nodes.csv", "id,gang\na,red\nb,red\nc,red\nd,blue\ne,blue\nf,blue\n");
    Ran brokers = fine("brokerage", ties, "--by", "gang", "--nodes", nodes);
    assertThat(brokers.lines().getFirst())
        .startsWith("node\tgroup\ttotal\tcoordinator\tcoordinator.z");
    assertThat(brokers.lines()).anyMatch(line -> line.startsWith("m\t-\t1\t0\t"));
    Ran mixing = fine("mixing", ties, "--by", "GANG", "--nodes", nodes, "--permutations", "99");
    assertThat(mixing.lines()).contains("ties.from\tblue\tred\t-", "blue\t3\t0\t1", "-\t1\t1\t0");
    assertThat(mixing.lines()).anyMatch(line -> line.startsWith("within\t1\t"));
    Ran wrong = run("mixing", ties, "--by", "clan", "--nodes", nodes);
    assertThat(wrong.err()).contains("SX-NETWORK-ATTRIBUTE", "there are gang");
    assertThat(run("brokerage", ties, "--by", "gang").err()).contains("--nodes");
  }

  @Test
  void attributesOfTheGraphFileItself() throws IOException {
    Path gml =
        write(
            "people.gml",
            "graph [ node [ id 1 label \"x\" sex \"f\" ] node [ id 2 label \"y\" sex \"m\" ]"
                + " node [ id 3 label \"z\" sex \"f\" ] edge [ source 1 target 2 ]"
                + " edge [ source 1 target 3 ] ]");
    Ran ran = fine("mixing", gml, "--by", "sex", "--permutations", "9");
    assertThat(ran.lines()).contains("f\t1\t1", "m\t1\t0");
  }

  @Test
  void blockmodel() {
    Ran fit = fine("blockmodel", ties, "--positions", "3");
    assertThat(fit.lines()).contains("from\tto\tties\troom\tdensity\timage");
    assertThat(fine("blockmodel", ties, "--method", "concor").lines()).hasSize(8);
    assertThat(fine("blockmodel", ties, "--method", "rege").lines()).contains("a\tf\t1");
  }

  @Test
  void times() throws IOException {
    StringBuilder calls = new StringBuilder("source,target,timestamp\n");
    for (int i = 0; i < 40; i++) {
      int minute = i < 20 ? i : 1000 * (i - 19);
      calls.append(i % 2 == 0 ? "a,b," : "b,a,").append(1_700_000_000L + 60L * minute).append('\n');
    }
    Path file = write("calls.csv", calls.toString());
    Ran motifs = fine("motifs", file, "--within", "300", "--draws", "19");
    assertThat(motifs.lines()).hasSize(37);
    assertThat(motifs.lines()).anyMatch(line -> line.startsWith("0>1 1>0 0>1\t"));
    Ran bursts = fine("bursts", file, "--node", "a");
    assertThat(bursts.lines().get(1)).startsWith("a\t40\t");
    assertThat(bursts.lines()).anyMatch(line -> line.startsWith("a\t2023-11-14T22:13:20Z\t"));
    Ran changes = fine("changes", file, "--window", "100000");
    assertThat(changes.lines().getFirst()).isEqualTo("window\tbegin\tties\tdistance\tchange.p");
    Ran none = run("motifs", ties, "--within", "1");
    assertThat(none.err()).contains("SX-READ-NO-TIME", "--time");
  }

  @Test
  void timesOfAColumnWithoutAHeading() throws IOException {
    Path file = write("steps.txt", "1 2 5\n2 1 6\n1 2 7\n2 3 90\n");
    Ran ran = fine("motifs", file, "--within", "2", "--draws", "0", "--time", "weight");
    assertThat(ran.lines()).contains("0>1 1>0 0>1\t1");
  }

  @Test
  void twoMode() throws IOException {
    Path table =
        write(
            "events.csv",
            "person,e1,e2,e3,e4,e5,e6\nann,1,1,1,0,0,0\nbob,1,1,1,0,0,0\ncy,0,0,0,1,1,1\ndee,0,0,0,1,1,1\neve,1,0,0,0,0,1\n");
    for (String test : List.of("hypergeometric", "sdsm", "fdsm", "none")) {
      Ran ran = fine("twomode", table, "--test", test, "--everything", "--draws", "199");
      assertThat(ran.lines()).as(test).anyMatch(line -> line.startsWith("ann\tbob\t3\t"));
      assertThat(ran.err()).contains("6 pairs share something, of 10 that could");
    }
    assertThat(fine("twomode", table, "--side", "second", "--everything").out()).contains("e1\te2");
    assertThat(run("twomode", ties).err()).contains("SX-NETWORK-GRAPH", "has not two sides");
  }

  @Test
  void layoutGoesOnFromPinnedPlaces() throws IOException {
    for (String method : List.of("force", "stress", "multilevel")) {
      Ran first = fine("layout", ties, "--method", method);
      assertThat(first.lines()).hasSize(8);
      Path pinned = write("places.tsv", first.out());
      Path more = write("more.csv", Files.readString(ties) + "f,g\n");
      Ran again = fine("layout", more, "--method", method, "--pinned", pinned);
      assertThat(again.lines()).hasSize(9).containsAll(first.lines());
    }
    Ran svg = fine("layout", write("s.csv", "from,to\n<b>&,c\n"), "--format", "svg");
    assertThat(svg.out()).startsWith("<svg ").contains("&lt;b&gt;&amp;").doesNotContain("<b>");
    Path bad = write("bad.tsv", "a\t1\n");
    assertThat(run("layout", ties, "--pinned", bad).err()).contains("SX-CLI-PLACES", ":1");
  }
}
