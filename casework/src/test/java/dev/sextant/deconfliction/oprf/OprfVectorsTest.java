package dev.sextant.deconfliction.oprf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OprfVectorsTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final SecureRandom RANDOM = new SecureRandom();

  /* RFC 9497, appendix A: seed, key text and shared text of all its vectors. */
  private static final byte[] SEED = HEX.parseHex("a3".repeat(32));
  private static final byte[] KEY_TEXT = ascii("test key");
  private static final byte[] SHARED = ascii("test info");

  /** RFC 9497, appendix A.3 (P256-SHA256), all vectors of its three modes. */
  private static final String PUBLISHED =
      """
      mode 0
      input 00
      blind 3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364
      blinded 03723a1e5c09b8b9c18d1dcbca29e8007e95f14f4732d9346d490ffc195110368d
      evaluated 030de02ffec47a1fd53efcdd1c6faf5bdc270912b8749e783c7ca75bb412958832
      output a0b34de5fa4c5b6da07e72af73cc507cceeb48981b97b7285fc375345fe495dd

      mode 0
      input 5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a
      blind 3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364
      blinded 03cc1df781f1c2240a64d1c297b3f3d16262ef5d4cf102734882675c26231b0838
      evaluated 03a0395fe3828f2476ffcd1f4fe540e5a8489322d398be3c4e5a869db7fcb7c52c
      output c748ca6dd327f0ce85f4ae3a8cd6d4d5390bbb804c9e12dcf94f853fece3dcce

      mode 1
      input 00
      blind 3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364
      blinded 02dd05901038bb31a6fae01828fd8d0e49e35a486b5c5d4b4994013648c01277da
      evaluated 0209f33cab60cf8fe69239b0afbcfcd261af4c1c5632624f2e9ba29b90ae83e4a2
      proof e7c2b3c5c954c035949f1f74e6bce2ed539a3be267d1481e9ddb178533df4c2664f69d065c604a4f
        d953e100b856ad83804eb3845189babfa5a702090d6fc5fa
      nonce f9db001266677f62c095021db018cd8cbb55941d4073698ce45c405d1348b7b1
      output 0412e8f78b02c415ab3a288e228978376f99927767ff37c5718d420010a645a1

      mode 1
      input 5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a
      blind 3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364
      blinded 03cd0f033e791c4d79dfa9c6ed750f2ac009ec46cd4195ca6fd3800d1e9b887dbd
      evaluated 030d2985865c693bf7af47ba4d3a3813176576383d19aff003ef7b0784a0d83cf1
      proof 2787d729c57e3d9512d3aa9e8708ad226bc48e0f1750b0767aaff73482c44b8d2873d74ec88aebd3
        504961acea16790a05c542d9fbff4fe269a77510db00abab
      nonce f9db001266677f62c095021db018cd8cbb55941d4073698ce45c405d1348b7b1
      output 771e10dcd6bcd3664e23b8f2a710cfaaa8357747c4a8cbba03133967b5c24f18

      mode 1
      input 00,5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a
      blind 3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364,f9db001266677f6
        2c095021db018cd8cbb55941d4073698ce45c405d1348b7b1
      blinded 02dd05901038bb31a6fae01828fd8d0e49e35a486b5c5d4b4994013648c01277da,03462e9ae64ca
        e5b83ba98a6b360d942266389ac369b923eb3d557213b1922f8ab
      evaluated 0209f33cab60cf8fe69239b0afbcfcd261af4c1c5632624f2e9ba29b90ae83e4a2,02bb24f4d8384
        14aef052a8f044a6771230ca69c0a5677540fff738dd31bb69771
      proof bdcc351707d02a72ce49511c7db990566d29d6153ad6f8982fad2b435d6ce4d60da1e6b3fa740811
        bde34dd4fe0aa1b5fe6600d0440c9ddee95ea7fad7a60cf2
      nonce 350e8040f828bf6ceca27405420cdf3d63cb3aef005f40ba51943c8026877963
      output 0412e8f78b02c415ab3a288e228978376f99927767ff37c5718d420010a645a1,771e10dcd6bcd36
        64e23b8f2a710cfaaa8357747c4a8cbba03133967b5c24f18

      mode 2
      input 00
      blind 3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364
      blinded 031563e127099a8f61ed51eeede05d747a8da2be329b40ba1f0db0b2bd9dd4e2c0
      evaluated 02c5e5300c2d9e6ba7f3f4ad60500ad93a0157e6288eb04b67e125db024a2c74d2
      proof f8a33690b87736c854eadfcaab58a59b8d9c03b569110b6f31f8bf7577f3fbb85a8a0c38468ccde1
        ba942be501654adb106167c8eb178703ccb42bccffb9231a
      nonce f9db001266677f62c095021db018cd8cbb55941d4073698ce45c405d1348b7b1
      output 193a92520bd8fd1f37accb918040a57108daa110dc4f659abe212636d245c592

      mode 2
      input 5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a
      blind 3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364
      blinded 021a440ace8ca667f261c10ac7686adc66a12be31e3520fca317643a1eee9dcd4d
      evaluated 0208ca109cbae44f4774fc0bdd2783efdcb868cb4523d52196f700210e777c5de3
      proof 043a8fb7fc7fd31e35770cabda4753c5bf0ecc1e88c68d7d35a62bf2631e875af4613641be2d1875
        c31d1319d191c4bbc0d04875f4fd03c31d3d17dd8e069b69
      nonce f9db001266677f62c095021db018cd8cbb55941d4073698ce45c405d1348b7b1
      output 1e6d164cfd835d88a31401623549bf6b9b306628ef03a7962921d62bc5ffce8c

      mode 2
      input 00,5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a
      blind 3338fa65ec36e0290022b48eb562889d89dbfa691d1cde91517fa222ed7ad364,f9db001266677f6
        2c095021db018cd8cbb55941d4073698ce45c405d1348b7b1
      blinded 031563e127099a8f61ed51eeede05d747a8da2be329b40ba1f0db0b2bd9dd4e2c0,03ca4ff41c12f
        add7a0bc92cf856732b21df652e01a3abdf0fa8847da053db213c
      evaluated 02c5e5300c2d9e6ba7f3f4ad60500ad93a0157e6288eb04b67e125db024a2c74d2,02f0b6bcd4673
        43a8d8555a99dc2eed0215c71898c5edb77a3d97ddd0dbad478e8
      proof 8fbd85a32c13aba79db4b42e762c00687d6dbf9c8cb97b2a225645ccb00d9d7580b383c885cdfd07
        df448d55e06f50f6173405eee5506c0ed0851ff718d13e68
      nonce 350e8040f828bf6ceca27405420cdf3d63cb3aef005f40ba51943c8026877963
      output 193a92520bd8fd1f37accb918040a57108daa110dc4f659abe212636d245c592,1e6d164cfd835d8
        8a31401623549bf6b9b306628ef03a7962921d62bc5ffce8c
      """;

  /* RFC 9497, appendix A.3: the secret keys that the seed gives. */
  private static final List<String> SECRETS =
      List.of(
          "159749d750713afe245d2d39ccfaae8381c53ce92d098a9375ee70739c7ac0bf",
          "ca5d94c8807817669a51b196c34c1b7f8442fde4334a7121ae4736364312fca6",
          "6ad2173efa689ef2c27772566ad7ff6e2d59b3b196f00219451fb2c89ee4dae2");

  private record Vector(
      Mode mode,
      List<byte[]> inputs,
      List<byte[]> blinds,
      List<String> blinded,
      List<String> evaluated,
      String proof,
      String nonce,
      List<String> outputs) {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static List<byte[]> bytes(String list) {
    return Arrays.stream(list.split(",")).map(HEX::parseHex).toList();
  }

  private static List<Vector> published() {
    List<Vector> vectors = new ArrayList<>();
    String joined = PUBLISHED.replaceAll("\\n {2}", "");
    for (String block : joined.strip().split("\n\n")) {
      Map<String, String> fields = new HashMap<>();
      block.lines().map(line -> line.split(" ")).forEach(two -> fields.put(two[0], two[1]));
      vectors.add(vector(fields));
    }
    return vectors;
  }

  private static String there(Map<String, String> fields, String name) {
    return java.util.Objects.requireNonNull(fields.get(name), name);
  }

  private static Vector vector(Map<String, String> fields) {
    return new Vector(
        Mode.values()[Integer.parseInt(there(fields, "mode"))],
        bytes(there(fields, "input")),
        bytes(there(fields, "blind")),
        List.of(there(fields, "blinded").split(",")),
        List.of(there(fields, "evaluated").split(",")),
        fields.getOrDefault("proof", ""),
        fields.getOrDefault("nonce", ""),
        List.of(there(fields, "output").split(",")));
  }

  private static void check(Vector v) {
    byte[] shared = v.mode() == Mode.POPRF ? SHARED : new byte[0];
    OprfKey key = OprfKey.derive(v.mode(), SEED, KEY_TEXT, RANDOM);
    assertThat(HEX.formatHex(key.secret())).isEqualTo(SECRETS.get(v.mode().number()));
    OprfAsker asker = new OprfAsker(v.mode(), key.published(), RANDOM);
    List<Blinding> asked = new ArrayList<>();
    for (int i = 0; i < v.inputs().size(); i++) {
      asked.add(asker.blind(v.inputs().get(i), new BigInteger(1, v.blinds().get(i))));
    }
    assertThat(asked).extracting(one -> HEX.formatHex(one.element())).isEqualTo(v.blinded());
    List<byte[]> elements = asked.stream().map(Blinding::element).toList();
    Evaluation answer =
        v.nonce().isEmpty()
            ? key.evaluate(elements, shared)
            : key.evaluate(elements, shared, new BigInteger(v.nonce(), 16));
    assertThat(answer.elements()).extracting(HEX::formatHex).isEqualTo(v.evaluated());
    assertThat(HEX.formatHex(answer.proof())).isEqualTo(v.proof());
    assertThat(asker.finish(asked, answer, shared))
        .extracting(HEX::formatHex)
        .isEqualTo(v.outputs());
    for (int i = 0; i < v.inputs().size(); i++) {
      assertThat(HEX.formatHex(key.output(v.inputs().get(i), shared)))
          .as("without blinding")
          .isEqualTo(v.outputs().get(i));
    }
  }

  @Test
  void allPublishedVectorsOfTheSuite() {
    assertThat(published()).hasSize(8).allSatisfy(OprfVectorsTest::check);
  }

  @Test
  void theFoldersVectorsAreThePublishedOnes() throws IOException {
    Path file = folder().resolve("specs/oprf/poc/vectors/allVectors.json");
    Assumptions.assumeTrue(Files.exists(file), "no vectors at specs/oprf: set SEXTANT_DATA");
    List<Vector> found = new ArrayList<>();
    for (JsonNode suite : JsonMapper.shared().readTree(Files.readString(file))) {
      if (!suite.path("identifier").asString().equals("P256-SHA256")) {
        continue;
      }
      for (JsonNode one : suite.path("vectors")) {
        Map<String, String> fields = new HashMap<>();
        fields.put("mode", suite.path("mode").asString());
        fields.put("input", one.path("Input").asString());
        fields.put("blind", one.path("Blind").asString());
        fields.put("blinded", one.path("BlindedElement").asString());
        fields.put("evaluated", one.path("EvaluationElement").asString());
        fields.put("output", one.path("Output").asString());
        if (one.has("Proof")) {
          fields.put("proof", one.path("Proof").path("proof").asString());
          fields.put("nonce", one.path("Proof").path("r").asString());
        }
        found.add(vector(fields));
      }
    }
    assertThat(found).hasSize(8).allSatisfy(OprfVectorsTest::check);
    assertThat(found).usingRecursiveComparison().isEqualTo(published());
  }

  private static Path folder() {
    return Optional.ofNullable(System.getenv("SEXTANT_DATA"))
        .map(Path::of)
        .orElse(Path.of("../../shared/data"));
  }

  /* RFC 9380, appendix K.1: expand_message_xmd, SHA-256. */
  @Test
  void expandsAsTheRfcDoes() {
    byte[] tag = ascii("QUUX-V01-CS02-with-expander-SHA256-128");
    assertThat(HEX.formatHex(P256.expand(new byte[0], tag, 0x20)))
        .isEqualTo("68a985b87eb6b46952128911f2a4412bbc302a9d759667f87f7a21d803f07235");
    assertThat(HEX.formatHex(P256.expand(ascii("abc"), tag, 0x20)))
        .isEqualTo("d8ccab23b5985ccea865c6c97b6e5b8350e794e603b4b97902f53a8a0d605615");
  }

  /* RFC 9380, appendix J.1.1: P256_XMD:SHA-256_SSWU_RO_. */
  @Test
  void hashesToTheCurveAsTheRfcDoes() {
    byte[] tag = ascii("QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_");
    assertThat(HEX.formatHex(P256.hashToGroup(new byte[0], tag).getEncoded(false)))
        .isEqualTo(
            "04"
                + "2c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4"
                + "8a7a74985cc5c776cdfe4b1f19884970453912e9d31528c060be9ab5c43e8415");
    assertThat(HEX.formatHex(P256.hashToGroup(ascii("abc"), tag).getEncoded(false)))
        .isEqualTo(
            "04"
                + "0bb8b87485551aa43ed54f009230450b492fead5f1cc91658775dac4a3388a0f"
                + "5c41b3d0731a27a7b14bc0bf0ccded2d8751f83493404c84a88e71ffd424212e");
  }

  @Test
  void anotherKeyIsFoundOut() {
    OprfKey published = OprfKey.derive(Mode.VOPRF, SEED, KEY_TEXT, RANDOM);
    OprfKey other = OprfKey.derive(Mode.VOPRF, SEED, ascii("for this asker"), RANDOM);
    OprfAsker asker = new OprfAsker(Mode.VOPRF, published.published(), RANDOM);
    List<Blinding> asked = List.of(asker.blind(ascii("one")), asker.blind(ascii("two")));
    List<byte[]> elements = asked.stream().map(Blinding::element).toList();
    Evaluation wrong = other.evaluate(elements, new byte[0]);
    assertThatThrownBy(() -> asker.finish(asked, wrong, new byte[0]))
        .isInstanceOfSatisfying(
            OprfFault.class, fault -> assertThat(fault.code()).isEqualTo("SX-OPRF-PROOF"));
    Evaluation right = published.evaluate(elements, new byte[0]);
    Evaluation swapped = new Evaluation(right.elements().reversed(), right.proof());
    assertThatThrownBy(() -> asker.finish(asked, swapped, new byte[0]))
        .isInstanceOf(OprfFault.class);
    byte[] bent = right.proof().clone();
    bent[63] ^= 1;
    assertThatThrownBy(
            () -> asker.finish(asked, new Evaluation(right.elements(), bent), new byte[0]))
        .isInstanceOf(OprfFault.class);
  }

  @Test
  void anAnswerThatIsNoElementIsRefused() {
    OprfKey key = OprfKey.derive(Mode.VOPRF, SEED, KEY_TEXT, RANDOM);
    for (String bad :
        List.of("00".repeat(33), "00", "02" + "ff".repeat(32), "04" + "00".repeat(32))) {
      assertThatThrownBy(() -> key.evaluate(List.of(HEX.parseHex(bad)), new byte[0]))
          .isInstanceOfSatisfying(
              OprfFault.class, fault -> assertThat(fault.code()).isEqualTo("SX-OPRF-POINT"));
    }
    assertThatThrownBy(() -> P256.scalar(P256.bytes(P256.ORDER)))
        .isInstanceOfSatisfying(
            OprfFault.class, fault -> assertThat(fault.code()).isEqualTo("SX-OPRF-SCALAR"));
  }

  /* The blind hides: the same input looks new each time, and the outputs agree. */
  @Test
  void theSameInputLooksNewEachTime() {
    OprfKey key = OprfKey.derive(Mode.VOPRF, SEED, KEY_TEXT, RANDOM);
    OprfAsker asker = new OprfAsker(Mode.VOPRF, key.published(), RANDOM);
    Blinding one = asker.blind(ascii("phone:+4915112345678"));
    Blinding two = asker.blind(ascii("phone:+4915112345678"));
    assertThat(one.element()).isNotEqualTo(two.element());
    List<byte[]> outputs =
        asker.finish(
            List.of(one, two),
            key.evaluate(List.of(one.element(), two.element()), new byte[0]),
            new byte[0]);
    assertThat(outputs.getFirst()).isEqualTo(outputs.getLast());
  }
}
