package dev.sextant.tips;

import java.util.List;

/**
 * A tip as its sender wrote it. Whatever else could be known of the sender was never taken down.
 *
 * @param day the day it came, without a time
 * @param text the words
 * @param attachments what was attached, unopened
 * @param mailbox where an answer can be left
 */
public record Tip(String day, String text, List<Attachment> attachments, Mailbox mailbox) {
  /** Copies. */
  public Tip {
    attachments = List.copyOf(attachments);
  }

  /**
   * A file as it was sent.
   *
   * @param name as the sender's device called it; may betray the sender, and goes to the vault only
   * @param bytes unopened
   */
  public record Attachment(String name, byte[] bytes) {}

  /**
   * Where an answer can be left.
   *
   * @param name random-looking; follows from the return code
   * @param key the public key that answers are sealed to, X.509 in base64
   */
  public record Mailbox(String name, String key) {}
}
