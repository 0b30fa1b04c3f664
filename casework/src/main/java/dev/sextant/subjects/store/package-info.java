/** The tables of persons, roles and suspicions. */
@NullMarked
package dev.sextant.subjects.store;

import org.jspecify.annotations.NullMarked;
