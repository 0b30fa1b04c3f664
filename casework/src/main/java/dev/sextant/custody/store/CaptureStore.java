package dev.sextant.custody.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.Door;
import dev.sextant.custody.CaptureSheet;
import dev.sextant.custody.CaseCipher;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.ExhibitId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of examined captures, within acts. */
public final class CaptureStore {
  private final Door door;

  /**
   * @param door the way to case tables
   */
  public CaptureStore(Door door) {
    this.door = door;
  }

  /** Keeps what an examination came to; earlier ones stay. */
  public void keep(Act act, CaseCipher cipher, ExhibitId id, CaptureSheet sheet) {
    byte[] about =
        cipher.seal(
            CanonicalJson.write(Map.of("fields", sheet.fields(), "missing", sheet.missing())),
            aad(id));
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into capture_sheet (case_id, exhibit, verdict, about, act, leaf, examined_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(act.permit().caseId().value())
                .param(id.value())
                .param(sheet.complete() ? "CAPTURE" : "UPLOADED")
                .param(about)
                .param(act.id().value())
                .param(act.intentLeaf())
                .param(Timestamp.from(act.begun()))
                .update());
  }

  /** The latest examination's sheet, if there was one. */
  public Optional<CaptureSheet> latest(Act act, CaseCipher cipher, ExhibitId id) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql("select about from capture_sheet where exhibit = ? order by leaf desc limit 1")
                .param(id.value())
                .query((row, number) -> sheet(cipher.open(row.getBytes("about"), aad(id))))
                .optional());
  }

  private static CaptureSheet sheet(byte[] bytes) {
    Map<String, @Nullable Object> read = CanonicalJson.readObject(bytes);
    Map<String, String> fields = new LinkedHashMap<>();
    if (read.get("fields") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
    }
    List<String> missing =
        read.get("missing") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of("SHEET-UNREADABLE");
    return new CaptureSheet(fields, missing);
  }

  private static byte[] aad(ExhibitId id) {
    return ("capture " + id).getBytes(StandardCharsets.US_ASCII);
  }
}
