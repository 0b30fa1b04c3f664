package dev.sextant.disclosure.parcel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** RFC 8493, read literally, in memory: a twin of nothing in the product. */
public final class NaiveBag {
  private NaiveBag() {}

  /** The files of a zipped bag by path, without the name of its one folder. */
  public static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    String folder = null;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String top = entry.getName().substring(0, entry.getName().indexOf('/') + 1);
        if (top.isEmpty() || folder != null && !folder.equals(top)) {
          throw new IOException("not one folder: " + entry.getName());
        }
        folder = top;
        files.put(entry.getName().substring(top.length()), in.readAllBytes());
      }
    }
    return files;
  }

  /** All that is wrong with a bag, in words; empty if it is complete and valid. */
  public static List<String> faults(Map<String, byte[]> files) throws Exception {
    List<String> faults = new ArrayList<>();
    String declaration = text(files, "bagit.txt");
    if (!declaration.matches(
        "BagIt-Version: \\d+\\.\\d+\\r?\\nTag-File-Character-Encoding: UTF-8\\r?\\n?")) {
      faults.add("2.1.1: bagit.txt");
    }
    TreeSet<String> payload = new TreeSet<>(files.keySet());
    payload.removeIf(path -> !path.startsWith("data/"));
    List<String> manifests =
        files.keySet().stream().filter(p -> p.matches("manifest-[a-z0-9]+\\.txt")).toList();
    if (manifests.isEmpty()) {
      faults.add("2.1.3: no payload manifest");
    }
    for (String manifest : manifests) {
      TreeSet<String> listed = listed(files, manifest, faults);
      if (!listed.equals(payload)) {
        faults.add("3: " + manifest + " does not list the payload");
      }
    }
    for (String manifest :
        files.keySet().stream().filter(p -> p.matches("tagmanifest-[a-z0-9]+\\.txt")).toList()) {
      TreeSet<String> listed = listed(files, manifest, faults);
      if (listed.stream().anyMatch(p -> p.startsWith("data/") || p.startsWith("tagmanifest-"))) {
        faults.add("2.2.1: " + manifest);
      }
      if (!listed.containsAll(manifests)) {
        faults.add("2.2.1: not all payload manifests in " + manifest);
      }
    }
    info(files, payload, faults);
    return faults;
  }

  private static TreeSet<String> listed(
      Map<String, byte[]> files, String manifest, List<String> faults) throws Exception {
    TreeSet<String> listed = new TreeSet<>();
    String algorithm = manifest.replaceAll(".*-|\\.txt", "").replace("sha", "SHA-");
    for (String line : text(files, manifest).split("\n")) {
      String[] parts = line.split(" +", 2);
      String path = parts[1].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
      byte[] bytes = files.get(path);
      if (!listed.add(path) || path.contains("..") || path.startsWith("/")) {
        faults.add("5.2.1: path " + path);
      }
      if (bytes == null) {
        faults.add("3: missing " + path);
      } else if (!HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(bytes))
          .equals(parts[0])) {
        faults.add("3: altered " + path);
      }
    }
    return listed;
  }

  private static void info(
      Map<String, byte[]> files, TreeSet<String> payload, List<String> faults) {
    if (!files.containsKey("bag-info.txt")) {
      return;
    }
    Map<String, String> info = info(files);
    long bytes = payload.stream().mapToLong(p -> Objects.requireNonNull(files.get(p)).length).sum();
    if (!(bytes + "." + payload.size()).equals(info.get("Payload-Oxum"))) {
      faults.add("2.2.2: Payload-Oxum");
    }
  }

  /** The labels and values of bag-info.txt. */
  public static Map<String, String> info(Map<String, byte[]> files) {
    Map<String, String> info = new LinkedHashMap<>();
    for (String line : text(files, "bag-info.txt").split("\n")) {
      info.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
    }
    return info;
  }

  private static String text(Map<String, byte[]> files, String path) {
    return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }
}
