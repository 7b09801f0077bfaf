import { timelineRules } from '../../timeline/svg/svg-page.js'
import { filterRules } from './filter.js'

const ownStyle = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #1d1b18; --muted: #655f56; --line: #dcd7cd; --panel: #f6f3ed;
  --ok: #2b6547; --caveat: #7d5a0c; --fix: #9c2a24; --open: #37557c; --none: #655f56;
  --serif: 'Source Serif 4', 'Iowan Old Style', Charter, Palatino, 'Palatino Linotype', Georgia, 'Noto Serif', 'DejaVu Serif', serif;
  --sans: Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', sans-serif;
  --mono: ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --ink: #e5e1d9; --muted: #a39d92; --line: #37383d; --panel: #1f2024;
    --ok: #86c3a0; --caveat: #d8b566; --fix: #f0948a; --open: #9bb8e2; --none: #a39d92;
  }
}
.tone-ok { --tone: var(--ok); } .tone-caveat { --tone: var(--caveat); } .tone-fix { --tone: var(--fix); }
.tone-open { --tone: var(--open); } .tone-none { --tone: var(--none); }

html { background: var(--paper); color: var(--ink); font: 17px/1.6 var(--serif); -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body { max-width: 47rem; margin: 0 auto; padding: 4rem 2rem 5rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: 600; text-wrap: balance; break-after: avoid; }
h1 { font-size: 2.3rem; margin: .2rem 0 1.2rem; letter-spacing: -.01em; }
h2 { font-size: 1.45rem; margin: 0 0 1rem; padding-top: .9rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.12rem; margin: 1.8rem 0 .5rem; }
p { margin: 0 0 .6rem; }
main > section { margin-top: 3.5rem; }
a { color: inherit; text-decoration-color: var(--muted); text-underline-offset: 3px; }
a:hover { text-decoration-thickness: 2px; }
a:focus-visible { outline: 2px solid var(--open); outline-offset: 2px; }
ins { text-decoration: none; }
cite { font-style: italic; }
q { quotes: '\\201C' '\\201D'; } q.single { quotes: '\\2018' '\\2019'; }
:root:lang(de) q { quotes: '\\201E' '\\201C'; } :root:lang(de) q.single { quotes: '\\201A' '\\2018'; }
q bdi, .context, .pinpoint { white-space: pre-wrap; }
.empty, .lead, .signed, .text-note { color: var(--muted); }
.empty { font-style: italic; font-size: .95rem; } .lead { font-size: .95rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.kind, .byline dt, .figures dt, th, caption, h4, .tag, .place, .facts, .citation, .record dt, .explanation dt, nav, .text-note,
.signed, .back, .chip, .ref, .verdict, .stance, .finding-link, .plain, .number, footer { font-family: var(--sans); }
.kind { margin: 0; font-size: .8rem; color: var(--muted); letter-spacing: .02em; }
.byline { display: flex; flex-wrap: wrap; gap: .4rem 2.4rem; margin: 0 0 1.8rem; }
dl > div > dt { font-size: .74rem; color: var(--muted); }
dd { margin: 0; }
.figures { display: flex; flex-wrap: wrap; margin: 0; border-block: 1px solid var(--line); }
.figure { display: flex; flex-direction: column-reverse; flex: 1 1 5.4rem; padding: .8rem .9rem .7rem; border-left: 1px solid var(--line); }
.figure:first-child { border-left: 0; padding-left: 0; }
.figure dd { font-size: 1.9rem; line-height: 1.15; color: var(--tone, var(--ink)); font-variant-numeric: lining-nums tabular-nums; }
nav { margin-top: 1.1rem; font-size: .8rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 0; padding: 0; list-style: none; }

table { width: 100%; border-collapse: collapse; margin: 1rem 0 1.6rem; font-variant-numeric: lining-nums tabular-nums; }
caption { text-align: left; font-size: .8rem; font-weight: 600; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--line); font-size: .93rem; line-height: 1.5; }
th:last-child, td:last-child { padding-right: 0; }
th { font-weight: 600; font-size: .8rem; }
thead th { color: var(--muted); font-weight: 500; border-bottom-color: var(--ink); white-space: nowrap; }
tfoot th, tfoot td { border-bottom: 0; border-top: 1px solid var(--ink); font-weight: 600; }
td p:last-child { margin-bottom: 0; }
.number { text-align: right; white-space: nowrap; }
td.number { font-size: .86rem; }
tr.none { color: var(--muted); } tr.none .verdict { color: var(--muted); }
tbody th { white-space: nowrap; }
.conflicts tbody th, .dismissed tbody th { white-space: normal; }
.scale tbody th { min-width: 12rem; }
.coverage tbody th, .counts tbody th, .scale tbody th, .fixes td:nth-child(3) { white-space: normal; overflow-wrap: break-word; }
.fixes :where(td:nth-child(2)) { width: 44%; } .fixes :where(td:nth-child(4)) { width: 28%; }
.conflicts :where(td) { width: 39%; } .open-errors :where(td) { width: 46%; }
.dismissed :where(th) { width: 20%; } .dismissed :where(td) { width: 40%; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2.5rem; align-items: start; }
.counts th, .counts td, .checks th, .checks td, .scale th, .scale td { padding-block: .28rem; }
.counts tbody th { font-weight: 400; font-size: .86rem; } .counts .verdict, .scale .verdict { font-size: 1em; font-weight: 500; }
.checks td, .scale td, .severities td { font-size: .88rem; }
.digest { font: .68rem/1.5 var(--mono); word-break: break-all; }
td.digest { font-size: .68rem; width: 36%; padding-top: .62rem; }
.plain { font-weight: 400; }
.tag { font-size: .74rem; font-weight: 500; color: var(--muted); }

.verdict { color: var(--tone); font-weight: 600; font-size: .88em; }
.sign { font-family: 'DejaVu Sans', 'Segoe UI Symbol', 'Apple Symbols', 'Noto Sans Symbols 2', var(--sans); font-weight: 400; }
.chip, .ref { color: var(--tone); font-weight: 600; text-decoration: none; white-space: nowrap; unicode-bidi: isolate; }
.chip { font-size: .86rem; border: 1px solid color-mix(in srgb, var(--tone) 45%, transparent); border-radius: 3px; padding: 0 .35em; }
.ref { font-size: .66em; line-height: 0; vertical-align: super; padding: 0 .12em 0 .18em; user-select: none; }
.chip .sign, .ref .sign { margin-left: .16em; }
.chip:hover, .ref:hover { text-decoration: underline; }
[id^='text-'], .body [data-number] { scroll-margin-top: 30vh; } .card, .finding { scroll-margin-top: 1rem; }
.ref:target { outline: 2px solid var(--tone); outline-offset: 3px; border-radius: 2px; }
.place, .finding-link, .back { font-size: .78rem; color: var(--muted); white-space: nowrap; }
.finding-link { color: inherit; font-weight: 600; }

mark { color: inherit; background: color-mix(in srgb, var(--tone) 11%, transparent);
  text-decoration: underline 1.5px var(--tone); text-decoration-skip-ink: none; }
mark.l0 { text-underline-offset: 3px; } mark.l1 { text-underline-offset: 6px; }
mark.l2 { text-underline-offset: 9px; } mark.l3 { text-underline-offset: 12px; }
mark.tone-caveat { text-decoration-style: dashed; } mark.tone-open { text-decoration-style: dotted; }
mark.tone-ok { text-decoration-thickness: 1px; } mark.tone-fix { text-decoration-thickness: 2px; }
mark.tone-none { text-decoration-style: dotted; text-decoration-thickness: 1px; }

.source-number, .finding-number { color: var(--muted); font-family: var(--sans); font-weight: 500; font-size: .9em; padding-right: .2em; }
.text-note { font-size: .78rem; margin-bottom: 1.2rem; }
.body { line-height: 1.85; }
.body > *, .body li > * { margin: 0 0 .35rem; }
.body .after-gap, .body h4, .body h5, .body h6 { margin-top: 1rem; }
.body h4 { font: 600 1.15rem/1.35 var(--serif); } .body h5, .body h6 { font: 600 1.02rem/1.35 var(--serif); }
.body p, .body h4, .body h5, .body h6 { white-space: pre-wrap; }
.body pre { white-space: pre-wrap; font: .85rem/1.8 var(--mono); background: var(--panel); padding: .5rem .8rem; }
.body blockquote { margin: .8rem 0 .8rem; padding-left: 1.1rem; border-left: 2px solid var(--line); }
.body hr { border: 0; border-top: 1px solid var(--line); margin: 1.4rem auto; width: 30%; }
.body code { font-family: var(--mono); font-size: .88em; }
.body .blank { display: none; }
.body { position: relative; }
.body [data-number]::before { content: attr(data-number); position: absolute; left: -3.2rem; width: 2.2rem; text-align: right;
  font: 400 .68rem/1 var(--sans); color: var(--muted); margin-top: .62rem; user-select: none; }
.body [data-number]:target { background: color-mix(in srgb, var(--open) 10%, transparent); }

.card { margin: 0 0 2.6rem; padding: 1.1rem 0 0; border-top: 1px solid var(--line); }
.card:target > .card-head, .finding:target > h3 { outline: 2px solid var(--open); outline-offset: 5px; border-radius: 2px; }
.card-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .1rem 1.5rem; break-after: avoid; }
.card-head h3 { margin: 0; }
.claim-number { display: inline-block; min-width: 1.6rem; font-size: 1.35rem; font-variant-numeric: lining-nums; }
.where { margin: 0; font-size: .86rem; color: var(--muted); }
.context { margin: .7rem 0 .8rem; color: var(--muted); line-height: 1.75; }
.context mark { color: var(--ink); }
.facts { display: flex; flex-wrap: wrap; gap: .35rem 1.9rem; margin: 0 0 .9rem; font-size: .84rem; line-height: 1.4; }
h4 { font-size: .78rem; font-weight: 600; margin: 1rem 0 .3rem; }
.proposal { margin: 1rem 0; padding: .55rem 1rem .2rem; border-left: 3px solid var(--tone); background: var(--panel); }
.proposal h4 { margin-top: 0; }
.warning { color: var(--fix); }
.proof { margin: .3rem 0 0; font-size: .85rem; color: var(--muted); } .proof + .proof { margin-top: .1rem; }
.note, .flags, .relations, .evidence, .passages, .explanation { font-size: .95rem; }
.note { margin-bottom: .8rem; } .note p { margin-bottom: .35rem; white-space: pre-line; }
.note.internal { padding: .5rem .9rem .3rem; border: 1px dashed var(--muted); }
.note .signed, .signed { font-size: .74rem; }
.flags, .relations, .passages { padding-left: 0; list-style: none; margin: 0 0 .8rem; }
.flags li, .relations li, .passages li { margin-bottom: .45rem; }
.flags p { margin-bottom: .15rem; } .flags li + li { margin-top: .7rem; }
.reckoning { font-size: .88rem; color: var(--muted); padding-left: 1.2rem; }
.evidence { padding-left: 1.3rem; margin: 0; } .evidence > li { margin-bottom: .8rem; } .evidence p { margin-bottom: .2rem; }
.stance { font-size: .76rem; font-weight: 600; }
.pinpoint { margin: .25rem 0 .35rem; padding-left: .9rem; border-left: 2px solid var(--line); }
.citation { margin: 0; font-size: .8rem; }
.citation > div, .record > div, .explanation > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; align-items: baseline; }
.citation > div { grid-template-columns: 8rem 1fr; }
.record, .explanation { margin: 0 0 1.4rem; font-size: .92rem; }
.record > div, .explanation > div { padding: .16rem 0; }
.explanation ul { margin: 0; padding: 0; list-style: none; }
.finding { margin-bottom: 1.8rem; }
.signatures th, .signatures td { height: 3.4rem; vertical-align: bottom; } .signatures thead th { height: auto; }
.signatures td:nth-child(2) { width: 28%; } .signatures td:nth-child(3) { width: 34%; } .signatures td:nth-child(4) { width: 16%; }
.signatures tbody th, .signatures tbody td { border-bottom-color: var(--ink); }
.standing-signed-off { color: var(--ok); font-weight: 600; } .standing-changed { color: var(--fix); font-weight: 600; }
.byline .digest { font-size: .62rem; }
.coverage th, .coverage td { padding-block: .28rem; } .coverage td .tag { display: inline-block; min-width: 3.2em; }
.log th, .log td { padding-block: .24rem; font-size: .84rem; } .log tbody th { width: 3.4rem; } .log td:nth-child(2) { white-space: nowrap; }
.log td:nth-child(3) { overflow-wrap: break-word; min-width: 6rem; } .log td:nth-child(4) { width: 48%; }
.page-mark { height: 0; margin: 0; }
.page-mark::after { content: attr(data-page); position: absolute; right: -4.6rem; width: 4rem; font: 400 .68rem/1 var(--sans);
  color: var(--muted); border-top: 1px solid var(--line); padding-top: .2rem; user-select: none; }
