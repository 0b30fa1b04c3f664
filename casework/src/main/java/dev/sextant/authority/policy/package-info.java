/**
 * Policies: their texts, bound together with a digest; the question that is asked of them; and two
 * that answer, Cedar and a model in plain Java. Knows no database and no log.
 */
@NullMarked
package dev.sextant.authority.policy;

import org.jspecify.annotations.NullMarked;
