/** A Slack workspace's export. */
@NullMarked
package dev.sextant.records.reader.chat.slack;

import org.jspecify.annotations.NullMarked;
