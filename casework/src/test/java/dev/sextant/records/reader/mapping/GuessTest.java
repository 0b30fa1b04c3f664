package dev.sextant.records.reader.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "caller;callee;start time;duration | +447700900123;+447700900456;2023-01-02 10:11:12;61 | call | from,to,time,duration",
        "Anrufer;Angerufener;Datum;Uhrzeit;Dauer | 0151;0152;04.05.2023;10:11:12;61 | call | from,to,time,time,duration",
        "Remitente;Destinatario;Fecha;Hora;Mensaje | ana;ben;04/05/2023;10:11;hola a todos | message | from,to,time,time,text",
        "Expéditeur;Destinataire;Date et heure;Texte | ana;ben;04/05/2023 10:11;bonjour | message | from,to,time,text",
        "Отправитель;Получатель;Дата;Сообщение | аня;боря;04.05.2023;привет | message | from,to,time,text",
        "author;created_at;full_text | ana;2023-05-04T10:11:12Z;hello world | post | from,time,text",
        "username;ip address;timestamp | ana;192.0.2.1;1683195072 | login | from,ip,time",
        "lat;lon;date | 51.5;-0.12;2023-05-04 | place | latitude,longitude,time",
        "from;to;weight | a;b;3 | relation | from,to,weight",
        "member;group | ana;club | membership | ,conversation"
      })
  void byHeadersOfManyLanguages(String heads, String cells, String kind, String roles) {
    List<String> names = Arrays.stream(heads.split(";", -1)).map(String::strip).toList();
    List<String> row = Arrays.stream(cells.split(";", -1)).map(String::strip).toList();
    Guess guess = new Guess(names, List.of(row, row, row), false);
    Map<String, Object> tree = guess.profile(null).orElse(Map.of());
    Map<String, Role> by = guess.byColumn();
    List<String> found =
        names.stream().map(n -> by.containsKey(n) ? by.get(n).word() : "").toList();
    if (!kind.equals("membership")) {
      assertThat(found).containsExactly(roles.split(",", -1));
      assertThat(MappingProfile.of(tree).records().getFirst().kind().name())
          .isEqualToIgnoringCase(kind);
    }
  }
}
