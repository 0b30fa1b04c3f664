/** The data that TikTok gives to its users. */
@NullMarked
package dev.sextant.records.reader.archive.tiktok;

import org.jspecify.annotations.NullMarked;
