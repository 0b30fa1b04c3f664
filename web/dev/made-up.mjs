/*
 * Made-up material for looking at the workspace and for its end-to-end walk: a seeded Telegram export of people who
 * do not exist (telephone numbers of Ofcom's range for drama, dates fixed).
 */

export function seeded(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const PEOPLE = [
  ['Marek Dolan', 101], ['Ivo Castell', 102], ['Petra Lund', 103], ['Sami Okoro', 104], ['Nadia Ferro', 105], ['Tomas Reyl', 106],
  ['Greta Holm', 107], ['Luka Brandt', 108], ['Vera Sands', 109], ['Otto Pryce', 110], ['Ilse Marr', 111], ['Rui Tavar', 112],
  ['Hanne Moll', 113], ['Dario Vell', 114], ['Cleo Watt', 115], ['Jonas Eck', 116],
];

const SAYINGS = [
  'the crate comes thursday, gate 4', 'who has the van?', 'same price as last time', 'do not call this number again', 'paid half, rest on arrival',
  'is the driver clean?', 'meet at the old ferry dock', 'new phone, tell Ivo', 'count it twice', 'the blue crate only', 'customs were at the dock today',
  'all quiet here', 'send the plates', 'it is 40 boxes, not 60', 'tell Petra to wait', 'ok', 'tomorrow then', 'gate 4 is closed, use 7',
  'ask Sami for the key', 'crate is short by two',
];

const QUAYS = [[54.3233, 10.1394], [54.4312, 10.2285], [53.5461, 9.9661]];

/** A Telegram Desktop account export; the same for the same seed and year. With places, some messages say where somebody was. */
export function telegramExport({ seed = 7, messages = 420, start = Date.UTC(2026, 0, 5, 8), places = false } = {}) {
  const next = seeded(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const iso = (at) => new Date(at).toISOString().slice(0, 19);
  const owner = PEOPLE[0];
  const crews = [PEOPLE.slice(0, 6), PEOPLE.slice(4, 11), PEOPLE.slice(10, 16)];
  let at = start;
  const chats = new Map();
  const chat = (id, name, type) => {
    if (!chats.has(id)) chats.set(id, { name, type, id, messages: [] });
    return chats.get(id);
  };
  for (let i = 0; i < messages; i++) {
    at += Math.floor(next() * 9_000_000) + 60_000;
    const crew = next() < 0.55 ? crews[0] : pick(crews);
    const group = next() < 0.6;
    const from = pick(crew);
    const to = pick(PEOPLE.slice(1));
    const where = group ? chat(9000 + crews.indexOf(crew), ['dock crew', 'drivers', 'north side'][crews.indexOf(crew)], 'private_group') : chat(to[1], to[0], 'personal_chat');
    const author = group ? from : next() < 0.5 ? owner : to;
    const text = pick(SAYINGS);
    const message = {
      id: where.messages.length + 1, type: 'message', date: iso(at), date_unixtime: String(Math.floor(at / 1000)), from: author[0], from_id: `user${author[1]}`,
      text, text_entities: [{ type: 'plain', text }],
    };
    if (places && i % 9 === 4) {
      const [latitude, longitude] = QUAYS[Math.floor(i / 9) % QUAYS.length];
      message.location_information = { latitude: Number((latitude + (i % 17) / 2000).toFixed(6)), longitude: Number((longitude + (i % 13) / 2000).toFixed(6)) };
    }
    if (where.messages.length > 2 && next() < 0.45) message.reply_to_message_id = where.messages[where.messages.length - 1 - Math.floor(next() * 2)].id;
    where.messages.push(message);
  }
  return JSON.stringify({
    about: 'Here is the data you requested.',
    personal_information: { user_id: owner[1], first_name: 'Marek', last_name: 'Dolan', phone_number: '+44 7700 900101', username: '@sxt_marek', bio: '' },
    contacts: { about: '', list: PEOPLE.slice(1).map(([name, id], i) => ({ user_id: id, first_name: name.split(' ')[0], last_name: name.split(' ')[1], phone_number: `+44 7700 900${id}`, date: iso(start + i * 1000), date_unixtime: String(Math.floor(start / 1000) + i) })) },
    chats: { about: '', list: [...chats.values()] },
  }, null, 1);
}

const GIVEN = ['Alba', 'Boris', 'Carla', 'Dmitri', 'Elin', 'Farid', 'Gilda', 'Henk', 'Irma', 'Joris', 'Katya', 'Lorenz', 'Mirela', 'Nuno', 'Oksana', 'Pavel', 'Quirin', 'Ramona', 'Silvio', 'Tilda'];
const FAMILY = ['Ashdown', 'Brekke', 'Corvin', 'Dunmore', 'Espada', 'Falkner', 'Grieve', 'Halvard', 'Ingram', 'Jasper', 'Kestrel', 'Lomax', 'Marlow', 'Norring', 'Ostler', 'Penrose', 'Quist', 'Roswell', 'Sterne', 'Tarrant'];

/** A Telegram export of somebody who wrote once to each of many people: more than fit round one dot of a chart. */
export function crowdExport({ owner, name, people, first = 5_000_000, start }) {
  const at = (n) => start + n * 7_200_000;
  const list = Array.from({ length: people }, (_, n) => {
    const shown = `${GIVEN[n % GIVEN.length]} ${FAMILY[Math.floor(n / GIVEN.length) % FAMILY.length]}`;
    const text = SAYINGS[n % SAYINGS.length];
    return {
      name: shown, type: 'personal_chat', id: first + n, messages: [{
        id: 1, type: 'message', date: new Date(at(n)).toISOString().slice(0, 19), date_unixtime: String(Math.floor(at(n) / 1000)), from: name, from_id: `user${owner}`,
        text, text_entities: [{ type: 'plain', text }],
      }],
    };
  });
  return JSON.stringify({ about: 'Here is the data you requested.', personal_information: { user_id: owner, first_name: name, last_name: '', bio: '' }, contacts: { about: '', list: [] }, chats: { about: '', list } }, null, 1);
}
