import { nearest } from '../../../text/nearest.ts';
import type { ActionCatalogue } from '../../actions/action-catalogue.ts';
import { isActionPattern } from '../../match-action.ts';
import { isEverything, patternOf } from '../../pattern.ts';
import type { DocumentStatement, Entry, PolicyDocument } from '../../policy-document.ts';
import { defineCheck, type LintCheck, type LintHit, type LintSeverity, lintKinds } from '../define-check.ts';
import { allow, deny, policy } from '../sample.ts';

const source =
  'Service Authorization Reference; IAM Access Analyzer policy check reference, "Invalid action", "Invalid service in action"';

/** Right names are looked for as many times in one document: looking costs a comparison with every name of the service. */
const mostSuggested = 20;
/** No action has a longer name. */
const longestName = 80;

const isAny = (prefix: string): boolean => /^\*+$/.test(prefix);

const suggested = (given: string, known: readonly string[], before = ''): string => {
  if (given.length > longestName) return '';
  const bare = given.replaceAll(/[*?]/g, '').toLowerCase();
  const byName = new Map(known.map((name) => [name.toLowerCase(), name]));
  const [best] = nearest(bare, [...byName.keys()]);
  return best === undefined ? '' : `; the nearest is "${before}${byName.get(best)}"`;
};

/** What is wrong with an entry, given what to call a better one. */
type EntryFault = (
  text: string,
  catalogue: ActionCatalogue,
) => ((isSuggested: boolean) => string) | undefined;

const serviceFault: EntryFault = (text, catalogue) => {
  const prefix = text.slice(0, text.indexOf(':'));
  if (isAny(prefix) || catalogue.isService(prefix)) return undefined;
  if (/[*?]/.test(prefix))
    return () => `"${text}" has a wildcard in the name of its service, which AWS does not promise to honour.`;
  return (isSuggested) =>
    `"${text}": there is no service "${prefix}"${isSuggested ? suggested(prefix, catalogue.services) : ''}.`;
};

const actionFault: EntryFault = (text, catalogue) => {
  const colon = text.indexOf(':');
  const prefix = text.slice(0, colon);
  // Whatever is in the prefix is the other check's.
  if (!catalogue.isService(prefix) || catalogue.covers(text)) return undefined;
  const names = catalogue.actionsOf(prefix).map(({ action }) => action.slice(action.indexOf(':') + 1));
  const isPattern = /[*?]/.test(text);
  return (isSuggested) =>
    `${isPattern ? `"${text}" covers no action` : `There is no action "${text}"`}${
      isSuggested ? suggested(text.slice(colon + 1), names, `${prefix.toLowerCase()}:`) : ''
    }.`;
};

/** What it costs to hold a pattern against the actions of its service, of which eight go into a step. */
const costOf = (text: string, catalogue: ActionCatalogue): number =>
  /[*?]/.test(text) ? 1 + (catalogue.actionsOf(text.slice(0, text.indexOf(':'))).length >> 3) : 1;

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
  fault: EntryFault,
  check: Omit<LintCheck, 'find' | 'kinds' | 'severity' | 'source'>,
): LintCheck =>
  defineCheck({
    ...check,
    severity: 'low',
    kinds: lintKinds,
    source,
    find: ({ document, context: { catalogue }, steps }) => {
      if (catalogue === undefined) return [];
      const hits: LintHit[] = [];
      for (const [{ text, place }, statement] of actionsOf(document)) {
        steps.spend(costOf(text, catalogue));
        const says = fault(text, catalogue)?.(hits.length < mostSuggested);
        if (says !== undefined)
          hits.push({ place, statement: statement.index, says, severity: severityIn(statement) });
      }
      return hits;
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
