package dev.sextant.disclosure;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A timestamp authority for tests: a root, and a signer that the root vouches for. */
public final class MadeUpAuthority {
  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.1");

  private final X509Certificate root;
  private final PrivateKey rootKey;
  private final X509Certificate signer;

  /** What the generator signs with: it refuses a certificate that is not for timestamps. */
  private final X509Certificate twin;

  private final PrivateKey signerKey;
  private boolean carriesCertificate = true;

  private MadeUpAuthority(Builder b) throws Exception {
    KeyPair rootPair = pair();
    KeyPair pair = pair();
    this.rootKey = rootPair.getPrivate();
    this.signerKey = pair.getPrivate();
    X500Name issuer = new X500Name("CN=Made-up root,O=Testland");
    JcaX509v3CertificateBuilder own =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.ONE,
            Date.from(b.from.minus(Duration.ofDays(1))),
            Date.from(b.until.plus(Duration.ofDays(3650))),
            issuer,
            rootPair.getPublic());
    own.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    own.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    this.root = certificate(own, rootKey);
    this.signer = lent(b, issuer, pair);
    this.twin = b.sound() ? signer : lent(new Builder().valid(b.from, b.until), issuer, pair);
  }

  private X509Certificate lent(Builder b, X500Name issuer, KeyPair pair) throws Exception {
    JcaX509v3CertificateBuilder lent =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.TWO,
            Date.from(b.from),
            Date.from(b.until),
            new X500Name("CN=Made-up timestamps,O=Testland"),
            pair.getPublic());
    lent.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    lent.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    if (!b.purposes.isEmpty()) {
      lent.addExtension(
          Extension.extendedKeyUsage,
          b.critical,
          new ExtendedKeyUsage(b.purposes.toArray(KeyPurposeId[]::new)));
    }
    return certificate(lent, rootKey);
  }

  /** What kind of authority. */
  public static final class Builder {
    private Instant from = Instant.parse("2020-01-01T00:00:00Z");
    private Instant until = Instant.parse("2040-01-01T00:00:00Z");
    private List<KeyPurposeId> purposes = List.of(KeyPurposeId.id_kp_timeStamping);
    private boolean critical = true;

    /** When the signer's certificate is valid. */
    public Builder valid(Instant from, Instant until) {
      this.from = from;
      this.until = until;
      return this;
    }

    /** What the signer's certificate is for. */
    public Builder purposes(boolean critical, KeyPurposeId... purposes) {
      this.purposes = new ArrayList<>(List.of(purposes));
      this.critical = critical;
      return this;
    }

    private boolean sound() {
      return critical && purposes.equals(List.of(KeyPurposeId.id_kp_timeStamping));
    }

    /** Makes it. */
    public MadeUpAuthority make() {
      try {
        return new MadeUpAuthority(this);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** As authorities should be. */
  public static MadeUpAuthority sound() {
    return new Builder().make();
  }

  /** Leaves the signer's certificate out of its answers. */
  public MadeUpAuthority silent() {
    carriesCertificate = false;
    return this;
  }

  /** The root's certificate, to be trusted. */
  public X509Certificate root() {
    return root;
  }

  /** The signer's certificate. */
  public X509Certificate signer() {
    return signer;
  }

  /** The signer's key. */
  public PrivateKey signerKey() {
    return signerKey;
  }

  /** Answers a request, as DER. */
  public byte[] answer(byte[] request, Instant at) {
    try {
      return response(new TimeStampRequest(request), at).getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private TimeStampResponse response(TimeStampRequest request, Instant at) throws Exception {
    var calculators = new JcaDigestCalculatorProviderBuilder().build();
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signedAt(at)))
                .build("SHA256withECDSA", signerKey, twin),
            calculators.get(
                new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
            POLICY);
    tokens.setAccuracySeconds(1);
    if (carriesCertificate) {
      tokens.addCertificates(new JcaCertStore(List.of(signer, root)));
    }
    return new TimeStampResponseGenerator(
            tokens, Set.of(TSPAlgorithms.SHA256, TSPAlgorithms.SHA512))
        .generate(request, BigInteger.valueOf(77), Date.from(at));
  }

  private static AttributeTable signedAt(Instant at) {
    return new AttributeTable(
        new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
  }

  private static X509Certificate certificate(JcaX509v3CertificateBuilder builder, PrivateKey key)
      throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
