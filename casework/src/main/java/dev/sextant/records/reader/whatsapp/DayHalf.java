package dev.sextant.records.reader.whatsapp;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words by which telephones tell the halves of the day in the 12-hour clock, as the Unicode
 * locale data (CLDR, abbreviated and wide forms) gives them for the languages of WhatsApp, with
 * those that older versions of that data had.
 */
final class DayHalf {
  /* Without dots, blanks and quotation marks, in lower case. */
  private static final Set<String> FORENOON =
      Set.of(
          "am",
          "上午",
          "凌晨",
          "早上",
          "清晨",
          "午前",
          "오전",
          "vorm",
          "ص",
          "قظ",
          "قبلازظهر",
          "לפנהצ",
          "πμ",
          "öö",
          "de",
          "fm",
          "ap",
          "sa",
          "पूर्वाह्न",
          "проб",
          "дп",
          "vm",
          "eparadites",
          "paradite",
          "ጥዋት",
          "dop",
          "rn",
          "ಪೂರ್ವಾಹ್ನ",
          "таңкы",
          "таң",
          "ກ່ອນທ່ຽງ",
          "priekšp",
          "priekšpusdienā",
          "priešpiet",
          "претпл",
          "pg",
          "मपू",
          "ਪੂਦੁ",
          "غم",
          "преподне",
          "prepodne",
          "prijepodne",
          "пријеподне",
          "gh",
          "sn",
          "asubuhi",
          "முற்பகல்",
          "ఉ",
          "to",
          "ก่อนเที่ยง",
          "পূর্বাহ্ণ",
          "fh",
          "үө",
          "පෙව",
          "နံနက်",
          "بن",
          "то",
          "тң",
          "ам");

  private static final Set<String> AFTERNOON =
      Set.of(
          "pm",
          "下午",
          "中午",
          "傍晚",
          "晚上",
          "午後",
          "오후",
          "nachm",
          "م",
          "بظ",
          "بعدازظهر",
          "אחהצ",
          "μμ",
          "ös",
          "du",
          "em",
          "ip",
          "ch",
          "अपराह्न",
          "слоб",
          "пп",
          "nm",
          "epasdites",
          "pasdite",
          "ከሰዓት",
          "odp",
          "pop",
          "in",
          "ಅಪರಾಹ್ನ",
          "түштөнкийинки",
          "ຫຼັງທ່ຽງ",
          "pēcp",
          "pēcpusdienā",
          "popiet",
          "попл",
          "ptg",
          "मउ",
          "ਬਾਦੁ",
          "غو",
          "поподне",
          "popodne",
          "poslijepodne",
          "gd",
          "gn",
          "alasiri",
          "mchana",
          "jioni",
          "பிற்பகல்",
          "tk",
          "หลังเที่ยง",
          "অপরাহ্ণ",
          "eh",
          "үх",
          "පව",
          "ညနေ",
          "دن",
          "тк",
          "пм",
          "సా");

  private DayHalf() {}

  /**
   * Which half a word means.
   *
   * @return 0 before noon, 12 after, -1 if the word is none of these; 0 for null
   */
  static int hours(@Nullable String word) {
    if (word == null) {
      return 0;
    }
    String bare = word.toLowerCase(Locale.ROOT).replaceAll("[.\\s\"״'’\u200c]", "");
    if (AFTERNOON.contains(bare)) {
      return 12;
    }
    return FORENOON.contains(bare) ? 0 : -1;
  }
}
