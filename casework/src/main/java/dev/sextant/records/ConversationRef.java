package dev.sextant.records;

import dev.sextant.terms.Platform;
import org.jspecify.annotations.Nullable;

/**
 * How a record names a conversation, group, channel or event.
 *
 * @param platform where it takes place
 * @param kind what it is
 * @param key the source's key: its number, else a name within the exhibit
 * @param title the title shown, if any
 */
public record ConversationRef(Platform platform, Kind kind, String key, @Nullable String title) {
  /** What a conversation is. */
  public enum Kind {
    /** Two people. */
    DIRECT,
    /** A closed or open group of many. */
    GROUP,
    /** One or few speak, many listen. */
    CHANNEL,
    /** Something people took part in: a meeting, a call, a job. */
    EVENT,
    /** The source does not say. */
    UNKNOWN
  }

  /** The conversation's key in one line, the same for equal conversations. */
  public String conversationKey() {
    return platform + "/" + key;
  }
}
