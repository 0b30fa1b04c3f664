/**
 * Hostile bytes become typed records with locators; a store and a search index hold them under the
 * scope of a permit.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"terms", "authority", "custody"})
@NullMarked
package dev.sextant.records;

import org.jspecify.annotations.NullMarked;
