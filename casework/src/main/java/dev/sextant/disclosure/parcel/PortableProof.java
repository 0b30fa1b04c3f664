package dev.sextant.disclosure.parcel;

import dev.sextant.disclosure.parcel.Html.Fact;
import dev.sextant.disclosure.report.Report;
import dev.sextant.verify.BundleFiles;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** The part of a portable case that proves the others. */
final class PortableProof {
  /** What the page's script checks, as the bundle has it. */
  private static final List<String> JSON =
      List.of(BundleFiles.FINDINGS, BundleFiles.KEYS, BundleFiles.ACTS);

  private PortableProof() {}

  static void write(Html out, Report.Proof proof, List<PortableCase.Stamped> stamps) {
    out.raw("<section id=\"proof\" aria-labelledby=\"t-proof\"><h2 id=\"t-proof\">Proof</h2>");
    out.element(
        "p",
        "Your browser can check, without any network: that each finding has the digest that was"
            + " signed, that what this page shows of it is what was signed, that the extracts are the"
            + " bytes they are said to be, that the signatures are those of the keys below, and that"
            + " the acts behind all this are in the agency's log under its signed checkpoint.");
    out.raw(
        "<p class=\"tools\"><button type=\"button\" id=\"verify\">Check all of it</button></p>");
    out.raw(
        "<div id=\"checked\" role=\"status\" aria-live=\"polite\"><p>Not checked yet.</p></div>");
    out.raw(
        "<noscript><p>This browser runs no scripts, so it checks nothing by itself.</p></noscript>");
    out.element(
        "p",
        "The keys came with this page: whoever replaced them could have signed all of it anew. So"
            + " compare the fingerprints with ones that you had from elsewhere, and check the bundle"
            + " that this page lay in, every byte of it, with the agency's verifier:");
    out.raw("<pre>")
        .text(
            "java -jar sextant-verify.jar bundle BUNDLE.zip --key \""
                + proof.disclosureKey()
                + "\"");
    out.raw("</pre>");
    out.facts(
        List.of(
            Fact.of("Log", proof.origin()),
            Fact.of("Entries at the checkpoint", Long.toString(proof.size())),
            Fact.exact("Root hash at the checkpoint", proof.root()),
            Fact.of(
                "Cosigned by",
                proof.cosigners().isEmpty()
                    ? "no outside witness"
                    : String.join("; ", proof.cosigners())),
            Fact.of("Acts proved in this page", Integer.toString(proof.acts()))));
    List<List<String>> keys = new ArrayList<>();
    proof.keys().forEach(k -> keys.add(List.of(k.role(), k.name(), k.fingerprint())));
    out.table("Keys", List.of("Signs", "Name", "SHA-256 of the public key"), keys);
    stamps(out, stamps);
    out.raw("</section>\n");
  }

  private static void stamps(Html out, List<PortableCase.Stamped> stamps) {
    out.element("h3", "Timestamps by an outside authority (RFC 3161)");
    if (stamps.isEmpty()) {
      out.element(
          "p",
          "None came with this copy. A timestamp is taken of the finished bundle, so the copy that"
              + " lies in the bundle never has one; the agency hands out a later copy with it, or the"
              + " answer as a file.");
      return;
    }
    out.element(
        "p",
        "Each was checked when it came in: digest, nonce, signature, the certificate's purpose, and"
            + " the chain to a certificate that the agency trusts. Revocation was not looked up. To"
            + " check one yourself, save its text below as ANSWER.b64:");
    out.raw("<pre>")
        .text(
            "base64 -d ANSWER.b64 > ANSWER.tsr\n"
                + "openssl ts -verify -data BUNDLE.zip -in ANSWER.tsr -CAfile ROOT.pem");
    out.raw("</pre>");
    for (PortableCase.Stamped stamp : stamps) {
      List<Fact> facts = new ArrayList<>();
      stamp.says().forEach((name, value) -> facts.add(Fact.of(name, value)));
      out.facts(facts).raw("<details><summary>The answer in base64</summary><pre>");
      out.text(Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(stamp.answer()));
      out.raw("</pre></details>");
    }
  }

  /* JSON within a script element must not end it, and nobody who reads the page's source shall be
   * misled by signs that turn others round. In JSON all of these stand in texts only, where their
   * number means the same. */
  static void embed(Html out, UnaryOperator<String> proofs) {
    for (String name : JSON) {
      out.raw("<script type=\"application/json\" id=\"" + name + "\">");
      out.raw(Html.numbered(proofs.apply(name))).raw("</script>\n");
    }
    out.raw("<pre hidden id=\"" + BundleFiles.CHECKPOINT + "\">\n");
    out.text(proofs.apply(BundleFiles.CHECKPOINT)).raw("</pre>\n");
  }
}
