/** Colours are for people at a terminal who did not ask to be spared them (no-color.org). */
export function coloured(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
