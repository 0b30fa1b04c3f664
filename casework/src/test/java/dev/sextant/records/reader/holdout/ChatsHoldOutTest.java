package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef.Kind;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Follow.How;
import dev.sextant.records.Record.Membership.Action;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telegram, WhatsApp, Signal, Discord by another's hand, IRC, address cards and mail. */
class ChatsHoldOutTest {
  static HoldOut telegram() {
    return HoldOut.of("telegram-json-account")
        .file(
            "DataExport_2025-03-02/result.json",
            Made.bom(
                "{\"about\":\"Here is the data you requested.\",\"personal_information\":{\"user_id\":42,\"first_name\":\"Ana\",\"last_name\":\"\",\"phone_number\":\"+44 7700 900001\",\"username\":\"@sxt_tg\",\"bio\":\"\"},\"zz_other\":{\"x\":\"zztgsection\"},\"contacts\":{\"about\":\"\",\"list\":[{\"user_id\":43,\"first_name\":\"Ben\",\"last_name\":\"B\",\"phone_number\":\"00447700900002\",\"date\":\"2024-01-01T10:00:00\",\"date_unixtime\":\"1704103200\"},{\"user_id\":0,\"first_name\":\"NoTg\",\"last_name\":\"\",\"phone_number\":\"+447700900003\",\"date\":\"1970-01-01T01:00:00\",\"date_unixtime\":\"0\"}]},\"sessions\":{\"about\":\"\",\"list\":[{\"last_active\":\"2025-03-01T09:00:00\",\"last_active_unixtime\":\"1740819600\",\"last_ip\":\"198.51.100.70\",\"last_country\":\"UK\",\"last_region\":\"\",\"application_name\":\"Telegram Desktop\",\"application_version\":\"5\",\"device_model\":\"PC\",\"platform\":\"Windows\",\"system_version\":\"11\",\"created\":\"2024-03-01T09:00:00\"}]},\"chats\":{\"about\":\"\",\"list\":[{\"name\":\"Ben B\",\"type\":\"personal_chat\",\"id\":43,\"messages\":[{\"id\":1,\"type\":\"message\",\"date\":\"2025-03-01T11:00:00\",\"date_unixtime\":\"1740823200\",\"from\":\"Ben B\",\"from_id\":\"user43\",\"text\":[\"call \",{\"type\":\"phone\",\"text\":\"+447700900009\"},\" at \",{\"type\":\"bold\",\"text\":\"ten\"},{\"type\":\"plain\",\"text\":\" \\x1fok\"}],\"text_entities\":[],\"zz\":\"zztgmessage\"},{\"id\":2,\"type\":\"message\",\"date\":\"2025-03-01T11:01:00\",\"date_unixtime\":\"1740823260\",\"edited\":\"2025-03-01T11:02:00\",\"edited_unixtime\":\"1740823320\",\"from\":\"Ana\",\"from_id\":\"user42\",\"reply_to_message_id\":1,\"photo\":\"chats/chat_1/photos/p.jpg\",\"width\":1,\"height\":1,\"text\":\"\",\"text_entities\":null},{\"id\":3,\"type\":\"service\",\"date\":\"2025-03-01T11:03:00\",\"date_unixtime\":\"1740823380\",\"actor\":\"Ana\",\"actor_id\":\"user42\",\"action\":\"phone_call\",\"duration_seconds\":61,\"discard_reason\":\"hangup\",\"text\":\"\"},{\"id\":4,\"type\":\"message\",\"date\":\"2025-03-01T11:04:00\",\"date_unixtime\":\"1740823440\",\"from\":\"Ben B\",\"from_id\":\"user43\",\"location_information\":{\"latitude\":41.15,\"longitude\":-8.6},\"text\":\"\"}]},{\"name\":null,\"type\":\"private_supergroup\",\"id\":1234567890,\"messages\":[{\"id\":9,\"type\":\"service\",\"date\":\"2025-02-01T10:00:00\",\"date_unixtime\":\"1738404000\",\"actor\":\"Ben B\",\"actor_id\":\"user43\",\"action\":\"invite_members\",\"members\":[\"Cleo\",null],\"text\":\"\"},{\"id\":10,\"type\":\"message\",\"date\":\"2025-02-01T10:01:00\",\"date_unixtime\":\"1738404060\",\"from\":null,\"from_id\":\"user77\",\"forwarded_from\":\"Chan\",\"text\":\"from one who is gone\"},{\"id\":11,\"type\":\"message\",\"date\":\"2025-02-01T10:02:00\",\"date_unixtime\":\"1738404120\",\"from\":\"Group itself\",\"from_id\":\"channel1234567890\",\"text\":\"anonymous admin\",\"file\":\"(File not included. Change data exporting settings to download.)\"}]}]},\"left_chats\":{\"about\":\"\",\"list\":[{\"type\":\"public_channel\",\"id\":555,\"name\":\"News\",\"messages\":null}]}}"))
        .file(
            "DataExport_2025-03-02/chats/chat_1/photos/p.jpg",
            new byte[] {(byte) 0xff, (byte) 0xd8, 2})
        .file("DataExport_2025-03-02/css/style.css", "body{}");
  }

