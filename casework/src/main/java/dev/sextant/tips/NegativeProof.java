package dev.sextant.tips;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an order to name a sender can obtain: everything that the tip process holds, file by file
 * with its digest, and what each kind of file is. Anything that is not of those kinds is named as
 * such, so that whoever reads the proof sees where it ends.
 */
public final class NegativeProof {
  private final List<String> lines = new ArrayList<>();
  private int unexpected;

  private NegativeProof() {}

  /** Of a tip process's folder. */
  public static NegativeProof of(TipFolder folder) {
    NegativeProof proof = new NegativeProof();
    proof.write(folder);
    return proof;
  }

  /** The proof's text, a line each. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** True if the folder holds nothing but what it must. */
  public boolean clean() {
    return unexpected == 0;
  }

  private void write(TipFolder folder) {
    lines.add("WHAT IS HELD OF THOSE WHO SENT TIPS: nothing");
    lines.add("");
    lines.add(
        "Not asked for, not received into any file, not kept: name, account, password, address");
    lines.add(
        "of the network, kind of browser, cookie, time of day, place. The process writes no log.");
    lines.add("Tips are sealed on arrival to a public key whose private key is not on this host.");
    lines.add(
        "A return code is shown once to its holder and kept nowhere; mailboxes follow from it");
    lines.add(
        "by a one-way function. There is no function that names a sender, here or at the desk.");
    lines.add("");
    lines.add("All files of the process, with SHA-256:");
    TreeMap<String, Digest> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.path())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String name = folder.path().relativize(file).toString();
        Digest digest = Digest.of(bytes);
        all.put(name, digest);
        lines.add(digest.hex() + "  " + bytes.length + "  " + name + "  " + kind(name, bytes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.add("");
    lines.add(all.size() + " files, " + unexpected + " of an unexpected kind");
    lines.add(
        "SHA-256 of the list: "
            + Digest.of(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex());
  }

  private String kind(String name, byte[] bytes) {
    boolean sealed =
        bytes.length > Envelope.MAGIC.length
            && java.util.Arrays.equals(
                bytes, 0, Envelope.MAGIC.length, Envelope.MAGIC, 0, Envelope.MAGIC.length);
    if (name.equals("desk.pub")) {
      return "the desk's public key";
    }
    if (sealed && name.matches("queue/[0-9a-f]{32}\\.tip")) {
      return "a tip, sealed to the desk, padded";
    }
    if (sealed && name.matches("replies/[0-9a-f]{32}/[0-9a-f]{32}\\.reply")) {
      return "an answer, sealed to a mailbox, padded";
    }
    unexpected++;
    return "UNEXPECTED: not of this process";
  }
}
