package dev.sextant.linkage.link;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process's own standard output as a place to write to, by the name that the system has for it
 * ({@code /dev/stdout}) or by that of the file it goes to. Opened a second time, a file would be
 * written over from its start, or put in the place of the one that the output goes to.
 */
public final class StandardOutput {
  private static final Path NAME = Path.of("/dev/stdout");

  private StandardOutput() {}

  /** True if what is written to the place and what is printed go to the same end. */
  public static boolean is(Path place) {
    try {
      return Files.exists(NAME) && Files.exists(place) && Files.isSameFile(NAME, place);
    } catch (IOException e) {
      return false; // What cannot be looked at is not what is being written to.
    }
  }

  /** Writes on from where the output stands; not to be closed, for it is everybody's. */
  static FileChannel channel() {
    System.out.flush();
    return new FileOutputStream(FileDescriptor.out).getChannel();
  }
}
