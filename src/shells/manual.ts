import { COMMANDS, EXAMPLES, OPTIONS, type Option, SOURCES, STATUSES } from './options.ts';
import { wrapped } from './wrapped.ts';

/** Columns of the source, as mandoc's lint would have them. */
const WIDTH = 79;

/** The manual page in the man(7) language. */
export function manualPage(version: string): string {
  return `.TH ADSTRIP 1 "" "adstrip ${roff(version)}" "User Commands"
.SH NAME
adstrip \\- the article of a scraped page, and what was taken out of it
.SH SYNOPSIS
.B adstrip
.RI [ options ]
.RI [ file " | " folder " | \\-]..."
${COMMANDS.map(({ usage }) => `.br\n.B adstrip ${roff(usage)}\n`).join('')}.SH DESCRIPTION
${paragraph(
  'Turns a scraped page, or text whose tags are already gone, into its article, or only takes the ads, trackers and leaked code out of it. It reads, by their names:',
)}
${SOURCES.map(({ names, help }) => `.TP\n.B ${roff(names)}\n${paragraph(help)}\n`).join('')}.PP
${paragraph(
  'The output has the order of the input. Several documents written to standard output as text, markdown or html stand apart by a line that holds a form feed; one that failed is empty there and is named on standard error. As jsonl, a record keeps its further fields as they are, and one that failed is {"id","error"} in its place.',
)}
.SH OPTIONS
${Object.entries(OPTIONS)
  .map(([name, option]) => optionEntry(name, option))
  .join('')}.SH COMMANDS
${COMMANDS.map(({ usage, help }) => `.TP\n.B ${roff(usage)}\n${paragraph(help)}\n`).join('')}.SH FILES
.TP
.I FILE.part
What an interrupted run has written so far; with
.B \\-\\-resume
the next run goes on from there.
.I FILE.part.state
says which run that was. In a folder both are in
.IR .adstrip\\-part .
.SH EXIT STATUS
${STATUSES.map(({ status, help }) => `.TP\n.B ${roff(status)}\n${paragraph(help)}\n`).join('')}.SH EXAMPLES
${EXAMPLES.map(({ command, help }) => `.TP\n.B ${roff(command)}\n${paragraph(help ?? '')}\n`).join('')}`;
}

function optionEntry(name: string, { short, value, help }: Option): string {
  const forms = [...(short === undefined ? [] : [`\\fB\\-${short}\\fR`]), `\\fB\\-\\-${roff(name)}\\fR`].join(', ');
  return `.TP\n${forms}${value === undefined ? '' : ` \\fI${roff(value)}\\fR`}\n${paragraph(help)}\n`;
}

/** Running text, in lines. */
function paragraph(text: string): string {
  return wrapped(text, WIDTH).map(roff).join('\n');
}

/** A line as the language shows it literally. */
function roff(line: string): string {
  return line.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&');
}
