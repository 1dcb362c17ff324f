import { FILTER_SLOTS } from './data/stylesheet.ts';
import { excerpt } from './escape.ts';
import { count, counted } from './numbers.ts';
import type { RuleSum, Tally } from './tally.ts';

/**
 * The filters, as a form of checkboxes that the style sheet reads: none checked shows all, and each that is checked
 * shows what is its own. Resetting the form takes no script either.
 */
export function filterForm({ categories, rules }: Tally): string {
  if (rules.length === 0) return '';
  const own = rules.length > FILTER_SLOTS ? rules.slice(0, FILTER_SLOTS - 1) : rules;
  const others = rules.slice(own.length);
  const items = categories.map(({ category, removals }) => {
    const inner = own.filter((sum) => sum.category === category).map(ruleItem);
    return (
      `<li class="c-${category}">${checkbox(`c-${category}`, category, removals, true)}` +
      `${inner.length > 0 ? `<ul>${inner.join('')}</ul>` : ''}</li>`
    );
  });
  if (others.length > 0) {
    const removals = others.reduce((sum, rule) => sum + rule.removals, 0);
    items.push(`<li>${checkbox(`r${FILTER_SLOTS - 1}`, counted(others.length, 'other rule'), removals, false)}</li>`);
  }
  return (
    '<form class="filters" autocomplete="off"><fieldset><legend>Show only</legend>' +
    `<ul class="tree">${items.join('')}</ul></fieldset><button type="reset" class="reset">Show all again</button></form>`
  );
}

function ruleItem({ rule, slot, removals }: RuleSum): string {
  return `<li>${checkbox(`r${slot}`, excerpt(rule, 60), removals, false)}</li>`;
}

function checkbox(name: string, label: string, removals: number, dotted: boolean): string {
  return (
    `<label><input type="checkbox" class="f" id="f-${name}">${dotted ? '<span class="dot"></span>' : ''}` +
    `<span class="name">${label}</span><span class="n">${count(removals)}</span></label>`
  );
}
