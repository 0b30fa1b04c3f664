import { afterEach, describe, expect, it } from 'vitest';
import { sayings } from '../../dev/sayings.mjs';
import { guess } from './choice';
import { holesOf, readMessage } from './message';
import { parts } from './parts';
import { faultSaid, say, speak, word } from './say';

const found = (source: string, path = '/src/x/view.tsx') => sayings(source, path).messages.map((one) => one.key);
const rewritten = (source: string, path = '/src/x/view.tsx') => sayings(source, path).code ?? source;

describe('messages', () => {
  afterEach(() => speak('en'));

  it('fill in values, and count by the rules of the language', () => {
    expect(say('{0} of {1}', 2, 'three')).toBe('2 of three');
    expect(say('{0, plural, one {# tie} other {# ties}} left', 1200)).toBe('1,200 ties left');
    expect(say("a '{'brace'}' and a <b>")).toBe('a {brace} and a <b>');
    speak('fr', { messages: { '{0, plural, one {# tie} other {# ties}}': '{0, plural, one {# lien} other {# liens}}' }, words: {}, faults: {} });
    expect(say('{0, plural, one {# tie} other {# ties}}', 0)).toBe('0 lien');
    expect(say('{0, plural, one {# tie} other {# ties}}', 2)).toBe('2 liens');
  });
  it('stay English where nothing is translated, and never look into a prototype', () => {
    speak('es', { messages: {}, words: { DRAFT: 'Borrador' }, faults: { 'SX-X': 'Algo' } });
    expect(say('Nothing here')).toBe('Nothing here');
    expect(say('constructor')).toBe('constructor');
    expect(word('constructor')).toBe('constructor');
    expect(word('DRAFT')).toBe('Borrador');
    expect(faultSaid('SX-X')).toBe('Algo');
    expect(faultSaid('toString')).toBeNull();
  });
  it('keep text as text, so that an option can hold it', () => {
    expect(parts('{0} of {1}', 1, 'two')).toBe('1 of two');
    expect(parts('{0} of {1}', false, 'two')).toBe(' of two');
  });
  it('know their values', () => {
    expect([...holesOf(readMessage('<0>{1}</0> {2, plural, one {#} other {# of {3}}}'))]).toEqual(['0 tag', '1', '2 plural', '3']);
    expect(() => readMessage('{0, plural, one {x}}')).toThrow(/other/);
    expect(() => readMessage('<0>open')).toThrow();
  });
});

describe('the language', () => {
  it('is the one chosen, else the first that is spoken, else English', () => {
    expect(guess('fr', ['es'])).toBe('fr');
    expect(guess(null, ['de-DE', 'pt-PT', 'es'])).toBe('pt');
    expect(guess('xx', ['de'])).toBe('en');
  });
});

describe('what the sources say', () => {
  it('is text, seen attributes and prose; tokens are not', () => {
    expect(found('const a = <p className="big red" title="A title" data-testid="x">Some text</p>;')).toEqual(['A title', 'Some text']);
    expect(found("const w = { title: 'Number', page: 'Cases', className: 'Big Red' }; if (x === 'Open') y();")).toEqual(['Number']);
    expect(found("const k = useLoad(`cases of ${a}`, f); el.querySelector('main h1');")).toEqual([]);
    expect(found("type Tab = 'Chart' | 'Map'; const t = useState<Tab>('Chart');")).toEqual([]);
    expect(found("const a = /* not said */ 'Two words';")).toEqual([]);
  });
  it('keeps what is signed and what lies in worker and wire sources', () => {
    expect(found("function proofText(a: string) { return `signed by ${a} today`; }", '/src/x/device.ts')).toEqual([]);
    expect(found("const a = 'Two words';", '/src/x/force.worker.ts')).toEqual([]);
  });
  it('makes one message of text and elements', () => {
    expect(found('const a = <p>On duty as <strong>{plain(r)}</strong> since <Time at={t} />.</p>;')).toEqual(['On duty as {0} since {1}.']);
    expect(found('const a = <p><strong>None held</strong> for {x}. <a href="#">See <b>all</b></a></p>;')).toEqual(['<0>None held</0> for {1}. <2>See <3>all</3></2>']);
    expect(found('const a = <label><input type="checkbox" /> More is to come</label>;')).toEqual(['More is to come']);
  });
  it('makes plurals of counts', () => {
    expect(found("const a = `${countOf(n, 'case')} open`;")).toEqual(['{0, plural, one {# case} other {# cases}} open']);
    expect(found("const a = `In ${n} ${n === 1 ? 'hour' : 'hours'}.`;")).toEqual(['In {0} {0, plural, one {hour} other {hours}}.']);
  });
  it('writes code that means the same', () => {
    expect(rewritten("const a = <p>On duty as <b>{r}</b>, until <Time at={t} />.</p>;")).toBe(
      'const a = <p>{$parts("On duty as {0}, until {1}.", <b>{r}</b>, <Time at={t} />)}</p>;');
    expect(rewritten("const a = on ? ` under ${x} now` : '';", '/src/x/state.ts')).toBe('const a = on ? (" " + $say("under {0} now", x)) : \'\';');
  });
});
