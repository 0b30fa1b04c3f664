/** WhatsApp's text exports, as Android and iOS write them. */
@NullMarked
package dev.sextant.records.reader.whatsapp;

import org.jspecify.annotations.NullMarked;
