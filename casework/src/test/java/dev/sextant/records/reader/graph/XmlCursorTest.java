package dev.sextant.records.reader.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every tag is where its bytes are, whatever stands around it. */
class XmlCursorTest {
  @TempDir Path folder;

  private List<String> tags(String document) throws IOException, XmlCursor.Broken {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("a.xml"), bytes);
    List<String> tags = new ArrayList<>();
    try (ExhibitSource source = ExhibitSource.open(file, Limits.standard())) {
      Source.Part part = source.parts().getFirst();
      try (XmlCursor xml =
          XmlCursor.open(part, TextEncoding.of(part.head(), true), source.limits())) {
        XmlCursor.Next next = xml.next();
        while (next != XmlCursor.Next.FINISH) {
          if (next != XmlCursor.Next.TEXT) {
            int from = (int) xml.start();
            int length = (int) (xml.end() - xml.start());
            String tag = new String(bytes, from, length, StandardCharsets.UTF_8);
            tags.add((next == XmlCursor.Next.START ? "+" : "-") + tag);
          }
          next = xml.next();
        }
      }
    }
    return tags;
  }

  @Test
  void whatOnlyLooksLikeATagIsNone() throws IOException, XmlCursor.Broken {
    String document =
        "\ufeff<?xml version=\"1.0\"?><!-- <no> it's -->\r\n"
            + "<!DOCTYPE a [<!-- it's > --> <!ELEMENT a ANY> <?p it's ?> <!ATTLIST a b CDATA '>'>]>"
            + "<a b='>' c=\"'/>\">é &lt;no&gt; <![CDATA[<no/>]] ]]><?php <no> ?><n:b xmlns:n='u'/>"
            + "<c\r\n d='/'></c ></a>\n<!-- </a> -->";
    assertThat(tags(document))
        .containsExactly(
            "+<a b='>' c=\"'/>\">",
            "+<n:b xmlns:n='u'/>",
            "-<n:b xmlns:n='u'/>",
            "+<c\r\n d='/'>",
            "-</c >",
            "-</a>");
  }

  @Test
  void fillingsOfTheBufferShiftNothing() throws IOException, XmlCursor.Broken {
    StringBuilder document = new StringBuilder("<all>");
    List<String> wanted = new ArrayList<>(List.of("+<all>"));
    for (int i = 0; i < 5_000; i++) {
      String start = "<item" + i % 7 + " name=\"" + "é".repeat(i % 41) + "\">";
      String end = "</item" + i % 7 + ">";
      document.append(i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "\n " : "").append(start);
      document.append("w".repeat(i % 53)).append(i % 2 == 0 ? "\n" : "").append(end);
      wanted.add("+" + start);
      wanted.add("-" + end);
    }
    wanted.add("-</all>");
    assertThat(tags(document + "</all>")).isEqualTo(wanted);
  }
}
