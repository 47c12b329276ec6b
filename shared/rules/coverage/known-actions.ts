import actions from './actions.json' with { type: 'json' };
import { otherEvents } from './other-events.ts';
import type { Level } from './reason.ts';

/** An action or event that must have a rule or a reason. */
export interface KnownAction {
  readonly service: string;
  /** `service:Name`, as policies write it; CloudTrail's spelling may differ in case (`UpdateSSOConfiguration`). */
  readonly action: string;
  readonly level: Level;
}

/** Where the list is from, with its version. */
export const actionsSource: string = actions.source;

// actions.json is written by test/rules/coverage/actions-file.ts and compared with it by a test, so its levels are ours.
const published = actions.services as unknown as Readonly<Record<string, Readonly<Record<string, Level>>>>;

/** Everything that must be explained, by service and name. */
export const knownActions: readonly KnownAction[] = Object.entries(published).flatMap(([service, levels]) => [
  ...Object.entries(levels).map(([name, level]) => ({ service, action: `${service}:${name}`, level })),
  ...(otherEvents[service] ?? []).map((name) => ({
    service,
    action: `${service}:${name}`,
    level: 'Event' as const,
  })),
]);

// Of these only the actions that concern identities, keys and alarms are listed.
const listedInPart = new Set(['ec2', 'kms', 'monitoring']);

/** Services of which every action is listed, so that a rule cannot name another one. */
export const wholeServices: ReadonlySet<string> = new Set(
  Object.keys(published).filter((service) => !listedInPart.has(service)),
);
