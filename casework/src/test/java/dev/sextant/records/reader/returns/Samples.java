package dev.sextant.records.reader.returns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Invented returns, written after published lists of fields. */
final class Samples {
  private Samples() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Path write(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> e : files.entrySet()) {
      Path file = folder.resolve(e.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, e.getValue());
    }
    return folder;
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> e : files.entrySet()) {
        ZipEntry entry = new ZipEntry(e.getKey());
        // Of no zone: the same bytes wherever the machine stands.
        entry.setTimeLocal(LocalDateTime.of(2001, 9, 9, 1, 46, 40));
        zip.putNextEntry(entry);
        zip.write(e.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A workbook of one sheet with texts in their cells. */
  static byte[] book(String sheet, List<List<String>> rows) {
    StringBuilder xml =
        new StringBuilder(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (int r = 0; r < rows.size(); r++) {
      xml.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows.get(r).size(); c++) {
        String ref = (char) ('A' + c) + Integer.toString(r + 1);
        xml.append("<c r=\"").append(ref).append("\" t=\"inlineStr\"><is><t>");
        xml.append(rows.get(r).get(c).replace("&", "&amp;").replace("<", "&lt;"));
        xml.append("</t></is></c>");
      }
      xml.append("</row>");
    }
    xml.append("</sheetData></worksheet>");
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", utf8("<Types/>"));
    parts.put(
        "xl/workbook.xml",
        utf8(
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\""
                + sheet
                + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        utf8(
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
    parts.put("xl/worksheets/sheet1.xml", utf8(xml.toString()));
    return zip(parts);
  }

  static byte[] pdf(List<String> lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      document.setDocumentId(7L);
      try (PDPageContentStream text = new PDPageContentStream(document, page)) {
        text.beginText();
        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        text.newLineAtOffset(50, 700);
        text.setLeading(14);
        for (String line : lines) {
          text.showText(line);
          text.newLine();
        }
        text.endText();
      }
      document.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Map<String, byte[]> snapchat() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "subscriber_info.csv",
        utf8(
            """
            "Subscriber information.
            username: the name, chosen by the user"
            ================================
            username,user_id,created,email_address,email_status,pending_email_address,creation_ip,phone_number,phone_status,display_name,status
            sxt_ana,aaaa-1111,Wed Aug 19 12:00:00 UTC 2021,ana@example.org,Verified,,203.0.113.9,+447700900123,Unverified,Ana,Active

            "Account changes"
            ================================
            date,action,old_value,new_value,reason
            2026-04-11 04:02:00 UTC,DISPLAY_NAME,Ann,Ana,user

            "More"
            ================================
            birthdate,last_active,follower_count,app_version,2fa_status,email_verified_timestamp,phone_verified_timestamp
            2000-01-01,2026-03-01 09:00:00 PST,12,13.1,off,,
            """));
    f.put(
        "conversations.csv",
        utf8(
            """
            "Conversations: each row is a message"
            ================================
            media_id,is_encrypted,timestamp,message_type,sender_username,recipient_username,text,is_topic_chat,novel
            ,false,2026-04-11 04:02:00 UTC,TEXT,sxt_ben,sxt_ana,"he said ""hi"", then left",false,x
            b~AbCd_1234;b~missing99,true,Wed Aug 19 12:00:00 UTC 2021,MEDIA,sxt_ana,sxt_ben,,false,
            """));
    f.put("chat~media_v4~2021-08-19~sxt_ana~sxt_ben~saved~b~AbCd_1234~v4.jpg", utf8("picture"));
    f.put(
        "geo_locations.csv",
        utf8(
            """
            "Locations"
            ================================
            latitude,longitude,timestamp
            34.47359 ± 39.66 meters,-112.5 ± 39.66 meters,2026-04-11 04:02:00 UTC

            ================================
            latitude,longitude,accuracy,timestamp,is_live_location
            34.5,-112.6,12.5,2026-04-11 04:03:00 UTC,true

            ================================
            country,region,city,timestamp
            US,Arizona,Prescott,2026-04-11 04:04:00 UTC
            """));
    f.put(
        "ip_data.csv",
        utf8("ip,asn,first seen time,count\n2001:db8::1,64500,2026-04-11 04:02:00 UTC,3\n"));
    f.put(
        "call_logs.csv",
        utf8(
            "call_start,call_end,sender_username,recipient_username\n2026-04-11 04:02:00 UTC,2026-04-11 04:03:30 UTC,sxt_ana,sxt_ben\n"));
    f.put(
        "friends_list.csv",
        utf8(
            "\"List of friends of this account\"\n================================\nsxt_ben\nsxt_cid\n"));
    f.put("odd.csv", utf8("alpha,beta\n1,2\n"));
    return f;
  }

  static Map<String, byte[]> discord() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "messages/dms/111111111111111111.csv",
        utf8(
            """
            Channel ID,ID,Author ID,Timestamp,Username,Contents,Attachments
            111111111111111111,900000000000000001,222222222222222222,2025-01-02 03:04:05.678000+00:00,sxt_ana,"two
            lines","https://cdn.discordapp.com/attachments/1/777/a.png
            https://cdn.discordapp.com/attachments/1/778/b.png"
            """));
    f.put(
        "messages/archived/333333333333333333.csv",
        utf8("900000000000000002,2025-01-02T03:05:05+00:00,alone,\n"));
    f.put(
        "relationships_222222222222222222.csv",
        utf8(
            "user id,username,relationship\n444444444444444444,sxt_ben,friend\n555555555555555555,sxt_cid,blocked\n"));
    f.put(
        "servers/666666666666666666.json",
        utf8(
            "{\"id\":\"666666666666666666\",\"name\":\"Garden\",\"owner_id\":\"444444444444444444\",\"description\":null,\"channels\":{\"7\":\"general\"},\"region\":\"eu\"}"));
    return f;
  }

  static Map<String, byte[]> kik() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "package/group-legend-sxt_ana_abc.csv",
        utf8(
            "gid,name,code,public,deleted,last_join_ts,last_activity\n1100@groups.kik.com,Gardeners,#gard,true,false,2025-01-01 00:00:00 UTC,\n"));
    f.put(
        "package/content/data-text.csv",
        utf8(
            """
            id,content_id,filename,message,sender_id,receiver_id,ip,port,parent_id,sent_at,sent_at_ts(ms),app_name
            1,c1,,hello,sxt_ana_abc@talk.kik.com,sxt_ben_x1y@talk.kik.com,203.0.113.5,4444,,2025-01-01 00:00:00,1735689600123,
            2,c2,,to all,sxt_ben_x1y@talk.kik.com,1100@groups.kik.com,,,1,2025-01-01 00:01:00,1735689660000,
            """));
    f.put(
        "package/content/data-media.csv",
        utf8(
            "id,content_id,filename,message,sender_id,receiver_id,ip,port,parent_id,sent_at,sent_at_ts(ms),app_name\n3,c3,cGlj,,sxt_ana_abc@talk.kik.com,sxt_ben_x1y@talk.kik.com,,,,,1735689700000,Camera\n"));
    f.put("package/content/medias/cGlj", utf8("picture"));
    f.put(
        "package/logs/chat_sent.csv",
        utf8(
            "user_jid,friend_user_jid,ip,ts,words\nsxt_ana_abc@talk.kik.com,sxt_ben_x1y@talk.kik.com,203.0.113.5,2025-01-01 00:00:00 UTC,3\n"));
    f.put(
        "package/logs/friends_added.csv",
        utf8(
            "user_jid,friend_user_jid,ts\nsxt_ana_abc@talk.kik.com,sxt_cid_q2w@talk.kik.com,2025-01-01 00:00:00 UTC\n"));
    f.put(
        "package/logs/binds.csv",
        utf8(
            "user_jid,ip,port,ts,device\nsxt_ana_abc@talk.kik.com,203.0.113.6,5555,2025-01-01 00:00:00 UTC,iPhone\n"));
    return f;
  }

  static Map<String, byte[]> kikOlder() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "logs/bind.txt",
        utf8("1420070400123\tsxt_ana_abc\t203.0.113.7\t5566\tCAN\t2015-01-01 00:00:00 UTC\n"));
    f.put(
        "logs/chat_sent.txt",
        utf8(
            "1420070400123\tsxt_ana_abc\tsxt_ben_x1y\t4\t203.0.113.7\t2015-01-01 00:00:00 UTC\n1420070500000\tsxt_ana_abc\tsxt_cid_q2w\t1\t203.0.113.8\t2015-01-01 00:01:40 UTC\n"));
    return f;
  }

  static Map<String, byte[]> reddit() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "posts.csv",
        utf8(
            "id,permalink,date,ip,subreddit,gildings,title,url,body\np1,https://www.reddit.com/r/x/p1,2025-01-02 03:04:05 UTC,203.0.113.1,gardening,0,Roses,,how to\n"));
    f.put(
        "comments.csv",
        utf8(
            "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\nc1,https://www.reddit.com/r/x/c1,2025-01-02 03:05:05 UTC,,gardening,0,https://www.reddit.com/r/x/p1,p1,\"thanks, \"\"all\"\"\",\n"));
    f.put(
        "messages.csv",
        utf8(
            "id,permalink,thread_id,date,ip,from,to,subject,body\nm1,https://x,t1,2025-01-02 03:06:05 UTC,,sxt_ben,sxt_ana,hey,words\n"));
    f.put(
        "chat_history.csv",
        utf8(
            "message_id,created_at,updated_at,username,message,channel,subreddit,channel_name,conversation_type\nh1,2025-01-02 03:07:05 UTC,,sxt_ben,hi,chan1,,Ben,direct\n"));
    f.put(
        "ip_logs.csv",
        utf8("date,ip\nregistration ip,203.0.113.2\n2025-01-02 03:08:05 UTC,203.0.113.3\n"));
    f.put("statistics.csv", utf8("statistic,value\naccount name,sxt_ana\nemail,ana@example.org\n"));
    f.put("post_votes.csv", utf8("id,permalink,direction\np9,https://www.reddit.com/r/x/p9,up\n"));
    return f;
  }

  static Map<String, byte[]> gab() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "sxt_account_info.csv",
        utf8(
            "id,username,email,created_at,current_sign_in_ip,current_sign_in_at,last_sign_in_ip,sign_in_count,display_name,note,confirmed_at\n77,sxt_ana,ana@example.org,2021-01-01 00:00:00,203.0.113.4,2021-02-01 00:00:00,,4,Ana,about me,2021-01-02\n"));
    f.put(
        "sxt_posts.csv",
        utf8(
            "id,text,created_at,in_reply_to_id,reblog_of_id,account_id,visibility\n901,\"<p>hello &amp; <b>all</b></p>\",2021-03-01 00:00:00,900,,77,public\n"));
    f.put(
        "sxt_session_activations.csv",
        utf8(
            "id,session_id,created_at,user_agent,ip,access_token_id\n1,abcd,2021-04-01 00:00:00,Firefox,203.0.113.5,9\n"));
    return f;
  }

  static Map<String, byte[]> roblox() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "Chat records of the Roblox user 123456.csv",
        utf8(
            "Sender User Id,Receiver User Id,Message,Sent Time (UTC)\n123456,777,want robux?,2025-01-02 03:04:05\n"));
    f.put(
        "Login records of the Roblox user 123456.csv",
        utf8(
            "User Id,IP Address,Login Time (UTC),Device\n123456,203.0.113.6,1/2/2025 3:04:05 AM,Android\n"));
    return f;
  }

  static Map<String, byte[]> cashApp() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "payments-for-subject-SQ_CASH-C_abc123.xlsx",
        book(
            "Payments",
            List.of(
                List.of("Cash App payments of the subject"),
                List.of(
                    "Date", "Transaction ID", "Sender", "Recipient", "Amount", "Currency", "Note"),
                List.of(
                    "2025-01-02 03:04:05 UTC",
                    "T1",
                    "$sxtana",
                    "$sxtben",
                    "25.00",
                    "USD",
                    "rent"))));
    return f;
  }

  static Map<String, byte[]> apple() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "Account/123_AccountDetails.xlsx",
        book(
            "Account Details",
            List.of(
                List.of("Apple Confidential"),
                List.of("Report"),
                List.of(""),
                List.of("Case", "77"),
                List.of(""),
                List.of(""),
                List.of(
                    "Apple ID",
                    "DS ID",
                    "First Name",
                    "Last Name",
                    "Phone Number",
                    "Account Creation Date",
                    "Creation IP"),
                List.of(
                    "ana@example.org",
                    "9001",
                    "Ana",
                    "Beck",
                    "+447700900123",
                    "2015-02-03 04:05:06 UTC",
                    "203.0.113.7"))));
    f.put(
        "LOG/123_iCloudLogs.xlsx",
        book(
            "Log",
            List.of(
                List.of("iCloud logs"),
                List.of("Date/Time (UTC)", "IP Address", "Service", "User Agent"),
                List.of("2025-02-03 04:05:06", "203.0.113.8", "mail", "iPhone"))));
    f.put(
        "fmf/123_Followers.xlsx",
        book(
            "F",
            List.of(
                List.of("DSID", "Email", "Date"),
                List.of("9002", "ben@example.org", "2025-02-03 04:05:06 UTC"))));
    return f;
  }

  static Map<String, byte[]> tikTok() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "sxt_ana - IP Data.xlsx",
        book(
            "Sheet1",
            List.of(
                List.of("Timestamp (UTC)", "Active Start", "IP", "Country"),
                List.of("2025-01-02 03:04:05", "45659.5", "203.0.113.9", "GB"))));
    f.put(
        "sxt_ana - Video Metadata.xlsx",
        book(
            "Sheet1",
            List.of(
                List.of("Media ID", "Upload Time", "Caption"),
                List.of("7300000000000000001", "2025-01-03 03:04:05 UTC", "a cat"))));
    f.put(
        "sxt_ana (Subscriber information).pdf",
        pdf(
            List.of(
                "Username: sxt_ana",
                "Registration Method: Phone",
                "Phone: +447700900123",
                "Registration Date: 2020-05-06 07:08:09 UTC",
                "Registration IP: 203.0.113.10",
                "Registration Device Info: Android")));
    return f;
  }

  static Map<String, byte[]> x() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "100-tweets.txt",
        utf8(
            """
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA512

            [ {"tweet":{"created_at":"Wed Nov 15 12:00:45 +0000 2023","id":1001,"id_str":"1001000000","full_text":"Ol\u00e1 &amp; all","retweeted":false,"entities":{},"edit_info":{"initial":{"editTweetIds":["1001"]}}}} ]
            -----BEGIN PGP SIGNATURE-----

            iQEzBAEBCgAdFiEE
            -----END PGP SIGNATURE-----
            """));
    f.put(
        "100-direct-messages.txt",
        utf8(
            """
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA512

            [{"dmConversation":{"conversationId":"100-200","messages":[{"messageCreate":{"senderId":"200","recipientId":"100","id":"5","text":"hi","createdAt":"2023-11-15T12:00:00.123Z","mediaUrls":[],"reactions":[]}}]}}]
            -----BEGIN PGP SIGNATURE-----

            iQEzBAEBCgAdFiEE
            -----END PGP SIGNATURE-----
            """));
    f.put("100_tweets_media/1001000000-pic.jpg", utf8("picture"));
    return f;
  }

  static Map<String, byte[]> xOlder() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    f.put(
        "100-account.txt",
        utf8(
            "accountId: 100\nemail: ana@example.org\ncreatedVia: web\nusername: sxt_ana\naccountDisplayName: Ana\ncreatedAt: 2015-01-02T03:04:05.000Z\n"));
    f.put("100-account-creation-ip.txt", utf8("accountId: 100\nuserCreationIp: 203.0.113.11\n"));
    f.put(
        "100-account-suspension.txt",
        utf8("timeStamp: 2016-01-02T03:04:05.000Z\naction: Suspend\n"));
    f.put(
        "100-ip-audit.txt",
        utf8(
            "accountId: 100\ncreatedAt: 2016-01-02T03:04:05.000Z\nloginIp: 203.0.113.12\n\naccountId: 100\ncreatedAt: 2016-01-03T03:04:05.000Z\nloginIp: 203.0.113.13\n"));
    f.put(
        "100-follower.txt",
        utf8(
            "accountId: 200\nuserLink: https://twitter.com/sxt_ben\naccountId: 300\nuserLink: https://twitter.com/intent/user?user_id=300\n"));
    f.put(
        "100-direct-messages.txt",
        utf8(
            """
            ********************************
            **** conversationId: 100-200
            ********************************
            **** id: 55
            senderId: 200
            recipientId: 100
            createdAt: 2016-01-02T03:04:05.000Z
            text: first line
            note: still text

            last line
            **** id: 56
            senderId: 100
            recipientId: 200
            createdAt: 2016-01-02T03:05:05.000Z
            text: answer
            """));
    return f;
  }

  static Map<String, byte[]> google() {
    Map<String, byte[]> f = new LinkedHashMap<>();
    String id = "1234567.";
    f.put(
        id + "GoogleAccount.SubscriberInfo_001/Google Account/ana@example.org.SubscriberInfo.html",
        utf8(
            """
            <html><head><title>Google Subscriber Information</title></head><body><h2>GOOGLE SUBSCRIBER INFORMATION</h2>
            <ul><li>Google Account ID: 987654321</li><li>Name: Ana Beck</li><li>e-Mail: ana@example.org</li>
            <li>Created on: 2012-03-04 05:06:07 Z</li><li>Terms of Service IP: 203.0.113.20</li><li>Services: Gmail, YouTube</li></ul>
            <h3>Account Recovery</h3><ul><li>Recovery SMS: +447700900123 [GB]</li></ul>
            <h2>IP ACTIVITY</h2><table><tr><th>Timestamp</th><th>IP Address</th><th>Activity Type</th><th>Raw User Agents</th></tr>
            <tr><td>2025-01-02 03:04:05 Z</td><td>2001:db8::20</td><td>Login</td><td>Mozilla/5.0</td></tr></table></body></html>
            """));
    f.put(
        id + "GoogleAccount.ChangeHistory_001/Google Account/ana@example.org.ChangeHistory.html",
        utf8(
            "<html><body><table><tr><th>Timestamp</th><th>Change Type</th><th>Old Value</th><th>New Value</th></tr><tr><td>2024-01-02 03:04:05 Z</td><td>Recovery phone</td><td></td><td>+447700900123</td></tr></table></body></html>"));
    f.put(
        id
            + "AccessLogActivity.Activities_001/Access Log Activity/Activities - A list of Google services accessed by.csv",
        utf8(
            "Gaia ID,Activity Timestamp,IP Address,Proxied Host IP Address,Is Non-routable IP Address,Activity Country,Activity Region,Activity City,User Agent String,Product Name,Sub-Product Name,Activity Type,Gmail Access Channel\n987654321,2025-01-02 03:04:05 UTC,203.0.113.21,,false,GB,ENG,LONDON,Mozilla/5.0,Gmail,IMAP,Login,\n"));
    f.put(
        id + "MyActivity.MyActivity_001/My Activity/Search/MyActivity.html",
        utf8(
            "<html><body><div class=\"mdl-grid\"><div class=\"outer-cell mdl-cell\"><div class=\"mdl-grid\"><div class=\"header-cell mdl-cell\"><p class=\"mdl-typography--title\">Search<br></p></div><div class=\"content-cell mdl-cell\">Searched for&nbsp;<a href=\"https://www.google.com/search?q=roses\">roses</a><br>Jan 2, 2025, 3:04:05\u202fPM UTC</div><div class=\"content-cell mdl-cell\"><b>Products:</b><br>Search</div></div></div></div></body></html>"));
    f.put(
        id + "LocationHistory.Records_001/Location History/Records.json",
        utf8(
            "{\"locations\":[{\"latitudeE7\":515000000,\"longitudeE7\":-1200000,\"accuracy\":20,\"timestamp\":\"2025-01-02T03:04:05.678Z\",\"source\":\"WIFI\"}]}"));
    f.put(
        id + "GooglePlayStore.Installs_001/Google Play Store/Installs.csv",
        utf8(
            "Title,Package Name,First Installation Time\nSignal,org.thoughtcrime.securesms,2024-05-06 07:08:09 UTC\n"));
    f.put(
        id
            + "GoogleAccountTargetAssociation.LinkedByCookies_001/Google Account Target Association/ana.LinkedByCookies.csv",
        utf8(
            "Google Account ID,Email,Last Seen\n111222333,ben@example.org,2025-01-02 03:04:05 UTC\n"));
    f.put(
        id + "Mail.MessageContent_001.zip",
        zip(
            Map.of(
                "Mail/All mail Including Spam and Trash.mbox",
                utf8(
                    "From 1@xxx Thu Jan 02 03:04:05 +0000 2025\nFrom: Ben <ben@example.org>\nTo: ana@example.org\nSubject: roses\nDate: Thu, 02 Jan 2025 03:04:05 +0000\nMessage-ID: <a@b>\n\nwords\n"))));
    f.put(id + "Drive.Files_001/Drive/notes.txt", utf8("words"));
    return f;
  }
}