  @Test
  void readsTelegram() {
    HoldOut h = telegram().readZip().by("telegram");
    h.message("call +447700900009 at ten")
        .byKey(KeyBasis.PLATFORM_ID, "43")
        .to("42")
        .at("2025-03-01T10:00:00Z")
        .id("1")
        .in(Kind.DIRECT)
        .bytes("+447700900009");
    h.the(
            Record.Message.class,
            "with a photo",
            m -> m.media().stream().anyMatch(x -> x.name().contains("p.jpg")))
        .by("42")
        .replyTo("1")
        .media("p.jpg", true);
    h.the(Record.Call.class, "of 61 s", c -> true).by("42").to("43").seconds(61);
    h.place(41.15, -8.6).by("43").at("2025-03-01T10:04:00Z");
    h.message("from one who is gone")
        .byKey(KeyBasis.PLATFORM_ID, "77")
        .inConversation("1234567890");
    h.message("anonymous admin").in(Kind.GROUP);
    h.the(Record.Follow.class, "contact Ben", f -> Found.is(f.to(), "43") && f.how() == How.CONTACT)
        .at("2024-01-01T10:00:00Z");
    h.login("198.51.100.70").at("2025-03-01T09:00:00Z").by("42");
    h.profile("42").selector("phone:+447700900001");
    h.kept("+447700900003", "Cleo").done();
  }

  static HoldOut telegramOld() {
    return HoldOut.of("telegram-json-2018")
        .file(
            "result.json",
            "{\n \"name\": \"Old crew\",\n \"type\": \"private_group\",\n \"id\": 9999,\n \"messages\": [\n  {\"id\": 5, \"type\": \"message\", \"date\": \"2018-09-01T12:00:00\", \"edited\": \"1970-01-01T01:00:00\", \"from\": \"Dan\", \"from_id\": 4295000001, \"text\": \"old times\"},\n  {\"id\": 6, \"type\": \"unsupported\", \"zz\": \"zzunsupported\"}\n ]\n}");
  }

  @Test
  void readsTelegramOld() {
    HoldOut h = telegramOld().readPlain().by("telegram");
    h.message("old times").at("2018-09-01T12:00:00Z").inConversation("Old crew");
    h.the(
        Record.Message.class,
        "zone unknown",
        m -> m.header().claimed().basis() == ZoneBasis.UNKNOWN);
    h.the(
        Record.Message.class,
        "with its author's number",
        m ->
            m.author() != null && m.author().key().contains("4295000001")
                || m.header().extra().toString().contains("4295000001"));
    h.done();
  }

