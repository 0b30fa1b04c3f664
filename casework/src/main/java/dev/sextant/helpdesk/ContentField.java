package dev.sextant.helpdesk;

/**
 * Words, pictures, files and places. Reached by a warrant, or by an order of a judge, alone. Places
 * are here in both jurisdictions: the more protective reading.
 */
public enum ContentField implements DataField {
  /** Private words. */
  MESSAGES("content of messages"),
  /** Published to some or all. */
  POSTS("posts, comments and stories, whether or not shown to all"),
  /** Pictures, sound, video. */
  MEDIA("photographs, videos and audio"),
  /** Kept files. */
  FILES("stored files and backups"),
  /** Unsent words. */
  DRAFTS("drafts and deleted items still held"),
  /** What was looked for. */
  SEARCHES("search history"),
  /** Where somebody was. */
  LOCATIONS("location history");

  private final String words;

  ContentField(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public DataCategory category() {
    return DataCategory.CONTENT;
  }
}
