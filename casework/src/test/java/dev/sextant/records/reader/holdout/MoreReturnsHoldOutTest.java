package dev.sextant.records.reader.holdout;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record;
import dev.sextant.records.Record.Activity.What;
import dev.sextant.records.Record.Follow.How;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Kik, Reddit, Gab, Roblox, Apple and Cash App answer to legal process. */
class MoreReturnsHoldOutTest {
  static HoldOut kikNew() {
    return HoldOut.of("kik-return-2024")
        .file(
            "package/subscriber-data-sxt_kik.pdf",
            Made.pdf(
                "Username: sxt_kik",
                "First Name: Kit",
                "Email: kit@example.org (confirmed)",
                "Registration: 2020/01/01 10:00:00 UTC"))
        .file(
            "package/group-legend-sxt_kik_abc.csv",
            "gid,name,code,public,deleted,last_join_ts,last_activity\n1100000000001_g,Night Market,#nightmkt,true,false,2024/05/01 10:00:00 UTC,2024/06/01 10:00:00 UTC\n")
        .file(
            "package/content/data-text.csv",
            Made.bom(
                "id,content_id,filename,message,sender_id,receiver_id,ip,port,parent_id,sent_at,sent_at_ts,app_name\n1,c-1,,\"got the stuff, zzkikmessage\",sxt_kik_abc,lou_def,198.51.100.130,51111,,2024-06-01 10:00:00 UTC,1717236000000,kik\n2,c-2,,no text here,lou_def,sxt_kik_abc,,,,2024-06-01 10:01:00 UTC,1717236060000,kik\n"))
        .file(
            "package/content/data-media.csv",
            "id,content_id,filename,message,sender_id,receiver_id,ip,port,parent_id,sent_at,sent_at_ts,app_name\n3,YWJj,YWJj,,sxt_kik_abc,lou_def,198.51.100.130,51112,,2024-06-01 10:02:00 UTC,1717236120000,Gallery\n")
        .file("package/content/medias/YWJj", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})
        .file(
            "package/logs/binds.csv",
            "user_jid,ip,port,ts,device\nsxt_kik_abc@talk.kik.com,198.51.100.131,5222,2024/06/02 08:00:00 UTC,zzdevice\n")
        .file(
            "package/logs/chat_sent.csv",
            "user_jid,friend_user_jid,ip,ts,words\nsxt_kik_abc@talk.kik.com,lou_def@talk.kik.com,198.51.100.132,2024/06/03 08:00:00 UTC,7\n")
        .file(
            "package/logs/friends_added.csv",
            "user_jid,friend_user_jid,ts\nsxt_kik_abc@talk.kik.com,lou_def@talk.kik.com,2024/05/30 08:00:00 UTC\n")
        .file(
            "package/logs/block_user.csv",
            "user_jid,blocked_user_jid,ts\nsxt_kik_abc@talk.kik.com,max_ghi@talk.kik.com,2024/05/31 08:00:00 UTC\n")
        .file(
            "package/logs/zz_brand_new.csv",
            "user_jid,zzkikcolumn\nsxt_kik_abc@talk.kik.com,zzkikvalue\n");
  }

  @Test
  void readsKikNew() {
    HoldOut h = kikNew().opaque().readZip().by("kik");
    h.message("got the stuff")
        .by("sxt_kik_abc")
        .to("lou_def")
        .at("2024-06-01T10:00:00Z")
        .on("kik")
        .bytes("zzkikmessage");
    h.message("no text here").by("lou_def").at("2024-06-01T10:01:00Z");
    h.the(Record.Message.class, "with media", m -> !m.media().isEmpty())
        .media("YWJj", true)
        .at("2024-06-01T10:02:00Z");
    h.login("198.51.100.131").port(5222).at("2024-06-02T08:00:00Z");
    h.the(
            Record.Follow.class,
            "friend lou",
            f -> f.to().key().contains("lou_def") && f.how() != How.BLOCKS)
        .at("2024-05-30T08:00:00Z");
    h.kept("max_ghi");
    h.kept("198.51.100.130", "51111", "198.51.100.132", "Night Market");
    h.done();
  }

  static HoldOut kikOld() {
    return HoldOut.of("kik-return-old")
        .file(
            "sxt_kik/logs/bind.txt",
            "1609459200000\tsxt_kik_abc\t198.51.100.140\t40123\t2021/01/01 00:00:00 UTC\tzzbindinfo\n1609462800000\tsxt_kik_abc\t198.51.100.141\t40124\t2021/01/01 01:00:00 UTC\tandroid\n")
        .file(
            "sxt_kik/logs/chat_sent.txt",
            "1609466400000\tsxt_kik_abc\tlou_def\t4\t198.51.100.142\t2021/01/01 02:00:00 UTC\n")
        .file(
            "sxt_kik/logs/chat_sent_received.txt",
            "1609470000000\tlou_def\tsxt_kik_abc\t4\tREDACTED\t2021/01/01 03:00:00 UTC\n")
        .file(
            "sxt_kik/logs/friend_added.txt",
            "1609455600000\tsxt_kik_abc\tlou_def\t2020/12/31 23:00:00 UTC\n");
  }

  @Test
  void readsKikOld() {
    HoldOut h = kikOld().readZip().by("kik");
    h.login("198.51.100.140").port(40123).at("2021-01-01T00:00:00Z").by("sxt_kik_abc");
    h.login("198.51.100.141").port(40124).at("2021-01-01T01:00:00Z");
    h.the(Record.Message.class, "sent", m -> Found.is(m.author(), "sxt_kik_abc"))
        .to("lou_def")
        .at("2021-01-01T02:00:00Z");
    h.the(Record.Message.class, "received", m -> Found.is(m.author(), "lou_def"))
        .to("sxt_kik_abc")
        .at("2021-01-01T03:00:00Z");
    h.the(Record.Follow.class, "friend", f -> Found.is(f.to(), "lou_def"))
        .at("2020-12-31T23:00:00Z");
    h.kept("198.51.100.142").done();
  }

  static HoldOut reddit() {
    return HoldOut.of("reddit-return")
        .file(
            "sxt_red/comments.csv",
            "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\nkabc001,https://www.reddit.com/r/boats/comments/p1/x/kabc001/,2024-03-01 10:00:00 UTC,198.51.100.150,boats,0,https://www.reddit.com/r/boats/comments/p1/x/,t1_kabc000,\"nice keel,\nzzbodyred\",\n")
        .file(
            "sxt_red/posts.csv",
            "id,permalink,date,ip,subreddit,gildings,title,url,body,zz_col\np1,https://www.reddit.com/r/boats/comments/p1/x/,2024-02-28 09:00:00 UTC,198.51.100.151,boats,0,Selling a boat,https://example.org/b,long text of the post,zzredcol\n")
        .file(
            "sxt_red/messages.csv",
            "id,permalink,thread_id,date,ip,from,to,subject,body\nm1,https://www.reddit.com/message/messages/m1,t1,2024-03-02 10:00:00 UTC,198.51.100.152,sxt_red,nora_r,hello,is it still for sale?\n")
        .file(
            "sxt_red/chat_history.csv",
            "message_id,created_at,updated_at,username,message,channel,subreddit,channel_name,conversation_type\ncm1,2024-03-03 10:00:00 UTC,,nora_r,yes it is \uD83D\uDE4C,sendbird_group_channel_1,,Nora,direct\ncm2,2024-03-03 10:01:00 UTC,,,deleted user wrote,sendbird_group_channel_1,,Nora,direct\n")
        .file(
            "sxt_red/ip_logs.csv",
            "date,ip\nregistration ip,198.51.100.153\n2024-03-04 10:00:00 UTC,198.51.100.154\n")
        .file(
            "sxt_red/statistics.csv",
            "statistic,value\naccount name,sxt_red\nexport time,2024-04-01 00:00:00 UTC\n")
        .file(
            "sxt_red/post_votes.csv",
            "id,permalink,direction\np9,https://www.reddit.com/r/boats/comments/p9/y/,up\n")
        .file("sxt_red/checkfile.csv", "filename,sha256\nzzcheck.csv,abc\n");
  }

  @Test
  void readsReddit() {
    HoldOut h = reddit().readZip().by("reddit");
    h.post("nice keel").at("2024-03-01T10:00:00Z").by("sxt_red").on("reddit").bytes("kabc001");
    h.the(
            Record.Post.class,
            "the post",
            p -> (p.text() + p.header().extra()).contains("Selling a boat"))
        .at("2024-02-28T09:00:00Z");
    h.message("is it still for sale").by("sxt_red").to("nora_r").at("2024-03-02T10:00:00Z");
    h.message("yes it is").by("nora_r").at("2024-03-03T10:00:00Z");
    h.message("deleted user wrote").byNobody();
    h.login("198.51.100.154").at("2024-03-04T10:00:00Z").by("sxt_red");
    h.the(Record.Login.class, "of the registration", l -> "198.51.100.153".equals(l.ip()))
        .timeless()
        .says("registration");
    h.activity(What.REACTED, "p9");
    h.kept("198.51.100.150", "198.51.100.152").done();
  }

  static HoldOut gab() {
    return HoldOut.of("gab-return")
        .file(
            "sxt_gab_posts.csv",
            "id,uri,text,created_at,updated_at,in_reply_to_id,reblog_of_id,url,sensitive,visibility,spoiler_text,reply,language,conversation_id,local,account_id,application_id,in_reply_to_account_id,poll_id,group_id,quote_of_id,revised_at,markdown,expires_at,has_quote,tombstoned_at\n105000000000000001,https://gab.com/x,rally on sunday,2020-10-10 10:10:10.123,2020-10-10 10:10:10.123,,,https://gab.com/sxt_gab/posts/105000000000000001,f,public,,f,en,9,t,4242,,,,zzgabgroup,,,,,f,\n105000000000000002,https://gab.com/y,yes we come,2020-10-10 11:10:10,2020-10-10 11:10:10,105000000000000001,,https://gab.com/sxt_gab/posts/105000000000000002,f,public,,t,en,9,t,4242,,4243,,,,,,,f,\n")
        .file(
            "sxt_gab_account_info.csv",
            "id,username,domain,secret,remote_url,salmon_url,hub_url,created_at,updated_at,note,display_name,uri,url,avatar_file_name,locked,is_verified,spam_flag\n4242,sxt_gab,,,,,,2019-09-09 09:09:09,2020-09-09 09:09:09,zzgabnote,Gabby,https://gab.com/users/sxt_gab,https://gab.com/sxt_gab,,f,t,0\n")
        .file(
            "sxt_gab_session_activations.csv",
            "id,session_id,created_at,updated_at,user_agent,ip,access_token_id,user_id\n1,zzsession,2020-10-11 10:00:00,2020-10-11 10:00:00,Mozilla/5.0,198.51.100.160,,77\n")
        .file("sxt_gab_followers.csv", "username\nolive\npeter\n");
  }

  @Test
  void readsGab() {
    HoldOut h = gab().readZip().by("gab");
    h.post("rally on sunday")
        .byKey(KeyBasis.PLATFORM_ID, "4242")
        .id("105000000000000001")
        .at("2020-10-10T10:10:10.123Z");
    h.post("yes we come").replyTo("105000000000000001");
    h.profile("4242").says("sxt_gab");
    h.login("198.51.100.160").at("2020-10-11T10:00:00Z");
    h.the(Record.Follow.class, "olive follows", f -> Found.is(f.from(), "olive"));
    h.count(Record.Follow.class, 2);
    h.done();
  }

  static HoldOut roblox() {
    return HoldOut.of("roblox-return")
        .file(
            "R-123/Chat records of the Roblox user sxt_rob.csv",
            Made.bom(
                "ts,ds,conversation_id,convo_type,user_id,name,text,is_filtered_o13,is_filtered_u13,is_rewritten,request_user_id\n2024-07-01T10:00:00.5Z,2024-07-01,conv-9,chat/app,111222333,sxt_rob,add me on the other app,false,true,false,111222333\n,,,,,,,,,,\n2024-07-01T10:01:00Z,,conv-9,,444555666,,ok zzrobtext,,,,111222333\n"))
        .file(
            "R-123/Messages of the Roblox user sxt_rob.csv",
            "id,message_type_id,subject,body,author_id,author_name,recipient_id,recipient_name,created_time (UTC seconds),created_time,updated_time (UTC seconds),updated_time,is_system_message,is_read,is_archived\n77,1,hi,want robux?,111222333,sxt_rob,444555666,quinn,1719828000,07/01/2024 10:00:00,1719828000,07/01/2024 10:00:00,false,true,false\n")
        .file(
            "R-123/Account IPs of the Roblox user sxt_rob.csv",
            "user_id,username,ip_address,first_recorded_utc,last_recorded_utc,last_observed_port,last_observed_port_utc\n111222333,sxt_rob,198.51.100.170,2024-06-01 00:00:00.000,2024-07-01 00:00:00.000,50123,2024-06-30 00:00:00.000\n")
        .file(
            "R-123/Friend list of the Roblox user sxt_rob.csv",
            "userid,frienduserid,createdutc,updatedutc\n111222333,444555666,03/04/2024 05:06:07,03/04/2024 05:06:07\n")
        .file(
            "R-123/Zz of the Roblox user sxt_rob.csv",
            "zzrobcolumn,user_id\nzzrobvalue,111222333\n");
  }

  @Test
  void readsRoblox() {
    HoldOut h = roblox().readZip().by("roblox");
    h.message("add me on the other app")
        .byKey(KeyBasis.PLATFORM_ID, "111222333")
        .at("2024-07-01T10:00:00.500Z")
        .inConversation("conv-9");
    h.message("ok zzrobtext").byKey(KeyBasis.PLATFORM_ID, "444555666").at("2024-07-01T10:01:00Z");
    h.message("want robux").by("111222333").to("444555666").at("2024-07-01T10:00:00Z").id("77");
    h.login("198.51.100.170").port(50123).by("111222333");
    h.follow("111222333", "444555666", How.FRIEND).at("2024-03-04T05:06:07Z");
    h.done();
  }

  private static List<List<String>> apple(String title, List<List<String>> table) {
    List<List<String>> rows =
        new java.util.ArrayList<>(
            List.of(
                List.of("Apple Inc. Confidential"),
                List.of(title),
                List.of("DSID: 1234567890"),
                List.of("Time Zone: UTC"),
                List.of("zzapplehead"),
                List.of("")));
    rows.addAll(table);
    return rows;
  }

  static HoldOut apple() {
    Map<String, List<List<String>>> account = new LinkedHashMap<>();
    account.put(
        "Account Details",
        apple(
            "iCloud Account Details",
            List.of(
                List.of(
                    "Apple ID",
                    "DS ID",
                    "Account Type",
                    "First Name",
                    "Last Name",
                    "Phone Number",
                    "Rescue Email",
                    "Creation Date",
                    "Creation IP",
                    "Zz"),
                List.of(
                    "rosa@icloud.example",
                    "1234567890",
                    "Full iCloud",
                    "Rosa",
                    "R",
                    "+447700900999",
                    "rosa.alt@example.org",
                    "2015-05-05 05:05:05 UTC",
                    "198.51.100.180",
                    "zzapplecell"))));
    Map<String, List<List<String>>> logs = new LinkedHashMap<>();
    logs.put(
        "iCloud Logs",
        apple(
            "iCloud Logs",
            List.of(
                List.of(
                    "Date/Time (UTC)", "IP Address", "Apple ID", "Service", "Action", "User Agent"),
                List.of(
                    "2024-08-01 10:00:00",
                    "198.51.100.181",
                    "rosa@icloud.example",
                    "FindMyiPhone",
                    "Login",
                    "iPhone14,5"),
                List.of(
                    "2024-08-02 10:00:00",
                    "2001:db8::181",
                    "rosa@icloud.example",
                    "Mail",
                    "Sync",
                    ""))));
    Map<String, List<List<String>>> fmf = new LinkedHashMap<>();
    fmf.put(
        "Followers",
        List.of(
            List.of("DSID", "Follower DSID", "Follower Apple ID", "Creation Date"),
            List.of("1234567890", "5556667770", "sam@icloud.example", "2023-01-01 00:00:00 UTC")));
    return HoldOut.of("apple-return")
        .file("1234567890/Account/1234567890_AccountDetails.xlsx", Made.xlsx(account))
        .file("1234567890/LOG/1234567890_iCloudLogs.xlsx", Made.xlsx(logs))
        .file("1234567890/fmf/1234567890_Followers.xlsx", Made.xlsx(fmf));
  }

  @Test
  void readsApple() {
    HoldOut h = apple().opaque().readZip().by("apple|icloud");
    h.profile("1234567890")
        .selector("email:rosa@icloud.example")
        .says("+447700900999")
        .says("rosa.alt@example.org");
    h.login("198.51.100.181").at("2024-08-01T10:00:00Z").says("FindMyiPhone");
    h.login("2001:db8::181").at("2024-08-02T10:00:00Z");
    h.kept("5556667770", "sam@icloud.example");
    h.kept("198.51.100.180", "zzapplecell").done();
  }

  static HoldOut cashApp() {
    Map<String, List<List<String>>> book = new LinkedHashMap<>();
    book.put(
        "Subject",
        List.of(
            List.of("Account Token", "C_abc123"),
            List.of("Display Name History"),
            List.of("Tess T"),
            List.of("$sxttess"),
            List.of(""),
            List.of("Alias History", ""),
            List.of("Date", "Alias"),
            List.of("2024-01-01T00:00:00Z", "tess@example.org"),
            List.of("2024-01-02T00:00:00Z", "+15550100123"),
            List.of(""),
            List.of("Payment Source History"),
            List.of("Card Number", "Brand", "Zip"),
            List.of("411111******1111", "VISA", "90210")));
    book.put(
        "Transactions",
        List.of(
            List.of(
                "Date",
                "Transaction Type",
                "Sender",
                "Recipient",
                "Amount",
                "Currency",
                "Note",
                "Status",
                "IP Address",
                "Zz"),
            List.of(
                "2024-02-01T10:00:00Z",
                "P2P",
                "Tess T",
                "Uma U",
                "#250",
                "USD",
                "rent \uD83C\uDFE0",
                "COMPLETED",
                "198.51.100.190",
                "zzcashcell")));
    return HoldOut.of("cashapp-return")
        .file("2024-03-01-for-subject-SQ_CASH-C_abc123.xlsx", Made.xlsx(book));
  }

  @Test
  void readsCashApp() {
    HoldOut h = cashApp().opaque().readPlain().by("cash");
    h.activity(What.PAID, "250").at("2024-02-01T10:00:00Z");
    h.the(
        Record.Profile.class,
        "with the e-mail",
        p -> p.selectors().stream().anyMatch(s -> s.selector().value().equals("tess@example.org")));
    h.kept("$sxttess", "15550100123", "198.51.100.190", "zzcashcell", "411111******1111").done();
  }
}
