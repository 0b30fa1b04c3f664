package dev.sextant.verify;

import dev.sextant.ledger.VerifierKey;
import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a bag (BagIt 1.0, RFC 8493) whose payload is a released bundle: that the bag is complete
 * and valid, and then the bundle, which is made again from the payload and checked like any other.
 */
final class BagCheck {
  private static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  private static final String DATA = "data/";
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "SHA-256", "sha512", "SHA-512");

  /** Manifests are held in memory; a bundle has at most 65,534 files. */
  private static final int TAG_MAX_BYTES = 64 << 20;

  private final Path root;

  /** What lies in the bag, by its path with forward slashes. */
  private final NavigableMap<String, Path> files = new TreeMap<>();

  private BagCheck(Path root) {
    this.root = root;
  }

  /**
   * Verifies.
   *
   * @param bag a folder, or a zip with one folder in it
   * @param disclosure as in {@link BundleVerifier#verify(Path, VerifierKey, VerifierKey)}
   * @param log as there
   * @param witnessed as there
   * @return the report on the bundle; a fault of the bag is its failure
   * @throws VerifyFault.Storage if it cannot be read
   */
  static BundleReport verify(
      Path bag, @Nullable VerifierKey disclosure, @Nullable VerifierKey log, boolean witnessed) {
    try {
      if (Files.isDirectory(bag)) {
        return checked(bag, disclosure, log, witnessed);
      }
      try (FileSystem zip = FileSystems.newFileSystem(bag)) {
        return checked(only(zip.getPath("/")), disclosure, log, witnessed);
      } catch (ProviderNotFoundException e) {
        throw new VerifyFault.BadBundle("not a bag", String.valueOf(bag.getFileName()), "no zip");
      }
    } catch (VerifyFault.BadBundle | VerifyFault.BadZip e) {
      return new BundleReport(
          "", Map.of(), Map.of(), List.of(), disclosure != null, Optional.of(e));
    } catch (IOException e) {
      throw new VerifyFault.Storage(bag.toString(), e);
    }
  }

  private static Path only(Path zip) throws IOException {
    try (Stream<Path> all = Files.list(zip)) {
      List<Path> top = all.toList();
      if (top.size() != 1 || !Files.isDirectory(top.getFirst())) {
        throw bad("a zipped bag is one folder", "zip", top.size() + " at its top");
      }
      return top.getFirst();
    }
  }

  private static BundleReport checked(
      Path root, @Nullable VerifierKey disclosure, @Nullable VerifierKey log, boolean witnessed)
      throws IOException {
    BagCheck check = new BagCheck(root);
    check.list();
    check.declaration();
    long digests = check.manifests("manifest-", DATA) + check.manifests("tagmanifest-", "");
    check.payloadSize();
    Path bundle = Files.createTempFile("sextant-bag", ".zip");
    try {
      Map<String, CanonicalZip.Source> payload = new TreeMap<>();
      check.files.forEach((path, file) -> {
        if (path.startsWith(DATA)) {
          payload.put(path.substring(DATA.length()), () -> Files.newInputStream(file));
        }
      });
      CanonicalZip.write(bundle, payload);
      BundleReport report = BundleVerifier.verify(bundle, disclosure, log, witnessed);
      Map<String, Long> all = new LinkedHashMap<>(Map.of("digests of the bag", digests));
      all.putAll(report.checked());
      return new BundleReport(
          report.sha256(), report.about(), all, report.keys(), report.pinned(), report.failure());
    } finally {
      Files.deleteIfExists(bundle);
    }
  }

  private void list() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          String path = root.relativize(file).toString().replace('\\', '/');
          if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw bad("a link or device is no file of a bag", path, "not a plain file");
          }
          files.put(path, file);
        }
      }
    }
  }

  private void declaration() throws IOException {
    if (!text("bagit.txt").replace("\r\n", "\n").equals(DECLARATION)) {
      throw bad("not a bag of version 1.0 in UTF-8", "bagit.txt", "declaration");
    }
    if (files.containsKey("fetch.txt")) {
      throw bad("a bag that is to be completed from elsewhere is not whole", "fetch.txt", "there");
    }
  }

  /* Both ways: whatever is listed is there and unaltered, whatever is there is listed. A bag
   * without any manifest proves nothing. */
  private long manifests(String prefix, String within) throws IOException {
    long digests = 0;
    int manifests = 0;
    for (String path : files.navigableKeySet()) {
      if (!path.startsWith(prefix) || !path.endsWith(".txt")) {
        continue;
      }
      String algorithm = path.substring(prefix.length(), path.length() - ".txt".length());
      if (!ALGORITHMS.containsKey(algorithm)) {
        throw bad("only SHA-256 and SHA-512 are taken", path, algorithm);
      }
      manifests++;
      Map<String, String> listed = lines(path);
      for (Map.Entry<String, String> line : listed.entrySet()) {
        requireDigest(path, algorithm, line);
        digests++;
      }
      TreeSet<String> unlisted = new TreeSet<>(files.navigableKeySet());
      unlisted.removeIf(p ->
          within.isEmpty()
              ? p.startsWith(DATA) || p.startsWith("tagmanifest-")
              : !p.startsWith(within));
      unlisted.removeAll(listed.keySet());
      if (!unlisted.isEmpty()) {
        throw bad("a file that the manifest does not list", unlisted.first(), path);
      }
    }
    if (manifests == 0) {
      throw bad("a manifest is missing", prefix + "sha256.txt", "absent");
    }
    return digests;
  }

  private Map<String, String> lines(String manifest) throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : text(manifest).split("\r\n|\n|\r")) {
      String[] parts = line.split("[ \t]+\\*?", 2);
      boolean good = parts.length == 2 && parts[0].matches("[0-9a-fA-F]+");
      if (!good || lines.put(decoded(parts[1]), parts[0]) != null) {
        throw bad("a line of a manifest is digest and path, each path once", manifest, line);
      }
    }
    return lines;
  }

  private static String decoded(String path) {
    return path.replaceAll("%0[Dd]", "\r").replaceAll("%0[Aa]", "\n").replace("%25", "%");
  }

  private void requireDigest(String manifest, String algorithm, Map.Entry<String, String> line)
      throws IOException {
    // Only what the walk found can be named, so no path leads outside.
    Path file = files.get(line.getKey());
    boolean payload = line.getKey().startsWith(DATA);
    if (file == null || payload != manifest.startsWith("manifest-")) {
      throw bad("a listed file is missing from the bag", line.getKey(), manifest);
    }
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), digest(algorithm))) {
      in.transferTo(OutputStream.nullOutputStream());
      String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
      if (!found.equalsIgnoreCase(line.getValue())) {
        throw bad("a file was altered: " + algorithm + " differs", line.getKey(), found);
      }
    }
  }

  private void payloadSize() throws IOException {
    long bytes = 0;
    long count = 0;
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (file.getKey().startsWith(DATA)) {
        bytes += Files.size(file.getValue());
        count++;
      }
    }
    if (!files.containsKey("bag-info.txt")) {
      return;
    }
    for (String line : text("bag-info.txt").split("\r\n|\n|\r")) {
      String said = line.replaceFirst("(?i)^payload-oxum:", "").strip();
      if (!said.equals(line.strip()) && !said.equals(bytes + "." + count)) {
        throw bad("the payload has another size", "bag-info.txt", said);
      }
    }
  }

  private String text(String path) throws IOException {
    Path file = files.get(path);
    if (file == null) {
      throw bad("a file that every bag has is missing", path, "absent");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(TAG_MAX_BYTES);
      if (in.read() >= 0) {
        throw bad("a tag file is too long", path, "over " + TAG_MAX_BYTES + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return algorithm.equals("sha256")
          ? Digest.sha256()
          : MessageDigest.getInstance(ALGORITHMS.get(algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  private static VerifyFault.BadBundle bad(String what, String place, String value) {
    return new VerifyFault.BadBundle(what, place, value);
  }
}