  static HoldOut telegramHtml() {
    return HoldOut.of("telegram-html")
        .file(
            "ChatExport_2025-03-02/messages.html",
            "<!DOCTYPE html>\n<html>\n <head>\n  <meta charset=\"utf-8\"/>\n<title>Exported Data</title>\n  <meta content=\"width=device-width, initial-scale=1.0\" name=\"viewport\"/>\n  <link href=\"css/style.css\" rel=\"stylesheet\"/>\n  <script src=\"js/script.js\" type=\"text/javascript\">\n  </script>\n </head>\n <body onload=\"CheckLocation();\">\n  <div class=\"page_wrap\">\n   <div class=\"page_header\">\n    <div class=\"content\">\n     <div class=\"text bold\">\nThe Quay Crew \n     </div>\n    </div>\n   </div>\n   <div class=\"page_body chat_page\">\n    <div class=\"history\">\n"
                + "     <div class=\"message service\" id=\"message-1\">\n      <div class=\"body details\">\n1 March 2025\n      </div>\n     </div>\n"
                + "     <div class=\"message default clearfix\" id=\"message5\">\n      <div class=\"pull_left userpic_wrap\">\n       <div class=\"userpic userpic3\" style=\"width: 42px; height: 42px\">\n        <div class=\"initials\" style=\"line-height: 42px\">\nA\n        </div>\n       </div>\n      </div>\n      <div class=\"body\">\n       <div class=\"pull_right date details\" title=\"01.03.2025 11:00:00 UTC+01:00\">\n11:00\n       </div>\n       <div class=\"from_name\">\nAna \n       </div>\n       <div class=\"text\">\nmeet at <strong>nine</strong> &amp; bring it<br>second line\n       </div>\n      </div>\n     </div>\n"
                + "     <div class=\"message default clearfix joined\" id=\"message6\">\n      <div class=\"body\">\n       <div class=\"pull_right date details\" title=\"01.03.2025 11:00:30 UTC+01:00\">\n11:00\n       </div>\n       <div class=\"reply_to details\">\nIn reply to <a href=\"#go_to_message5\" onclick=\"return GoToMessage(5)\">this message</a>\n       </div>\n       <div class=\"media_wrap clearfix\">\n        <a class=\"photo_wrap clearfix pull_left\" href=\"photos/photo_1.jpg\">\n         <img class=\"photo\" src=\"photos/photo_1_thumb.jpg\" style=\"width: 260px; height: 195px\"/>\n        </a>\n       </div>\n      </div>\n     </div>\n"
                + "     <div class=\"message service\" id=\"message7\">\n      <div class=\"body details\">\nBen invited Cleo\n      </div>\n     </div>\n"
                + "     <div class=\"message default clearfix\" id=\"message8\">\n      <div class=\"body\">\n       <div class=\"pull_right date details\" title=\"01.03.2025 11:05:00 UTC+01:00\">\n11:05\n       </div>\n       <div class=\"from_name\">\nBen \n       </div>\n       <div class=\"forwarded body\">\n        <div class=\"from_name\">\nNews Chan <span class=\"date details\" title=\"28.02.2025 10:00:00 UTC+01:00\"> 28.02.2025 10:00:00</span>\n        </div>\n        <div class=\"text\">\nforwarded words\n        </div>\n       </div>\n      </div>\n     </div>\n"
                + "    </div>\n   </div>\n  </div>\n </body>\n</html>\n")
        .file("ChatExport_2025-03-02/photos/photo_1.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 3})
        .file(
            "ChatExport_2025-03-02/photos/photo_1_thumb.jpg",
            new byte[] {(byte) 0xff, (byte) 0xd8, 4})
        .file("ChatExport_2025-03-02/css/style.css", "body{}")
        .file("ChatExport_2025-03-02/js/script.js", "1");
  }

  @Test
  void readsTelegramHtml() {
    HoldOut h = telegramHtml().readZip().by("telegram");
    h.message("meet at nine")
        .text("meet at nine & bring it\nsecond line")
        .by("Ana")
        .at("2025-03-01T10:00:00Z")
        .id("5")
        .inConversation("The Quay Crew")
        .bytes("bring it");
    h.the(Record.Message.class, "joined, with a photo", m -> !m.media().isEmpty())
        .by("Ana")
        .id("6")
        .replyTo("5")
        .media("photo_1.jpg", true)
        .at("2025-03-01T10:00:30Z");
    h.message("forwarded words").by("Ben").at("2025-03-01T10:05:00Z");
    h.kept("News Chan", "Ben invited Cleo").done();
  }

  private static HoldOut whatsApp(String language) {
    String text =
        switch (language) {
          case "en-ios" ->
              "[3/1/25, 9:05:07\u202fPM] Crew: \u200eMessages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.\n[3/1/25, 9:05:08\u202fPM] Ana: \u200eAna created this group\n[3/1/25, 9:06:00\u202fPM] Ben: \u200eBen added Cleo\n[3/13/25, 9:07:00\u202fPM] +44 7700 900123: hello all\nsecond line: yes\n\u200e[3/13/25, 9:08:00\u202fPM] Ben: \u200e<attached: 00000012-PHOTO-2025-03-13-21-08-00.jpg>\n[3/13/25, 9:09:00\u202fPM] Cleo: \u200eCleo left\n";
          case "es" ->
              "1/3/25, 21:05 - Los mensajes y las llamadas están cifrados de extremo a extremo. Nadie fuera de este chat puede leerlos ni escucharlos.\n1/3/25, 21:05 - Ana creó el grupo \"Crew\"\n1/3/25, 21:06 - Ben añadió a Cleo\n13/3/25, 21:07 - +44 7700 900123: hello all\nsecond line: yes\n13/3/25, 21:08 - Ben: <Multimedia omitido>\n13/3/25, 21:09 - Cleo salió del grupo\n";
          case "pt" ->
              "01/03/2025 21:05 - As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta. Somente as pessoas que fazem parte da conversa podem ler.\n01/03/2025 21:05 - Ana criou o grupo \"Crew\"\n01/03/2025 21:06 - Ben adicionou Cleo\n13/03/2025 21:07 - +44 7700 900123: hello all\nsecond line: yes\n13/03/2025 21:08 - Ben: <Mídia oculta>\n13/03/2025 21:09 - Cleo saiu\n";
          case "de" ->
              "01.03.25, 21:05 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann sie lesen oder anhören.\n01.03.25, 21:05 - Ana hat die Gruppe „Crew“ erstellt.\n01.03.25, 21:06 - Ben hat Cleo hinzugefügt.\n13.03.25, 21:07 - +44 7700 900123: hello all\nsecond line: yes\n13.03.25, 21:08 - Ben: <Medien ausgeschlossen>\n13.03.25, 21:09 - Cleo hat die Gruppe verlassen.\n";
          default ->
              "01/03/2025, 21:05 - Les messages et les appels sont chiffrés de bout en bout. Aucun tiers ne peut les lire ou les écouter.\n01/03/2025, 21:05 - Ana a créé le groupe \"Crew\"\n01/03/2025, 21:06 - Ben a ajouté Cleo\n13/03/2025, 21:07 - +44 7700 900123: hello all\nsecond line: yes\n13/03/2025, 21:08 - Ben: <Médias omis>\n13/03/2025, 21:09 - Cleo a quitté le groupe\n";
        };
    return HoldOut.of("whatsapp-" + language)
        .file(
            language.equals("en-ios") ? "_chat.txt" : "WhatsApp Chat with Crew.txt",
            language.equals("de") ? Made.crlf(text) : text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-ios", "es", "pt", "de", "fr"})
  void readsWhatsApp(String language) {
    HoldOut h = whatsApp(language).readPlain().by("whatsapp");
    h.message("hello all")
        .text("hello all\nsecond line: yes")
        .at("2025-03-13T21:07:00Z")
        .byKey(KeyBasis.PHONE, "+447700900123")
        .in(Kind.GROUP)
        .bytes("hello all");
    h.the(
        Record.Message.class,
        "in minutes or seconds of an unknown zone",
        m ->
            m.header().claimed().basis() == ZoneBasis.UNKNOWN
                && m.header().claimed().precision()
                    == (language.equals("en-ios") ? Precision.SECOND : Precision.MINUTE));
    h.the(
            Record.Membership.class,
            "Cleo added by Ben",
            m ->
                Found.is(m.account(), "Cleo")
                    && m.action() == Action.ADDED
                    && Found.is(m.by(), "Ben"))
        .at("2025-03-01T21:06:00Z");
    h.the(
            Record.Membership.class,
            "Cleo left",
            m -> Found.is(m.account(), "Cleo") && m.action() == Action.LEFT)
        .at("2025-03-13T21:09:00Z");
    h.the(
            Record.Message.class,
            "Ben's media",
            m -> m.author() != null && Found.is(m.author(), "Ben") && m.action() == null)
        .at("2025-03-13T21:08:00Z");
    h.count(Record.Message.class, 2, "that people wrote", m -> m.action() == null);
    h.done();
  }

  static HoldOut signal() {
    return HoldOut.of("signal-text")
        .file(
            "export.txt",
            "[2025-03-01, 10:00] Ana: first words\nmore: of them\n[2025-03-01, 10:01] Me: [image/jpeg] zzattach.jpg\n[2025-03-01, 10:02] Ana: \uD83D\uDC4D\n");
  }

  @Test
  void readsSignal() {
    HoldOut h = signal().readPlain().by("signal");
    h.message("first words")
        .text("first words\nmore: of them")
        .by("Ana")
        .at("2025-03-01T10:00:00Z")
        .on("signal");
    h.count(Record.Message.class, 3).done();
  }

  private static final String DISCORD =
      "{\"guild\":{\"id\":\"800\",\"name\":\"The Yard\",\"iconUrl\":\"https://cdn.discordapp.com/icons/800/a.png\"},\"channel\":{\"id\":\"901\",\"type\":\"GuildPublicThread\",\"categoryId\":\"900\",\"category\":\"general\",\"name\":\"boats\",\"topic\":null},\"dateRange\":{\"after\":null,\"before\":null},\"exportedAt\":\"2025-03-02T00:00:00+00:00\",\"messages\":[{\"id\":\"1100\",\"type\":\"Default\",\"timestamp\":\"2025-03-01T11:00:00.123+01:00\",\"timestampEdited\":null,\"callEndedTimestamp\":null,\"isPinned\":false,\"content\":\"ahoy @dee 🚤\",\"author\":{\"id\":\"300\",\"name\":\"sxt_di\",\"discriminator\":\"0000\",\"nickname\":\"Di\",\"color\":null,\"isBot\":false,\"roles\":[{\"id\":\"1\",\"name\":\"zzrole\",\"color\":null,\"position\":1}],\"avatarUrl\":\"x\"},\"attachments\":[{\"id\":\"77\",\"url\":\"https://cdn.discordapp.com/attachments/901/77/a.png\",\"fileName\":\"a.png\",\"fileSizeBytes\":5}],\"embeds\":[],\"stickers\":[],\"reactions\":[{\"emoji\":{\"id\":\"\",\"name\":\"👍\",\"code\":\"thumbsup\",\"isAnimated\":false},\"count\":1,\"users\":[{\"id\":\"301\",\"name\":\"dee\"}]}],\"mentions\":[{\"id\":\"301\",\"name\":\"dee\",\"discriminator\":\"0000\",\"nickname\":\"Dee\",\"isBot\":false}],\"inlineEmojis\":[],\"zz\":\"zzdcefield\"},{\"id\":\"1101\",\"type\":\"Reply\",\"timestamp\":\"2025-03-01T10:01:00+00:00\",\"content\":\"aye\",\"author\":{\"id\":\"301\",\"name\":\"dee\",\"discriminator\":\"0000\",\"isBot\":false},\"attachments\":[],\"embeds\":[],\"reactions\":[],\"mentions\":[],\"reference\":{\"messageId\":\"1100\",\"channelId\":\"901\",\"guildId\":\"800\"}},{\"id\":\"1102\",\"type\":\"RecipientAdd\",\"timestamp\":\"2025-03-01T10:02:00+00:00\",\"content\":\"Added eve to the group.\",\"author\":{\"id\":\"301\",\"name\":\"dee\"},\"attachments\":[],\"embeds\":[],\"reactions\":[],\"mentions\":[{\"id\":\"302\",\"name\":\"eve\"}]},{\"id\":\"1103\",\"type\":\"Default\",\"timestamp\":\"2025-03-01T10:03:00+00:00\",\"content\":\"I was here\",\"author\":{\"id\":\"456226577798135808\",\"name\":\"Deleted User\",\"discriminator\":\"0000\",\"isBot\":false},\"attachments\":[],\"embeds\":[],\"reactions\":[],\"mentions\":[]}";

  static HoldOut discord() {
    return HoldOut.of("discord-chat-exporter")
        .file("The Yard - boats [901].json", DISCORD + "],\"messageCount\":5}");
  }

  @Test
  void readsDiscord() {
    HoldOut h = discord().readPlain().by("discord");
    h.message("ahoy @dee")
        .byKey(KeyBasis.PLATFORM_ID, "300")
        .at("2025-03-01T10:00:00.123Z")
        .id("1100")
        .mentions("301")
        .media("a.png", false)
        .inConversation("901")
        .bytes("ahoy");
    h.message("aye").by("301").replyTo("1100");
    h.message("I was here").byNobody();
    h.noted("SX-NOTE-COUNT").done();
  }

  @Test
  void readsDiscordCut() {
    HoldOut h =
        HoldOut.of("discord-chat-exporter-cut").file("cut.json", DISCORD).readPlain().by("discord");
    h.message("aye").by("301");
    h.message("I was here");
    h.expect(!h.trial().faults.isEmpty() || !h.trial().notes.isEmpty(), "the cut told", "nothing");
    h.doneBut("SX-READ-TRUNCATED");
  }

  @Test
  void readsIrssi() {
    HoldOut h =
        HoldOut.of("irc-irssi")
            .file(
                "#boats.log",
                "--- Log opened Sat Mar 01 10:00:00 2025\n10:00 < ana> ahoy: friends\n10:01 -!- bo [~bo@198.51.100.99] has joined #boats\n10:02 <@bo> aye\n10:03  * ana waves zzaction\n10:04 -!- bo is now known as bosun\n10:05 -!- bosun [~bo@198.51.100.99] has quit [Quit: zzquit]\n--- Day changed Sun Mar 02 2025\n00:01 < ana> next day\n--- Log closed Sun Mar 02 10:00:00 2025\n")
            .readPlain()
            .by("irc");
    h.message("ahoy: friends").by("ana").at("2025-03-01T10:00:00Z").on("irc");
    h.message("next day").at("2025-03-02T00:01:00Z");
    h.message("waves").by("ana");
    h.the(
            Record.Membership.class,
            "bo joined",
            m -> Found.is(m.account(), "bo") && m.action() == Action.JOINED)
        .at("2025-03-01T10:01:00Z");
    h.the(
        Record.Membership.class,
        "bosun left",
        m -> Found.is(m.account(), "bosun") && m.action() == Action.LEFT);
    h.kept("198.51.100.99", "known as").done();
  }

  @Test
  void readsWeechat() {
    HoldOut h =
        HoldOut.of("irc-weechat")
            .file(
                "irc.libera.#boats.weechatlog",
                "2025-03-01 10:00:00\t-->\tbo (~bo@198.51.100.98) has joined #boats\n2025-03-01 10:00:05\t@ana\tahoy there\n2025-03-01 10:00:06\t *\tana waves zzweechat\n2025-03-01 10:00:07\t<--\tbo (~bo@198.51.100.98) has quit (zzreason)\n")
            .readPlain()
            .by("irc");
    h.message("ahoy there").by("ana").at("2025-03-01T10:00:05Z");
    h.the(
            Record.Membership.class,
            "bo joined",
            m -> Found.is(m.account(), "bo") && m.action() == Action.JOINED)
        .at("2025-03-01T10:00:00Z");
    h.done();
  }

  @Test
  void readsZnc() {
    HoldOut h =
        HoldOut.of("irc-znc")
            .file(
                "moddata/log/ana/libera/#boats/2025-03-01.log",
                "[10:00:00] *** Joins: bo (~bo@198.51.100.97)\n[10:00:05] <ana> ahoy znc\n[10:00:06] * ana waves\n[10:00:07] *** Quits: bo (~bo@198.51.100.97) (zzgone)\n")
            .file("moddata/log/ana/libera/#boats/2025-03-02.log", "[00:00:01] <bo> next morning\n")
            .readZip()
            .by("irc");
    h.message("ahoy znc").by("ana").at("2025-03-01T10:00:05Z").inConversation("#boats");
    h.message("next morning").at("2025-03-02T00:00:01Z");
    h.done();
  }

  static HoldOut cards() {
    return HoldOut.of("vcards")
        .file(
            "contacts.vcf",
            Made.crlf(
                "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=4A=6F=73=C3=A9;;;\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4A=6F=73=C3=A9 =\n=4C\nTEL;CELL:+44 7700 900321\nTEL;HOME:020 7946 0000\nX-ZZ:zzcardfield\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nN:Lopez;Ana;;;\nFN:Ana Lopez\nEMAIL;TYPE=INTERNET:ana.lopez@exam\n ple.org\nitem1.TEL;type=pref:+447700900322\nitem1.X-ABLabel:zzlabel\nNOTE:a\\, b\\nzznote\nBDAY:1990-01-02\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Bo\nTEL;VALUE=uri;PREF=1:tel:+44-7700-900323\nIMPP:xmpp:bo@jabber.example\nEND:VCARD\n"));
  }

  @Test
  void readsCards() {
    HoldOut h = cards().opaque().readPlain().by("vcard|contact");
    for (String phone : new String[] {"+447700900321", "+447700900322", "+447700900323"}) {
      h.the(
          Record.Profile.class,
          "with " + phone,
          p -> p.selectors().stream().anyMatch(s -> s.selector().value().equals(phone)));
    }
    h.the(
        Record.Profile.class,
        "with the folded e-mail",
        p ->
            p.selectors().stream()
                .anyMatch(s -> s.selector().value().equals("ana.lopez@example.org")));
    h.kept("José L", "020 7946 0000", "bo@jabber.example").done();
  }

  static final String MAIL =
      "Received: from mx.example.org (mx.example.org [198.51.100.88]) by in.example.net; Sat, 1 Mar 2025 09:00:05 +0000\nMessage-ID: <abc@example.org>\nDate: Sat, 1 Mar 2025 10:00:00 +0100\nFrom: =?UTF-8?Q?Jos=C3=A9_L?= <jose@example.org>\nTo: Ana <ana@example.org>, bo@example.org\nCc: \"Cy, C\" <cy@example.org>\nIn-Reply-To: <zero@example.org>\nSubject: =?UTF-8?B?w6dhIHZhID8=?=\nX-Originating-IP: [198.51.100.89]\nX-Zz: zzmailheader\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b1\"\n\n--b1\nContent-Type: multipart/alternative; boundary=\"b2\"\n\n--b2\nContent-Type: text/plain; charset=ISO-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe d=E9p=F4t opens at nine.\n>From here on it is quoted.\n--b2\nContent-Type: text/html; charset=utf-8\n\n<p>The depot</p>\n--b2--\n--b1\nContent-Type: application/pdf; name=\"plan.pdf\"\nContent-Disposition: attachment; filename=\"plan.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b1--\n";

  private static void mail(HoldOut h) {
    h.message("The dépôt opens at nine")
        .by("jose@example.org")
        .to("ana@example.org", "bo@example.org", "cy@example.org")
        .at("2025-03-01T09:00:00Z")
        .on("email")
        .says("plan.pdf");
    h.the(
        Record.Message.class,
        "answering zero",
        m -> String.valueOf(m.replyTo()).contains("zero@example.org"));
    h.kept("ça va ?", "198.51.100.89");
  }

  static HoldOut mbox() {
    return HoldOut.of("mbox")
        .file(
            "All mail Including Spam and Trash.mbox",
            "From 1234567890@xxx Sat Mar 01 09:00:05 +0000 2025\n"
                + MAIL
                + "\nFrom MAILER-DAEMON Sat Mar  1 11:00:00 2025\nFrom: <>\nTo: jose@example.org\nSubject: Returned zzbounce\n\nno date here\n\n");
  }

  @Test
  void readsMbox() {
    HoldOut h = mbox().opaque().readPlain().by("mail|mbox");
    mail(h);
    h.message("no date here").timeless().byNobody();
    h.count(Record.Message.class, 2).done();
  }

  @Test
  void readsEml() {
    HoldOut h =
        HoldOut.of("eml").opaque().file("one.eml", Made.crlf(MAIL)).readPlain().by("mail|eml");
    mail(h);
    h.done();
  }
}
