import { nearest } from '../../../text/nearest.ts';
import type { ActionCatalogue } from '../../actions/action-catalogue.ts';
import { unmatchedActions } from '../../actions/covered-actions.ts';
import { isActionPattern } from '../../match-action.ts';
import { isEverything, patternOf } from '../../pattern.ts';
import type { DocumentStatement, Entry, PolicyDocument } from '../../policy-document.ts';
import type { StepBudget } from '../../step-budget.ts';
import { defineCheck, type LintCheck, type LintSeverity, lintKinds } from '../define-check.ts';
import { allow, deny, policy } from '../sample.ts';

const source =
  'Service Authorization Reference; IAM Access Analyzer policy check reference, "Invalid action", "Invalid service in action"';

/** Right names are looked for as many times in one document: looking costs a comparison with every name of the service. */
const mostSuggested = 5;
/** No action has a longer name. */
const longestName = 80;

const isAny = (prefix: string): boolean => /^\*+$/.test(prefix);

const suggested = (given: string, known: readonly string[], before = ''): string => {
  if (given.length > longestName) return '';
  const bare = given.replaceAll(/[*?]/g, '').toLowerCase();
  // What is much longer or shorter is not what was meant.
  const alike = known.filter(({ length }) => Math.abs(length - bare.length) <= bare.length / 3 + 1);
  const byName = new Map(alike.map((name) => [name.toLowerCase(), name]));
  const [best] = nearest(bare, [...byName.keys()]);
  return best === undefined ? '' : `; the nearest is "${before}${byName.get(best)}"`;
};

/** Tells which of the entries are wrong, and what is wrong with one of them. */
interface Fault {
  amongst(texts: readonly string[], catalogue: ActionCatalogue, steps: StepBudget): ReadonlySet<string>;
  says(text: string, catalogue: ActionCatalogue, isSuggested: boolean): string;
}

const prefixOf = (text: string): string => text.slice(0, text.indexOf(':'));

const serviceFault: Fault = {
  amongst: (texts, catalogue) =>
    new Set(texts.filter((text) => !isAny(prefixOf(text)) && !catalogue.isService(prefixOf(text)))),
  says(text, { services }, isSuggested) {
    const prefix = prefixOf(text);
    if (/[*?]/.test(prefix))
      return `"${text}" has a wildcard in the name of its service, which AWS does not promise to honour.`;
    return `"${text}": there is no service "${prefix}"${isSuggested ? suggested(prefix, services) : ''}.`;
  },
};

const actionFault: Fault = {
  // Whatever is in the prefix is the other check's.
  amongst: (texts, catalogue, steps) =>
    unmatchedActions(
      texts.filter((text) => catalogue.isService(prefixOf(text))),
      catalogue,
      steps,
    ),
  says(text, catalogue, isSuggested) {
    const prefix = prefixOf(text);
    const fault = /[*?]/.test(text) ? `"${text}" covers no action` : `There is no action "${text}"`;
    if (!isSuggested) return `${fault}.`;
    const names = catalogue.actionsOf(prefix).map(({ action }) => action.slice(action.indexOf(':') + 1));
    return `${fault}${suggested(text.slice(prefix.length + 1), names, `${prefix.toLowerCase()}:`)}.`;
  },
};

/** A guard that is void, or an exception that is: more is allowed than it seems. */
const severityIn = ({ actions, effect }: DocumentStatement): LintSeverity =>
  (effect?.text === 'Deny') !== (actions?.except ?? false) ? 'medium' : 'low';

const actionsOf = ({ statements }: PolicyDocument): readonly (readonly [Entry, DocumentStatement])[] =>
  statements.flatMap((statement) =>
    (statement.actions?.entries ?? [])
      .filter(({ text }) => isActionPattern(text) && !isEverything(patternOf(text)))
      .map((entry) => [entry, statement] as const),
  );

/** A check of each action that is written as one. */
const ofActions = (
  fault: Fault,
  check: Omit<LintCheck, 'find' | 'kinds' | 'severity' | 'source'>,
): LintCheck =>
  defineCheck({
    ...check,
    severity: 'low',
    kinds: lintKinds,
    source,
    find: ({ document, context: { catalogue }, steps }) => {
      if (catalogue === undefined) return [];
      const actions = actionsOf(document);
      const texts = [...new Set(actions.map(([{ text }]) => text))];
      const wrong = fault.amongst(texts, catalogue, steps);
      return actions
        .filter(([{ text }]) => wrong.has(text))
        .map(([{ text, place }, statement], count) => ({
          place,
          statement: statement.index,
          says: fault.says(text, catalogue, count < mostSuggested),
          severity: severityIn(statement),
        }));
    },
  });

const at = '/Statement/0/Action';

export const actionUnknown = ofActions(actionFault, {
  id: 'action-unknown',
  title: 'An action that does not exist',
  explanation:
    'The service has no such action, so the entry allows nothing, and in a Deny or a NotAction the guard is void.',
  fix: 'Mend the spelling. An action that AWS added after the list was made (tw policy check --format json says which list) is right all the same.',
  examples: [
    { name: 'misspelt', document: policy(allow({ Action: 's3:GetObjet' })), expect: [at], severity: 'low' },
    {
      name: 'a call that is no action',
      document: policy(allow({ Action: ['s3:ListBuckets'] })),
      expect: [`${at}/0`],
    },
    { name: 'a wildcard over nothing', document: policy(allow({ Action: 'iam:Fetch*' })), expect: [at] },
    {
      name: 'in a Deny',
      document: policy(deny({ Action: 'cloudtrail:StopLoging' })),
      expect: [at],
      severity: 'medium',
    },
    {
      name: 'in an exception',
      document: policy(allow({ Action: undefined, NotAction: 'iam:PassRoles' })),
      expect: ['/Statement/0/NotAction'],
      severity: 'medium',
    },
    { name: 'in another case', document: policy(allow({ Action: ['S3:getobject', 'iam:*'] })), expect: [] },
    { name: 'a wildcard over some', document: policy(allow({ Action: 's3:Get*' })), expect: [] },
    {
      name: 'of a service that does not exist',
      document: policy(allow({ Action: 's4:GetObject' })),
      expect: [],
    },
  ],
});

export const serviceUnknown = ofActions(serviceFault, {
  id: 'service-unknown',
  title: 'An action of a service that does not exist',
  explanation:
    'No service has that prefix, which is often not the name of the service, so the entry allows nothing, and in a Deny the guard is void.',
  fix: 'Look the prefix up in the Service Authorization Reference; write it out, without wildcards.',
  examples: [
    {
      name: 'another name',
      document: policy(allow({ Action: 'cloudwatchlogs:GetLogEvents' })),
      expect: [at],
    },
    { name: 'a wildcard', document: policy(allow({ Action: 'ec2*:Describe*' })), expect: [at] },
    {
      name: 'in a Deny',
      document: policy(deny({ Action: 'guard-duty:*' })),
      expect: [at],
      severity: 'medium',
    },
    { name: 'every service', document: policy(allow({ Action: ['*', '*:*', '*:Get*'] })), expect: [] },
    { name: 'an action that does not exist', document: policy(allow({ Action: 's3:Fetch' })), expect: [] },
  ],
});
