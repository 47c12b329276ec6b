import type { JsonObject } from '../../events/json.ts';
import { actionOf } from '../../events/parse-event.ts';
import type { Example, MessageText, Rule } from '../define-rule.ts';
import type { Tier, Trigger } from '../trigger.ts';

/** A rule with everything its page is made from. */
export interface DescribedRule {
  readonly topic: string;
  readonly rule: Rule;
  readonly examples: readonly Example[];
}

/** Said by the page, by `rules list` and by `explain`: what must be switched on before the rule sees anything. */
export const tierTexts: Readonly<Record<Tier, string>> = {
  core: 'works with what EventBridge delivers by default',
  'read-only': 'needs tier read-only: management events that only read must reach EventBridge',
  wide: 'needs tier wide: these calls are too frequent to be forwarded by default',
};

const triggerText = (on: Trigger): string => {
  if ('actions' in on || 'anyCall' in on) {
    const actions = 'actions' in on ? on.actions.map((action) => `\`${action}\``) : [];
    const any = 'anyCall' in on ? [`any call that matches \`${JSON.stringify(on.anyCall)}\``] : [];
    return [...actions, ...any].join(', ');
  }
  const services = `any call of ${on.services.map((service) => `\`${service}\``).join(', ')}`;
  return on.where ? `${services} that matches \`${JSON.stringify(on.where)}\`` : services;
};

const outcomeTexts = {
  succeeded: 'succeeded calls only',
  attempted: 'succeeded calls, and refused attempts one severity lower',
  any: 'calls of every outcome',
  'not-succeeded': 'refused and failed calls only',
} as const;

/** Which calls the rule looks at, as one line of Markdown. */
export const looksAt = (rule: Rule): string => {
  const { on } = rule;
  if ('actions' in on && on.actions.length === 0 && !('anyCall' in on))
    return 'No call: Trailwarden reports it of itself.';
  const notes = [
    outcomeTexts[rule.outcome ?? 'succeeded'],
    ...(rule.serviceInitiated === 'skip' ? ['not what AWS services do by themselves'] : []),
    ...(rule.infrastructureAsCode === 'lower'
      ? ['one severity lower through CloudFormation and by roles of the setting `pipelines`']
      : []),
  ];
  return `${triggerText(rule.on)} (${notes.join('; ')})`;
};

/** The actions that put a condition right, each once; empty for a rule whose findings no event ends. */
export const undoingActions = (rule: Rule): readonly string[] => [
  ...new Set((rule.undoneBy ?? []).flatMap(({ actions }) => actions)),
];

/** What is said of a call that went through, and of one that AWS refused where that differs. */
export const sentencesOf = (text: MessageText): { readonly done: string; readonly tried?: string } =>
  typeof text === 'string' ? { done: text } : text;

/** The page of a technique, e.g. `T1098.001`, in MITRE ATT&CK. */
export const techniqueUrl = (id: string): string =>
  `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`;

/** The first example that fires: the sample event of the rule's page. */
export const sampleOf = (examples: readonly Example[]): Example | undefined =>
  examples.find((example) => example.expect.length > 0);

const actionIn = (record: JsonObject): string => {
  const { eventSource, eventName } = record;
  return typeof eventSource === 'string' && typeof eventName === 'string'
    ? actionOf(eventSource, eventName)
    : 'unknown';
};

/** What came before the sample event, as a sentence: `After 4 × signin:ConsoleLogin.`; empty for a rule of one event. */
export const beforeSample = ({ before = [] }: Example): string => {
  const times = [...Map.groupBy(before, actionIn)].map(
    ([action, records]) => `${records.length} × ${action}`,
  );
  return times.length === 0 ? '' : `After ${times.join(', ')}.`;
};
