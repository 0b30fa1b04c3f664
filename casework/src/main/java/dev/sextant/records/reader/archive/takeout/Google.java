package dev.sextant.records.reader.archive.takeout;

import dev.sextant.terms.Platform;

/** Google's platforms. */
final class Google {
  static final Platform GOOGLE = new Platform("google");

  static final Platform YOUTUBE = new Platform("youtube");

  private Google() {}
}
