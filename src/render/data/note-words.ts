/** What pages call footnotes and endnotes by in ids, classes and roles: words of letters, without numbers. */
export const NOTE_WORDS: ReadonlySet<string> = new Set([
  'annotation',
  'anmerkung',
  'backlink',
  'bib',
  'biblioentry',
  'biblioref',
  'citation',
  'cite',
  'citeref',
  'endnote',
  'endnotes',
  'fn',
  'fnref',
  'footnote',
  'footnoteref',
  'footnotes',
  'ftn',
  'ftnref',
  'fussnote',
  'nota',
  'note',
  'noteref',
  'notes',
  'przypis',
  'ref',
  'reference',
  'references',
  'refs',
  'sdendnote',
  'sdfootnote',
  'sidenote',
  'voetnoot',
]);

/** What a server writes before the ids of a document that it shows, but not in the links to them: GitHub's. */
export const ID_PREFIXES: readonly string[] = ['user-content-'];

/** How long the words of a link back to its reference may be: an arrow, "^", "Jump up to: a", "Return to text". */
export const MAX_BACK_LINK = 32;
