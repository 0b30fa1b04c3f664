/**
 * What the words of a record are made of: their language, their form for search with the way back
 * to the original, and the selectors in them, each with its place and the rule that found it.
 */
@NamedInterface("text")
@NullMarked
package dev.sextant.records.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
