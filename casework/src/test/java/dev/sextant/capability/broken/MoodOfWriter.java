package dev.sextant.capability.broken;

/** Breaks: no moods are inferred. */
final class MoodOfWriter {
  String emotion(String post) {
    return post.isBlank() ? "calm" : "angry";
  }
}
