package dev.sextant.app;

import dev.sextant.authority.Act;
import dev.sextant.disclosure.CarriedMedia;
import dev.sextant.records.Media;
import dev.sextant.records.RecordFault;
import dev.sextant.records.Records;
import dev.sextant.records.StoredRecord;
import dev.sextant.terms.Digest;
import java.util.ArrayList;
import java.util.List;

/** Media of records that the permit's scope lets be seen, for the room that releases copies. */
public final class MediaInScope implements CarriedMedia {
  private final Records records;

  /** Of these records. */
  public MediaInScope(Records records) {
    this.records = records;
  }

  @Override
  public List<Medium> of(Act act, Digest record) {
    StoredRecord stored = records.record(act, record);
    List<Medium> carried = new ArrayList<>();
    List<Media> media = stored.record().media();
    for (int i = 0; i < media.size(); i++) {
      String part = media.get(i).part();
      if (part != null) {
        carried.add(new Medium(i, stored.exhibit(), part, media.get(i).name()));
      }
    }
    return carried;
  }

  @Override
  public List<Medium> ifThere(Act act, Digest record) {
    try {
      return of(act, record);
    } catch (RecordFault.NotFound gone) {
      return List.of();
    }
  }

  @Override
  public byte[] bytes(Act act, Digest record, int medium) {
    return records.mediumBytes(act, record, medium);
  }
}
