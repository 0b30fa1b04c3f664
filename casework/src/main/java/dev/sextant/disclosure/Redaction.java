package dev.sextant.disclosure;

/**
 * Something that was taken out of a report, as its list says. It never says what.
 *
 * @param place where
 * @param kind words, record, person or area
 * @param code reason code
 * @param reason the code's title
 * @param source the law behind it
 * @param by who decided, by name, or the template's rule
 * @param at when, ISO 8601, or empty for a rule
 */
public record Redaction(
    String place, String kind, String code, String reason, String source, String by, String at) {}
