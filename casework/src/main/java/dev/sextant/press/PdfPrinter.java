package dev.sextant.press;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Prints XHTML as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). The same markup, time and
 * program give the same bytes: the renderer's clock and its random document number are replaced by
 * the time it is given. Nothing is attached, though PDF/A-3 would allow it: what a bundle holds
 * lies beside the report under its manifest, where redaction has been over it.
 */
public final class PdfPrinter {
  private static final String PRODUCER = "Sextant";

  /* The JDK's own, by name: another on the class path must not change a byte. */
  private static final String TRANSFORMER =
      "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl";
  private static final String DOCUMENT_BUILDER =
      "com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl";

  private final Typeface face;

  /**
   * @param face that everything is set in
   */
  public PdfPrinter(Typeface face) {
    this.face = face;
  }

  /**
   * Prints.
   *
   * @param xhtml a whole document
   * @param at the time that the file says it was made
   * @return the file's bytes
   */
  public byte[] print(String xhtml, Instant at) {
    // The renderer tells its progress line by line; only what is wrong is worth a line of ours.
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer(PRODUCER);
    builder.useTransformerFactoryImplementationClass(TRANSFORMER);
    builder.useDocumentBuilderFactoryImplementationClass(DOCUMENT_BUILDER);
    builder.useFont(supply(false), Typeface.FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(supply(true), Typeface.FAMILY, 700, FontStyle.NORMAL, true);
    builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
    builder.useUnicodeBidiReorderer(new RightToLeft());
    // Nothing is ever fetched: pictures come inside the markup.
    builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
    builder.withHtmlContent(xhtml, null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      stamp(document, at);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.setDocumentId(at.toEpochMilli());
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FSSupplier<InputStream> supply(boolean bold) {
    return () -> face.file(bold);
  }

  /* The renderer writes its own clock into two places, which PDF/A wants to agree: the information
   * dictionary and the metadata stream. Both are rewritten with the time that we were given. */
  private static void stamp(PDDocument document, Instant at) throws IOException {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    made.setTimeInMillis(second.toEpochMilli());
    PDDocumentInformation facts = document.getDocumentInformation();
    facts.setCreationDate(made);
    facts.setModificationDate(made);
    facts.setCreator(PRODUCER);
    byte[] metadata =
        new PdfMetadata(
                String.valueOf(facts.getTitle()),
                String.valueOf(facts.getAuthor()),
                String.valueOf(facts.getSubject()),
                PRODUCER,
                second)
            .bytes();
    document
        .getDocumentCatalog()
        .setMetadata(new PDMetadata(document, new ByteArrayInputStream(metadata)));
  }
}
