/**
 * The style sheet of every report. It is the same for all of them, so that a report's Content-Security-Policy can allow
 * this sheet by its hash and nothing else: whatever a page smuggles into a report has no style and no script.
 */

/** How many rules have a filter of their own; those with fewer removals share the last one. */
export const FILTER_SLOTS = 48;

const CATEGORY_NAMES = ['ad', 'tracker', 'consent', 'widget', 'label', 'promo', 'style', 'script', 'data'] as const;

/**
 * Hues evenly apart (OKLCH, https://www.w3.org/TR/css-color-4/#ok-lab), at a lightness that gives text in them a
 * contrast of 4.5 and more; leaked code that no rule knows is greyer.
 */
const HUES: Readonly<Record<(typeof CATEGORY_NAMES)[number], readonly [hue: number, chroma: number]>> = {
  ad: [25, 0.17],
  tracker: [305, 0.17],
  consent: [75, 0.12],
  widget: [255, 0.15],
  label: [195, 0.11],
  promo: [148, 0.13],
  style: [350, 0.09],
  script: [50, 0.06],
  data: [225, 0.06],
};

function colours(lightness: number, strength: number): string {
  return CATEGORY_NAMES.map((name) => {
    const [hue, chroma] = HUES[name];
    return `--${name}:oklch(${lightness}% ${(chroma * strength).toFixed(3)} ${hue})`;
  }).join(';');
}

/** A filter shows what bears its class and, with the rules of `FILTERING` below, nothing else. */
function filter(name: string): string {
  const on = `body:has(#f-${name}:checked)`;
  return (
    `${on} .hunk.${name}{display:grid}` +
    `${on} del.${name}{visibility:visible;font-size:inherit}` +
    `${on} del.${name}::before{content:attr(data-rule)}`
  );
}

const FILTERS = [
  ...CATEGORY_NAMES.map((name) => filter(`c-${name}`)),
  ...Array.from({ length: FILTER_SLOTS }, (_, slot) => filter(`r${slot}`)),
].join('\n');

const CATEGORY_CLASSES = CATEGORY_NAMES.map((name) => `.c-${name}{--k:var(--${name})}`).join('');

const DARK = `--paper:#161514;--raised:#1f1e1c;--wash:#1b1a18;--ink:#e8e5de;--soft:#b5b0a6;--muted:#97928a;--line:#302e2a;--tint:22%;--good:#8fb996;${colours(77, 0.8)}`;

