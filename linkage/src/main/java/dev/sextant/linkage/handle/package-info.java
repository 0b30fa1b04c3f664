/**
 * Handles (screen names): how surprising their characters are, and how much of one comes back in
 * another. Linkability follows surprisal: Perito, Castelluccia, Kaafar, Manils, "How unique and
 * traceable are usernames?", PETS 2011, DOI 10.1007/978-3-642-22263-4_1.
 */
@NullMarked
package dev.sextant.linkage.handle;

import org.jspecify.annotations.NullMarked;
