/** Short messages and calls that an Android telephone's backup program wrote. */
@NullMarked
package dev.sextant.records.reader.chat.sms;

import org.jspecify.annotations.NullMarked;
