package dev.sextant.helpdesk;

import dev.sextant.helpdesk.RequestDraft.Grounds;
import dev.sextant.helpdesk.RequestDraft.IssuerDraft;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.helpdesk.RequestDraft.Privilege;
import dev.sextant.helpdesk.RequestDraft.Secrecy;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The document of a request: canonical JSON, so that what the second person reviewed is what is
 * issued, byte for byte.
 *
 * @param id the request
 * @param salt random: without it the digest, which enters the log, cannot be tried out
 * @param ask what is wanted
 * @param advised the instrument that the adviser proposed, or null before
 * @param draft as written, or null before
 */
record RequestBody(
    RequestId id,
    String salt,
    Ask ask,
    @Nullable InstrumentKind advised,
    @Nullable RequestDraft draft) {
  static final String FORMAT = "sextant-legal-request/1";

  RequestBody withAdvice(InstrumentKind kind) {
    return new RequestBody(id, salt, ask, kind, draft);
  }

  RequestBody withDraft(RequestDraft written) {
    return new RequestBody(id, salt, ask, advised, written);
  }

  Digest digest() {
    return Digest.of(bytes());
  }

  byte[] bytes() {
    TreeMap<String, @Nullable Object> map = new TreeMap<>();
    map.put("format", FORMAT);
    map.put("request", id.toString());
    map.put("salt", salt);
    map.put("advised", advised == null ? null : advised.name());
    map.put("ask", map(ask));
    map.put("draft", draft == null ? null : map(draft));
    return CanonicalJson.write(map);
  }

  private static Map<String, @Nullable Object> map(Ask ask) {
    TreeMap<String, @Nullable Object> map = new TreeMap<>();
    map.put("authority", ask.authority().toString());
    map.put("provider", ask.provider());
    map.put("selectors", texts(ask.selectors()));
    map.put("from", text(ask.range().from()));
    map.put("to", text(ask.range().to()));
    map.put("zone", ask.zone().getId());
    map.put("wanted", ask.wanted().stream().map(DataField::name).sorted().toList());
    map.put("danger", ask.danger());
    return map;
  }

  private static Map<String, @Nullable Object> map(RequestDraft draft) {
    TreeMap<String, @Nullable Object> map = new TreeMap<>();
    map.put("instrument", draft.instrument().name());
    Grounds grounds = draft.grounds();
    map.put(
        "grounds",
        Map.of(
            "offence", grounds.offence(),
            "maximumYears", grounds.maximumYears(),
            "listed", grounds.listed(),
            "facts", grounds.facts(),
            "necessity", grounds.necessity(),
            "higherBecause", grounds.higherBecause()));
    IssuerDraft issuer = draft.issuer();
    map.put(
        "issuer",
        Map.of(
            "part", issuer.part().name(),
            "name", issuer.name(),
            "office", issuer.office(),
            "validatorPart", issuer.validatorPart().name(),
            "validatorName", issuer.validatorName(),
            "validatorOffice", issuer.validatorOffice(),
            "fileNumber", issuer.fileNumber()));
    TreeMap<String, @Nullable Object> secrecy = new TreeMap<>();
    secrecy.put("basis", draft.secrecy().basis());
    secrecy.put("until", text(draft.secrecy().until()));
    secrecy.put("noticeDeferral", draft.secrecy().noticeDeferral());
    map.put("secrecy", secrecy);
    map.put("privilege", draft.privilege().protocol());
    map.put("privileged", texts(draft.privilege().persons()));
    map.put("preservation", text(draft.preservation()));
    return map;
  }

  static RequestBody parse(byte[] bytes) {
    Node root = new Node(CanonicalJson.readObject(bytes));
    String advised = root.maybe("advised");
    Node draft = root.node("draft");
    return new RequestBody(
        RequestId.parse(root.text("request")),
        root.text("salt"),
        ask(Objects.requireNonNull(root.node("ask"), "ask")),
        advised == null ? null : InstrumentKind.of(advised),
        draft == null ? null : draft(draft));
  }

  private static Ask ask(Node node) {
    return new Ask(
        AuthorityId.parse(node.text("authority")),
        node.text("provider"),
        node.texts("selectors").stream().map(Selector::parse).toList(),
        new Span(node.instant("from"), node.instant("to")),
        ZoneId.of(node.text("zone")),
        node.texts("wanted").stream().map(DataField::of).collect(Collectors.toSet()),
        node.text("danger"));
  }

  private static RequestDraft draft(Node node) {
    Node grounds = Objects.requireNonNull(node.node("grounds"), "grounds");
    Node issuer = Objects.requireNonNull(node.node("issuer"), "issuer");
    Node secrecy = Objects.requireNonNull(node.node("secrecy"), "secrecy");
    String preservation = node.maybe("preservation");
    return new RequestDraft(
        InstrumentKind.of(node.text("instrument")),
        new Grounds(
            grounds.text("offence"),
            (int) grounds.number("maximumYears"),
            grounds.flag("listed"),
            grounds.text("facts"),
            grounds.text("necessity"),
            grounds.text("higherBecause")),
        new IssuerDraft(
            IssuerPart.valueOf(issuer.text("part")),
            issuer.text("name"),
            issuer.text("office"),
            IssuerPart.valueOf(issuer.text("validatorPart")),
            issuer.text("validatorName"),
            issuer.text("validatorOffice"),
            issuer.text("fileNumber")),
        new Secrecy(
            secrecy.text("basis"), secrecy.instant("until"), secrecy.text("noticeDeferral")),
        new Privilege(
            node.text("privilege"),
            node.texts("privileged").stream().map(Selector::parse).collect(Collectors.toSet())),
        preservation == null ? null : RequestId.parse(preservation));
  }

  private static java.util.List<String> texts(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
