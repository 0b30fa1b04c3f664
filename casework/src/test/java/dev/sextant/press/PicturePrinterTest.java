package dev.sextant.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PicturePrinterTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private static Picture picture(String label) {
    return new Picture(
        800,
        500,
        List.of(new Picture.Line(100, 100, 400, 300, 2, 0x777777, Picture.Stroke.DASHED, true, 10)),
        List.of(
            new Picture.Dot(100, 100, 10, 0x0072b2, label, true, Picture.Shape.CIRCLE),
            new Picture.Dot(400, 300, 10, 0xd55e00, "Мира", false, Picture.Shape.DIAMOND)),
        "C-1 Harbour: network",
        List.of(
            new Picture.Key(0xd55e00, Picture.Shape.DIAMOND, Picture.Stroke.WHOLE, false, "only B"),
            new Picture.Key(0, Picture.Shape.CIRCLE, Picture.Stroke.DASHED, true, "tie only in B")),
        List.of("Authority: warrant W-7. Handling: case team only.", "word ".repeat(80)));
  }

  private static byte[] print(String label) {
    return new PicturePrinter(Typeface.load()).print(picture(label), AT);
  }

  @Test
  void wordsCanBeReadBackAndLinesAreNoPixels() throws IOException {
    try (PDDocument read = Loader.loadPDF(print("Ann (A)"))) {
      String text = new PDFTextStripper().getText(read);
      assertThat(text)
          .contains("Handling: case team only.", "Ann (A)", "Мира", "only B", "C-1 Harbour");
      assertThat(read.getNumberOfPages()).isEqualTo(1);
      assertThat(read.getPage(0).getResources().getXObjectNames()).isEmpty();
    }
  }

  @Test
  void samePictureSameBytesAndNoSignIsLost() throws IOException {
    assertThat(print("Ann")).isEqualTo(print("Ann"));
    try (PDDocument read = Loader.loadPDF(print("中\u0001"))) {
      assertThat(new PDFTextStripper().getText(read)).contains("U+4E2D").contains("U+0001");
    }
  }
}
