/** What tests of several rooms share: a whole house in a temporary folder. */
@NullMarked
package dev.sextant;

import org.jspecify.annotations.NullMarked;
