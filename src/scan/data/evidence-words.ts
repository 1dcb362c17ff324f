/**
 * Words that tell leaked code from code that a writer shows. Vendor-neutral: vendors' names come from the rules.
 * Kept apart by what they are evidence of; a word counts wherever it stands in a stretch of code.
 */

/** Globals and methods that only a browser has. */
export const DOM_WORDS: ReadonlySet<string> = new Set(
  (
    'window document jQuery navigator localStorage sessionStorage dataLayer addEventListener getElementById ' +
    'getElementsByTagName getElementsByClassName querySelector querySelectorAll createElement appendChild insertBefore ' +
    'parentNode setAttribute innerHTML classList DOMContentLoaded userAgent documentElement readyState ' +
    'IntersectionObserver MutationObserver preventDefault offsetTop scrollTop innerWidth innerHeight matchMedia ' +
    'currentScript getBoundingClientRect XMLHttpRequest sendBeacon cssText clientWidth clientHeight'
  ).split(' '),
);

/** Words that a page's own code and settings are full of. */
export const PAGE_WORDS: ReadonlySet<string> = new Set(
  (
    'location getAttribute onload onclick cookie async defer stylesheet pageview ajaxurl ajax_url nonce ajax ' +
    'requestAnimationFrame fadeIn fadeOut slideToggle toggleClass addClass removeClass hasClass scrollTo write prefetch ' +
    'eagerness importmap rel href src lazyload lazy dataset ' +
    'setTimeout clearTimeout DOMParser display head body script iframe tracking analytics consent gdpr cart checkout ' +
    'popup modal banner slider carousel sidebar navbar footer header widget plugin plugins theme themes uploads ' +
    'settings locale i18n visitor session csrf token captcha'
  ).split(' '),
);

/** Names that samples have and pages do not. */
export const SAMPLE_WORDS: ReadonlySet<string> = new Set(
  (
    'console foo bar baz qux example Example hello Hello world todo todos Todo fruit fruits myFunc myFunction myObject ' +
    'myArray myVar Foo Bar Baz useState useEffect useContext useRef useMemo require module exports describe expect it ' +
    'print println printf assert assert_eq Person person Animal Dog Cat Car car John Jane Alice Bob alice bob your_key ' +
    'YOUR_API_KEY API_KEY sk_test process readFile express app router interface implements private public protected ' +
    'readonly Promise Array'
  ).split(' '),
);

/** Words of languages that do not leak. */
export const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  (
    'def elif self None True False lambda __init__ __name__ fn mut impl pub println usize i32 u32 u8 str func chan fmt ' +
    'nil SELECT FROM WHERE INSERT UPDATE JOIN CREATE TABLE std cout endl namespace typename int char double unsigned ' +
    'size_t uint8_t bool string Console WriteLine Override echo sudo apt npm npx yarn pip cargo docker git curl bash fi ' +
    'esac elsif unless puts attr_accessor except raise lifetime Vec Some Ok Err unwrap cfscript cfset xmlns ' +
    'PropertyGroup PackageReference using struct enum interface implements readonly kubectl mkdir chmod grep awk sed ' +
    'python node_modules pandas numpy np plt df println! String Integer ArrayList HashMap Console logger printf'
  ).split(' '),
);

/** What a line above a sample says alone: the name of its language or a button. In lower case. */
export const SAMPLE_LABELS: ReadonlySet<string> = new Set(
  (
    'js javascript jsx ts tsx typescript css scss less html xml json jsonc yaml toml python py ruby php java kotlin swift ' +
    'go rust c c++ cpp c# csharp bash shell sh console terminal powershell sql graphql vue svelte text plaintext code copy ' +
    'snippet output result request response example usage syntax http nginx dockerfile diff markdown lua perl r scala ' +
    'dart elixir haskell app.js index.js index.html style.css styles.css main.js script.js package.json'
  ).split(' '),
);

/** Words of prose that announce a sample or speak of one. In lower case. */
export const TALK_WORDS: ReadonlySet<string> = new Set(
  (
    'code example examples snippet snippets function functions method methods syntax css javascript html json returns ' +
    'variable variables selector following below above console output request response file api call calls object array ' +
    'parameter parameters component script stylesheet declare define defines like looks create add write type run ' +
    'command query property properties tag tags attribute attributes element elements template script line lines'
  ).split(' '),
);