.filter { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .5rem; margin: 1.4rem 0 0; padding: 0; border: 0; font: .8rem/1.5 var(--sans); }
.filter legend { float: left; padding: 0; margin-right: .4rem; color: var(--muted); }
.filter input { position: absolute; opacity: 0; width: 1px; height: 1px; }
.filtered { display: none; color: var(--fix); } body:has(.filter input:checked:not(#show-all)) .filtered { display: block; }
.filter small { color: var(--muted); font-size: 1em; font-variant-numeric: tabular-nums; }
.filter label > span { display: inline-block; padding: .05rem .55rem; border: 1px solid var(--line); border-radius: 1rem; cursor: pointer; }
.filter label:hover > span { border-color: var(--muted); }
.filter input:checked + span { border-color: var(--ink); background: var(--panel); font-weight: 600; }
.filter input:focus-visible + span { outline: 2px solid var(--open); outline-offset: 2px; }
.timeline { margin: 0; } .timeline svg { display: block; width: 100%; height: auto; background: none; } .timeline desc + rect { fill: none; }
@media screen and (prefers-color-scheme: dark) { .timeline svg { filter: invert(.92) hue-rotate(180deg); } }
@media (min-width: 62rem) { .timeline { width: min(86rem, 100vw - 4rem); margin-left: 50%; transform: translateX(-50%); } }
footer { margin-top: 4rem; font-size: .74rem; color: var(--muted); }

@media (max-width: 56rem) {
  body { padding: 2rem 1.2rem; }
  .body { padding-left: 2rem; }
  .body [data-number]::before { left: -1rem; }
}
@media screen and (max-width: 56rem) {
  .figures { display: grid; grid-template-columns: repeat(3, 1fr); }
  .figure { border-left: 0; padding-left: 0; }
}
@media screen and (max-width: 40rem) {
  html { font-size: 16px; }
  .fixes, .open-errors, .conflicts, .dismissed { display: block; }
  :is(.fixes, .open-errors, .conflicts, .dismissed) :is(tbody, tr, th, td) { display: block; width: auto; border: 0; padding: .1rem 0; }
  :is(.fixes, .open-errors, .conflicts, .dismissed) thead { display: none; }
  :is(.fixes, .open-errors, .conflicts, .dismissed) tr { border-bottom: 1px solid var(--line); padding: .7rem 0; }
  .checks, .scale, .texts, .coverage, .severities { display: block; overflow-x: auto; }
  :is(.checks, .scale, .texts, .severities) td:nth-child(2) { min-width: 13rem; }
  .log thead { display: none; } .log, .log tbody { display: block; }
  .log tr { display: flex; flex-wrap: wrap; gap: 0 .9rem; border-bottom: 1px solid var(--line); padding: .5rem 0; }
  .log :is(tbody th, td) { width: auto; border: 0; padding: 0; } .log td:nth-child(4) { flex-basis: 100%; }
  .timeline { overflow-x: auto; } .timeline svg { min-width: 44rem; }
  .citation > div, .record > div, .explanation > div { grid-template-columns: 1fr; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }

@media print {
  :root {
    color-scheme: light; --paper: #fff; --ink: #000; --muted: #444; --line: #bbb; --panel: #fff;
    --ok: #000; --caveat: #000; --fix: #000; --open: #000; --none: #444;
  }
  html { font-size: 10pt; line-height: 1.42; }
  h1 { font-size: 1.9rem; margin-bottom: .7rem; } .byline { margin-bottom: 1rem; }
  .figure { padding-block: .5rem .4rem; } .figure dd { font-size: 1.55rem; }
  table { margin: .5rem 0 1rem; } th, td { padding-block: .32rem; line-height: 1.4; }
  .card { margin-bottom: 1.5rem; padding-top: .8rem; } .context { line-height: 1.6; margin: .4rem 0 .6rem; }
  footer { margin-top: 1rem; }
  body { max-width: none; margin: 0; padding: 0; }
  nav, .back { display: none; }
  .filter label:has(input:not(:checked)), .filter:has(#show-all:checked) { display: none; }
  #timeline { page: wide; } .timeline { width: 100%; margin: 0; transform: none; } .timeline svg { max-height: 165mm; }
  .page-mark::after { right: -.4rem; width: auto; background: var(--paper); }
  a { text-decoration: none; }
  main > section { margin-top: 1.6rem; }
  #text { break-before: page; margin-top: 0; }
  #sign-off, .signatures { break-inside: avoid; }
  mark { background: none; }
  .note a.out::after { content: ' (' attr(href) ')'; font-size: .85em; }
  p, li { orphans: 3; widows: 3; }
  tr, .card-head, .context, .facts, .flags li, .finding, .source, .evidence > li, .figures, .proposal, .counts, .checks, .scale, .severities, .texts tr { break-inside: avoid; }
  .context { break-after: avoid; } .note .signed, .card > .empty, .facts, .proposal { break-before: avoid; }
  thead { display: table-header-group; } tfoot { display: table-row-group; }
  .body { padding-left: 2.2rem; line-height: 1.7; }
  .body [data-number]::before { left: -.6rem; margin-top: .5rem; }
  .body pre { border: 1px solid var(--line); }
}
`

/**
 * The style sheet of the HTML report, the same in every report, so that the file's own policy can name it by digest.
 * It must hold no `<` and load nothing.
 */
export const reportStyle = `${ownStyle}${timelineRules}\n${filterRules}\n`

/** The digest of the style sheet as a policy names it; a test keeps it true. */
export const reportStyleHash = 'sha256-ZntueuXYoDnwUvoMRGHr/gJp270hK92jHxMnkHGqccM='
