package dev.sextant.records.reader.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.reader.ReadTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Call records in the wordings and layouts of several countries. */
class CallRecordsTest {
  @TempDir Path folder;

  private ReadTrial read(String table) throws IOException {
    return ReadTrial.of(Files.writeString(folder.resolve("calls.csv"), table));
  }

  private void oneCall(String table, double latitude, double longitude) throws IOException {
    try (ReadTrial trial = read(table)) {
      assertThat(trial.reader()).isEqualTo("call-records");
      assertThat(trial.faults).isEmpty();
      Record.Call call = trial.of(Record.Call.class).getFirst();
      assertThat(call.duration()).isEqualTo(Duration.ofSeconds(65));
      assertThat(call.header().claimed().instant()).isNotNull();
      Record.Place tower = trial.of(Record.Place.class).getFirst();
      assertThat(tower.latitude()).isEqualTo(latitude);
      assertThat(tower.longitude()).isEqualTo(longitude);
    }
  }

  @Test
  void german() throws IOException {
    oneCall(
        "A-Rufnummer;B-Rufnummer;Datum;Uhrzeit;Dauer;Dienst;Richtung;IMEI;Cell-ID;Breite;Länge\n"
            + "491700000001;491700000002;25.03.2026;10:15:00;00:01:05;Sprache;abgehend;1;2;52,5200;13,4050\n",
        52.52,
        13.405);
  }

  @Test
  void brazilian() throws IOException {
    oneCall(
        "Número de Origem;Número de Destino;Data;Hora;Duração;Tipo;IMEI;ERB;Latitude;Longitude\n"
            + "5511900000001;5511900000002;25/03/2026;10:15:00;65;Chamada;1;SPO1;-23,5505;-46,6333\n",
        -23.5505,
        -46.6333);
  }

  @Test
  void spanish() throws IOException {
    oneCall(
        "Número A;Número B;Fecha;Hora;Duración;Tipo de llamada;IMEI;Celda;Latitud;Longitud\n"
            + "34600000001;34600000002;25/03/2026;10:15:00;65;Saliente;1;BCN1;41.3851;2.1734\n",
        41.3851,
        2.1734);
  }

  @Test
  void french() throws IOException {
    try (ReadTrial trial =
        read(
            "Numéro appelant;Numéro appelé;Date;Heure;Durée;IMEI;Cellule\n"
                + "33600000001;33600000002;25/03/2026;10:15:00;65;1;C1\n")) {
      assertThat(trial.of(Record.Call.class)).hasSize(1);
    }
  }

  /** BSNL: latitude and longitude in words where the name of the tower would be. */
  @Test
  void placesInWords() throws IOException {
    oneCall(
        "Report,Calling Number,Called Number,Call Date,Call Time,Duration (s),First BTS Location,First"
            + " CGI,IMEI\n,9000000001,9000000002,2026-03-25,10:15:00,65,Lat: 22.5726 Long: 88.3639,404-1,1\n",
        22.5726,
        88.3639);
  }

  /**
   * AT&T: a legend, a call's end by MO and MT, UTC in the heading, the place in brackets, longitude
   * first; the tower is the target's, who is called in the second row.
   */
  @Test
  void bracketsWithLongitudeFirst() throws IOException {
    String table =
        "AT&T Proprietary\nFor authorized persons only.\n\n"
            + "Item,ConnDate,ConnTime(UTC),ET,OriginatingNumber,TerminatingNumber,IMEI,IMSI,CT,Cell Location\n"
            + "1,05/16/21,13:22:11,1:05,12025550100,12025550199,3,3,MO,[1/2:-77.0364:38.8951:120:65]\n"
            + "2,05/16/21,13:25:11,0:10,12025550199,12025550100,3,3,MT,[1/3:-77.0364:38.8952:240:65]\n";
    oneCall(table, 38.8951, -77.0364);
    try (ReadTrial trial = read(table)) {
      assertThat(trial.of(Record.Place.class))
          .extracting(p -> p.accounts().getFirst().key())
          .containsOnly("12025550100");
      assertThat(trial.of(Record.Call.class).getFirst().header().claimed().zone()).isEqualTo("UTC");
    }
  }

  /** The coordinates of a headed cell that is a tower's name are none. */
  @Test
  void namesOfTowersAreNoPlaces() throws IOException {
    try (ReadTrial trial =
        read(
            "Subscriber MSISDN,Calling Number,Called Number,Call Datetime,Call Duration,First Cell Name,IMEI\n"
                + "20100000001,20100000001,20100000002,2012-05-01 10:11:12,33,CAIRO1_A 1.5,1\n")) {
      assertThat(trial.of(Record.Call.class)).hasSize(1);
      assertThat(trial.of(Record.Place.class)).isEmpty();
    }
  }
}
