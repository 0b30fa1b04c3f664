@NullMarked
package dev.sextant.helpdesk;

import org.jspecify.annotations.NullMarked;
