/**
 * Oblivious pseudorandom functions of RFC 9497, suite P256-SHA256, over the hash to the curve of
 * RFC 9380 (P256_XMD:SHA-256_SSWU_RO_): whoever asks blinds, whoever holds the key evaluates, and
 * neither sees what the other has. Knows bytes and points, no selectors and no cases.
 *
 * <p>What is secret is handled as follows. A secret scalar never multiplies a point as it is: a
 * fresh random multiple of the group's order is added first, so that no two multiplications by one
 * key run through the same digits. Hashing to the curve does the same field operations whatever the
 * input. Comparisons of challenges are constant in time. What is not claimed: Bouncy Castle's field
 * arithmetic and {@link java.math.BigInteger} are not constant in time, and the Java machine
 * promises nothing of the kind.
 */
@NullMarked
package dev.sextant.deconfliction.oprf;

import org.jspecify.annotations.NullMarked;