export const STYLESHEET: string = `
:root{color-scheme:light dark;--paper:#fcfbf8;--raised:#fff;--wash:#f5f3ee;--ink:#1c1b19;--soft:#4b4841;--muted:#6d6960;--line:#e2dfd7;--tint:11%;--good:#3f7049;
--sans:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
--serif:Charter,"Iowan Old Style","Palatino Linotype","URW Palladio L",P052,Georgia,serif;
--mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;
${colours(50, 1)}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:4rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 .9375rem/1.55 var(--sans);font-variant-numeric:tabular-nums;overflow-wrap:break-word}
.wrap{max-width:78rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
h1,h2{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.6rem,1.1rem + 2vw,2.4rem);letter-spacing:-.01em;max-width:44rem}
h2{font-size:1.35rem;margin-bottom:.25rem}
h3{font:600 .75rem/1.4 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--muted);margin:0 0 .6rem}
a{color:inherit;text-decoration-color:var(--muted);text-underline-offset:.2em}
a:hover{text-decoration-color:currentcolor}
:focus-visible{outline:2px solid var(--widget);outline-offset:2px;border-radius:2px}
.note{color:var(--muted);margin:0 0 1.25rem;max-width:46rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--paper);padding:.5rem .75rem}
.hid{font:500 .75em var(--mono);font-style:normal;color:var(--muted);border:1px solid var(--line);border-radius:3px;padding:0 .2em}

header{padding:2.75rem 0 1.5rem}
.kicker{color:var(--muted);font-size:.8125rem;margin:0 0 .6rem}
.address{color:var(--muted);margin:.6rem 0 0;font-size:.875rem;overflow-wrap:anywhere}
nav{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
nav ul{display:flex;gap:1.5rem;margin:0;padding:0;list-style:none;overflow-x:auto;scrollbar-width:none}
nav a{display:block;padding:.7rem 0;text-decoration:none;white-space:nowrap;color:var(--soft)}
nav a:hover{color:var(--ink);text-decoration:underline}
nav .n{margin-left:.35rem}
section{padding:2.25rem 0 1rem}
.n{color:var(--muted);font-size:.8125rem}

.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1.25rem 2rem;margin:0 0 2.25rem;padding:0}
.figures div{border-top:2px solid var(--ink);padding-top:.5rem}
.figures dt{color:var(--muted);font-size:.8125rem}
.figures dd{margin:0;font:500 1.75rem/1.15 var(--serif)}
.figures dd.word{font-size:1.35rem;line-height:1.5}
.figures small{display:block;font:400 .8125rem/1.4 var(--sans);color:var(--muted);margin-top:.15rem}
.two{display:grid;gap:2.5rem}
@media (min-width:60rem){.two{grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:4rem}}

${CATEGORY_CLASSES}
svg{display:block;width:100%}
.strip{height:1.75rem;background:var(--wash);border-radius:3px}
.strip rect,.bar rect{fill:var(--k,var(--good))}
.ends{display:flex;justify-content:space-between;margin:.25rem 0 1.75rem}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th{font-weight:400;color:var(--muted);text-align:left;font-size:.8125rem}
th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:baseline}
th:last-child,td:last-child{padding-right:0}
td.num,th.num{text-align:right;white-space:nowrap}
td.bar{width:24%;min-width:4rem;vertical-align:top;padding-top:.8rem}
td.bar svg{height:.5rem}
td.url{overflow-wrap:anywhere;min-width:9rem}
.scroll{overflow-x:auto}
.dot{display:inline-block;width:.625rem;height:.625rem;border-radius:2px;background:var(--k);margin-right:.5rem;flex:none}
td:has(>.dot){position:relative;padding-left:1.125rem}
td>.dot{position:absolute;left:0;top:.75rem;margin:0}
.means{display:block;color:var(--muted);font-size:.8125rem}
dl.meta{display:grid;grid-template-columns:6.5rem minmax(0,1fr);margin:0;font-size:.875rem}
dl.meta dt,dl.meta dd{padding:.4rem 0;border-bottom:1px solid var(--line);margin:0}
dl.meta dt{color:var(--muted)}
dl.meta dd{overflow-wrap:anywhere}
.from{color:var(--muted);font-size:.8125rem}
.from::before{content:"from "}

.browse{display:grid;gap:1.5rem}
@media (min-width:60rem){.browse{grid-template-columns:18.5rem minmax(0,1fr);gap:2.5rem}
.filters{position:sticky;top:3.5rem;max-height:calc(100vh - 8rem);overflow-y:auto;align-self:start;padding:.25rem .5rem 2rem .25rem}}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{padding:0;margin-bottom:.5rem;font:600 .75rem/1.4 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--muted)}
.filters ul{list-style:none;margin:0;padding:0}
.filters ul ul{margin:0 0 .6rem 1.1rem}
.filters label{display:flex;align-items:baseline;gap:.5rem;padding:.15rem 0;cursor:pointer;font-size:.875rem}
.filters ul ul label{color:var(--soft);font-size:.8125rem}
.filters label:hover{color:var(--ink);text-decoration:underline;text-underline-offset:.2em}
.filters .name{flex:1;min-width:0;overflow-wrap:anywhere}
.filters .dot{margin:0}
input[type=checkbox],input[type=radio]{accent-color:var(--k,var(--ink));margin:0;flex:none;translate:0 .1em}
button{font:inherit;font-size:.8125rem;color:inherit;background:none;border:1px solid var(--line);border-radius:4px;padding:.25rem .7rem;margin-top:.75rem;cursor:pointer}
button:hover{border-color:var(--muted)}
body:not(:has(.f:checked)) .reset{display:none}

.src{font:400 .8125rem/1.65 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere;tab-size:2;color:var(--soft);unicode-bidi:plaintext}
.hunk{display:grid;grid-template-columns:3.75rem minmax(0,1fr);padding:.75rem 0}
.ln{color:var(--muted);font:400 .75rem/1.79 var(--mono);text-align:right;padding-right:1rem}
.gap{margin:0;font-size:.8125rem;color:var(--muted);border-top:1px solid var(--line);border-bottom:1px solid var(--line);background:var(--wash)}
.gap>summary,p.gap{padding:.3rem 1rem .3rem 3.75rem}
.gap+.gap{border-top:0}
summary{cursor:pointer;list-style-position:outside}
.gap>summary{list-style:none}
.gap>summary::before{content:"+";display:inline-block;width:1.1rem;font-family:var(--mono)}
.gap[open]>summary::before{content:"\\2212"}
.gap>summary::-webkit-details-marker{display:none}
summary:hover{color:var(--ink)}
.gap .src{padding:.75rem 0 1rem 3.75rem;background:var(--paper);border-top:1px solid var(--line)}
.cap{color:var(--muted);font-size:.8125rem;margin:.5rem 0}
.gap .cap{padding:.3rem 1rem .5rem 3.75rem;margin:0}
del{text-decoration:none;color:var(--ink);background:color-mix(in oklab,var(--k) var(--tint),transparent);box-shadow:inset 0 -1px 0 color-mix(in oklab,var(--k) 45%,transparent);border-radius:2px;padding:.1em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone;cursor:help;unicode-bidi:isolate;scroll-margin:4rem 0 8rem}
del:hover,del:focus{background:color-mix(in oklab,var(--k) calc(var(--tint)*2),transparent)}
del:focus{outline:2px solid var(--k);outline-offset:1px}
del::before{content:attr(data-rule);font:600 .6875rem/1.5 var(--sans);color:var(--paper);background:var(--k);border-radius:3px;padding:.08rem .35rem;margin-right:.4rem;user-select:none;-webkit-user-select:none;overflow-wrap:anywhere}
.more{display:block;margin:.35rem 0;font-family:var(--sans);font-size:.8125rem}
.more>summary{color:var(--muted)}
p.more{color:var(--muted)}

.tip{display:none;position:fixed;z-index:20;left:0;right:0;bottom:0;background:var(--raised);color:var(--soft);border-top:3px solid var(--k);box-shadow:0 -4px 24px rgb(0 0 0/.14);font:400 .875rem/1.5 var(--sans);white-space:normal;overflow-wrap:anywhere;padding:.7rem max(1rem,calc(50vw - 36.5rem)) .8rem;max-height:40vh;overflow-y:auto;flex-wrap:wrap;gap:.1rem 1.5rem;align-items:baseline;cursor:default;unicode-bidi:isolate;direction:ltr;text-align:left}
.tip b{color:var(--ink);font-weight:600;font-size:1rem}
.tip .k{color:var(--paper);background:var(--k);border-radius:3px;padding:0 .4rem;font-size:.75rem;font-weight:600;margin-left:-.75rem}
.tip code,.blocks code{font-family:var(--mono);font-size:.92em;color:var(--ink)}
del:focus .tip,del:focus-within .tip{display:flex}
del:hover .tip{display:flex;z-index:21}

body:has(.f:checked) :is(.hunk,.gap){display:none}
body:has(.f:checked) del{visibility:hidden;font-size:0}
body:has(.f:checked) del::before{visibility:visible;content:"\\22ef"}
body:has(.f:checked) .hunk{border-top:1px solid var(--line)}
${FILTERS}

.pick{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-bottom:1rem}
.pick label{display:flex;gap:.4rem;align-items:baseline;cursor:pointer;font-size:.875rem}
.ribbon{height:3.5rem;margin-bottom:.25rem;border-bottom:1px solid var(--line)}
.ribbon.tall{height:7rem}
.ribbon .yes{fill:var(--good)}
.ribbon .no{fill:var(--muted);opacity:.55}
.blocks{list-style:none;margin:0;padding:0;font-size:.875rem}
.blocks li{display:grid;grid-template-columns:4.5rem 3.25rem minmax(0,5fr) minmax(0,4fr);gap:0 1rem;padding:.35rem 0;border-bottom:1px solid var(--line);align-items:baseline}
.blocks .is{font-size:.8125rem;color:var(--muted)}
.blocks .yes .is{color:var(--good);font-weight:600}
.blocks .no .text{color:var(--muted)}
.blocks .text{unicode-bidi:plaintext;overflow-wrap:anywhere}
.blocks .why{color:var(--muted);font-size:.8125rem}
.blocks .num{text-align:right}
@media (max-width:44rem){.blocks li{grid-template-columns:4.5rem minmax(0,1fr)}.blocks .num{text-align:left}.blocks .text,.blocks .why{grid-column:1/-1}
.hunk{display:block}.ln{display:block;text-align:left;padding:0}.gap>summary,p.gap,.gap .cap{padding-left:.75rem}.gap .src{padding-left:.75rem;padding-right:.75rem}
.filters .tree{max-height:16rem;overflow-y:auto;border:1px solid var(--line);border-radius:4px;padding:.5rem .75rem}td.bar{width:3rem;min-width:2.5rem}tr:has(>:nth-child(6))>.bar{display:none}th,td{padding-right:.6rem}.scroll table{font-size:.8125rem}tr:has(>:nth-child(6))>td:first-child:not(.url){min-width:7rem;overflow-wrap:anywhere}
.means{display:none}header{padding-top:1.75rem}.figures{grid-template-columns:repeat(2,minmax(0,1fr))}.figures dd{font-size:1.5rem}
body:has(.f:checked) .hunk{padding-top:.75rem}dl.meta{grid-template-columns:5.5rem minmax(0,1fr)}}
body:has(#b-yes:checked) .blocks .no,body:has(#b-no:checked) .blocks .yes,body:has(#b-close:checked) .blocks li:not(.close){display:none}

.article{font:400 1.0625rem/1.65 var(--serif);max-width:38rem;border-left:1px solid var(--line);padding-left:clamp(1rem,3vw,2rem);overflow-wrap:break-word}
.article :is(p,li,h1,h2,h3,h4,h5,h6,blockquote,td,th,pre){unicode-bidi:plaintext}
.article :is(h1,h2,h3,h4,h5,h6){font:600 1.15rem/1.3 var(--serif);letter-spacing:0;text-transform:none;color:inherit;margin:1.6em 0 .5em}
.article>:first-child{margin-top:0}
.article pre,.article code{font-family:var(--mono);font-size:.875rem}
.article pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--wash);padding:.75rem 1rem}
.article blockquote{margin:1em 0;padding-left:1rem;border-left:2px solid var(--line);color:var(--soft)}
.article table{display:block;overflow-x:auto;font-size:.9375rem}
.article .img{display:inline-block;font:400 .8125rem/1.4 var(--sans);color:var(--muted);border:1px dashed var(--line);border-radius:4px;padding:.25rem .6rem}
footer{color:var(--muted);font-size:.8125rem;padding:2.5rem 0 6rem}
@media (forced-colors:active){del,.dot,.strip rect,.bar rect{forced-color-adjust:none}}
@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}nav,.filters,.tip{display:none!important}.browse{display:block}}
`;

/** For the Content-Security-Policy: the base64 SHA-256 of the sheet, which a test computes anew. */
export const STYLESHEET_HASH: string = 'RhEfwOenBTw11RzBzkzlgDL02kcRbyf8kXREBQL1LP0=';
