/** KakaoTalk's chats as text and table. */
@NullMarked
package dev.sextant.records.reader.chat.kakaotalk;

import org.jspecify.annotations.NullMarked;
