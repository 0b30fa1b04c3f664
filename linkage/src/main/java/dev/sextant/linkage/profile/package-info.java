/**
 * Profiles: which columns say what, how they are compared, which pairs are looked at, what may not
 * be. Read from YAML; every mistake has a place and a cure.
 */
@NullMarked
package dev.sextant.linkage.profile;

import org.jspecify.annotations.NullMarked;
