package dev.sextant.authority;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The texts of the law as plain files in a home, for people to read and overseers to copy: one a
 * text, named by its digest. A file that does not have its digest is found at the next opening.
 */
final class LawFolder {
  private final Path folder;

  LawFolder(Path folder) {
    this.folder = folder;
  }

  private Path file(LawText text) {
    String ending = text.kind() == LawKind.POLICY ? ".json" : ".yaml";
    return folder.resolve(text.kind().field()).resolve(text.digest().hex() + ending);
  }

  /**
   * Writes a text if it is not there, or looks whether what is there is the text.
   *
   * @throws LawFault {@code SX-AUTH-LAW-TEXT} if the file was altered
   */
  void keep(LawText text) {
    Path file = file(text);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.resolveSibling("."));
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.writeString(
            aside,
            text.body(),
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SYNC);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return;
      }
      Digest found = Digest.of(Files.readAllBytes(file));
      if (!found.equals(text.digest())) {
        throw LawFault.broken(
            "SX-AUTH-LAW-TEXT", "a text of the law was altered", file.toString(), found.hex());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
