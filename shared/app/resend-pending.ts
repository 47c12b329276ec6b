import type { Alerter } from '../alerts/alerter.ts';
import { buildAlert } from '../alerts/build-alert.ts';
import type { RuleOf } from '../alerts/rule-of.ts';
import type { Finding } from '../findings/finding.ts';
import type { FindingStore } from '../findings/finding-store.ts';

/** What `resendPending` needs. */
export interface ResendPorts {
  readonly store: Pick<FindingStore, 'pendingAlerts' | 'markAlerted'>;
  readonly alerter: Alerter;
  readonly ruleOf: RuleOf;
  /** Findings handled in one run; the rest waits for the next. Default 1,000. */
  readonly limit?: number;
}

/** Something that did not work. `read`: the list of pending findings broke off. */
export interface ResendFailure {
  readonly step: 'read' | 'send' | 'mark';
  readonly findingIds: readonly string[];
  readonly error: unknown;
}

/** What a run did. */
export interface Resent {
  readonly alerts: number;
  readonly findings: number;
  readonly failures: readonly ResendFailure[];
  /** The limit was reached; more may be pending. */
  readonly hasMore: boolean;
}

/** A younger one is most likely on its way. */
const pendingMillis = 2 * 60 * 1000;

const collect = async (ports: ResendPorts, before: string) => {
  const limit = ports.limit ?? 1000;
  const findings: Finding[] = [];
  try {
    for await (const finding of ports.store.pendingAlerts(before)) {
      // It waits for the digest of its review, and for that of the next one if that broke off.
      if (finding.news.digest) continue;
      findings.push(finding);
      if (findings.length >= limit) return { findings, failures: [], hasMore: true };
    }
  } catch (error) {
    const failure: ResendFailure = { step: 'read', findingIds: [], error };
    return { findings, failures: [failure], hasMore: true };
  }
  return { findings, failures: [], hasMore: false };
};

/** One event and resource give one alert, as when it was first to be sent. */
const groupKey = ({ accountId, resource, event, undone, status }: Finding): string =>
  JSON.stringify([accountId, resource, status, status === 'resolved' && undone ? undone.event.id : event.id]);

const resendGroup = async (
  group: readonly Finding[],
  { store, alerter, ruleOf }: ResendPorts,
): Promise<readonly ResendFailure[]> => {
  try {
    await alerter.send(buildAlert(group, ruleOf));
  } catch (error) {
    return [{ step: 'send', findingIds: group.map(({ id }) => id), error }];
  }
  const failures: ResendFailure[] = [];
  for (const { accountId, id, version } of group) {
    try {
      await store.markAlerted(accountId, id, version);
    } catch (error) {
      failures.push({ step: 'mark', findingIds: [id], error });
    }
  }
  return failures;
};

/**
 * Sends the alerts that stayed pending because something ended between recording and sending, or sending and marking. One that
 * fails does not keep the others; it stays pending for the next run. Never throws for what a port does.
 *
 * @param now the current time
 */
export const resendPending = async (ports: ResendPorts, now: Date): Promise<Resent> => {
  const before = new Date(now.getTime() - pendingMillis).toISOString();
  const { findings, failures: readFailures, hasMore } = await collect(ports, before);
  const failures: ResendFailure[] = [...readFailures];
  let alerts = 0;
  for (const group of Map.groupBy(findings, groupKey).values()) {
    const failed = await resendGroup(group, ports);
    failures.push(...failed);
    if (!failed.some(({ step }) => step === 'send')) alerts += 1;
  }
  return { alerts, findings: findings.length, failures, hasMore };
};
