/** The HTTP API: one class a room, views as records. */
@NullMarked
package dev.sextant.app.http;

import org.jspecify.annotations.NullMarked;
