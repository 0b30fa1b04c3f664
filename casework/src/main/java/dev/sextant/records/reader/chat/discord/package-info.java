/**
 * Discord as tools for saving chats write it: DiscordChatExporter's JSON, CSV and text, and the
 * bare messages of Discord's own interface as caches and scripts keep them. Discord's own returns
 * and data packages are read elsewhere.
 */
@NullMarked
package dev.sextant.records.reader.chat.discord;

import org.jspecify.annotations.NullMarked;
