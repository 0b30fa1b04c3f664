/** The register of disclosures; the only place of this room that speaks SQL. */
@NullMarked
package dev.sextant.disclosure.store;

import org.jspecify.annotations.NullMarked;
