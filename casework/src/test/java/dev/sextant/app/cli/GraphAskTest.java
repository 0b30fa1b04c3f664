package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code graph keyplayers}, {@code removal} and {@code links}. */
class GraphAskTest {
  /** Two triangles joined through one person. */
  private static final String TIES = "from,to\na,b\nb,c\nc,a\nc,=m\n=m,d\nd,e\ne,f\nf,d\n";

  @TempDir private Path folder;

  private Ran ask(String command, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("ties.csv"), TIES);
    List<String> args = new ArrayList<>(List.of("graph", command, file.toString()));
    args.addAll(List.of(more));
    return Ran.of(args);
  }

  @Test
  void keyPlayers() throws IOException {
    Ran ran = ask("keyplayers", "--aim", "fragment", "--size", "1");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("7 nodes, 8 ties (undirected)");
    // Without m two pieces of three: 12 of 30 ordered pairs stay together. No label is a formula.
    assertThat(ran.out().lines().toList().get(1)).startsWith("1\t0.6\tyes\t").doesNotContain("\t=");
    Ran smallest = ask("keyplayers", "--aim", "reach", "--steps", "1", "--worth", "1");
    assertThat(smallest.out().lines().toList().get(1)).isEqualTo("1\t1.0\tyes\ta, d");
    assertThat(ask("keyplayers", "--size", "1", "--worth", "1").code()).isNotZero();
    Ran wrong = ask("keyplayers", "--aim", "kill");
    assertThat(wrong.code()).isNotZero();
    assertThat(wrong.err()).contains("fragment-distance");
  }

  @Test
  void removal() throws IOException {
    Ran ran = ask("removal", "--most", "2");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines().toList()).hasSize(4);
    assertThat(ran.out()).startsWith("removed\tnode\tlargest\tfragmentation\t");
    Ran random = ask("removal", "--by", "random", "--replicas", "9");
    assertThat(random.out()).contains("largest-low");
    assertThat(random.out().lines().count()).isEqualTo(9);
  }

  @Test
  void links() throws IOException {
    Ran ran = ask("links", "--score", "katz", "--most", "3");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().lines().count()).isEqualTo(4);
    assertThat(ran.err()).contains("AUC", "none of these pairs is thereby said to have a tie");
  }
}
