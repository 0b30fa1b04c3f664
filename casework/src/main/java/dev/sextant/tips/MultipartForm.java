package dev.sextant.tips;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/* RFC 7578, as browsers send it, held in memory: nothing of a tip is ever spooled in clear. Headers
 * other than the field's and file's name are not looked at. */
/**
 * A form with files.
 *
 * @param fields texts by name
 * @param files files in the order in which they were sent; empty ones are left out
 */
record MultipartForm(Map<String, String> fields, List<Tip.Attachment> files) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,]{1,70})\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");
  private static final int MOST_PARTS = 40;

  static MultipartForm read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw malformed("no boundary");
    }
    byte[] mark = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    MultipartForm form = new MultipartForm(new LinkedHashMap<>(), new ArrayList<>());
    // The first boundary begins the body and has no line break before it.
    int at = mark.length - 2;
    if (find(body, java.util.Arrays.copyOfRange(mark, 2, mark.length), 0) != 0) {
      throw malformed("it does not begin with its boundary");
    }
    for (int part = 0; part < MOST_PARTS; part++) {
      if (at + 2 > body.length) {
        throw malformed("it breaks off");
      }
      if (body[at] == '-' && body[at + 1] == '-') {
        return form;
      }
      int head = at + 2;
      int blank = find(body, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII), head);
      int end = find(body, mark, blank);
      form.take(
          new String(body, head, blank - head, StandardCharsets.UTF_8),
          java.util.Arrays.copyOfRange(body, blank + 4, Math.max(end, blank + 4)));
      at = end + mark.length;
    }
    throw malformed("more than " + MOST_PARTS + " parts");
  }

  private void take(String head, byte[] content) {
    Matcher name = NAME.matcher(head);
    Matcher file = FILE.matcher(head);
    if (file.find()) {
      if (content.length > 0) {
        files.add(new Tip.Attachment(file.group(1), content));
      }
    } else if (name.find()) {
      fields.put(name.group(1), new String(content, StandardCharsets.UTF_8));
    }
  }

  private static int find(byte[] in, byte[] what, int from) {
    for (int i = from; i + what.length <= in.length; i++) {
      int k = 0;
      while (k < what.length && in[i + k] == what[k]) {
        k++;
      }
      if (k == what.length) {
        return i;
      }
    }
    throw malformed("it breaks off");
  }

  private static TipFault malformed(String why) {
    return new TipFault(
        "SX-TIPS-FORM", "the form cannot be read", "body", why, "send it again from the page");
  }
}
