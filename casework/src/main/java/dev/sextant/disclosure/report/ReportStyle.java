package dev.sextant.disclosure.report;

/** The report's style sheet. */
final class ReportStyle {
  private ReportStyle() {}

  /**
   * @param handling the handling instruction as a quoted style string, set at the head of each page
   * @param foot what stands at the foot of each page beside the page number, quoted
   */
  static String sheet(String handling, String foot) {
    return """
    @page {
      size: A4; margin: 20mm 18mm 20mm 18mm;
      @top-center { content: %s; font: 8pt 'Kurinto Sans'; color: #333; }
      @bottom-left { content: %s; font: 8pt 'Kurinto Sans'; color: #333; white-space: pre; }
      @bottom-right {
        content: "Page " counter(page) " of " counter(pages);
        font: 8pt 'Kurinto Sans'; color: #333;
      }
    }
    * { font-family: 'Kurinto Sans'; font-style: normal; }
    body { font-size: 9.5pt; line-height: 1.4; color: #111; margin: 0; }
    h1 { font-size: 20pt; line-height: 1.2; margin: 2mm 0 4mm 0; }
    h2 { font-size: 14pt; margin: 6mm 0 2mm 0; border-bottom: 1px solid #445; }
    h3 { font-size: 11pt; margin: 5mm 0 1.5mm 0; }
    h4 { font-size: 9.5pt; margin: 0 0 1mm 0; }
    h2, h3, h4 { page-break-after: avoid; }
    p { margin: 0 0 2mm 0; }
    .agency { font-size: 11pt; font-weight: bold; }
    .handling { font-weight: bold; border: 1.5px solid #7a1f1f; padding: 2mm; color: #7a1f1f; margin-right: 1mm; }
    .chapter { page-break-before: always; }
    .notice { border-left: 4px solid #445; padding: 1mm 0 0 3mm; margin-top: 5mm; }
    .claim, .words, .bytes { white-space: pre-wrap; }
    .claim { font-size: 11pt; margin: 0 0 3mm 0; }
    .support { border: 1px solid #99a; padding: 2.5mm; margin: 0 0 3mm 0; }
    .words { font-size: 10.5pt; border-left: 3px solid #99a; padding-left: 3mm; margin: 0 0 2mm 0; }
    .bytes { font-size: 7.5pt; background: #f1f2f4; padding: 2mm; word-wrap: break-word; }
    .card { border-left: 3px solid #99a; padding-left: 3mm; margin: 2mm 0; }
    .small { font-size: 8pt; margin: 1.5mm 0 0.5mm 0; }
    .command { font-size: 8.5pt; background: #f1f2f4; padding: 2mm; word-wrap: break-word; }
    .picture img { width: 174mm; }
    table { width: 100%%; border-collapse: collapse; margin: 0 0 3mm 0; -fs-table-paginate: paginate; }
    .facts { table-layout: fixed; }
    .facts th { width: 42mm; }
    th { text-align: left; font-weight: bold; vertical-align: top; padding: 0.7mm 2mm 0.7mm 0; }
    td { vertical-align: top; padding: 0.7mm 2mm 0.7mm 0; word-wrap: break-word; }
    tr { page-break-inside: avoid; }
    .grid { table-layout: fixed; font-size: 8.5pt; }
    .narrow { width: 19mm; }
    .grid td, .grid th { border-bottom: 0.5px solid #99a; }
    .exact { font-size: 7.5pt; word-wrap: break-word; }
    """
        .formatted(handling, foot);
  }
}
