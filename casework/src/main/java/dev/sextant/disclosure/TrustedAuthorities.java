package dev.sextant.disclosure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The certificates that the house's operator trusts to vouch for timestamp authorities. Chains are
 * built by the JDK (PKIX, RFC 5280) as of the moment that a token claims, so that a token outlives
 * its signer's certificate. Revocation is not looked up: that would be a call over the network; who
 * doubts a signer withdraws its anchor. Immutable.
 */
public final class TrustedAuthorities {
  private final List<X509Certificate> anchors;

  /** With these anchors; none trusts nobody. */
  public TrustedAuthorities(Collection<X509Certificate> anchors) {
    this.anchors = List.copyOf(anchors);
  }

  /**
   * Reads every {@code *.pem} and {@code *.crt} file of a folder, PEM or DER; a folder that is not
   * there trusts nobody.
   *
   * @throws DisclosureFault.BadStamp {@code SX-STAMP-ANCHOR} if a file is no certificate
   * @throws DisclosureFault.Storage if it cannot be read
   */
  public static TrustedAuthorities in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new TrustedAuthorities(List.of());
    }
    List<X509Certificate> anchors = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".pem") || name.endsWith(".crt")) {
          anchors.addAll(read(file, name));
        }
      }
    } catch (IOException e) {
      throw new DisclosureFault.Storage(folder.toString(), e);
    }
    return new TrustedAuthorities(anchors);
  }

  private static List<X509Certificate> read(Path file, String name) throws IOException {
    List<X509Certificate> read = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        read.add((X509Certificate) one);
      }
    } catch (CertificateException e) {
      throw bad(name);
    }
    if (read.isEmpty()) {
      throw bad(name);
    }
    return read;
  }

  private static DisclosureFault bad(String name) {
    return new DisclosureFault.BadStamp(
        "SX-STAMP-ANCHOR",
        "a file of trusted timestamp authorities is no certificate",
        name,
        "no X.509",
        "put certificates there as PEM or DER, and nothing else");
  }

  /** How many there are. */
  public int size() {
    return anchors.size();
  }

  /**
   * Requires that a certificate was vouched for at a moment.
   *
   * @param signer whose signature is on a token
   * @param others certificates that came with the token and may lie between
   * @return the anchor's name
   * @throws DisclosureFault.BadStamp {@code SX-STAMP-UNTRUSTED}
   */
  String vouching(X509Certificate signer, Collection<X509Certificate> others, Instant at) {
    if (anchors.isEmpty()) {
      throw untrusted(signer, "no timestamp authority is trusted here");
    }
    Set<TrustAnchor> trusted = new LinkedHashSet<>();
    anchors.forEach(anchor -> trusted.add(new TrustAnchor(anchor, null)));
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(signer);
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      List<X509Certificate> known = new ArrayList<>(others);
      known.add(signer);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
      PKIXCertPathBuilderResult path =
          (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
      return path.getTrustAnchor().getTrustedCert().getSubjectX500Principal().getName();
    } catch (CertPathBuilderException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw untrusted(signer, String.valueOf(why.getMessage()));
    } catch (GeneralSecurityException e) {
      throw untrusted(signer, String.valueOf(e.getMessage()));
    }
  }

  private static DisclosureFault untrusted(X509Certificate signer, String why) {
    return new DisclosureFault.BadStamp(
        "SX-STAMP-UNTRUSTED",
        "nobody trusted here vouches for the timestamp's signer: " + why,
        "signer",
        signer.getSubjectX500Principal().getName(),
        "have the operator put the authority's root certificate into keys/timestamp-authorities, or"
            + " ask an authority that is trusted");
  }
}
