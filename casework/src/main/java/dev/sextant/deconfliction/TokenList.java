package dev.sextant.deconfliction;

import dev.sextant.authority.CaseKeys;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a house lets another compare with: its tokens, each hashed for that other house and cut to
 * five bytes, sorted, and filled up to a power of two. Cut, an entry cannot be turned into a token,
 * so that whoever shows a whole token had the selector evaluated; hashed for one house, two others
 * cannot compare their lists; filled up, its length tells the size of the index to a factor of two.
 *
 * @param bytes entries of {@value #ENTRY} bytes, in order
 */
record TokenList(byte[] bytes) {
  /** 40 bits: among a million entries one selector in a million meets a stranger's by chance. */
  static final int ENTRY = 5;

  /** Shorter lists tell too exactly how little there is. */
  private static final int SHORTEST = 256;

  /** The list for a house. What fills it up stays the same, so that it does not stand out. */
  static TokenList of(Collection<String> tokens, UUID reader, byte[] filling) {
    int size = Math.max(SHORTEST, Integer.highestOneBit(Math.max(1, tokens.size() - 1)) << 1);
    byte[][] entries = new byte[size][];
    int at = 0;
    for (String token : tokens) {
      entries[at++] = entry(token, reader);
    }
    for (; at < size; at++) {
      byte[] filler = CaseKeys.derived(filling, "deconfliction/filler/v1 " + at);
      entries[at] = entry(HexFormat.of().formatHex(filler), reader);
    }
    Arrays.sort(entries, Arrays::compareUnsigned);
    byte[] all = new byte[size * ENTRY];
    for (int i = 0; i < size; i++) {
      System.arraycopy(entries[i], 0, all, i * ENTRY, ENTRY);
    }
    return new TokenList(all);
  }

  private static byte[] entry(String token, UUID reader) {
    String text = "sextant-deconfliction-list/1\n" + reader + "\n" + token;
    String hash = Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    return HexFormat.of().parseHex(hash.substring(0, 2 * ENTRY));
  }

  Digest digest() {
    return Digest.of(bytes);
  }

  /** Whether a token is among them, or meets one by chance. */
  boolean holds(String token, UUID reader) {
    if (bytes.length % ENTRY != 0) {
      throw DeconflictionFault.message("its list is cut");
    }
    byte[] sought = entry(token, reader);
    boolean found = false;
    for (int at = 0; at < bytes.length; at += ENTRY) {
      found |= Arrays.equals(bytes, at, at + ENTRY, sought, 0, ENTRY);
    }
    return found;
  }
}
