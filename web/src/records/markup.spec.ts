import { describe, expect, it } from 'vitest';
import { FRAME_LAW, looksLikeHtml, shownOf } from './markup';

const body = (text: string, marked = '') => {
  const from = marked ? text.indexOf(marked) : text.length;
  return shownOf(text, from, from + marked.length).page.replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '');
};

const HOSTILE = [
  '<script>alert(1)</script>', '<SCRIPT src=//evil.example/x.js></SCRIPT>', '<img src="http://evil.example/a.png" onerror=alert(1)>', '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=http://evil.example">', '<form action=http://evil.example><input name=a><button>go</button></form>', '<style>@import "//evil.example"</style>',
  '<div style="background:url(http://evil.example)">x</div>', '<iframe src=http://evil.example></iframe>', '<object data=http://evil.example></object>', '<embed src=http://evil.example>',
  '<svg><script>alert(1)</script><image href=http://evil.example /></svg>', '<base href=http://evil.example>', '<video src=http://evil.example poster=//evil.example></video>',
  '<img srcset="http://evil.example 1x" src="data:image/svg+xml;base64,AAAA">', '<a ping=http://evil.example href="javascript:alert(1)">y</a>', '<table background=http://evil.example><tr><td>z</table>',
  '<p title="><img src=http://evil.example onerror=alert(1)>">q</p>', "<p title='\"><script>alert(1)</script>'>q</p>", '<!--><img src=http://evil.example>-->', '<scr<script>ipt>alert(1)</script>',
  '<img/src=http://evil.example/onerror=alert(1)>', '<math><mtext><script>alert(1)</script></mtext></math>', '<noscript><img src=http://evil.example></noscript>', '<plaintext><img src=x>',
  '<img src="http://evil.example', '<p onclick="alert(1)" id=x class=y>w</p>',
];

describe('a page of evidence', () => {
  it('holds only known elements, and none that acts or fetches', () => {
    for (const one of [...HOSTILE, HOSTILE.join('\n')]) {
      const shown = body(one);
      for (const [tag, name] of shown.matchAll(/<\/?([a-z0-9]+)(?:\s(?:"[^"]*"|[^">])*)?>/g)) {
        expect(name, one).not.toMatch(/^(script|style|link|meta|form|input|button|iframe|object|embed|svg|base|video|math|noscript)$/);
        const bare = tag.replace(/="[^"]*"/g, '=""');
        expect(bare, one).not.toMatch(/\s(?:on\w+|style|srcset|href|action|background|ping|poster|data)=/);
        expect(tag, one).not.toMatch(/src="(?!data:image\/(?:png|jpeg|gif|webp);base64,)/);
      }
      expect(shown.replace(/<[a-z0-9/](?:"[^"]*"|[^">])*>/gi, ''), one).not.toMatch(/</);
    }
  });
  it('keeps words, layout and pictures that are in the page', () => {
    expect(body('<table><tr><td colspan=2>a &amp; b</td></tr></table><img src="data:image/png;base64,AAAA" alt="x">')).toContain('<td colspan="2">a &amp; b</td>');
    expect(body('<img src="data:image/png;base64,AAAA">')).toContain('src="data:image/png;base64,AAAA"');
    expect(body('<a href="https://x.example/?a=1">there</a>')).toContain('<a title="https://x.example/?a=1">there</a>');
  });
  it('marks the record in pieces that break no element', () => {
    const own = '<div class=message>Hello <b>you</b> there</div>';
    expect(body(`<div>before</div>${own}<div>after</div>`, own)).toBe('<div>before</div><div><mark id="record">Hello </mark><b><mark>you</mark></b><mark> there</mark></div><div>after</div>');
    expect(body('<p>one two three</p>', 'two')).toBe('<p>one <mark id="record">two</mark> three</p>');
    expect(body('<p>one</p><img alt=x src=http://a.example/p.png><p>two</p>', '<img alt=x src=http://a.example/p.png>')).toContain('<mark id="record">&lt;img alt=x');
  });
  it('begins inside a tag and draws masked bytes together', () => {
    expect(body(`class="a">word</p>${'*'.repeat(40)}<p>end`)).toBe('word</p>********<p>end');
  });
  it('comes under a law of its own', () => {
    expect(shownOf('x', 0, 1).page).toContain(FRAME_LAW);
    expect(FRAME_LAW).toMatch(/^default-src 'none'/);
    expect(looksLikeHtml('messages/messages2.html', 'x')).toBe(true);
    expect(looksLikeHtml('', '<div class="m">')).toBe(true);
    expect(looksLikeHtml('result.json', '{"a":"<div>"}')).toBe(false);
  });
});
