/** At-rules of CSS, with and without vendors' prefixes. */
export const AT_RULES: ReadonlySet<string> = new Set(
  (
    'media import font-face keyframes -webkit-keyframes -moz-keyframes -o-keyframes -ms-keyframes supports charset ' +
    'namespace page layer container property counter-style viewport -ms-viewport -o-viewport -moz-document document scope ' +
    'starting-style global extend font-feature-values font-palette-values position-try view-transition tailwind apply include mixin'
  ).split(' '),
);

/** Names of HTML elements that stand in selectors. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col ' +
    'colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter ' +
    'nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select ' +
    'slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title ' +
    'tr track u ul var video wbr center font path circle rect line g polygon polyline ellipse text use symbol from to'
  ).split(' '),
);

/** Properties that stand in leaked declarations whose selector was cut off. */
export const PROPERTIES: ReadonlySet<string> = new Set(
  (
    'align-content align-items align-self animation animation-delay animation-duration animation-name appearance ' +
    'aspect-ratio background background-attachment background-clip background-color background-image background-position ' +
    'background-repeat background-size border border-bottom border-collapse border-color border-left border-radius ' +
    'border-right border-spacing border-style border-top border-width bottom box-shadow box-sizing clear clip clip-path ' +
    'color column-count column-gap content cursor direction display fill filter flex flex-basis flex-direction flex-flow ' +
    'flex-grow flex-shrink flex-wrap float font font-family font-size font-style font-weight gap grid grid-area ' +
    'grid-column grid-gap grid-row grid-template grid-template-columns grid-template-rows height inset justify-content ' +
    'justify-items justify-self left letter-spacing line-height list-style list-style-type margin margin-bottom ' +
    'margin-left margin-right margin-top max-height max-width min-height min-width object-fit opacity order outline ' +
    'overflow overflow-x overflow-y padding padding-bottom padding-left padding-right padding-top pointer-events position ' +
    'resize right row-gap stroke table-layout text-align text-decoration text-indent text-overflow text-shadow ' +
    'text-transform top transform transform-origin transition unicode-bidi user-select vertical-align visibility ' +
    'white-space width will-change word-break word-spacing word-wrap overflow-wrap z-index zoom'
  ).split(' '),
);
