package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.custody.Custody;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.Excerpt.Range;
import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.PartPath;
import dev.sextant.records.reader.Source;
import dev.sextant.records.store.RecordRows.Ranges;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the bytes behind a record out of its exhibit, through the same sources that readers use,
 * decrypted in memory only.
 */
final class Cutting {
  private static final int BUFFER = 1 << 16;

  private final Custody custody;
  private final Limits limits;

  Cutting(Custody custody, Limits limits) {
    this.custody = custody;
    this.limits = limits;
  }

  /** Who owns the bytes between two places. */
  @FunctionalInterface
  interface Owners {
    Ranges within(long from, long to);
  }

  /**
   * @param context bytes before and after
   * @param most of the record's own bytes
   */
  record Frame(int context, int most) {}

  /**
   * Cuts.
   *
   * @param at the record's own bytes, or those of a medium that it carries
   * @throws RecordFault.Bytes if the bytes are not where the record says
   */
  Excerpt cut(Act act, StoredRecord stored, Locator at, Frame frame, Owners owners) {
    Exhibit exhibit = custody.exhibit(act, stored.exhibit());
    if (!exhibit.digest().equals(at.exhibit())) {
      throw new RecordFault.Altered("a record names another exhibit", stored.id().hex());
    }
    try (ExhibitSource source =
        ExhibitSource.open(
            custody.open(act, exhibit.id()), exhibit.name(), exhibit.digest(), limits)) {
      return PartPath.open(source, at.part(), part -> cut(part, at, frame, owners))
          .orElseThrow(() -> lost(at));
    } catch (IOException e) {
      throw lost(at);
    }
  }

  /** The whole of a medium that a record carries; its part may be a range of another part. */
  Locator whole(Act act, StoredRecord stored, String path) {
    Exhibit exhibit = custody.exhibit(act, stored.exhibit());
    try (ExhibitSource source =
        ExhibitSource.open(
            custody.open(act, exhibit.id()), exhibit.name(), exhibit.digest(), limits)) {
      return PartPath.open(source, path, part -> part.at(0, part.size(), ""))
          .orElseThrow(() -> new RecordFault.Bytes("exhibit " + exhibit.digest().hex(), path));
    } catch (IOException e) {
      throw new RecordFault.Bytes("exhibit " + exhibit.digest().hex(), path);
    }
  }

  private static Excerpt cut(Source.Part part, Locator at, Frame frame, Owners owners)
      throws IOException {
    if (at.to() > part.size()) {
      throw lost(at);
    }
    long contextFrom = Math.max(0, at.from() - frame.context());
    long ownEnd = Math.min(at.to(), at.from() + frame.most());
    long contextTo = ownEnd < at.to() ? ownEnd : Math.min(part.size(), at.to() + frame.context());
    byte[] bytes;
    Digest digest;
    try (InputStream in = part.open()) {
      in.skipNBytes(contextFrom);
      bytes = in.readNBytes((int) (contextTo - contextFrom));
      if (bytes.length != contextTo - contextFrom) {
        throw lost(at);
      }
      digest = digest(bytes, (int) (at.from() - contextFrom), at.length(), in);
    }
    List<Range> masked = Masks.of(owners.within(contextFrom, contextTo), at, bytes, contextFrom);
    return new Excerpt(
        part.path(),
        part.size(),
        at.from(),
        at.to(),
        contextFrom,
        contextTo,
        Masks.apply(bytes, contextFrom, masked),
        masked,
        digest);
  }

  /* The record's bytes that lie beyond the excerpt are hashed as they pass. */
  private static Digest digest(byte[] bytes, int start, long length, InputStream rest)
      throws IOException {
    MessageDigest sha = Digest.sha256();
    int here = (int) Math.min(length, bytes.length - start);
    sha.update(bytes, start, here);
    long left = length - here;
    byte[] buffer = new byte[BUFFER];
    while (left > 0) {
      int n = rest.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
      if (n == 0) {
        throw new IOException("the part ends before the record");
      }
      sha.update(Arrays.copyOf(buffer, n));
      left -= n;
    }
    return Digest.ofRaw(sha.digest());
  }

  private static RecordFault.Bytes lost(Locator at) {
    return new RecordFault.Bytes("exhibit " + at.exhibit().hex(), at.from() + "-" + at.to());
  }
}
