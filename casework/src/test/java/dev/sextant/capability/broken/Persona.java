package dev.sextant.capability.broken;

/** Breaks: nobody is written to. */
final class Persona {
  void sendDirectMessage(String to, String text) {}
}
