package dev.sextant.records.reader.json;

import dev.sextant.records.reader.ReadFault;
import java.io.IOException;

/** The bytes stop being JSON here; nothing after this offset of the part can be trusted. */
public final class JsonBroken extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final long offset;

  JsonBroken(String code, String what, long offset) {
    super(what);
    this.code = code;
    this.offset = offset;
  }

  /** Byte offset within the part. */
  public long offset() {
    return offset;
  }

  /** The same as a fault of one item. */
  public ReadFault fault() {
    return new ReadFault(code, String.valueOf(getMessage()));
  }
}
