/** Reserved words of ECMAScript after which an operand or a statement may follow on the same line. */
export const OPERATOR_WORDS: ReadonlySet<string> = new Set(
  (
    'var let const function class new return typeof in of instanceof case else throw delete void async await extends ' +
    'static get set import export from as default do try finally yield if for while switch catch with'
  ).split(' '),
);

/** Words before a parenthesis that is no call; a statement may follow the parenthesis. */
export const HEAD_WORDS: ReadonlySet<string> = new Set('if for while switch catch with'.split(' '));

/** Globals that only a browser has, before a dot: code that names them was written for the page it stands in. */
export const BROWSER_WORDS: ReadonlySet<string> = new Set(
  'window document jQuery self top parent location navigator localStorage sessionStorage globalThis dataLayer $ console'.split(
    ' ',
  ),
);

/** The same, called. */
export const CALLED_WORDS: ReadonlySet<string> = new Set(
  'jQuery addEventListener setTimeout setInterval requestAnimationFrame'.split(' '),
);

/** Words that can begin a statement which is glued to prose. */
export const LEAD_WORDS: ReadonlySet<string> = new Set(
  'var let const function if for try while switch import export async class document window'.split(' '),
);
