package dev.sextant.helpdesk;

/** The style sheet of legal papers: wide margins, numbered pages, nothing coloured. */
final class PaperStyle {
  private PaperStyle() {}

  /**
   * @param size of the paper, as a style sheet names it
   * @param head what stands at the head of each page, quoted; empty once issued
   * @param foot what stands at the foot of each page beside the page number, quoted
   */
  static String sheet(String size, String head, String foot) {
    return """
    @page {
      size: %s; margin: 25mm 25mm 24mm 25mm;
      @top-right { content: %s; font: 9pt 'Kurinto Sans'; color: #000; }
      @bottom-left { content: %s; font: 8pt 'Kurinto Sans'; color: #333; }
      @bottom-right {
        content: "Page " counter(page) " of " counter(pages);
        font: 8pt 'Kurinto Sans'; color: #333;
      }
    }
    * { font-family: 'Kurinto Sans'; font-style: normal; }
    body { font-size: 10.5pt; line-height: 1.45; color: #000; margin: 0; }
    h1 { font-size: 14pt; line-height: 1.3; margin: 0 0 5mm 0; text-align: center; }
    h2 { font-size: 11.5pt; margin: 6mm 0 2mm 0; page-break-after: avoid; }
    h3 { font-size: 10.5pt; margin: 4mm 0 1.5mm 0; page-break-after: avoid; }
    p { margin: 0 0 2.5mm 0; }
    .court { text-align: center; font-weight: bold; margin: 0 0 1mm 0; }
    .under { text-align: center; margin: 0 0 6mm 0; }
    .chapter { page-break-before: always; }
    .letterhead { border-bottom: 1px solid #000; margin: 0 0 6mm 0; padding: 0 0 2mm 0; font-weight: bold; }
    .fill { border: 1px solid #000; padding: 2mm; margin: 4mm 1mm 3mm 0; font-size: 9pt; }
    .check { border-left: 3px solid #000; padding: 0 0 0 3mm; font-size: 9pt; }
    .signature { margin: 12mm 0 0 0; page-break-inside: avoid; }
    .signature p { margin: 0 0 1mm 0; }
    ol { margin: 0 0 3mm 0; padding: 0 0 0 8mm; }
    ol.letters { list-style-type: lower-alpha; }
    ol.plain { list-style-type: decimal; }
    li { margin: 0 0 1.2mm 0; }
    table { width: 100%%; border-collapse: collapse; margin: 0 0 4mm 0; -fs-table-paginate: paginate; }
    .facts { table-layout: fixed; }
    .facts th { width: 52mm; }
    th { text-align: left; font-weight: bold; vertical-align: top; padding: 1mm 2mm 1mm 0; }
    td { vertical-align: top; padding: 1mm 2mm 1mm 0; word-wrap: break-word; }
    .facts td, .facts th { border-bottom: 0.5px solid #777; }
    tr { page-break-inside: avoid; }
    .exact { font-size: 8.5pt; word-wrap: break-word; }
    .caption td { width: 50%%; border: none; }
    .caption .matter { border-right: 1px solid #000; padding: 2mm 4mm 2mm 0; }
    .caption .number { padding: 2mm 0 2mm 5mm; }
    """
        .formatted(size, head, foot);
  }
}
