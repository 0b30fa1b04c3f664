package dev.sextant.kernels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsrFileTest {
  @TempDir private Path folder = Path.of("");

  static Csr graph(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(60);
    CsrBuilder builder =
        seed % 2 == 0
            ? CsrBuilder.directed(n, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(n, CsrBuilder.Loops.KEEP);
    for (int i = 0; i < 4 * seed; i++) {
      if (seed % 3 == 0) {
        builder.edge(random.nextInt(n), random.nextInt(n), random.nextDouble(0.1, 9));
      } else {
        builder.edge(random.nextInt(n), random.nextInt(n));
      }
    }
    return builder.build().graph();
  }

  private Path stored(Csr graph) throws IOException {
    Path file = folder.resolve("graph.csr");
    CsrFile.write(graph, file, Progress.silent());
    return file;
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      Csr graph = graph(seed);
      Path file = stored(graph);
      byte[] bytes = Files.readAllBytes(file);
      for (CsrFile.Check check : CsrFile.Check.values()) {
        Csr read = CsrFile.open(file, check, Progress.silent());
        assertThat(read).isEqualTo(graph);
        assertThat(read.loops()).isEqualTo(graph.loops());
      }
      assertThat(bytes.length % 64).isZero();
      assertThat(Files.readAllBytes(stored(CsrFile.open(file)))).isEqualTo(bytes);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void graphsLargerThanAPiece() throws IOException {
    CsrBuilder builder = CsrBuilder.undirected(700_000, CsrBuilder.Loops.DROP);
    for (int v = 1; v < 700_000; v++) {
      builder.edge(v / 2, v, v);
    }
    Csr graph = builder.build().graph();
    assertThat(CsrFile.open(stored(graph), CsrFile.Check.ALL, Progress.silent())).isEqualTo(graph);
  }

  @Test
  void everyDamagedByteIsFound() throws IOException {
    Csr graph = graph(9);
    byte[] good = Files.readAllBytes(stored(graph));
    Path file = folder.resolve("bad.csr");
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      Files.write(file, bad);
      try {
        // Only the padding between sections is under no checksum; nobody reads it.
        assertThat(CsrFile.open(file)).as("byte %d", at).isEqualTo(graph);
        assertThat(good[at]).isZero();
      } catch (BadGraph expected) {
        assertThat(expected).hasMessageMatching(".*(damaged|not a stored graph|version).*");
      }
    }
  }

  @Test
  void cutOffForeignAndLaterFilesAreRefused() throws IOException {
    byte[] good = Files.readAllBytes(stored(graph(9)));
    Path file = folder.resolve("bad.csr");
    for (int length = 0; length < good.length; length += 7) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThatThrownBy(() -> CsrFile.open(file)).isInstanceOf(BadGraph.class);
    }
    Files.write(file, Arrays.copyOf(good, good.length + 64));
    assertThatThrownBy(() -> CsrFile.open(file)).hasMessageContaining("bytes");
    Files.writeString(file, "0 1\n1 2\n".repeat(40));
    assertThatThrownBy(() -> CsrFile.open(file)).hasMessageContaining("not a stored graph");
    byte[] later = good.clone();
    later[8] = 2;
    Files.write(file, later);
    assertThatThrownBy(() -> CsrFile.open(file)).hasMessageContaining("version 2");
  }

  @Test
  void rowsUnderARightChecksumAreStillCheckedWhenAsked() throws IOException {
    // One arc of an undirected graph is missing its other direction.
    Csr oneWay =
        CsrBuilder.directed(3, CsrBuilder.Loops.DROP).edge(0, 1).edge(1, 2).build().graph();
    Csr lie = Csr.ofTrustedRows(oneWay.offsets(), oneWay.targets(), null, false, 0);
    Path file = stored(lie);
    assertThat(CsrFile.open(file)).isEqualTo(lie);
    assertThatThrownBy(() -> CsrFile.open(file, CsrFile.Check.ALL, Progress.silent()))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("one-way");
  }
}
