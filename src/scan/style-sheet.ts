import type { CssNode, ParseOptions } from 'css-tree';
import parse from 'css-tree/parser';

/**
 * css-tree's tree of a style sheet, the same whatever was parsed before.
 *
 * css-tree 3.2 keeps its tokens' buffer for the next source, and asks what bracket the outermost block ends with at the
 * place in it that has the source's length for a number. Where an earlier source left an opening bracket there, a bracket
 * too many is taken for the end of a block, and the parser may never come to an end. A source of as many tokens as that
 * number says, parsed before, leaves the mark of an end there.
 *
 * @throws what css-tree throws where it cannot recover.
 */
export function parseStyleSheet(code: string, options: ParseOptions): CssNode {
  parse(';'.repeat(code.length), { context: 'declarationList' });
  return parse(code, options);
}
