import type { IamEvent } from '../events/iam-event.ts';
import { type Finding, type Occurrence, summariseActor, summariseEvent } from '../findings/finding.ts';
import { findingIdOf } from '../findings/finding-id.ts';
import type { FindingStore, Recorded } from '../findings/finding-store.ts';
import { ruleUndecided } from '../rules/own/rule-undecided.ts';
import type { Inconclusive } from '../rules/run-rules.ts';
import type { Severity } from '../rules/severity.ts';

/**
 * How often an event is delivered before a rule that could not be decided for a fault that may pass is given up. The queue delivers it again after
 * three minutes, so that a throttled API has six minutes to recover; after five deliveries it would be parked.
 */
export const triesOfEvent = 3;

/** What an event is told of again, and what is recorded of it. */
export interface UndecidedRules {
  /** May be decided when the event is delivered again. */
  readonly retry: readonly Inconclusive[];
  /** Will not be decided for this event any more. */
  readonly given: readonly Inconclusive[];
}

/**
 * Sorts out the rules that a fault kept from being decided.
 *
 * @param tries how often the event has been delivered, this time included
 */
export const sortUndecided = (inconclusive: readonly Inconclusive[], tries: number): UndecidedRules => {
  const faults = inconclusive.filter(({ because }) => because === 'unavailable');
  const mayPass = ({ transient }: Inconclusive): boolean => transient === true && tries < triesOfEvent;
  return { retry: faults.filter(mayPass), given: faults.filter((fault) => !mayPass(fault)) };
};

type UndecidedMessage = keyof typeof ruleUndecided.messages;

const messageOf = ({ transient, isPartial }: Inconclusive): UndecidedMessage => {
  if (isPartial) return 'partial';
  return transient ? 'unanswered' : 'denied';
};

const severities: Readonly<Record<UndecidedMessage, Severity>> = {
  denied: ruleUndecided.severity,
  unanswered: 'medium',
  partial: 'medium',
};

const accountArn = ({ partition, accountId }: IamEvent): string => `arn:${partition}:iam::${accountId}:root`;

/** The one finding of a rule, an account and a kind of fault: however many events it was not decided for. */
const identityOf = (event: IamEvent, ruleId: string, message: string) => ({
  ruleId: ruleUndecided.id,
  kind: 'condition' as const,
  accountId: event.accountId,
  message,
  resource: accountArn(event),
  aspect: ruleId,
});

/** What is recorded of a rule that will not be decided for the event. */
export const undecidedOccurrence = (event: IamEvent, undecided: Inconclusive, tries: number): Occurrence => {
  const message = messageOf(undecided);
  const { rule, causes } = undecided;
  return {
    ...identityOf(event, rule.id, message),
    severity: severities[message],
    data: { rule: rule.id, cause: [...new Set(causes)].join('; '), tries },
    actor: summariseActor(event),
    event: summariseEvent(event),
  };
};

/** Remembers when it was last looked whether a rule that is decided had an open finding of not being so. */
export interface RecoveryWatch {
  isDue(accountId: string, ruleId: string): boolean;
  /** There is one now: it is due as soon as the rule is decided. */
  expect(accountId: string, ruleId: string): void;
}

const lookEvery = 10 * 60_000;
const remembered = 10_000;

/**
 * Lets each rule of each account be looked at once in ten minutes: a look at the table for every event that is decided would cost more than the
 * rules themselves.
 *
 * @param now epoch milliseconds
 */
export const recoveryWatch = (now: () => number): RecoveryWatch => {
  const lookedAt = new Map<string, number>();
  const keyOf = (accountId: string, ruleId: string) => `${accountId} ${ruleId}`;
  return {
    expect: (accountId, ruleId) => void lookedAt.delete(keyOf(accountId, ruleId)),
    isDue(accountId, ruleId) {
      const key = keyOf(accountId, ruleId);
      if (now() - (lookedAt.get(key) ?? Number.NEGATIVE_INFINITY) < lookEvery) return false;
      if (lookedAt.size >= remembered) lookedAt.clear();
      lookedAt.set(key, now());
      return true;
    },
  };
};

/** Where findings are, and which of them were looked at. */
export interface RecoveryPorts {
  readonly store: Pick<FindingStore, 'get' | 'resolve'>;
  readonly watch: RecoveryWatch;
}

/** One that was resolved and not told, since the process died in between, is told with this event and not only by housekeeping. */
const isOpenOrUntold = ({ status, alertedVersion, version }: Finding): boolean =>
  status === 'open' || alertedVersion < version;

/** Resolves the findings of one rule. Looked up first: an undoing of a finding that does not exist would be remembered. */
const recover = async (
  event: IamEvent,
  ruleId: string,
  { store }: RecoveryPorts,
  now: string,
): Promise<readonly Recorded[]> => {
  const { accountId } = event;
  const findings = await Promise.all(
    Object.keys(ruleUndecided.messages).map((message) =>
      store.get(
        accountId,
        findingIdOf({ ...identityOf(event, ruleId, message), actorKey: '', outcome: 'succeeded' }),
      ),
    ),
  );
  const seen = { accountId, actor: summariseActor(event), event: summariseEvent(event) };
  const concerned = findings.filter((finding) => finding !== undefined).filter(isOpenOrUntold);
  return Promise.all(
    concerned.map(async (finding) => {
      const recorded = await store.resolve({ ...seen, findingId: finding.id }, now);
      return recorded ?? { finding, isDuplicate: true };
    }),
  );
};

/**
 * Puts the findings right that say of a rule that it could not be decided, now that it was.
 *
 * @param decided ids of rules that were decided with all that they asked for
 */
export const recoverDecided = async (
  event: IamEvent,
  decided: readonly string[],
  ports: RecoveryPorts,
  now: string,
): Promise<readonly Recorded[]> => {
  const { accountId } = event;
  const due = decided.filter((ruleId) => ports.watch.isDue(accountId, ruleId));
  try {
    return (await Promise.all(due.map((ruleId) => recover(event, ruleId, ports, now)))).flat();
  } catch (error) {
    for (const ruleId of due) ports.watch.expect(accountId, ruleId);
    throw error;
  }
};
