/**
 * Globals in which frameworks hand a page's own content to its script. Such a script is the page's, whatever vendor it
 * names among its data. From the frameworks' own documentation.
 */
export const PAGE_STATE_NAMES: readonly string[] = [
  '__NEXT_DATA__',
  '__next_f',
  '__next_s',
  '__NUXT__',
  '__INITIAL_STATE__',
  '__INITIAL_DATA__',
  '__PRELOADED_STATE__',
  '__PRELOADED_DATA__',
  '__APOLLO_STATE__',
  '__RELAY_STORE__',
  '__REDUX_STATE__',
  '__REACT_QUERY_STATE__',
  '__remixContext',
  '__sveltekit',
  '__GATSBY',
  '__APP_STATE__',
  '__STATE__',
  '__data__',
];

/** `type` of scripts that consent managers and optimisers hold back until later; their code is JavaScript all the same. */
export const DELAYED_SCRIPT_TYPES: ReadonlySet<string> = new Set([
  'text/plain',
  'rocketlazyloadscript',
  'text/rocketscript',
  'litespeed/javascript',
  'text/lazyscript',
  'text/psajs',
  'pmdelayedscript',
]);
