package dev.sextant.disclosure.parcel;

import dev.sextant.terms.Digest;
import dev.sextant.verify.CanonicalZip;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A released bundle as a bag (BagIt 1.0, RFC 8493), which archives take in: the bundle's files are
 * the payload, with SHA-256 and SHA-512 manifests over payload and tags. Since a bundle's container
 * has one spelling only, the bundle is made again from the payload byte for byte, and {@code
 * sextant-verify bag} does so. Equal arguments give equal bytes.
 */
public final class Bag {
  private static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  private static final String DATA = "data/";
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "SHA-256", "sha512", "SHA-512");

  /** What canonical containers carry too: archives made again are the same. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final CanonicalZip bundle;
  private final String name;
  private final List<Map.Entry<String, String>> about;
  private final NavigableMap<String, byte[]> tags;

  /**
   * @param bundle the released bundle, open while the bag is written
   * @param name of the bag's folder
   * @param about what {@code bag-info.txt} says beside the payload's size, in order; a label may
   *     come more than once
   * @param tags other tag files by path, such as timestamps
   */
  public Bag(
      CanonicalZip bundle,
      String name,
      List<Map.Entry<String, String>> about,
      Map<String, byte[]> tags) {
    this.bundle = bundle;
    this.name = name;
    this.about = List.copyOf(about);
    this.tags = new TreeMap<>(tags);
  }

  /**
   * Writes the bag as one zip with one folder in it (RFC 8493, section 4.2), in constant memory.
   *
   * @param out left open
   * @throws IOException if the bundle cannot be read or the bag not be written
   */
  public void write(OutputStream out) throws IOException {
    NavigableMap<String, byte[]> written = new TreeMap<>(tags);
    written.put("bagit.txt", utf8(DECLARATION));
    manifests(written);
    tagManifests(written);
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Map.Entry<String, byte[]> tag : written.entrySet()) {
      entry(zip, tag.getKey());
      zip.write(tag.getValue());
      zip.closeEntry();
    }
    for (String path : bundle.names()) {
      entry(zip, DATA + path);
      try (InputStream in = bundle.stream(path)) {
        in.transferTo(zip);
      }
      zip.closeEntry();
    }
    zip.finish();
  }

  private void entry(ZipOutputStream zip, String path) throws IOException {
    ZipEntry entry = new ZipEntry(name + "/" + path);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
  }

  private void manifests(NavigableMap<String, byte[]> written) throws IOException {
    StringBuilder sha256 = new StringBuilder();
    StringBuilder sha512 = new StringBuilder();
    long bytes = 0;
    for (String path : bundle.names()) {
      MessageDigest wide = digest("sha512");
      try (DigestInputStream in =
          new DigestInputStream(
              new DigestInputStream(bundle.stream(path), wide), Digest.sha256())) {
        bytes += in.transferTo(OutputStream.nullOutputStream());
        sha256.append(line(in.getMessageDigest().digest(), DATA + path));
      }
      sha512.append(line(wide.digest(), DATA + path));
    }
    written.put("manifest-sha256.txt", utf8(sha256.toString()));
    written.put("manifest-sha512.txt", utf8(sha512.toString()));
    written.put("bag-info.txt", utf8(info(bytes, bundle.names().size())));
  }

  private static void tagManifests(NavigableMap<String, byte[]> written) {
    Map<String, byte[]> manifests = new LinkedHashMap<>();
    for (String algorithm : ALGORITHMS.keySet().stream().sorted().toList()) {
      StringBuilder lines = new StringBuilder();
      written.forEach((path, tag) -> lines.append(line(digest(algorithm).digest(tag), path)));
      manifests.put("tagmanifest-" + algorithm + ".txt", utf8(lines.toString()));
    }
    written.putAll(manifests);
  }

  private String info(long bytes, int files) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> line : about) {
      if (!line.getValue().isBlank()) {
        text.append(line.getKey()).append(": ").append(oneLine(line.getValue())).append('\n');
      }
    }
    return text.append("Payload-Oxum: " + bytes + "." + files + "\n").toString();
  }

  /* A value that broke the line could say what the agency never said. */
  private static String oneLine(String value) {
    StringBuilder line = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(c ->
            line.appendCodePoint(
                Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c));
    return line.toString().strip();
  }

  private static String line(byte[] digest, String path) {
    return HexFormat.of().formatHex(digest) + "  " + encoded(path) + "\n";
  }

  /** RFC 8493, section 2.1.3: only these three signs of a path are encoded. */
  private static String encoded(String path) {
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(ALGORITHMS.getOrDefault(algorithm, algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256 and SHA-512", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
