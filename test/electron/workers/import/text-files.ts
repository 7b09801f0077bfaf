const long = (words: string): string => `${words} `.repeat(4).trim()

export const wholeHtml = `<!-- saved from url=(0030)https://example.org/saved --><!doctype html>
<html lang="en-GB"><head><title>Harbour costs rise | The Quay</title>
<meta property="og:site_name" content="The Quay"><meta name="author" content="Ada Reyes">
<meta property="article:published_time" content="2021-03-05T08:00:00+01:00">
<link rel="canonical" href="https://example.org/costs"><script>document.write('<p>written</p>')</script>
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Harbour costs rise","author":[{"name":"Ada Reyes"},{"name":"Ben Ito"}]}]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<h1>Harbour costs rise</h1>
<div class="content"><article><p class="lead">${long('The board met on <b>3 March 2021</b> and found what it had cost.')}</p>
<div class="related-links"><p>Read more: another story</p></div>
<h2>The loan</h2><p>${long('It began in 2019,\n   <i>not</i> in <a href="https://example.org/2018">2018</a>, she said.')}<br>A line.<br><br>After two breaks.</p>
<blockquote><p>It cost <q>more</q> than we were told.</p></blockquote>
<ol start="3"><li>Dredging<ul><li>north</li></ul></li><li><a href="javascript:alert(1)">Repairs</a></li></ol>
<table><caption>Costs</caption><tr><th>Year</th><th>Cost</th></tr><tr><td>2020</td><td>£38 million</td></tr></table>
<pre>a  b
 c</pre><hr><p hidden>hidden</p><p style="display:none">styled away</p><img src="https://example.org/x.png" alt="A crane"></article></div>
<footer><p>All rights reserved by The Quay and by nobody else in the world.</p></footer></body></html>`

export const wholeRtf = String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}
{\stylesheet{\s0 Normal;}{\s1 heading 1;}}{\info{\title Harbour minutes}{\author Ada Reyes}{\creatim\yr2021\mo3\dy5}}
{\header running head}\pard\s1 Costs\par\pard The board met on {\b 3 March 2021} and {\i not} on 4\~March.\par
Caf\'e9, \f1\'cf\'ee\'e6\'e0\'f0\f0 , \u8220?so\u8221? {\v hidden}it {\deleted gone }was\emdash {\field{\*\fldinst HYPERLINK "https://example.org/r"}{\fldrslt the report}}{\super\chftn{\footnote\pard {\super\chftn} Bought in 2019.}}.\par
{\pict\wmetafile8 0123456789abcdef}{\*\unknown never}\trowd\intbl Year\cell Cost\cell\row\intbl 2020\cell 38 million\cell\row\pard After the table.\par}`

export const wholeMessage = [
  'From: =?utf-8?q?Ada_R=C3=A9yes?= <ada@example.org>',
  'To: Ben Ito <ben@example.org>, board@example.org',
  'Subject: Costs of the harbour',
  'Date: Fri, 5 Mar 2021 23:30:00 -0500',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Dear Ben,',
  '',
  'the caf=E9 cost 38 million.',
  '',
  '> It did not.',
  '--b',
  'Content-Type: application/pdf; name="costs.pdf"',
  'Content-Disposition: attachment; filename="costs.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
  '--b--',
  '',
].join('\r\n')

export const savedPage = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/page',
  'Subject: A page',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><title>A page</title></head><body><h1>A page</h1><p>It says so.</p></body></html>',
  '--b--',
  '',
].join('\r\n')

export const wholeSrt = `1
00:00:01,500 --> 00:00:04,000
{\\an8}<i>The board met</i>
on 3 March.

2
01:02:03,000 --> 01:02:05,000
It did &amp; did not.
`

export const wholeVtt = `WEBVTT
Language: en

NOTE a remark

first
00:01.000 --> 00:04.000 align:start
<v Ada Reyes>The board <b>met</b>.

00:05.000 --> 00:06.000
<00:05.500>Then.
`

export const wholeMarkdown = `# Harbour costs

The board met on **3 March 2021** and *not* on 4 March, [says the report](https://example.org/report).

1. Dredging
   - north basin
2. Repairs

> It cost more than we were told.

| Year | Cost |
| --- | --- |
| 2020 | £38 million |

\`code\` and <b>raw HTML</b>.

---

    indented
`

export const wholeText = `HARBOUR COSTS

The board met on 3 March.
It did not meet on 4 March.

- Dredging
- Repairs
`

/** A message with these files attached. */
export function messageWith(files: readonly { name: string; bytes: Uint8Array }[]): string {
  return [
    'From: Ada Reyes <ada@example.org>',
    'Subject: Files',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See the files.',
    ...files.flatMap(({ name, bytes }) => [
      '--b',
      'Content-Type: application/octet-stream',
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(bytes).toString('base64'),
    ]),
    '--b--',
    '',
  ].join('\r\n')
}
