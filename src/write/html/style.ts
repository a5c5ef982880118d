/** How the review looks, in light and dark. */
export const STYLE = `
:root { color-scheme: light dark;
  --ink: light-dark(#1c1b1a, #e9e6e1); --soft: light-dark(#5b5751, #b0aaa1); --paper: light-dark(#fdfcfa, #161616);
  --desk: light-dark(#efece6, #0e0e0f); --line: light-dark(#d9d4cb, #36353a); --lit: light-dark(#fff0b3, #453900);
  --join: light-dark(#0b57b0, #8ab8ff); --gap: light-dark(#b3261e, #ff9a92); --apart: light-dark(#6b4e00, #f0c355);
  --unsure: light-dark(#ffe2a8, #5a3d00); --moved: light-dark(#6a3ea1, #ceabff); --done: light-dark(#0c6b3d, #7fdcab);
  --han: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 15px/1.55 system-ui, "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--desk); }
h1, h2, h3, h4, p, ol { margin: 0; padding: 0; } h1 { font-size: 1rem; overflow-wrap: anywhere; }
h2 { font-size: .95rem; } .quiet { color: var(--soft); font-weight: 500; font-size: .85rem; }
a { color: inherit; }
button, input, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .35rem; padding: .15rem .6rem; }
button { cursor: pointer; } button:disabled { color: var(--soft); cursor: default; }
button:hover:not(:disabled) { border-color: currentColor; }
:focus-visible { outline: 3px solid var(--join); outline-offset: 1px; border-radius: .2rem; }
kbd { border: 1px solid var(--line); border-radius: .25rem; padding: 0 .35rem; font: inherit; background: var(--paper); }
.bar { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; align-items: center; justify-content: space-between; padding: .5rem 1rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.tools { display: flex; gap: .5rem; align-items: center; flex-wrap: wrap; } #where { min-width: 6.5rem; text-align: center; color: var(--soft); }
#keys { flex-basis: 100%; } #keys p { line-height: 2; }
#save:not(:disabled) { background: var(--done); color: var(--paper); border-color: var(--done); }
.desk { flex: 1; min-height: 0; display: grid; grid-template-columns: 17rem minmax(0, 1fr) 19rem; }
.side, .why { overflow-y: auto; padding: .8rem 1rem 3rem; } .side { border-right: 1px solid var(--line); } .why { border-left: 1px solid var(--line); }
.side h2:not(:first-child) { margin-top: 1.4rem; } .side h3 { font-size: .85rem; color: var(--soft); overflow-wrap: anywhere; margin-top: .6rem; }
.side ol { list-style: none; } .side li { margin: .15rem 0; }
.side a { display: block; text-decoration: none; padding: .2rem .45rem; border-radius: .3rem; overflow-wrap: anywhere; font-size: .9rem; }
.side a:hover, .side a[aria-current] { background: var(--lit); } .side a strong { display: block; font-size: .78rem; color: var(--apart); } .side a.missing-text strong { color: var(--gap); }
.side a.settled strong::after { content: " ✓ decided"; color: var(--done); }
.filter { display: flex; gap: .4rem; align-items: center; margin: .3rem 0; font-size: .9rem; } .filter input { min-width: 0; flex: 1; }
main { min-height: 0; overflow: hidden; display: flex; flex-direction: column; }
main:has(> .page + .page) { overflow-y: auto; }
.page { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: auto minmax(0, 1fr); gap: 0; }
.page + .page, main:has(> .page + .page) > .page { flex: none; height: calc(100vh - 4rem); border-bottom: 2px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 800px; }
.name { grid-column: 1 / -1; padding: .4rem 1rem; overflow-wrap: anywhere; } .page > .source, .page > .articles { grid-row: 2; }
.source, .articles { overflow-y: auto; padding: .8rem 1.2rem 40vh; background: var(--paper); } .articles { border-left: 1px solid var(--line); }
.raw { white-space: pre-wrap; overflow-wrap: anywhere; font-family: var(--han); line-height: 1.75; unicode-bidi: isolate; margin-top: .4rem; }
.s { cursor: pointer; border-radius: .15rem; }
.s.title, .s.kicker, .s.subtitle, .s.section { font-weight: 700; } .s.caption, .s.credit { font-style: italic; } .s.furniture { color: var(--soft); }
.moved { text-decoration: underline dashed var(--moved) 1.5px; text-underline-offset: .3em; }
del { color: var(--gap); text-decoration: line-through; } .rep { background: light-dark(#0b57b01c, #8ab8ff33); border-radius: .2em; }
.lit { background: var(--lit); } .boxes .lit { fill: light-dark(#ffd000aa, #ffd00088); stroke: var(--gap); background: none; }
.flag { color: var(--gap); padding: 0 .1em; font-family: system-ui; } .flag.here { outline: 3px solid var(--gap); border-radius: .2rem; }
.seam { font: 700 .85em/1 system-ui; border: 0; padding: .1em .28em; margin: 0 .08em; border-radius: .25em; color: var(--join); background: transparent; vertical-align: baseline; unicode-bidi: isolate; text-decoration: none; display: inline-block; min-width: 1.2em; }
.seam.gap { color: var(--gap); } .seam.apart { color: var(--apart); } .seam.unsure { background: var(--unsure); color: var(--ink); } .seam.decided { background: var(--done); color: var(--paper); }
.seam[aria-pressed=true] { outline: 2px solid currentColor; }
article { padding: .6rem 0 1rem; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 300px; } .articles article:last-of-type { border-bottom: 0; }
.u { font-family: var(--han); margin: .35rem 0; padding: .05rem .3rem; border-radius: .25rem; overflow-wrap: anywhere; unicode-bidi: isolate; cursor: pointer; }
.u.title { font: 700 1.3rem/1.4 var(--han); } .u.kicker, .u.section { color: var(--soft); font-weight: 600; } .u.subtitle { font-weight: 600; } .u.byline { color: var(--soft); }
.u.subhead { font: 700 1.02rem/1.5 var(--han); } .u.text { text-indent: 2em; } .u.caption { border-left: 3px solid var(--line); padding-left: .7rem; font-size: .95em; }
article.advert::before { content: "Advert"; font-size: .78rem; color: var(--soft); } .u.decided { box-shadow: inset 3px 0 var(--done); }
.boxes { width: 100%; height: auto; background: #fff; } .boxes rect { fill: #0b57b014; stroke: #0b57b0; stroke-width: 1.5; vector-effect: non-scaling-stroke; cursor: pointer; }
.boxes .title, .boxes .kicker { stroke: #b3261e; } .boxes .caption { stroke: #0c6b3d; } .boxes .furniture { stroke: #777; }
.why h2 { margin-bottom: .4rem; } .why .pair { font-family: var(--han); overflow-wrap: anywhere; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .7rem; margin: .5rem 0; unicode-bidi: isolate; }
.pair b { color: var(--join); padding: 0 .2em; } .choices { display: flex; flex-wrap: wrap; gap: .35rem; margin: .5rem 0 .8rem; padding: 0; border: 0; } .choices legend { font-size: .85rem; color: var(--soft); padding: 0 0 .2rem; }
.choices button[aria-pressed=true] { background: var(--ink); color: var(--paper); } 
table.terms { width: 100%; border-collapse: collapse; font-size: .83rem; } .terms td { padding: .12rem 0; vertical-align: top; border-bottom: 1px solid var(--line); } .terms td:first-child { text-align: right; width: 3.4rem; padding-right: .6rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.terms .for { color: var(--done); } .terms .against { color: var(--gap); } .terms .weight { display: block; height: 3px; border-radius: 2px; background: currentColor; margin-top: .15rem; max-width: 100%; }
.toast { position: fixed; bottom: 1rem; left: 50%; transform: translateX(-50%); background: var(--ink); color: var(--paper); padding: .5rem 1rem; border-radius: .5rem; } .toast:empty { display: none; }
@media (max-width: 70rem) { .desk { grid-template-columns: minmax(0, 1fr) 17rem; } .side { display: none; } }
@media (max-width: 48rem) { html, body { height: auto; } .desk, .page { display: block; } .why { position: sticky; bottom: 0; max-height: 40vh; background: var(--desk); border-top: 1px solid var(--line); } .side { display: block; } }
@media print { .side, .why, .tools { display: none; } .desk, .page { display: block; } }
@media (prefers-reduced-motion: no-preference) { .lit { transition: background .12s; } }
`;
