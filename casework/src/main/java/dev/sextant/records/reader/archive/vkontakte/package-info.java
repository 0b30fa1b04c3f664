/** The archive that VKontakte gives to its users. */
@NullMarked
package dev.sextant.records.reader.archive.vkontakte;

import org.jspecify.annotations.NullMarked;
