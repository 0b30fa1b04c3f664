package dev.sextant.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that a careful reader would call one, and names that he would not. */
class NameMatchTest {
  private static final NameMatch MATCH = new NameMatch();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Фёдор Достоевский | Fyodor Dostoevsky
          Никита Хрущёв | Nikita Khrushchev
          Nikita Chruschtschow | Nikita Khrushchev
          Пётр Ильич Чайковский | Pyotr Tchaikovsky
          Юлия Тимошенко | Yulia Tymoshenko
          Володимир Зеленський | Volodymyr Zelenskyy
          Αλέξης Τσίπρας | Alexis Tsipras
          محمد حسني مبارك | Muhammad Hosni Mubarak
          בנימין נתניהו | Binyamin Netanyahu
          习近平 | Xi Jinping
          毛泽东 | Mao Zedong
          김정은 | Kim Jong-un
          박근혜 | Park Geun-hye
          あべ しんぞう | Abe Shinzo
          William Clinton | Bill Clinton
          Robert F. Kennedy | Bobby Kennedy
          Aleksandr Pushkin | Sasha Pushkin
          Ludwig van Beethoven | Beethoven, Ludwig
          Dr. Angela Merkel | Angela Dorothea Merkel
          Gamal Abdel Nasser | Gamal Abdul Nasir
          Abdulrahman al-Sudais | Abdul Rahman Al Sudais
          J. R. R. Tolkien | John Ronald Reuel Tolkien
          Gabriel García Márquez | Garcia Marquez Gabriel
          Jean-Luc Picard | Jean Luc Picard
          Jürgen Müller | Juergen Mueller
          Søren Kierkegaard | Soren Kierkegard
          Vladimir Vladimirovich Nabokov | Vladimir Nabokov
          Mao Tsetung | Mao Tse-tung
          Ger0nimo Pratt | Geronimo Pratt
          """)
  void onePerson(String a, String b) {
    assertThat(MATCH.odds("Person", a, b)).as(a + " " + MATCH.level("Person", a, b)).isPositive();
    assertThat(MATCH.odds("Person", b, a)).isEqualTo(MATCH.odds("Person", a, b));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          John Fitzgerald Kennedy | Robert Francis Kennedy
          Vladimir Lenin | Vladimir Putin
          Angela Davis | Angela Merkel
          Kim Jong-il | Kim Jong-un
          Mario Rossi | Maria Bianchi
          George H Bush | George W Bush
          Guðrún Jónsdóttir | Guðrún Sigurðardóttir
          Ivan Petrovich Sidorov | Ivan Pavlovich Sidorov
          Muhammad Ali Khan | Muhammad Ahmed Khan
          Osama | Osama Hamza Saleh
          Martin Luther King Jr. | Martin Luther King Sr.
          Fidel Castro | Raúl Castro
          Marie Curie | Pierre Curie
          """)
  void twoPersons(String a, String b) {
    assertThat(MATCH.odds("Person", a, b)).as(a + " " + MATCH.level("Person", a, b)).isNegative();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bayerische Motoren Werke AG | Bayerische Motoren Werke Aktiengesellschaft
          BASF SE | BASF
          ООО Ромашка | Romashka LLC
          ОАО Роснефть | Rosneft Open Joint Stock Company
          Société Générale S.A. | Societe Generale
          General Electric Co. | General Electric Company
          International Business Machines Corp. | IBM
          Procter & Gamble | Procter and Gamble Company
          Barclays Bank P.L.C. | Barclays Bank plc
          Merck KGaA | Merck
          Microsoft Corporation | Mircosoft Corp
          FaceBook Inc | Face Book, Inc.
          Twentieth Century Fox | 20th Century Fox
          AeroflotPJSC | Aeroflot
          Ministry of Defence | Ministry of Defense
          Hewlett-Packard | HewlettPackard Company
          """)
  void oneOrganisation(String a, String b) {
    assertThat(MATCH.odds("Company", a, b)).as(a + " " + MATCH.level("Company", a, b)).isPositive();
    assertThat(MATCH.odds("Company", b, a)).isEqualTo(MATCH.odds("Company", a, b));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bank of America | Bank of Ireland
          General Motors | General Electric
          Toyota Motor Corporation | Toyota Financial Services Corporation
          Deutsche Bank AG | Deutsche Telekom AG
          88th Infantry Brigade | 89th Infantry Brigade
          First National Bank | Second National Bank
          Air France | Air China
          Phoenix Shipping Ltd | Phoenix Trading Ltd
          """)
  void twoOrganisations(String a, String b) {
    assertThat(MATCH.odds("Company", a, b)).as(a + " " + MATCH.level("Company", a, b)).isNegative();
  }

  @Test
  void aNameWithoutLettersSaysNothing() {
    assertThat(MATCH.odds("Person", "?", "Jane Doe")).isZero();
  }
}
