import type { Rule } from '../rules/define-rule.ts';
import type { CustomRule } from './custom-rule.ts';

const shownReferences = 3;

const fixOf = ({ references }: CustomRule): string => {
  const urls = references.slice(0, shownReferences).join(' ');
  const more = urls === '' ? '' : ` The author of the rule refers to: ${urls}`;
  return `Ask whoever made the call whether it was meant. If nobody knows, treat their credentials as stolen, and undo what was done.${more}`;
};

/** What is said of every custom rule: the texts are the author's, and are escaped where they are shown, as all texts are. */
export const describedBy = (
  custom: CustomRule,
): Omit<Rule, 'messages' | 'history' | 'evaluate'> & { readonly outcome: 'any' } => ({
  id: custom.id,
  kind: 'incident',
  severity: custom.severity,
  on: custom.on,
  // Sigma looks at every record; a rule that means successes only says so by errorCode.
  outcome: 'any',
  title: custom.title,
  why:
    custom.description ?? `A custom rule (${custom.file}) looks for this; its author gives no description.`,
  fix: fixOf(custom),
  misses: 'What its author did not think of; `tw rules test` checks it against the sample events beside it.',
  falsePositives: custom.falsePositives.join(' ') || 'Its author names none.',
  attack: custom.attack,
});
