package dev.sextant.records.reader.dyi;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a section of a download is about, known by words in its key or its file's name. Both are
 * English in every language of the account; they have changed often, the words in them seldom.
 */
enum SectionKind {
  /** What the account says of its owner, or what the platform believes of them. */
  ABOUT(
      "(profile_based_in|account_based_in|inferred_data_primary_location|possible_(phone|email)"
          + "|autofill|inferred_data_inferred_(phone|email)|your_phone|your_email)"),
  /** Advertising and guesses at interests: listed. */
  LISTED("(^|_)(ads?|advertis\\w*|interests|inferred|your_topics|peer_group|recommend\\w*)(_|$)"),
  OFF_PLATFORM("off_(facebook|meta|instagram|platform)|your_activity_off"),
  /** Requests and drops stand before the lists they would also match. */
  REQUEST_SENT("(sent_(friend_)?requests|requests?_sent|permanent_follow_requests|pending_follow)"),
  REQUEST_RECEIVED("(received_(friend_)?requests|requests?_(you_)?received|incoming_)"),
  DROPPED(
      "(unfollowed|removed_(friends|suggestions)|deleted_friends|rejected|dismissed|restricted"
          + "|hide_stor|muted)"),
  BLOCKED("blocked"),
  CONTACT("(address_book|contact_info|synced_contacts|^contacts$|contacts_v|imported_contacts)"),
  STATUS("(account_status|deactivat|reactivat|memorializ)"),
  CHANGED(
      "(profile_(update|change|photo_change)|password_change|privacy_(history|change)|name_change"
          + "|username_change|profile_information_change|email_change)"),
  FLAGGED("(violation|community_standards|strike|restriction|enforcement)"),
  LOGIN(
      "(log_?in|log_?out|account_activity|account_access|active_sessions|used_ip|ip_address"
          + "|recognized_devices|authorized|admin_records|administrative|registration|signup"
          + "|where_you.*logged)"),
  PLACE(
      "(location_history|last_(known_)?location|primary_location|device_location|place_visits|check_?ins)"),
  DEVICE("(devices|device_info|cameras?_info|mobile_device)"),
  PAID("(payment|purchase|transaction|fundraiser|donation|order_history|sales|marketplace)"),
  VIEWED(
      "(impressions|seen|viewed|watched|visited|recently|link_history|browsing|listening|watch_)"),
  SEARCHED("search"),
  EVENT("(event)"),
  GROUP_WORDS("(group_(posts|comments)|(posts|comments)_in_groups)"),
  GROUP("(groups?_(joined|admined|membership|interact|managed|you)|your_groups|group_member)"),
  PROGRAM("(apps_and_web|installed_apps|connected_apps|your_apps|apps_connected|app_install)"),
  REACTED(
      "(likes?(_|$)|liked|reaction|saved?(_|$)|saves|story_activities|story_interact|polls|emoji_slid"
          + "|quizzes|countdowns|questions|pages_(you_)?(liked|followed|followed)|page_likes"
          + "|pages_followed|following_hashtags|stories_activities|pokes|votes)"),
  COMMENT("comment"),
  FRIEND("(^|_)(friends|close_friends)(_|$)"),
  FOLLOWER("followers"),
  FOLLOWING("(following|followed|followees)"),
  MEDIA(
      "(posts|status_update|stories|archived|reels|igtv|other_media|profile_photos|photos|videos"
          + "|wall|timeline|notes|text_post|threads_and_replies|uncategorized|deleted_media|albums?)"),
  OTHER_DOING("(notification|invit|mention|support_(message|request|correspond)|messages_sent)");

  private final Pattern words;

  SectionKind(String words) {
    this.words = Pattern.compile(words);
  }

  /** What a key or file name is about, or null. */
  static @Nullable SectionKind of(String name) {
    String bare =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceFirst("_v\\d$", "");
    for (SectionKind kind : values()) {
      if (kind.words.matcher(bare).find()) {
        return kind;
      }
    }
    return null;
  }
}
