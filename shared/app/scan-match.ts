import { buildAlert } from '../alerts/build-alert.ts';
import type { IamEvent } from '../events/iam-event.ts';
import type { Occurrence } from '../findings/finding.ts';
import { findingIdOfOccurrence } from '../findings/finding-id.ts';
import { effectsOf } from '../findings/from-evaluation.ts';
import { applyOccurrence } from '../findings/lifecycle.ts';
import { notedUseOf } from '../inventory/noted-use.ts';
import type { AccessChange } from '../rules/change/access-change.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { Evaluation, Inconclusive } from '../rules/run-rules.ts';
import { isAtLeast, type Severity } from '../rules/severity.ts';
import { noFactsCause } from './defer-event.ts';
import { countUndecided, type ScanFindings, type ScanMatch, type UndecidedCause } from './scan-result.ts';

/** How matches are shown. */
export interface MatchOptions {
  readonly ruleOf: (id: string) => Rule | undefined;
  readonly minSeverity: Severity;
}

const toMatch = (occurrence: Occurrence, event: IamEvent, ruleOf: MatchOptions['ruleOf']): ScanMatch => {
  const { finding } = applyOccurrence(undefined, occurrence, occurrence.event.time);
  const { title, sentence } = buildAlert([finding], ruleOf);
  return {
    ruleId: occurrence.ruleId,
    kind: occurrence.kind,
    severity: occurrence.severity,
    message: sentence,
    title,
    findingId: findingIdOfOccurrence(occurrence),
    eventId: event.id,
    eventName: event.name,
    eventSource: event.source,
    eventTime: event.time,
    outcome: event.outcome,
    errorCode: event.errorCode ?? null,
    accountId: event.accountId,
    region: event.region,
    actor: occurrence.actor,
    resource: occurrence.resource,
    sourceIp: event.sourceIp ?? null,
    userAgent: event.userAgent ?? null,
    ...(occurrence.change === undefined ? {} : { change: occurrence.change }),
  };
};

/** Whether anything was found; what is only recorded for reports is no match of a scan. */
export const hasFound = ({ matches }: Evaluation): boolean =>
  matches.some(({ kind }) => kind !== 'inventory');

const causeOf = ({ because, causes }: Inconclusive): UndecidedCause =>
  because === 'off' && causes.includes(noFactsCause) ? 'no-facts' : because;

const undecidedIn = ({ inconclusive }: Evaluation): ScanFindings['undecided'] => {
  const undecided = countUndecided();
  for (const one of inconclusive) undecided.add(one.rule.id, causeOf(one), 1);
  return undecided.counts();
};

/** What the evaluation of one event gives a scan. */
export const scannedEvent = (
  event: IamEvent,
  position: string,
  evaluation: Evaluation,
  { ruleOf, minSeverity }: MatchOptions,
  change?: AccessChange,
): Omit<ScanFindings, 'counts'> => {
  const { occurrences, undoings } = effectsOf(event, evaluation, change);
  const kept = occurrences.filter(({ severity }) => isAtLeast(severity, minSeverity));
  return {
    matches: kept.map((occurrence) => toMatch(occurrence, event, ruleOf)),
    occurrences: kept,
    undoings,
    uses: [notedUseOf(event, evaluation)].filter((use) => use !== undefined),
    undecided: undecidedIn(evaluation),
    problems: evaluation.crashes.map(({ rule, error }) => ({
      position,
      cause: `rule ${rule.id} crashed on event ${event.id}: ${error instanceof Error ? error.message : String(error)}`,
    })),
  };
};
