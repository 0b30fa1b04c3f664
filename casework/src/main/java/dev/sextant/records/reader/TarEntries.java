package dev.sextant.records.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a tape archive: blocks of 512 bytes, a header before each file (POSIX.1-1988
 * "ustar", and before it; POSIX.1-2001 "pax" records; GNU's long names). Headers are walked once;
 * contents stay where they are.
 *
 * @param found in the order of the archive
 * @param breaksAt where the archive cannot be followed any further, or -1 if it ends as it should
 */
record TarEntries(List<Entry> found, long breaksAt) {
  private static final int BLOCK = 512;

  /** Names are paths; a longer one is an attack on memory. */
  private static final int LONGEST_NAMES = 1 << 16;

  /** Copies. */
  TarEntries {
    found = List.copyOf(found);
  }

  /**
   * An entry.
   *
   * @param name path as written
   * @param type the header's letter: {@code 0} file, {@code 1} and {@code 2} links, {@code 5}
   *     folder
   * @param from first byte of its contents
   * @param size of its contents in bytes
   * @param sparse stored with holes
   */
  record Entry(String name, char type, long from, long size, boolean sparse) {
    boolean file() {
      return type == '0' || type == '\0' || type == '7';
    }
  }

  /** True if the block is a header: its sum is the one it states. */
  static boolean header(byte[] block) {
    return block.length >= BLOCK && block[0] != 0 && sums(block);
  }

  private static boolean sums(byte[] block) {
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= 148 && i < 156;
      unsigned += own ? ' ' : block[i] & 0xff;
      signed += own ? ' ' : block[i]; // Some old programs counted so.
    }
    long stated = number(block, 148, 8);
    return stated == unsigned || stated == signed;
  }

  /* Octal digits, or from 0x80 on binary; -1 if it is neither. */
  private static long number(byte[] block, int from, int length) {
    if ((block[from] & 0x80) != 0) {
      long value = block[from] & 0x3f;
      for (int i = from + 1; i < from + length; i++) {
        if (value >>> 54 != 0) {
          return -1;
        }
        value = value << 8 | block[i] & 0xff;
      }
      return value;
    }
    String digits = text(block, from, length).strip();
    return digits.matches("[0-7]{1,20}") ? Long.parseLong(digits, 8) : digits.isEmpty() ? 0 : -1;
  }

  private static String text(byte[] block, int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  /**
   * Walks through the headers.
   *
   * @throws ReaderFault.Limit if there are more entries than the limit, or a name is no name
   */
  static TarEntries of(SeekableByteChannel bytes, String archive, Limits limits)
      throws IOException {
    List<Entry> found = new ArrayList<>();
    Map<String, String> next = new TreeMap<>();
    byte[] block = new byte[BLOCK];
    long size = bytes.size();
    long at = 0;
    while (at < size) {
      int got = ExhibitSource.readFully(bytes, at, ByteBuffer.wrap(block));
      if (got == BLOCK && empty(block)) {
        return new TarEntries(found, -1);
      }
      long length = got == BLOCK && header(block) ? number(block, 124, 12) : -1;
      if (length < 0) {
        return new TarEntries(found, at);
      }
      char type = (char) (block[156] & 0xff);
      long contents = at + BLOCK;
      if (type == 'L' || type == 'x' || type == 'K' || type == 'g') {
        further(bytes, archive, type, contents, length, next);
      } else {
        String paxSize = next.get("size");
        long own =
            paxSize != null && paxSize.matches("[0-9]{1,18}") ? Long.parseLong(paxSize) : length;
        boolean sparse =
            type == 'S' || next.keySet().stream().anyMatch(k -> k.startsWith("GNU.sparse"));
        found.add(new Entry(name(block, next.get("path")), type, contents, own, sparse));
        length = own;
        next.clear();
        if (found.size() > limits.entries()) {
          throw new ReaderFault.Limit("too many entries", archive, "more than " + limits.entries());
        }
      }
      long blocks = length / BLOCK + (length % BLOCK == 0 ? 0 : 1);
      long after = blocks > (Long.MAX_VALUE >> 10) ? -1 : contents + blocks * BLOCK;
      if (after < 0 || after > size + BLOCK) {
        return new TarEntries(found, Math.min(size, contents));
      }
      at = after;
    }
    return new TarEntries(found, at > size ? size : -1); // Some programs leave the last blocks out.
  }

  private static boolean empty(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(byte[] block, @Nullable String longer) {
    if (longer != null) {
      return longer;
    }
    String name = text(block, 0, 100);
    boolean posix = text(block, 257, 6).equals("ustar");
    String prefix = posix ? text(block, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /* What a header says of the next: a long name, or records of POSIX ("17 path=...\n"). */
  private static void further(
      SeekableByteChannel bytes,
      String archive,
      char type,
      long from,
      long length,
      Map<String, String> next)
      throws IOException {
    if (length > LONGEST_NAMES) {
      throw new ReaderFault.Limit("a name too long", archive, length + " bytes");
    }
    byte[] said = new byte[(int) length];
    int got = ExhibitSource.readFully(bytes, from, ByteBuffer.wrap(said));
    if (type == 'L') {
      next.put("path", text(said, 0, got));
    } else if (type == 'x') {
      records(said, got, next);
    }
  }

  private static void records(byte[] said, int got, Map<String, String> next) {
    int at = 0;
    while (at < got) {
      int blank = at;
      while (blank < got && said[blank] >= '0' && said[blank] <= '9' && blank - at < 6) {
        blank++;
      }
      if (blank == at || blank >= got || said[blank] != ' ') {
        return;
      }
      int length = Integer.parseInt(new String(said, at, blank - at, StandardCharsets.US_ASCII));
      int end = at + length;
      if (end > got || end <= blank + 1) {
        return;
      }
      String record = new String(said, blank + 1, end - blank - 2, StandardCharsets.UTF_8);
      int equals = record.indexOf('=');
      if (equals > 0) {
        next.put(record.substring(0, equals), record.substring(equals + 1));
      }
      at = end;
    }
  }
}
