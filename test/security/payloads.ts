import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a payload runs to prove that it could: a function that the tests put into the page. */
export const proof = 'stetProof()'

/** Markup that runs code by itself, as soon as it is part of a page. */
const selfStarting = [
  `<script>${proof}</script>`,
  `<SCRIPT type="text/javascript">${proof}//`,
  `<script src="data:text/javascript,${proof}"></script>`,
  `<img src=x onerror=${proof}>`,
  `<img src=x: oneRRor="${proof}">`,
  `<image src=x onerror=${proof}>`,
  `<img/src="x"/onerror="${proof}">`,
  `<img src=x onerror="&#115;&#116;&#101;&#116;Proof()">`,
  `<img src=x onerror\u000c=${proof}>`,
  `<svg onload=${proof}>`,
  `<svg/onload=${proof}//`,
  `<svg><script>${proof}</script></svg>`,
  `<svg><animate onbegin=${proof} attributeName=x dur=1s>`,
  `<svg><set onbegin=${proof} attributeName=x to=y dur=1s>`,
  `<svg><style onload=${proof}></style></svg>`,
  `<body onload=${proof}>`,
  `<body onpageshow=${proof}>`,
  `<details open ontoggle=${proof}><summary>x</summary></details>`,
  `<video src=x onerror=${proof}></video>`,
  `<video><source src=x onerror=${proof}></video>`,
  `<audio src=x onerror=${proof}></audio>`,
  `<audio onloadstart=${proof} src=x></audio>`,
  `<iframe onload=${proof}></iframe>`,
  `<iframe srcdoc="<script>parent.${proof}</script>"></iframe>`,
  `<iframe src="javascript:parent.${proof}"></iframe>`,
  `<iframe src="java\tscript:parent.${proof}"></iframe>`,
  `<object data=x onerror=${proof}></object>`,
  `<embed src=x onload=${proof}>`,
  `<link rel=stylesheet href="data:text/css," onload=${proof}>`,
  `<style onload=${proof}></style>`,
  `<style>@keyframes go{}</style><b style="animation:go" onanimationstart=${proof}>x</b>`,
  `<b style="animation:go 1s" onanimationend=${proof}><style>@keyframes go{to{left:0}}</style>x</b>`,
  `<input autofocus onfocus=${proof}>`,
  `<select autofocus onfocus=${proof}><option>x</select>`,
  `<textarea autofocus onfocus=${proof}></textarea>`,
  `<a id=x tabindex=1 autofocus onfocus=${proof}>x</a>`,
  `<marquee onstart=${proof}>x</marquee>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${proof}>`,
  `<noscript><p title="</noscript><img src=x onerror=${proof}>">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${proof}>">`,
  `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${proof} src>">`,
  `<xmp><p title="</xmp><img src=x onerror=${proof}>">`,
  `<!--><img src=x onerror=${proof}>-->`,
  `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${proof}</x:script><img src=x onerror=${proof}>`,
  `<template><script>${proof}</script></template><img src=x onerror=${proof}>`,
]

/** What a text may end before it goes on with markup: attributes, comments, elements whose content is text. */
const breakouts = [
  '',
  '">',
  "'>",
  '`>',
  '-->',
  ']]>',
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '</noscript>',
  '</p></div>',
]

/** Markup and writing that runs only when somebody clicks, or in a reader that takes text for code. */
const waiting = [
  `<a href="javascript:${proof}">x</a>`,
  `<a href="java&#x0A;script:${proof}">x</a>`,
  `<a href="&#x01;javascript:${proof}">x</a>`,
  `<a href="JaVaScRiPt:${proof}">x</a>`,
  `<a href="data:text/html,<script>${proof}</script>">x</a>`,
  `<a href="vbscript:${proof}">x</a>`,
  `<form action="javascript:${proof}"><button>x</button></form>`,
  `<button formaction="javascript:${proof}">x</button>`,
  `<svg><a href="javascript:${proof}"><text>x</text></a></svg>`,
  `<div onclick=${proof}>x</div>`,
  `<meta http-equiv=refresh content="0;url=javascript:${proof}">`,
  `<base href="javascript:${proof}//">`,
  `[x](javascript:${proof})`,
  `[x](<javascript:${proof}>)`,
  `![x](x"onerror="${proof})`,
  `![x](javascript:${proof})`,
  `<javascript:${proof}>`,
  `[x][y]\n\n[y]: javascript:${proof}`,
  `[x](data:text/html;base64,PHNjcmlwdD5zdGV0UHJvb2YoKTwvc2NyaXB0Pg==)`,
  `{{constructor.constructor('${proof}')()}}`,
  `\${${proof}}`,
  `<%= ${proof} %>`,
  `';${proof};//`,
  `\\";${proof};//`,
]

/**
 * All payloads: those of ours, and each line of the files in the folder that STET_XSS_PAYLOADS names, with what they call
 * exchanged for the proof.
 */
export function payloads(): { firing: string[]; waiting: string[] } {
  const firing = breakouts.flatMap((end) => selfStarting.map((markup) => end + markup))
  return { firing, waiting: [...waiting, ...payloadsOf(process.env.STET_XSS_PAYLOADS)] }
}

function payloadsOf(folder: string | undefined): string[] {
  if (!folder) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\r?\n/))
    .filter((line) => line.trim() !== '' && line.length < 5000)
    .map((line) => line.replace(/\b(alert|confirm|prompt|print)\b\s*(\([^)]*\)|`[^`]*`)?/g, proof))
}
