package dev.sextant.records.reader.returns;

import dev.sextant.records.reader.Battering;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample cut and damaged in many places. */
@Tag("heavy")
class ReturnsBatteringTest {
  static Stream<Arguments> samples() {
    return Stream.of(
        one(Samples::snapchat, "conversations.csv"),
        one(Samples::snapchat, "subscriber_info.csv"),
        one(Samples::discord, "messages/dms/111111111111111111.csv"),
        one(Samples::kik, "package/content/data-text.csv"),
        one(Samples::kikOlder, "logs/chat_sent.txt"),
        one(Samples::reddit, "comments.csv"),
        one(Samples::gab, "sxt_posts.csv"),
        one(Samples::apple, "Account/123_AccountDetails.xlsx"),
        one(Samples::tikTok, "sxt_ana - IP Data.xlsx"),
        one(Samples::x, "100-tweets.txt"),
        one(Samples::xOlder, "100-direct-messages.txt"),
        one(
            Samples::google,
            "1234567.GoogleAccount.SubscriberInfo_001/Google Account/ana@example.org.SubscriberInfo.html"),
        one(
            Samples::google,
            "1234567.MyActivity.MyActivity_001/My Activity/Search/MyActivity.html"));
  }

  private static Arguments one(Supplier<Map<String, byte[]>> files, String name) {
    return Arguments.of(files.get(), name);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("samples")
  void whateverTheBytesAre(Map<String, byte[]> files, String name) {
    Battering.truncateEntry(files, name);
    Battering.mutateEntry(files, name, 20261122, 100);
  }
}
