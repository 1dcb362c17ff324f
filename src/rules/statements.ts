import jsTokens from 'js-tokens';

/** Words that begin a statement whose block ends it without a semicolon. */
const BLOCK_WORDS = new Set(['if', 'for', 'while', 'do', 'switch', 'try', 'with', 'else', '{']);
/** Words that have a head in parentheses before the statement that they rule. */
const HEADED = new Set(['if', 'for', 'while', 'with', 'await']);
/** Words behind which their statement still has to come. */
const BEFORE_STATEMENT = new Set(['else', 'do', 'try', 'finally']);
/** Words with which a statement goes on, behind its block and behind a semicolon. */
const GOES_ON = new Set(['else', 'catch', 'finally']);

export interface Statement {
  readonly start: number;
  readonly end: number;
  /** A function declaration: other code may call it. */
  readonly declares: boolean;
  /** A directive, a comment, an empty statement: goes with whatever surrounds it. */
  readonly trivial: boolean;
}

/**
 * The statements of a script at its outermost level, by js-tokens: at `;` and at line ends behind a finished one. An
 * `if` and a loop hold what they rule, also without braces, and an `if` its `else`.
 */
export function statementsOf(source: string, start: number, end: number): Statement[] {
  const statements: Statement[] = [];
  let at = start;
  let from = -1;
  let lastEnd = start; // of the last token that is no white space or comment
  let depth = 0;
  let declares = false;
  let trivial = true;
  let finished = false; // the last token can end a statement
  let broken = false; // a line end follows it
  let block = false; // the statement is an if, a loop, a declaration: its closing brace ends it
  let braced = false; // the last token is such a brace, or a semicolon: the statement has ended, if no `else` follows
  let word = ''; // the last token
  let loops = false; // a `do` waits for its `while`
  let inHead = false; // within the parentheses of an if or a loop
  const close = (to: number): void => {
    if (from >= 0) statements.push({ start: from, end: to, declares, trivial });
    from = -1;
    declares = false;
    trivial = true;
    finished = false;
    broken = false;
    block = false;
    braced = false;
    loops = false;
    inHead = false;
  };
  for (const token of jsTokens(source.slice(start, end))) {
    const { type, value } = token;
    const next = at + value.length;
    if (type === 'LineTerminatorSequence') {
      broken = true;
    } else if (type !== 'WhiteSpace' && type !== 'SingleLineComment' && type !== 'MultiLineComment') {
      const continues =
        /^[.,([{?:+*/%&|^=<>`-]/.test(value) || GOES_ON.has(value) || value === 'in' || value === 'instanceof';
      const goesOn = block && (GOES_ON.has(value) || (loops && value === 'while'));
      if (from >= 0 && depth === 0 && (braced ? !goesOn : finished && broken && !continues)) close(lastEnd);
      if (from < 0) {
        from = at;
        declares = value === 'function' || value === 'class';
        block = declares || BLOCK_WORDS.has(value);
      }
      if (depth === 0 && value === 'do') loops = true;
      if (value === '(' && depth === 0 && HEADED.has(word)) inHead = true;
      if (value === '(' || value === '[' || value === '{') depth++;
      else if ((value === ')' || value === ']' || value === '}') && depth > 0) depth--;
      if (type !== 'StringLiteral' && value !== ';') trivial = false;
      lastEnd = next;
      braced = depth === 0 && (value === ';' || (block && value === '}'));
      finished = depth === 0 && !inHead && /[\w$)\]}"'`]$/.test(value) && !BEFORE_STATEMENT.has(value);
      if (depth === 0 && value === ')') inHead = false;
      broken = false;
      word = value;
    }
    at = next;
  }
  close(lastEnd);
  return statements;
}
