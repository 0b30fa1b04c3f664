package dev.sextant.ledger;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Random;

/**
 * The process that {@link KillTest} kills: appends from several threads without end, publishes now
 * and then, and prints what it was answered, each line after the answer.
 */
final class KillChild {
  private static final int THREADS = 4;

  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  private KillChild() {}

  /** Arguments: folder, secret key, seed. */
  public static void main(String[] args) {
    Random random = new Random(Long.parseLong(args[2]));
    Ledger ledger = Ledger.open(Path.of(args[0]), LedgerKey.parse(args[1]), Clock.systemUTC());
    KillChild child = new KillChild();
    for (int t = 0; t < THREADS; t++) {
      long seed = random.nextLong();
      Thread.ofPlatform().start(() -> child.append(ledger, new Random(seed)));
    }
    while (true) {
      Checkpoint checkpoint = ledger.checkpoint();
      child.say("cp " + Base64.getEncoder().encodeToString(checkpoint.bytes()));
      for (int i = random.nextInt(40); i > 0; i--) {
        child.say("ack " + append(ledger, random, 200));
      }
    }
  }

  private void append(Ledger ledger, Random random) {
    while (true) {
      say("ack " + append(ledger, random, random.nextInt(50) == 0 ? 65_535 : 900));
    }
  }

  private static String append(Ledger ledger, Random random, int most) {
    byte[] entry = new byte[random.nextInt(most + 1)];
    random.nextBytes(entry);
    long index = ledger.append(entry);
    return index + " " + dev.sextant.terms.Digest.of(entry);
  }

  private void say(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
    synchronized (out) {
      try {
        out.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
