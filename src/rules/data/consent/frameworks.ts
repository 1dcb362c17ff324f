import type { Rule } from '../../../types.ts';

/** The interfaces of the advertising industry (TCF, GPP, US privacy) and consent mode, whoever wrote the stub. */
export const FRAMEWORKS_CONSENT_RULES: readonly Rule[] = [
  {
    id: 'tcf/stub',
    category: 'consent',
    match: [
      { inlineScript: '__tcfapi' },
      { inlineScript: '__tcfapiLocator' },
      { inlineScript: '__cmp' },
      { inlineScript: '__cmpLocator' },
      { inlineScript: 'cmpLocatorName' },
    ],
  },
  {
    id: 'tcf/locator-frame',
    category: 'consent',
    match: [
      { selector: 'iframe[name="__tcfapiLocator"]' },
      { selector: 'iframe[name="__cmpLocator"]' },
      { selector: 'iframe[name="__uspapiLocator"]' },
      { selector: 'iframe[name="__gppLocator"]' },
    ],
  },
  { id: 'usp/stub', category: 'consent', match: [{ inlineScript: '__uspapi' }, { inlineScript: '__uspapiLocator' }] },
  { id: 'gpp/stub', category: 'consent', match: [{ inlineScript: '__gpp' }, { inlineScript: '__gppLocator' }] },
];
