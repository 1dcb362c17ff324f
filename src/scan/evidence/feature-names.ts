/** What is measured of a stretch of code, in the order of the vector. Counts are on a log scale. */
export const FEATURES = [
  'style', // share of its characters that are CSS
  'json', // … JSON
  'markup', // … markup
  'points', // evidence that it is code
  'length',
  'longLine', // a line of 300 characters or more
  'hugeLine', // … of 1500
  'dense', // few blanks among its characters
  'lines', // more than one line
  'whole', // ends where its language lets it end
  'dom', // names that only a browser has
  'page', // words that a page's own code is full of
  'sample', // names that samples have
  'foreign', // words of languages that do not leak
  'foreignSigns', // -> :: := >>> and the like
  'callout', // hashes, long numbers, escaped slashes, URLs
  'comments', // share of comment lines
  'bareImport', // import … from 'name', require('name'), JSX
  'mustache', // {{…}}
  'pretty', // data over many lines
  'semicolons', // its statements end in ;
  'ellipsis', // … or ... as a placeholder
  'hanging', // its later lines are all indented deeper than its first: cut out of indented markup
  'linkedData', // JSON-LD's own keys
  'wrapped', // in a CDATA section, as scripts of XHTML's time are
  'comment', // HTML comments and nothing else
  'textShare', // of markup: share of the text between its tags
  'midStart', // prose before it on its line
  'midEnd', // prose after it on its line
  'inline', // a sentence goes on around it
  'edge', // the text begins or ends with it
  'torn', // what stands right beside it is code of another kind
  'indent', // a block of lines that are all indented, after an empty line
  'colon', // the prose before it ends in a colon
  'label', // the line before names a language
  'talk', // words of the prose before it that speak of code
] as const;

export type Feature = (typeof FEATURES)[number];
