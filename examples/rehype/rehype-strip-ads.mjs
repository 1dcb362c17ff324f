// A rehype plugin that takes ads, trackers and banners out of a tree, and leaves the rest of the page as it is.
import { strip } from 'adstrip';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

/** @param options of adstrip's `strip` */
export default function rehypeStripAds(options = {}) {
  return (tree, file) => {
    // Rules look at the markup, so the tree is written once and read once.
    const { output, removed } = strip(toHtml(tree), { ...options, type: 'html' });
    // Other plugins, and the caller, can see what went.
    file.data.removed = removed;
    if (removed.length === 0) return tree;
    const fragment = !tree.children.some(({ type, tagName }) => type === 'element' && tagName === 'html');
    return fromHtml(output, { fragment });
  };
}
