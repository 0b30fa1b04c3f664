/** Logs of Internet Relay Chat, as irssi, WeeChat, ZNC, mIRC and HexChat write them. */
@NullMarked
package dev.sextant.records.reader.chat.irc;

import org.jspecify.annotations.NullMarked;
