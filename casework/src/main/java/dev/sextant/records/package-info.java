/**
 * Hostile bytes become typed records with locators; a store and a search index hold them under the
 * scope of a permit.
 *
 * <p>Promises: a reading is whole or absent, and every item of it is accounted for; what is out of
 * scope is sealed off before anybody sees it; no search, stream or excerpt leaves the scope of the
 * permit that asks; every record leads to its bytes.
 *
 * <pre>{@code
 * ReadReport report = records.read(permit, exhibit.id(), Progress.silent());
 * Page page = records.search(permit, RecordQuery.of("\"blue van\" -police"));
 * StoredRecord first = page.found().getFirst().record();
 * Excerpt bytes = records.view(permit, first.id(), 4096);
 * records.each(act, RecordFilter.all(), stored -> take(stored.record()));
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"terms", "authority", "custody", "helpdesk"})
@NullMarked
package dev.sextant.records;

import org.jspecify.annotations.NullMarked;
