'use strict';
/*
 * Moves and checks a portable case. Nothing is loaded and nothing is sent; without it the page says the same.
 * Formats: c2sp.org signed-note, tlog-checkpoint, tlog-cosignature; RFC 6962 (Merkle trees); RFC 8785 (canonical JSON).
 */
(() => {
  const utf8 = (text) => new TextEncoder().encode(text);
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const unbase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const joined = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };
  const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

  // ---- SHA-256 (FIPS 180-4), for browsers that keep WebCrypto from pages opened as files
  const K = [];
  const START = [];
  for (let n = 2, primes = 0; primes < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) prime = prime && n % d !== 0;
    if (!prime) continue;
    if (primes < 8) START.push(((n ** (1 / 2) % 1) * 2 ** 32) | 0);
    K.push(((n ** (1 / 3) % 1) * 2 ** 32) | 0);
    primes++;
  }
  const turned = (x, n) => (x >>> n) | (x << (32 - n));
  function ownSha256(bytes) {
    const blocks = Math.ceil((bytes.length + 9) / 64);
    const padded = new Uint8Array(blocks * 64);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
    view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
    const h = START.slice();
    const w = new Int32Array(64);
    for (let from = 0; from < padded.length; from += 64) {
      for (let i = 0; i < 16; i++) w[i] = view.getInt32(from + 4 * i);
      for (let i = 16; i < 64; i++) {
        const a = w[i - 15];
        const b = w[i - 2];
        w[i] = w[i - 16] + (turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)) + w[i - 7] + (turned(b, 17) ^ turned(b, 19) ^ (b >>> 10));
      }
      let [a, b, c, d, e, f, g, k] = h;
      for (let i = 0; i < 64; i++) {
        const t1 = (k + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const t2 = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [k, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
      }
      [a, b, c, d, e, f, g, k].forEach((x, i) => { h[i] = (h[i] + x) | 0; });
    }
    const out = new Uint8Array(32);
    h.forEach((x, i) => new DataView(out.buffer).setInt32(4 * i, x));
    return out;
  }
  const subtle = globalThis.crypto?.subtle;
  const sha256 = async (bytes) => (subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : ownSha256(bytes));

  // ---- what is checked
  const embedded = (name) => JSON.parse(document.getElementById(name).textContent);
  function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (value !== null && typeof value === 'object') {
      return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
    }
    return JSON.stringify(value);
  }
  const digestOf = async (value) => hex(await sha256(utf8(canonical(value))));
  const pointed = (root, pointer) => pointer.split('/').slice(1).reduce((at, key) => at?.[key], root);
  const shown = (text) => text.toWellFormed().replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g,
    (sign) => `\u27E6U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}\u27E7`);

  function noteOf(text) {
    const end = text.lastIndexOf('\n\n') + 1;
    const lines = text.slice(end + 1).split('\n').filter((line) => line !== '');
    return {
      text: text.slice(0, end),
      signatures: lines.map((line) => {
        const [, name, data] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? ['', '', ''];
        const bytes = unbase64(data);
        return { name, id: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
      }),
    };
  }
  async function keyOf(vkey) {
    const [name, id, data] = [vkey.split('+')[0], vkey.split('+')[1], vkey.split('+').slice(2).join('+')];
    const bytes = unbase64(data);
    const own = hex((await sha256(joined(utf8(`${name}\n`), bytes))).slice(0, 4));
    return { name, id, kind: bytes[0], bytes: bytes.slice(1), sound: own === id && bytes.length === 33 };
  }
  class NoEd25519 extends Error {}
  async function signed(key, signature, text) {
    if (!subtle) throw new NoEd25519();
    let own;
    try {
      own = await subtle.importKey('raw', key.bytes, { name: 'Ed25519' }, false, ['verify']);
    } catch (e) {
      if (e.name === 'NotSupportedError') throw new NoEd25519();
      return false;
    }
    if (key.kind !== 4) return subtle.verify('Ed25519', own, signature.bytes, utf8(text));
    // A witness signs the moment as well: eight bytes before its signature.
    const seconds = new DataView(signature.bytes.buffer, signature.bytes.byteOffset, 8).getBigUint64(0);
    return subtle.verify('Ed25519', own, signature.bytes.slice(8), utf8(`cosignature/v1\ntime ${seconds}\n${text}`));
  }
  /* RFC 6962, section 2.1.1: whether an entry is in the tree of this size and root. */
  async function included(entry, index, size, proof, root) {
    let hash = await sha256(joined(Uint8Array.of(0), entry));
    let place = index;
    let last = size - 1;
    if (index < 0 || index >= size) return false;
    for (const sister of proof) {
      if (last === 0) return false;
      if (place % 2 === 1 || place === last) {
        hash = await sha256(joined(Uint8Array.of(1), sister, hash));
        while (place % 2 === 0 && place !== 0) {
          place = Math.floor(place / 2);
          last = Math.floor(last / 2);
        }
      } else {
        hash = await sha256(joined(Uint8Array.of(1), hash, sister));
      }
      place = Math.floor(place / 2);
      last = Math.floor(last / 2);
    }
    return last === 0 && same(hash, root);
  }

  // ---- competing hypotheses (Heuer 1999, chapter 8): what a matrix yields, in exact sums of halves and halves of the square root of two
  const POINTS = { CC: 0, C: 0, N: 0, I: 1, II: 2, NA: 0, OPEN: 0 };
  const CONTRARY = { CC: 'II', C: 'I', N: 'N', I: 'C', II: 'CC', NA: 'NA', OPEN: 'OPEN' };
  const LEVEL = { LOW: -1, MEDIUM: 0, HIGH: 1 };
  const WEIGHT = [[1, 0], [0, 1], [2, 0], [0, 2], [4, 0]];
  const weighed = (points, row) => WEIGHT[LEVEL[row.credibility] + LEVEL[row.relevance] + 2].map((part) => part * points);
  const less = (a, b) => [a[0] - b[0], a[1] - b[1]];
  const signOf = ([halves, roots]) => (Math.sign(halves) * Math.sign(roots) >= 0 ? Math.sign(halves) || Math.sign(roots)
    : Math.sign(halves * halves - 2 * roots * roots) * Math.sign(halves));
  const scoreWords = ([halves, roots]) => ((halves + roots * Math.SQRT2) / 2).toFixed(2);
  const scoresOf = (matrix, rows) => matrix.hypotheses.map((_, h) => rows.reduce((sum, row) => {
    const one = weighed(POINTS[row.cells[h]], row);
    return [sum[0] + one[0], sum[1] + one[1]];
  }, [0, 0]));
  const placesOf = (scores) => scores.map((score) => 1 + scores.filter((other) => signOf(less(other, score)) < 0).length);
  const contraryOf = (row) => ({ ...row, cells: row.cells.map((cell) => CONTRARY[cell]) });
  const orderWords = (places) => [...new Set(places)].sort((a, b) => a - b)
    .map((place) => places.flatMap((own, h) => (own === place ? [`H${h + 1}`] : [])).join(' = ')).join(', ');
  const effectOf = (before, after) => {
    const first = (places) => places.flatMap((place, h) => (place === 1 ? [h] : [])).join();
    return first(before) !== first(after) ? 'FIRST' : before.join() === after.join() ? 'NONE' : 'ORDER';
  };
  const effectWords = (effect, places) => (effect === 'NONE' ? 'the order stays'
    : `${effect === 'ORDER' ? 'the first stays, others move' : 'what stands first changes'}: ${orderWords(places)}`);
  function linchpinsOf(matrix, scores, places) {
    let fewest = [];
    places.forEach((place, first) => places.forEach((later, behind) => {
      if (place !== 1 || later === 1) return;
      const apart = matrix.rows.map((row) => less(weighed(POINTS[row.cells[behind]], row), weighed(POINTS[row.cells[first]], row)));
      let lead = less(scores[behind], scores[first]);
      const gone = [];
      for (const row of apart.map((_, r) => r).sort((a, b) => signOf(less(apart[b], apart[a])))) {
        if (signOf(lead) <= 0) break;
        lead = less(lead, apart[row]);
        gone.push(row + 1);
      }
      if (fewest.length === 0 || gone.length < fewest.length) fewest = gone.sort((a, b) => a - b);
    }));
    return fewest;
  }
  /* As the finding holds it, so that the two can be compared as a whole. */
  function readingOf(matrix) {
    const scores = scoresOf(matrix, matrix.rows);
    const ranks = placesOf(scores);
    const rows = matrix.rows.map((row, r) => {
      const others = matrix.rows.filter((_, at) => at !== r);
      const ranksLeftOut = placesOf(scoresOf(matrix, others));
      const ranksReversed = placesOf(scoresOf(matrix, [...others, contraryOf(row)]));
      const points = row.cells.map((cell) => POINTS[cell]);
      return {
        diagnosticity: scoreWords(weighed(Math.max(...points) - Math.min(...points), row)),
        leftOut: effectOf(ranks, ranksLeftOut), ranksLeftOut, reversed: effectOf(ranks, ranksReversed), ranksReversed,
      };
    });
    return { scores: scores.map(scoreWords), ranks, rows, linchpins: linchpinsOf(matrix, scores, ranks) };
  }
  /* Every figure that the page shows of a matrix, by its name there. */
  function figuresOf(finding, matrix) {
    const reading = readingOf(matrix);
    const said = new Map();
    const label = (row) => ['supports', 'counterSupports'].map((side, s) => {
      const at = finding[side].findIndex((one) => one.record === row.record);
      return at < 0 ? '' : `${s === 0 ? 'S' : 'C'}-${finding.number}.${at + 1}: `;
    }).join('');
    matrix.hypotheses.forEach((one, h) => {
      said.set(`states/${h}`, `${one.innocent ? ' (innocent)' : ''}${matrix.held === h + 1 ? ' (the claim states this one)' : ''}`);
      said.set(`score/${h}`, reading.scores[h]);
      said.set(`place/${h}`, String(reading.ranks[h]));
    });
    matrix.rows.forEach((row, r) => {
      said.set(`source/${r}`, row.kind === 'ABSENCE' ? 'Looked for and not found: ' : row.kind === 'ASSUMPTION' ? 'Taken for granted: ' : label(row));
      said.set(`weight/${r}`, `${row.credibility.toLowerCase()}, ${row.relevance.toLowerCase()}`);
      row.cells.forEach((cell, h) => said.set(`cell/${r}/${h}`, cell));
      const own = reading.rows[r];
      said.set(`apart/${r}`, own.diagnosticity);
      said.set(`out/${r}`, effectWords(own.leftOut, own.ranksLeftOut));
      said.set(`contrary/${r}`, effectWords(own.reversed, own.ranksReversed));
    });
    const apart = matrix.rows.map((row) => { const points = row.cells.map((cell) => POINTS[cell]); return weighed(Math.max(...points) - Math.min(...points), row); });
    const most = apart.flatMap((one, r) => (signOf(one) > 0 && apart.every((other) => signOf(less(other, one)) <= 0) ? [r + 1] : []));
    said.set('most', most.length === 0 ? 'No row tells one hypothesis from another: the evidence decides nothing between them.'
      : `Rows that tell the hypotheses apart the most: ${most.join(', ')}.`);
    if (reading.linchpins.length > 0) said.set('linchpins', `Without these rows together another hypothesis draws level with what stands first: ${reading.linchpins.join(', ')}.`);
    return said;
  }

  async function checks(say) {
    const findings = embedded('findings.json');
    const acts = embedded('ledger/acts.json');
    const keys = [];
    for (const one of embedded('keys.json')) keys.push({ role: one.role, holder: one.holder, ...await keyOf(one.vkey) });
    const checkpoint = noteOf(document.getElementById('ledger/checkpoint').textContent);

    let failed = [];
    for (const one of findings) {
      const wanted = one.copySha256 ?? one.sha256;
      if (await digestOf(one.finding) !== wanted) failed.push(`F-${one.finding.number}`);
    }
    say('Findings and copies have the digests that stand beside them', findings.length, failed);

    failed = [];
    const said = document.querySelectorAll('[data-says]');
    for (const element of said) {
      const text = pointed(findings, element.dataset.says);
      if (typeof text !== 'string' || shown(text) !== element.textContent) failed.push(element.dataset.says);
    }
    say('Texts that this page shows are the texts of the findings', said.length, said.length === 0 ? ['none'] : failed);

    failed = [];
    let figures = 0;
    const weighings = findings.flatMap(({ finding }, at) => (finding.matrix?.reading ? [{ finding, matrix: finding.matrix, at: `/${at}/finding/matrix` }] : []));
    for (const { finding, matrix, at } of weighings) {
      const own = `F-${finding.number}`;
      if (canonical(readingOf(matrix)) !== canonical(matrix.reading)) failed.push(`${own}: what was signed does not follow from the cells`);
      const wanted = figuresOf(finding, matrix);
      const shownThere = [...document.querySelectorAll('[data-ach]')].filter((one) => one.dataset.ach === at).flatMap((one) => [...one.querySelectorAll('[data-figure]')]);
      for (const element of shownThere) {
        figures++;
        if (wanted.get(element.dataset.figure) !== element.textContent) failed.push(`${own} ${element.dataset.figure}`);
        wanted.delete(element.dataset.figure);
      }
      if (wanted.size > 0) failed.push(`${own}: ${wanted.size} figures are not shown`);
    }
    if (weighings.length > 0) say('Figures of competing hypotheses follow from the cells that were signed', figures, failed);

    failed = [];
    let extracts = 0;
    for (const { finding } of findings) {
      for (const one of [...finding.supports, ...finding.counterSupports]) {
        if (!one.excerptWhole) continue;
        extracts++;
        if (hex(await sha256(utf8(one.excerpt))) !== one.excerptSha256) failed.push(one.record);
      }
    }
    say('Whole extracts have the digests of their bytes', extracts, failed);

    failed = [];
    let signatures = 0;
    let noEd25519 = false;
    const by = async (key, signature, text) => {
      try {
        return key.sound && signature.id === key.id && signature.name === key.name && await signed(key, signature, text);
      } catch (e) {
        if (!(e instanceof NoEd25519)) throw e;
        noEd25519 = true;
        return true;
      }
    };
    for (const one of findings) {
      const people = new Set();
      for (const signature of one.signatures) {
        signatures++;
        const key = keys.find((k) => k.name === signature.key && k.role === 'person');
        const note = noteOf(signature.note);
        const right = key && note.text === `sextant-finding/v1\n${one.sha256}\n` && note.signatures.length === 1 && await by(key, note.signatures[0], note.text);
        if (right) people.add(`${signature.role} ${key.holder}`);
        else failed.push(`F-${one.finding.number} ${signature.role}`);
      }
      const holders = new Set([...people].map((p) => p.split(' ')[1]));
      if (![...people].some((p) => p.startsWith('author ')) || ![...people].some((p) => p.startsWith('reviewer ')) || holders.size < 2) {
        failed.push(`F-${one.finding.number}: author and reviewer`);
      }
    }
    const unknown = 'This browser cannot check Ed25519 signatures: sextant-verify does.';
    say('Findings are signed by an author and another person who reviewed them', signatures, failed, noEd25519 ? unknown : '');

    const [origin, size, root] = checkpoint.text.split('\n');
    failed = [];
    const log = keys.filter((k) => k.role === 'log' && k.name === origin);
    let logged = false;
    let witnesses = 0;
    for (const signature of checkpoint.signatures) {
      for (const key of log) logged = logged || await by(key, signature, checkpoint.text);
      for (const key of keys.filter((k) => k.role === 'witness' && k.name === signature.name)) {
        if (await by(key, signature, checkpoint.text)) witnesses++;
        else failed.push(signature.name);
      }
    }
    if (!logged) failed.push(origin);
    if (witnesses === 0) failed.push('no outside witness');
    say('The log\u2019s checkpoint is signed by the log and by outside witnesses', 1 + witnesses, failed, noEd25519 ? unknown : '');

    failed = [];
    const named = new Set();
    let redacted = 0;
    const collect = (value) => {
      if (typeof value === 'string') named.add(value);
      else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect);
    };
    for (const act of acts) {
      const entry = unbase64(act.entry);
      if (await included(entry, act.index, Number(size), act.proof.map(unbase64), unbase64(root))) {
        const said = JSON.parse(new TextDecoder().decode(entry));
        if (said.step === 'RELEASE') redacted = Math.max(redacted, said.inputs?.redacted ?? 0);
        collect(said);
      } else failed.push(`leaf ${act.index}`);
    }
    say('Acts are in the log under that checkpoint', acts.length, acts.length === 0 ? ['none'] : failed);
    say('The log names each finding\u2019s digest', findings.length, findings.filter((one) => !named.has(one.sha256)).map((one) => `F-${one.finding.number}`));

    // Nobody signed the copies: anybody could write one, and put beside it what was signed of another.
    const copies = findings.filter((one) => one.copySha256 !== undefined);
    if (copies.length > 0) {
      failed = redacted > 0 ? [] : copies.map((one) => `F-${one.finding.number}`);
      say('Where something was taken out, the log knows of it', copies.length, failed,
        'What copies with redactions say is signed with the bundle, not in this page: check the bundle with sextant-verify.');
    }
  }

  const button = document.getElementById('verify');
  const result = document.getElementById('checked');
  button.addEventListener('click', async () => {
    button.disabled = true;
    const table = document.createElement('table');
    const caption = table.createCaption();
    caption.textContent = 'What was checked here';
    const head = table.createTHead().insertRow();
    for (const title of ['Check', 'How many', 'Result']) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = title;
      head.append(cell);
    }
    const body = table.createTBody();
    let bad = 0;
    const open = new Set();
    const say = (what, count, failed, unknown = '') => {
      const row = body.insertRow();
      row.insertCell().textContent = what;
      row.insertCell().textContent = String(count);
      const cell = row.insertCell();
      cell.className = failed.length === 0 && !unknown ? 'good' : 'bad';
      cell.textContent = failed.length > 0 ? `Wrong: ${failed.slice(0, 5).join(', ')}` : unknown || 'Holds';
      bad += failed.length > 0 ? 1 : 0;
      if (failed.length === 0 && unknown) open.add(unknown);
    };
    try {
      await checks(say);
    } catch (e) {
      say('The proofs of this page can be read', 0, [String(e.message ?? e)]);
    }
    const verdict = document.createElement('p');
    verdict.className = bad === 0 && open.size === 0 ? 'good' : 'bad';
    verdict.id = 'verdict';
    verdict.textContent = bad > 0 ? 'This page was altered or is damaged: do not rely on it.'
      : open.size > 0 ? `What this browser can check holds. ${[...open].join(' ')}`
      : 'All of it holds, under the keys listed below. Compare their fingerprints with ones that you had from elsewhere.';
    result.replaceChildren(verdict, table);
    button.disabled = false;
  });

  // ---- networks: move, choose
  for (const network of document.querySelectorAll('.network')) {
    const svg = network.querySelector('svg');
    const whole = svg.getAttribute('viewBox').split(' ').map(Number);
    let [x, y, w, h] = whole;
    const look = () => svg.setAttribute('viewBox', [x, y, w, h].join(' '));
    const zoom = (by, cx = x + w / 2, cy = y + h / 2) => {
      const next = Math.min(whole[2] * 2, Math.max(whole[2] / 40, w * by)) / w;
      [x, y, w, h] = [cx - (cx - x) * next, cy - (cy - y) * next, w * next, h * next];
      look();
    };
    const moves = {
      'Zoom in': () => zoom(0.8), 'Zoom out': () => zoom(1.25),
      Left: () => { x -= w / 5; look(); }, Right: () => { x += w / 5; look(); },
      Up: () => { y -= h / 5; look(); }, Down: () => { y += h / 5; look(); },
      Whole: () => { [x, y, w, h] = whole; look(); },
    };
    for (const move of network.querySelectorAll('[data-move]')) move.addEventListener('click', moves[move.dataset.move]);
    svg.addEventListener('wheel', (turn) => {
      if (!turn.ctrlKey && !turn.shiftKey) return;
      turn.preventDefault();
      const at = new DOMPoint(turn.clientX, turn.clientY).matrixTransform(svg.getScreenCTM().inverse());
      zoom(turn.deltaY > 0 ? 1.15 : 0.87, at.x, at.y);
    }, { passive: false });
    let held = null;
    svg.addEventListener('pointerdown', (press) => { held = { x: press.clientX, y: press.clientY, id: press.pointerId, moved: false }; });
    svg.addEventListener('pointermove', (drag) => {
      if (!held) return;
      const scale = w / svg.clientWidth;
      if (Math.hypot(drag.clientX - held.x, drag.clientY - held.y) > 3 && !held.moved) {
        held.moved = true;
        svg.setPointerCapture(held.id);
      }
      if (!held.moved) return;
      x -= (drag.clientX - held.x) * scale;
      y -= (drag.clientY - held.y) * scale;
      [held.x, held.y] = [drag.clientX, drag.clientY];
      look();
    });
    const drop = () => { held = null; };
    svg.addEventListener('pointerup', (up) => {
      const node = held && !held.moved ? document.elementFromPoint(up.clientX, up.clientY)?.closest('g[data-node]') : null;
      drop();
      if (node) choose(node.dataset.node);
    });
    svg.addEventListener('pointercancel', drop);

    let chosen = null;
    const status = network.querySelector('.chosen');
    const prompt = status.textContent;
    function choose(node) {
      chosen = chosen === node ? null : node;
      const near = new Set([chosen]);
      let ties = 0;
      for (const tie of network.querySelectorAll('[data-from]')) {
        const ends = [tie.dataset.from, tie.dataset.to];
        const own = chosen !== null && ends.includes(chosen);
        if (own) ends.forEach((end) => near.add(end));
        if (tie.tagName === 'TR') {
          tie.hidden = chosen !== null && !own;
          ties += own ? 1 : 0;
        } else {
          tie.classList.toggle('away', chosen !== null && !own);
          tie.classList.toggle('near', own);
        }
      }
      for (const one of network.querySelectorAll('g[data-node]')) {
        one.classList.toggle('away', chosen !== null && !near.has(one.dataset.node));
        one.classList.toggle('picked', one.dataset.node === chosen);
      }
      let name = '';
      for (const one of network.querySelectorAll('[data-choose]')) {
        const pressed = one.dataset.choose === chosen;
        one.setAttribute('aria-pressed', String(pressed));
        if (pressed) name = one.textContent;
      }
      status.textContent = chosen === null ? prompt : `${name} is chosen: ${ties} ties, ${near.size - 1} others at their ends. Choose it once more to see all.`;
    }
    for (const one of network.querySelectorAll('[data-choose]')) one.addEventListener('click', () => choose(one.dataset.choose));
  }

  // ---- competing hypotheses: what if an item were wrong
  for (const place of document.querySelectorAll('[data-ach]')) {
    const matrix = pointed(embedded('findings.json'), place.dataset.ach);
    if (!matrix?.reading) continue;
    const made = (name, words = '', into = null) => {
      const element = document.createElement(name);
      element.textContent = words;
      into?.append(element);
      return element;
    };
    const box = made('fieldset', '', place);
    box.className = 'whatif';
    made('legend', 'What if an item were wrong?', box);
    made('p', 'Take each row as it stands, leave it out, or let it show the contrary. Nothing here is signed and nothing is printed: it is worked out in this page.', box);
    const list = made('div', '', box);
    const chosen = matrix.rows.map((row, r) => {
      const label = made('label', '', list);
      const name = made('span', '', label);
      made('strong', `Row ${r + 1} `, name);
      const words = made('bdi', shown(row.text), name);
      words.dir = 'auto';
      const select = made('select', '', label);
      for (const [value, text] of [['as', 'as it stands'], ['out', 'left out'], ['contrary', 'shows the contrary']]) {
        made('option', text, select).value = value;
      }
      return select;
    });
    const again = made('button', 'All as it stands', box);
    again.type = 'button';
    const result = made('p', '', box);
    result.setAttribute('role', 'status');
    const table = made('table', '', box);
    table.createCaption().textContent = 'What speaks against each hypothesis then';
    const head = table.createTHead().insertRow();
    for (const title of ['Hypothesis', 'Against', 'Place', 'Place as signed']) made('th', title, head).scope = 'col';
    const body = table.createTBody();
    const work = () => {
      const rows = matrix.rows.flatMap((row, r) => (chosen[r].value === 'out' ? [] : [chosen[r].value === 'contrary' ? contraryOf(row) : row]));
      const scores = scoresOf(matrix, rows);
      const places = placesOf(scores);
      const changed = chosen.flatMap((one, r) => (one.value === 'as' ? [] : [`row ${r + 1} ${one.value === 'out' ? 'left out' : 'showing the contrary'}`]));
      result.textContent = changed.length === 0 ? `As signed: ${orderWords(places)}.`
        : `With ${changed.join(', ')}: ${effectWords(effectOf(matrix.reading.ranks, places), places)}.`;
      result.className = effectOf(matrix.reading.ranks, places) === 'FIRST' ? 'bad' : '';
      body.replaceChildren();
      matrix.hypotheses.forEach((_, h) => {
        const line = body.insertRow();
        made('th', `H${h + 1}`, line).scope = 'row';
        for (const words of [scoreWords(scores[h]), places[h], matrix.reading.ranks[h]]) made('td', String(words), line);
      });
    };
    box.addEventListener('change', work);
    again.addEventListener('click', () => {
      chosen.forEach((one) => { one.value = 'as'; });
      work();
    });
    work();
  }

  // On paper nobody can open what is folded.
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((one) => { one.open = true; }));

  document.documentElement.dataset.hashing = subtle ? 'webcrypto' : 'own';
  Object.defineProperty(globalThis, 'sextantReadingOf', { value: readingOf });
  Object.defineProperty(globalThis, 'sextantOwnSha256', { value: (text) => hex(ownSha256(utf8(text))) });
})();
