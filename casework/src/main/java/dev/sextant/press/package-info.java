/**
 * Sets type: markup of ours becomes a printed file (PDF/A-3a, PDF/UA-1) in one typeface, the same
 * bytes on every machine. Knows nothing of cases, findings or requests; whoever prints gives it
 * text.
 *
 * <p>Promises: no text is ever read as markup; no sign is lost silently; nothing is fetched.
 *
 * <pre>{@code
 * Typeface face = Typeface.load();
 * Markup page = new Markup(new Printable(face));
 * page.heading(1, title).paragraph(words);
 * byte[] pdf = new PdfPrinter(face).print(document(page), at);
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.sextant.press;

import org.jspecify.annotations.NullMarked;
