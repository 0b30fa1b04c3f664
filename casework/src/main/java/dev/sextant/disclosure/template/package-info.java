/**
 * Templates of what is released, as data: sections, receivers, needs, whom they name. Says why a
 * release does not fit its template; prints nothing.
 */
@NullMarked
package dev.sextant.disclosure.template;

import org.jspecify.annotations.NullMarked;
