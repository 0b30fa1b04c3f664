/**
 * HTML as a stream of tags and texts, each with its exact byte range, and a light view of small
 * elements. Nothing is rendered, executed or fetched.
 */
@NullMarked
package dev.sextant.records.reader.html;

import org.jspecify.annotations.NullMarked;
