package dev.sextant.records.reader;

import java.time.Duration;

/**
 * How much a reading may cost. Evidence is hostile: each number stops one known attack, and is far
 * above what real exports need.
 *
 * @param unpackedBytes sum of the unpacked sizes of all parts, in bytes
 * @param entries parts in an archive or folder
 * @param ratio unpacked bytes for one packed byte, over the whole archive
 * @param containerDepth archives within archives that a reader may ask for
 * @param nesting depth of brackets or elements in JSON and XML
 * @param itemBytes bytes of one item (a message, a row, a line) held in memory
 * @param wallTime time the child process may take
 * @param outputBytes bytes the child process may answer
 * @param heapMegabytes heap of the child process, in MiB
 */
public record Limits(
    long unpackedBytes,
    int entries,
    int ratio,
    int containerDepth,
    int nesting,
    int itemBytes,
    Duration wallTime,
    long outputBytes,
    int heapMegabytes) {

  /**
   * The ordinary limits. Deflate cannot exceed 1032:1, and exports of text stay under 60:1, so 300
   * tells the two apart; exports nest under 20 deep.
   */
  public static Limits standard() {
    return new Limits(
        64L << 30, 500_000, 300, 2, 200, 32 << 20, Duration.ofHours(2), 64L << 30, 512);
  }

  /** The same with another wall time. */
  public Limits withWallTime(Duration time) {
    return new Limits(
        unpackedBytes,
        entries,
        ratio,
        containerDepth,
        nesting,
        itemBytes,
        time,
        outputBytes,
        heapMegabytes);
  }

  /** The same with another limit on the child's answer, in bytes. */
  public Limits withOutputBytes(long bytes) {
    return new Limits(
        unpackedBytes,
        entries,
        ratio,
        containerDepth,
        nesting,
        itemBytes,
        wallTime,
        bytes,
        heapMegabytes);
  }

  /** The same with another heap for the child, in MiB. */
  public Limits withHeapMegabytes(int megabytes) {
    return new Limits(
        unpackedBytes,
        entries,
        ratio,
        containerDepth,
        nesting,
        itemBytes,
        wallTime,
        outputBytes,
        megabytes);
  }

  /** The same with another limit on unpacked bytes and on the ratio. */
  public Limits withUnpacked(long bytes, int toOne) {
    return new Limits(
        bytes,
        entries,
        toOne,
        containerDepth,
        nesting,
        itemBytes,
        wallTime,
        outputBytes,
        heapMegabytes);
  }

  /** The same with another limit on one item, in bytes. */
  public Limits withItemBytes(int bytes) {
    return new Limits(
        unpackedBytes,
        entries,
        ratio,
        containerDepth,
        nesting,
        bytes,
        wallTime,
        outputBytes,
        heapMegabytes);
  }
}
