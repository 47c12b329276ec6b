import { defineCheck } from '../define-check.ts';
import { allow, policy } from '../sample.ts';

export const inlinePolicyUsed = defineCheck({
  id: 'inline-policy-used',
  severity: 'info',
  kinds: ['identity'],
  title: 'An inline policy',
  explanation: 'It cannot be reused, versioned or reviewed in one place, and is overlooked.',
  fix: 'Make it a managed policy, unless it must die with its holder.',
  source: 'IAM User Guide, "Choosing between managed policies and inline policies"',
  find: ({ context, document }) =>
    context.inline && document.root !== undefined
      ? [{ place: document.root.place, says: 'The policy is an inline one.' }]
      : [],
  examples: [
    { name: 'inline', document: policy(allow({})), context: { inline: true }, expect: [''] },
    { name: 'managed', document: policy(allow({})), context: { inline: false }, expect: [] },
  ],
});
