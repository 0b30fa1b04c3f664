package dev.sextant.linkage.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @Test
  void allOfItIsThere(@TempDir Path folder) throws IOException {
    Path place = folder.resolve("a.tsv");
    String line = "x\u00e9\ud83d\ude00y\t";
    try (WholeFile file = WholeFile.at(place)) {
      for (int i = 0; i < 20_000; i++) {
        file.text(line);
        file.millionths(-1_000_001L * i);
        file.character('\n');
      }
      assertThat(place).doesNotExist();
      file.done();
    }
    assertThat(Files.readAllLines(place))
        .hasSize(20_000)
        .startsWith(line + "0.000000", line + "-1.000001")
        .endsWith(line + "-19999.019999");
    assertThat(folder).isDirectoryContaining("glob:**/a.tsv");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void whatWasNotDoneLeavesWhatStoodThere(@TempDir Path folder) throws IOException {
    Path place = Files.writeString(folder.resolve("a.tsv"), "before");
    try (WholeFile file = WholeFile.at(place)) {
      file.text("half of it");
    }
    assertThat(place).hasContent("before");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aLinkStaysALink(@TempDir Path folder) throws IOException {
    Path real = Files.writeString(folder.resolve("real.tsv"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link.tsv"), real);
    try (WholeFile file = WholeFile.at(link)) {
      file.text("after");
      file.done();
    }
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("after");
  }

  @Test
  void whoMightNotReadTheOldFileMayNotReadTheNew(@TempDir Path folder) throws IOException {
    Path place = Files.writeString(folder.resolve("a.tsv"), "before");
    assumeThat(Files.getFileStore(place).supportsFileAttributeView("posix")).isTrue();
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
    try (WholeFile file = WholeFile.at(place)) {
      file.text("after");
      file.done();
    }
    assertThat(place).hasContent("after");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFullDiskIsSaid() {
    Path full = Path.of("/dev/full");
    assumeThat(full).as("a device that is always full, as Linux has it").isWritable();
    try (WholeFile file = WholeFile.at(full)) {
      file.text("a");
      assertThatThrownBy(file::done)
          .isInstanceOf(LinkageFault.class)
          .hasMessageContaining("SX-LINK-WRITE")
          .hasMessageContaining("/dev/full");
    }
  }

  @Test
  void aFolderThatIsNoneIsSaid(@TempDir Path folder) {
    assertThatThrownBy(() -> WholeFile.at(folder.resolve("none").resolve("a.tsv")))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContaining("SX-LINK-WRITE");
    assertThatThrownBy(() -> WholeFile.probe(folder.resolve("none").resolve("a.tsv")))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContaining("SX-LINK-WRITE");
  }

  @Test
  void lookingLeavesNothing(@TempDir Path folder) throws IOException {
    WholeFile.probe(folder.resolve("a.tsv"));
    assertThat(folder).isEmptyDirectory();
    Path place = Files.writeString(folder.resolve("b.tsv"), "before");
    WholeFile.probe(place);
    assertThat(place).hasContent("before");
    assertThat(folder.toFile().list()).hasSize(1);
  }
}
