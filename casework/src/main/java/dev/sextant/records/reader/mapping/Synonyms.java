package dev.sextant.records.reader.mapping;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What columns are called in tables of many languages (English, German, Spanish, Portuguese,
 * French, Italian, Dutch, Polish, Russian, Turkish), by role. A name is compared in lower case,
 * without accents, its pieces parted by blanks ({@code user.screenName} is {@code user screen
 * name}).
 */
final class Synonyms {
  private static final Map<String, Role> WORDS = new HashMap<>();

  static {
    add(
        Role.FROM,
        "from,from id,from user,caller,caller id,caller number,calling,calling number,calling party,"
            + "calling party number,a party,a number,a no,a subscriber,a msisdn,anum,msisdn,originator,"
            + "originating number,sender,sender id,sender name,sender number,author,author id,author name,"
            + "account,account id,account name,username,user name,user,user id,userid,screen name,"
            + "user screen name,handle,profile,"
            + "source,subscriber,target number,owner,actor,poster,who,absender,anrufer,rufnummer a,"
            + "a rufnummer,von,verfasser,autor,benutzer,benutzername,nutzer,konto,remitente,de,emisor,"
            + "llamante,numero origen,origen,usuario,cuenta,autora,remetente,origem,usuario origem,"
            + "conta,expediteur,appelant,auteur,emetteur,numero appelant,utilisateur,compte,mittente,"
            + "chiamante,autore,utente,da,afzender,beller,gebruiker,auteur naam,nadawca,uzytkownik,"
            + "autor wpisu,от,отправитель,автор,пользователь,абонент,gonderen,arayan,kullanici,"
            + "участник,имя пользователя,ego,subject number,mobile number,phone,phone number,telephone,"
            + "telefon,telefono,telefone,numero,number,mobile,handynummer");
    add(
        Role.TO,
        "to,to id,to user,callee,called,called number,called party,called party number,b party,b number,"
            + "b no,bnum,b subscriber,destination,destination number,dialed number,dialled number,"
            + "dialed digits,recipient,recipient id,recipient name,recipients,receiver,receiver id,"
            + "contact,contact number,other party,correspondent,correspondent id,counterpart,target,"
            + "friend,empfanger,angerufener,rufnummer b,b rufnummer,an,nach,ziel,destinatario,receptor,"
            + "para,numero destino,destino,llamado,destinataire,appele,numero appele,a qui,"
            + "ricevente,chiamato,ontvanger,gebelde,naar,odbiorca,do,кому,получатель,"
            + "собеседник,alici,aranan,interlocutor,interlocutore");
    add(
        Role.TIME,
        "time,date,datetime,date time,timestamp,time stamp,created,created at,created utc,"
            + "creation time,create time,createtime,start,start time,starttime,start date,call date,"
            + "call time,call start,call initiation time,connect time,setup time,event time,event date,"
            + "sent,sent at,sent time,sent date,date sent,received,posted,posted at,published,"
            + "published at,publishedat,unix timestamp,unix time,epoch,when,log time,logged at,"
            + "login time,login date,seen at,taken at,date utc,time utc,timestamp utc,utc,ts,"
            + "first seen,datum,uhrzeit,zeit,zeitpunkt,zeitstempel,beginn,anrufdatum,erstellt,"
            + "erstellt am,gesendet,gesendet am,datum uhrzeit,fecha,hora,fecha hora,fecha y hora,"
            + "inicio,hora inicio,fecha inicio,creado,creado en,enviado,data,data hora,data e hora,"
            + "horario,criado em,data inicio,date heure,heure,horodatage,date et heure,debut,"
            + "cree le,envoye,date appel,ora,data ora,data e ora,orario,inizio,inviato,datum tijd,"
            + "tijd,tijdstip,datum en tijd,godzina,czas,data godzina,дата,время,дата и время,"
            + "дата время,tarih,saat,tarih saat,zaman");
    add(
        Role.END,
        "end,end time,endtime,call end,disconnect time,release time,ende,fin,hora fin,fine,einde");
    add(
        Role.ZONE,
        "timezone,time zone,tz,utc offset,offset,zeitzone,zona horaria,fuso,fuso horario,fuseau");
    add(
        Role.TEXT,
        "text,body,message,message text,message body,messagetext,msg,content,contents,full text,"
            + "fulltext,tweet,tweet text,post,post text,comment,comment text,caption,sms,sms text,"
            + "description,title text,words,selftext,note,nachricht,nachrichtentext,inhalt,beitrag,"
            + "kommentar,mensaje,texto,contenido,cuerpo,comentario,mensagem,conteudo,"
            + "texte,contenu,commentaire,messaggio,testo,contenuto,commento,bericht,inhoud,"
            + "tekst,wiadomosc,tresc,текст,сообщение,содержание,mesaj,metin,icerik,test case,"
            + "sentence,utterance,document");
    add(
        Role.ID,
        "id,id str,message id,messageid,msg id,msgid,tweet id,tweetid,post id,postid,status id,"
            + "comment id,record id,rewire id,item id,event id,guid,uuid,call id,mhc case id,case id,"
            + "nachrichten id,id mensaje,id mensagem");
    add(
        Role.REPLY_TO,
        "reply to,in reply to,in reply to id,in reply to status id,replyto,reply to id,parent id,"
            + "parent,quoted message id,antwort auf,respuesta a");
    add(
        Role.CONVERSATION,
        "conversation,conversation id,conversationid,chat,chat id,chatid,thread,thread id,threadid,"
            + "channel,channel id,channelid,room,room id,group,group id,groupid,group name,event,"
            + "unterhaltung,gruppe,grupo,conversacion,conversa,groupe,conversazione,gruppo,groep,"
            + "grupa,чат,группа,sohbet,subreddit,list");
    add(
        Role.TITLE,
        "conversation title,chat name,chat title,thread name,thread title,channel name,group title,gruppenname");
    add(
        Role.DURATION,
        "duration,call duration,duration seconds,duration sec,duration s,dur,length,call length,"
            + "talk time,billsec,seconds,elapsed,dauer,gesprachsdauer,anrufdauer,duracion,"
            + "duracion segundos,duracao,duree,durata,duur,czas trwania,длительность,sure,"
            + "продолжительность");
    add(
        Role.OUTCOME,
        "outcome,call result,result,disposition,status call,call status,answered,missed,termination,cause,release cause,ergebnis,resultado,resultat,esito");
    add(
        Role.IP,
        "ip,ip address,ipaddress,ip addr,login ip,loginip,source ip,src ip,client ip,remote ip,ip adresse,direccion ip,endereco ip,adresse ip,indirizzo ip,ip adres,ip адрес");
    add(Role.PORT, "port,source port,src port,client port,ip port,puerto,porta,quellport");
    add(
        Role.DEVICE,
        "device,device id,device name,device model,user agent,useragent,imei,imsi,gerat,geraet,dispositivo,appareil,toestel,urzadzenie,устройство,cihaz,client,platform name");
    add(
        Role.ACTION,
        "action,event type,activity type,login type,aktion,accion,acao,azione,actie,действие");
    add(
        Role.LATITUDE,
        "lat,latitude,breite,breitengrad,geo lat,latitud,latitudine,breedtegraad,szerokosc,широта,enlem,cell lat,site lat,tower latitude,y coord,geographische breite");
    add(
        Role.LONGITUDE,
        "lon,lng,long,longitude,lange,laenge,langengrad,laengengrad,geo lon,geo lng,longitud,longitudine,lengtegraad,dlugosc,долгота,boylam,cell lon,cell long,site lon,tower longitude,x coord,geographische lange");
    add(
        Role.COORDINATES,
        "coordinates,coordinate,latlon,latlng,lat lon,lat long,lat lng,geo,geolocation,gps,position,koordinaten,coordenadas,coordonnees,координаты");
    add(
        Role.ACCURACY,
        "accuracy,radius,precision,uncertainty,genauigkeit,precision m,exactitud,precisao,error radius");
    add(
        Role.PLACE,
        "place,place name,location,location name,cell,cell id,cellid,cgi,ecgi,lac ci,first cell,first cell id,first cell global id,tower,tower id,site,site id,site name,antenna,antenna id,bts,first bts location,funkzelle,zelle,standort,ort,lugar,celda,celula,local,cellule,lieu,luogo,cella,plaats,место,yer");
    add(Role.WEIGHT, "weight,strength,count of ties,gewicht,peso,poids,waga,вес,value");
    add(
        Role.LABEL,
        "relation,relationship,relation type,tie type,edge type,link type,beziehung,relacion,relacao,lien,relazione");
    add(Role.WHAT, "activity,activity kind");
    add(Role.OBJECT, "url,link,object,item,website,address visited,enlace,lien url,ссылка");
    add(
        Role.EMAIL,
        "email,e mail,email address,mail,e mail adresse,correo,correo electronico,courriel,posta elettronica,почта,eposta");
    add(
        Role.FROM_NAME,
        "display name,displayname,name,full name,fullname,nickname,user displayname,anzeigename,nombre,nome,nom,naam,imie i nazwisko,имя,ad,caller name,author fullname");
    add(
        Role.MENTION,
        "mentions,mentioned,mentioned users,user mentions,erwahnungen,menciones,mencoes");
    add(
        Role.MEDIA,
        "media,media url,media id,attachment,attachments,image,image url,photo,picture,file,filename,file name,anhang,adjunto,anexo,piece jointe,allegato,bijlage");
    add(Role.HOW, "follow type,friend type");
  }

  private Synonyms() {}

  private static void add(Role role, String names) {
    for (String name : names.split(",", -1)) {
      WORDS.putIfAbsent(plain(name), role);
    }
  }

  /** A column's name for comparing. */
  static String plain(String name) {
    String spaced =
        name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ");
    return Normalizer.normalize(spaced.strip(), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The role that a column's name suggests. */
  static Optional<Role> of(String column) {
    String name = plain(column);
    Role whole = WORDS.get(name);
    if (whole != null) {
      return Optional.of(whole);
    }
    // "user.created at" and "tweet full text" mean what their last words mean; never an id of else.
    String rest = name;
    while (rest.indexOf(' ') > 0) {
      rest = rest.substring(rest.indexOf(' ') + 1);
      Role role = WORDS.get(rest);
      if (role != null && rest.indexOf(' ') > 0) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** True if a name says that the time stands in two columns: this one has the time of day. */
  static boolean timeOfDay(String column) {
    String name = " " + plain(column) + " ";
    return name.matches(".* (time|uhrzeit|hora|heure|ora|tijd|godzina|saat|время|zeit|clock) .*")
        && !name.matches(".* (date|datum|fecha|data|tarih|дата|datetime|timestamp) .*");
  }
}
