/** Findings' tables; the only place of this room that speaks SQL. */
@NullMarked
package dev.sextant.findings.store;

import org.jspecify.annotations.NullMarked;
