package dev.sextant.disclosure;

import dev.sextant.authority.Act;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import java.util.List;

/** Opens media that records in scope carry within their exhibits; what is sealed off stays shut. */
public interface CarriedMedia {
  /**
   * A medium whose bytes lie in the exhibit.
   *
   * @param medium which of the record's media, from 0
   * @param exhibit from which the record was read
   * @param part path of the part of the exhibit that holds it
   * @param name as the source gives it
   */
  record Medium(int medium, ExhibitId exhibit, String part, String name) {}

  /**
   * The media of a record, those that are not in the exhibit left out.
   *
   * @throws dev.sextant.terms.Fault if there is no such record within the permit's scope
   */
  List<Medium> of(Act act, Digest record);

  /**
   * As {@link #of}, and none if there is no such record within the permit's scope: a finding
   * outlives what it cites.
   *
   * @throws dev.sextant.terms.Fault if the record is there and cannot be read, or was altered
   */
  List<Medium> ifThere(Act act, Digest record);

  /**
   * The bytes of one.
   *
   * @throws dev.sextant.terms.Fault if there is no such record within the permit's scope, no such
   *     medium in the exhibit, or it is too large to be opened whole
   */
  byte[] bytes(Act act, Digest record, int medium);
}
