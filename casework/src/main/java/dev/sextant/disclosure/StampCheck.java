package dev.sextant.disclosure;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;

/**
 * Checks an answer to a timestamp request (RFC 3161, section 2.4.2; signer's certificate by RFC
 * 5816): that it was granted, is over this digest with this nonce, is signed by the certificate it
 * names, that the certificate is for timestamps and nothing else, and that somebody trusted vouches
 * for it.
 */
final class StampCheck {
  private final TrustedAuthorities trusted;

  /** With the authorities that are trusted. */
  public StampCheck(TrustedAuthorities trusted) {
    this.trusted = trusted;
  }

  /**
   * The nonce of an answer, by which its request is found; null if it has none.
   *
   * @throws DisclosureFault.BadStamp {@code SX-STAMP-FORM}, {@code SX-STAMP-REFUSED}
   */
  public static @Nullable BigInteger nonce(byte[] answer) {
    return granted(answer).getTimeStampInfo().getNonce();
  }

  /**
   * Checks.
   *
   * @param request what was asked
   * @param answer the DER of a TimeStampResp
   * @throws DisclosureFault.BadStamp {@code SX-STAMP-FORM} if it is no answer; {@code
   *     SX-STAMP-REFUSED} if the authority refused; {@code SX-STAMP-IMPRINT}, {@code
   *     SX-STAMP-NONCE} if it answers something else; {@code SX-STAMP-CERTIFICATE} if the signer's
   *     certificate is missing or not for timestamps; {@code SX-STAMP-SIGNATURE} if what is signed
   *     was altered; {@code SX-STAMP-UNTRUSTED} if nobody vouches for the signer
   */
  public StampToken check(StampRequest request, byte[] answer) {
    try {
      return checked(request, granted(answer));
    } catch (DisclosureFault e) {
      throw e;
    } catch (RuntimeException e) {
      // The library speaks so of parts that it meets only while it checks.
      throw form(e);
    }
  }

  private StampToken checked(StampRequest request, TimeStampToken token) {
    TimeStampTokenInfo told = token.getTimeStampInfo();
    imprint(request, told);
    if (!request.nonce().equals(told.getNonce())) {
      throw bad(
          "SX-STAMP-NONCE",
          "the timestamp answers another request: its nonce differs",
          "nonce",
          told.getNonce() == null ? "none" : told.getNonce().toString(16),
          "bring the answer to the request that was sent, or ask again");
    }
    X509CertificateHolder signer = signer(token);
    signed(token, signer);
    X509Certificate certificate = certificate(signer);
    Instant at = told.getGenTime().toInstant();
    String anchor = trusted.vouching(certificate, others(token), at);
    try {
      return new StampToken(
          request.digest(),
          at,
          accuracy(told.getGenTimeAccuracy()),
          told.getSerialNumber().toString(),
          told.getPolicy().getId(),
          certificate.getSubjectX500Principal().getName(),
          Digest.of(signer.getEncoded()),
          anchor);
    } catch (IOException e) {
      throw form(e);
    }
  }

  private static TimeStampToken granted(byte[] answer) {
    TimeStampResponse response;
    try {
      response = new TimeStampResponse(answer);
    } catch (TSPException | IOException | RuntimeException e) {
      // The parser answers hostile bytes with exceptions of many kinds, none of them ours.
      throw form(e);
    }
    int status = response.getStatus();
    TimeStampToken token = response.getTimeStampToken();
    boolean given = status == PKIStatus.GRANTED || status == PKIStatus.GRANTED_WITH_MODS;
    if (!given || token == null) {
      String why = response.getStatusString();
      throw bad(
          "SX-STAMP-REFUSED",
          "the timestamp authority refused",
          "status",
          status + (why == null ? "" : ": " + why),
          "ask the authority why, then make a new request");
    }
    return token;
  }

  private static void imprint(StampRequest request, TimeStampTokenInfo told) {
    boolean same =
        TSPAlgorithms.SHA256.equals(told.getMessageImprintAlgOID())
            && Arrays.equals(told.getMessageImprintDigest(), request.digest().bytes());
    if (!same) {
      throw bad(
          "SX-STAMP-IMPRINT",
          "the timestamp is of something else: its digest is not the bundle's",
          "message imprint",
          java.util.HexFormat.of().formatHex(told.getMessageImprintDigest()),
          "bring the answer to the request that was sent");
    }
  }

  private static X509CertificateHolder signer(TimeStampToken token) {
    Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
    if (found.isEmpty()) {
      throw bad(
          "SX-STAMP-CERTIFICATE",
          "the timestamp does not carry its signer's certificate, which was asked for",
          "signer",
          Objects.toString(token.getSID().getSerialNumber(), "unnamed"),
          "ask an authority that puts its certificate into the answer");
    }
    X509CertificateHolder signer = found.iterator().next();
    try {
      TSPUtil.validateCertificate(signer);
    } catch (TSPException e) {
      throw bad(
          "SX-STAMP-CERTIFICATE",
          "the signer's certificate is not for timestamps and nothing else: " + e.getMessage(),
          "signer",
          signer.getSubject().toString(),
          "ask a timestamp authority");
    }
    return signer;
  }

  private static void signed(TimeStampToken token, X509CertificateHolder signer) {
    if (!signer.isValidOn(token.getTimeStampInfo().getGenTime())) {
      throw bad(
          "SX-STAMP-UNTRUSTED",
          "the signer's certificate was not valid at the moment that it stamps",
          "signer",
          signer.getNotBefore().toInstant() + " to " + signer.getNotAfter().toInstant(),
          "ask an authority whose certificate is valid");
    }
    try {
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
    } catch (TSPException
        | OperatorCreationException
        | RuntimeOperatorException
        | CertificateException e) {
      throw bad(
          "SX-STAMP-SIGNATURE",
          "the timestamp was altered, or is not signed by the certificate it names",
          "signature",
          String.valueOf(e.getMessage()),
          "fetch the answer from the authority once more, byte for byte");
    }
  }

  private static List<X509Certificate> others(TimeStampToken token) {
    List<X509Certificate> others = new ArrayList<>();
    for (X509CertificateHolder one : token.getCertificates().getMatches(null)) {
      others.add(certificate(one));
    }
    return others;
  }

  private static X509Certificate certificate(X509CertificateHolder holder) {
    try {
      return new JcaX509CertificateConverter().getCertificate(holder);
    } catch (CertificateException e) {
      throw form(e);
    }
  }

  private static String accuracy(@Nullable GenTimeAccuracy accuracy) {
    if (accuracy == null) {
      return "";
    }
    long micros =
        accuracy.getSeconds() * 1_000_000L + accuracy.getMillis() * 1_000L + accuracy.getMicros();
    return java.math.BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString() + " s";
  }

  private static DisclosureFault form(Exception e) {
    return bad(
        "SX-STAMP-FORM",
        "this is no answer to a timestamp request",
        "file",
        e.getClass().getSimpleName(),
        "bring the authority's answer as it came, a TimeStampResp in DER (.tsr)");
  }

  private static DisclosureFault.BadStamp bad(
      String code, String what, String place, String value, String cure) {
    return new DisclosureFault.BadStamp(code, what, place, value, cure);
  }
}
