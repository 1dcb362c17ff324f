/** What `adstrip --help` prints. */
export const HELP = `adstrip: a scraped page, or text whose tags are already gone, less what was injected into it

Usage: adstrip [options] [file | -]
       adstrip rules [name]     lists the rules: all, a family's, or those with the name in their id

  page.html, page.htm      a page
  article.txt, notes.md    text
  anything else, and -     looks at the content; - is standard input
  ./rules                  a file that is called rules

Options:
  -f, --format FORMAT      text (default), markdown, html or json
  -o, --output FILE        write to FILE, which is replaced when the result is complete
      --strip              only take the ads out and leave the rest as it is
      --remove A,B         remove these categories only
      --keep A,B           do not remove these categories
                           (ad, tracker, consent, widget, label, promo, style, script, data)
      --filters FILE       take out what an EasyList-style list names as well; may be given again
      --url URL            the page's address: makes links whole, tells first from third parties
      --max-length N       look at the first N characters (default 16777216)
      --explain            say on standard error what was removed and by which rule
      --report FILE        write an HTML page that shows every removal in its place, and why
  -V, --version            print the version
  -h, --help               print this

Examples:
  adstrip page.html                          the article as plain text
  curl -s https://example.org/ | adstrip -   the same for a page from the network
  adstrip -f json --url https://example.org/a page.html
  adstrip --strip --explain article.txt -o clean.txt
  adstrip --strip --keep promo,widget page.html
  adstrip --report report.html page.html     what went, and why, to be looked at in a browser

Exit status: 0 all well, 1 the result could not be written or no rule has that name, 2 wrong usage, 3 nothing could be read.
`;
