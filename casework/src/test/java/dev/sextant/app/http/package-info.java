/** Tests of the HTTP side. */
@NullMarked
package dev.sextant.app.http;

import org.jspecify.annotations.NullMarked;
