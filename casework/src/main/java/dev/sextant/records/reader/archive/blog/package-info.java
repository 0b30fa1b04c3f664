/** Exports of blogs: WordPress (WXR) and Blogger (Atom). */
@NullMarked
package dev.sextant.records.reader.archive.blog;

import org.jspecify.annotations.NullMarked;
