package dev.sextant.records.store;

import dev.sextant.authority.Act;
import dev.sextant.authority.Door;
import dev.sextant.custody.CaseCipher;
import dev.sextant.records.reader.mapping.MappingProfile;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

/** The table of mapping profiles, within acts. */
public final class MappingRows {
  private final Door door;

  /**
   * @param door the way to case tables
   */
  public MappingRows(Door door) {
    this.door = door;
  }

  /** Keeps a profile; its name and version must be free. */
  public void keep(Act act, CaseCipher cipher, MappingProfile profile) {
    byte[] body =
        cipher.seal(
            profile.canonical().getBytes(StandardCharsets.UTF_8),
            aad(profile.name(), profile.version()));
    door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    insert into mapping_profile
                      (case_id, name, version, digest, body, actor, act, leaf, kept_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(act.permit().caseId().value())
                .param(profile.name())
                .param(profile.version())
                .param(profile.digest().bytes())
                .param(body)
                .param(act.permit().actor().value())
                .param(act.id().value())
                .param(act.intentLeaf())
                .param(Timestamp.from(act.begun()))
                .update());
  }

  /** The latest version of each profile, by name. */
  public List<MappingProfile> latest(Act act, CaseCipher cipher) {
    return door.within(
        act,
        sql ->
            sql.jdbc()
                .sql(
                    """
                    select distinct on (name) name, version, body
                    from mapping_profile order by name, version desc
                    """)
                .query((row, number) ->
                    profile(
                        cipher,
                        row.getString("name"),
                        row.getLong("version"),
                        row.getBytes("body")))
                .list());
  }

  /** The latest version of one profile. */
  public Optional<MappingProfile> latest(Act act, CaseCipher cipher, String name) {
    return latest(act, cipher).stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private static MappingProfile profile(CaseCipher cipher, String name, long version, byte[] body) {
    return MappingProfile.parse(
        new String(cipher.open(body, aad(name, version)), StandardCharsets.UTF_8));
  }

  private static byte[] aad(String name, long version) {
    return ("mapping " + name + " " + version).getBytes(StandardCharsets.US_ASCII);
  }
}
