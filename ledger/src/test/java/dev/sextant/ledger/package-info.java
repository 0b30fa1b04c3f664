/** Tests of the ledger. */
@NullMarked
package dev.sextant.ledger;

import org.jspecify.annotations.NullMarked;
