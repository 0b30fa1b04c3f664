package dev.sextant.cluster;

import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.link.Site;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.profile.ProfileReader;
import dev.sextant.linkage.table.Table;
import dev.sextant.linkage.table.TableReader;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tables and profile on their way to the workers: the files' own bytes, read there by the same code
 * as here. A worker makes them ready once, however many pieces it is given.
 */
final class LinkFreight implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] left;
  private final String leftName;
  private final byte @Nullable [] right;
  private final String rightName;
  private final String profileName;
  private final String profile;

  /** Made on each machine anew: prepared values are not for travelling. */
  @SuppressWarnings("serial")
  private transient volatile @Nullable Site site;

  private LinkFreight(Path left, @Nullable Path right, Path profile) throws IOException {
    this.left = Files.readAllBytes(left);
    this.leftName = name(left);
    this.right = right == null ? null : Files.readAllBytes(right);
    this.rightName = right == null ? "" : name(right);
    this.profileName = name(profile);
    this.profile = Files.readString(profile, StandardCharsets.UTF_8);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  static LinkFreight of(Path left, @Nullable Path right, Path profile) throws IOException {
    return new LinkFreight(left, right, profile);
  }

  /** Tables and profile made ready on this machine. */
  Site site() {
    Site made = site;
    if (made == null) {
      synchronized (this) {
        made = site;
        if (made == null) {
          made = make();
          site = made;
        }
      }
    }
    return made;
  }

  private Site make() {
    try {
      Path folder = Files.createTempDirectory("sextant-link");
      // How a table is parted goes by its name's ending, too.
      Path one = folder.resolve("left-" + leftName);
      Path other = folder.resolve("right-" + rightName);
      try {
        Files.write(one, left);
        byte[] second = right;
        if (second != null) {
          Files.write(other, second);
        }
        Profile read = ProfileReader.read(profileName, profile);
        Table table = TableReader.read(one, second == null ? null : other, read.id());
        return Site.of(table, read, Comparisons.standard(), 1);
      } finally {
        Files.deleteIfExists(one);
        Files.deleteIfExists(other);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a worker cannot write the tables down to read them", e);
    }
  }
}
