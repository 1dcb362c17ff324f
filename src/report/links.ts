import { WEB_SCHEMES } from '../render/data/allow-list.ts';
import { escapeText, excerpt } from './escape.ts';

const LONGEST_LINK = 4096;

/** A link to an http or https address that tells the site nothing; any other address as text. */
export function link(address: string, text: string, limit = 120): string {
  const shown = excerpt(text, limit);
  if (address.length > LONGEST_LINK || !URL.canParse(address)) return shown;
  const { protocol, href } = new URL(address);
  if (!WEB_SCHEMES.has(protocol)) return shown;
  return `<a href="${escapeText(href)}" rel="noopener noreferrer nofollow">${shown}</a>`;
}
