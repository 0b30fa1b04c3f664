package dev.sextant.records.reader;

import dev.sextant.terms.Locator;
import org.jspecify.annotations.Nullable;

/**
 * A part of a container that no reader is shown: noise by rule, or an entry too dangerous or broken
 * to open. It is listed and counted, never dropped.
 *
 * @param where the entry
 * @param rule for noise, the rule that names it ({@code __MACOSX/}); else empty
 * @param fault for a broken or dangerous entry, why; else null
 */
public record SetAside(Locator where, String rule, @Nullable ReadFault fault) {}
