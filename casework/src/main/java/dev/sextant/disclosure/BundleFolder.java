package dev.sextant.disclosure;

import dev.sextant.disclosure.report.Report;
import dev.sextant.disclosure.report.ReportJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.DisclosureId;
import dev.sextant.verify.BundleFiles;
import dev.sextant.verify.CanonicalZip;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;

/** The folder that released bundles lie in, a file each, and what a bundle's file says. */
final class BundleFolder {
  /** Larger files of a bundle are not read back whole. */
  private static final int PART_MAX_BYTES = 1 << 28;

  private final Path folder;

  /** Takes a folder, which need not be there yet; what a crash left half written goes. */
  BundleFolder(Path folder) {
    this.folder = folder;
    sweep(folder);
  }

  /** Where a disclosure's bundle lies. */
  Path of(DisclosureId id) {
    return folder.resolve(id + ".zip");
  }

  /* Bundles hold evidence in the clear, as their recipients must read it: the folder is its
   * owner's alone. */
  void make() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.toAbsolutePath().resolveSibling(".").normalize());
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /* What a crash left half written was never released. */
  private static void sweep(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.zip.new")) {
      for (Path file : left) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new DisclosureFault.Storage(folder.toString(), e);
    }
  }

  /** Makes a bundle durable: it is so before the register speaks of it. */
  void settle(Path zip) throws IOException {
    for (Path path : List.of(zip, folder)) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Removes bundles; those that are not there are no fault. */
  void clear(List<DisclosureId> ids) {
    for (DisclosureId id : ids) {
      try {
        Files.deleteIfExists(of(id));
      } catch (IOException e) {
        throw new DisclosureFault.Storage("disclosure " + id, e);
      }
    }
  }

  /**
   * Requires that a bundle is the one that was released.
   *
   * @throws DisclosureFault.BadBundle if it is missing, or another
   */
  static void requireUnaltered(Disclosure disclosure) {
    Path file = disclosure.bundle();
    String name = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new DisclosureFault.BadBundle(name, "missing");
    }
    MessageDigest sha = Digest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new DisclosureFault.Storage(name, e);
    }
    Digest found = Digest.ofRaw(sha.digest());
    if (!found.equals(disclosure.digest())) {
      throw new DisclosureFault.BadBundle(name, found.hex());
    }
  }

  /** What a released bundle's report says. */
  static Report said(Path bundle) {
    return ReportJson.read(
        part(bundle, BundleFiles.REPORT_SOURCE),
        part(bundle, BundleFiles.FINDINGS),
        path -> part(bundle, path));
  }

  /** One file of a bundle. */
  static byte[] part(Path bundle, String name) {
    try (CanonicalZip zip = CanonicalZip.open(bundle)) {
      return zip.read(name, PART_MAX_BYTES);
    } catch (IOException e) {
      throw new DisclosureFault.Storage(bundle.toString(), e);
    }
  }
}
