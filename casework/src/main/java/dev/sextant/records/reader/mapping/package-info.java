/**
 * Tables of any origin, read under a mapping profile: a named, versioned text that says which
 * column is what. The profile is part of the reading, so that the same exhibit under the same
 * profile gives the same records.
 *
 * <pre>{@code
 * MappingProfile profile = MappingProfile.parse(text);
 * Target target = Target.plain(file).under(profile);
 * }</pre>
 */
@NamedInterface("mapping")
@NullMarked
package dev.sextant.records.reader.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
