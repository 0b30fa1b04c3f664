package dev.sextant.records.reader.capture.web;

import dev.sextant.terms.Platform;
import java.util.Locale;
import java.util.Map;

/** Which platform a web address belongs to. */
public final class Hosts {
  /** Pages of no platform that is known here. */
  public static final Platform WEB = new Platform("web");

  private static final Map<String, String> DOMAINS =
      Map.ofEntries(
          Map.entry("twitter.com", "x"),
          Map.entry("x.com", "x"),
          Map.entry("facebook.com", "facebook"),
          Map.entry("instagram.com", "instagram"),
          Map.entry("threads.net", "threads"),
          Map.entry("threads.com", "threads"),
          Map.entry("tiktok.com", "tiktok"),
          Map.entry("youtube.com", "youtube"),
          Map.entry("youtu.be", "youtube"),
          Map.entry("t.me", "telegram"),
          Map.entry("telegram.org", "telegram"),
          Map.entry("reddit.com", "reddit"),
          Map.entry("gab.com", "gab"),
          Map.entry("truthsocial.com", "truthsocial"),
          Map.entry("linkedin.com", "linkedin"),
          Map.entry("vk.com", "vk"),
          Map.entry("ok.ru", "ok"),
          Map.entry("bsky.app", "bluesky"),
          Map.entry("discord.com", "discord"),
          Map.entry("snapchat.com", "snapchat"),
          Map.entry("pinterest.com", "pinterest"),
          Map.entry("tumblr.com", "tumblr"),
          Map.entry("wordpress.com", "wordpress"),
          Map.entry("blogspot.com", "blogger"),
          Map.entry("github.com", "github"));

  private Hosts() {}

  /** The platform of an address; {@link #WEB} if it is of none that is known. */
  public static Platform platform(String address) {
    String host = host(address);
    while (!host.isEmpty()) {
      String name = DOMAINS.get(host);
      if (name != null) {
        return new Platform(name);
      }
      int dot = host.indexOf('.');
      host = dot < 0 ? "" : host.substring(dot + 1);
    }
    return WEB;
  }

  /** The host of an address in lower case, or the empty text. */
  public static String host(String address) {
    int from = address.indexOf("://");
    if (from < 0) {
      return "";
    }
    String rest = address.substring(from + 3);
    int to = 0;
    while (to < rest.length() && "/?#".indexOf(rest.charAt(to)) < 0) {
      to++;
    }
    String host = rest.substring(rest.lastIndexOf('@', to - 1 < 0 ? 0 : to - 1) + 1, to);
    int port = host.lastIndexOf(':');
    return (port > 0 && !host.endsWith("]") ? host.substring(0, port) : host)
        .toLowerCase(Locale.ROOT);
  }
}
