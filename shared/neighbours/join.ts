import type { EventSummary, Finding, FindingActor, Occurrence, Undoing } from '../findings/finding.ts';
import { findingIdOfOccurrence } from '../findings/finding-id.ts';
import { findingIdOfCheck, findingResource } from '../findings/from-verdict.ts';
import { neighbourRules } from '../rules/own/neighbour-rules.ts';
import { type EquivalentCheck, equivalentChecks, equivalentRules } from './equivalents.ts';
import type { NeighbourFinding } from './neighbour-finding.ts';

/** How long before and after an incident the service may date what it found. GuardDuty looks at hours of calls at once. */
const sameTime = 24 * 60 * 60 * 1000;

const labels = {
  guardduty: 'GuardDuty',
  'security-hub': 'Security Hub',
  'access-analyzer': 'IAM Access Analyzer',
} as const;

const sources = {
  guardduty: 'guardduty.amazonaws.com',
  'security-hub': 'securityhub.amazonaws.com',
  'access-analyzer': 'access-analyzer.amazonaws.com',
} as const;

const actorOf = ({ product }: NeighbourFinding): FindingActor => ({
  key: `trailwarden:${product}`,
  label: labels[product],
  type: 'Review',
  mfa: 'unknown',
});

const eventOf = (found: NeighbourFinding): EventSummary => ({
  // The same for a redelivery, another for each change.
  id: `${found.product}/${found.id}/${found.at}`,
  action: `${found.product}:Finding`,
  source: sources[found.product],
  name: 'Finding',
  time: found.at,
  region: found.region,
  outcome: 'succeeded',
  via: 'service',
  sessionKey: actorOf(found).key,
  neighbour: { product: found.product, findingId: found.id, type: found.type },
});

/** As a run of a check: it is worded and told like one. */
const reviewEventOf = (found: NeighbourFinding, checkId: string): EventSummary => ({
  ...eventOf(found),
  review: { runId: `${found.product}/${found.id}`, checkId, message: found.product },
});

const nameOf = (arn: string): string => arn.split('/').at(-1) ?? arn;

const resourceIdOf = ({ resource, accountId }: NeighbourFinding, { named }: EquivalentCheck) => {
  if (named === 'untold') return undefined;
  return named === 'name' ? nameOf(resource) : named === 'root' ? 'root' : accountId;
};

/** A finding of ours that a finding of a service may be: by its id. */
export interface CheckCandidate {
  readonly check: EquivalentCheck;
  readonly findingId: string;
  readonly resourceId: string;
}

/** The findings of checks that say the same of the same thing. */
export const checkCandidates = (found: NeighbourFinding): readonly CheckCandidate[] =>
  equivalentChecks(found).flatMap((check) => {
    const resourceId = resourceIdOf(found, check);
    if (resourceId === undefined) return [];
    const { accountId, resource } = found;
    const findingId = findingIdOfCheck({ checkId: check.checkId, accountId, resource, resourceId });
    return [{ check, findingId, resourceId }];
  });

/** `arn:…:sts::1:assumed-role/NAME/SESSION` is a session of the role NAME; paths are left out, as services leave them out. */
const principalOf = (arn: string): string =>
  findingResource(arn.replace(/^(arn:[^:]+):sts(::\d*):assumed-role\/([^/]+)\/.*$/, '$1:iam$2:role/$3'));

const isBy = (finding: Finding, principal: string): boolean =>
  [finding.resource, finding.actor.arn, finding.actor.key].some(
    (arn) => arn !== undefined && principalOf(arn) === principal,
  );

const isAtThatTime = ({ firstSeen, lastSeen }: Finding, at: string): boolean =>
  Date.parse(at) >= Date.parse(firstSeen) - sameTime && Date.parse(at) <= Date.parse(lastSeen) + sameTime;

/** Whether open findings have to be looked through for one that is the same: where its id cannot be told from what the service says. */
export const mustBeSearched = (found: NeighbourFinding): boolean =>
  found.product === 'guardduty'
    ? equivalentRules[found.type] !== undefined
    : equivalentChecks(found).some(({ named }) => named === 'untold');

/** Whether an open finding says what the service says: a rule of the same meaning, the same principal, about the same time; or a check, the same resource. */
export const isSame = (found: NeighbourFinding, finding: Finding): boolean => {
  if (found.product === 'guardduty')
    return (
      (equivalentRules[found.type] ?? []).includes(finding.ruleId) &&
      isBy(finding, principalOf(found.resource)) &&
      isAtThatTime(finding, found.at)
    );
  return (
    equivalentChecks(found).some(({ checkId }) => checkId === finding.ruleId) &&
    finding.resource === findingResource(found.resource)
  );
};

/** One more source of a finding of ours: what is said of it, and how grave it is, stays ours. */
export const onFinding = (found: NeighbourFinding, finding: Finding): Occurrence => {
  const { ruleId, kind, severity, accountId, message, resource, aspect, data, actor, event } = finding;
  const said = event.review;
  const own = said ? { ...reviewEventOf(found, ruleId), review: said } : eventOf(found);
  return {
    ...{ ruleId, kind, severity, accountId, message, resource, data, actor },
    ...(aspect === undefined ? {} : { aspect }),
    event: { ...own, outcome: event.outcome },
  };
};

/** A finding of a check of ours that the check has not made yet: the review finds it under the same id. */
export const asCheck = (found: NeighbourFinding, { check, resourceId }: CheckCandidate): Occurrence => ({
  ruleId: check.checkId,
  kind: 'condition',
  severity: check.severity,
  accountId: found.accountId,
  message: 'FAIL',
  resource: findingResource(found.resource),
  aspect: resourceId,
  data: { arn: found.resource },
  actor: actorOf(found),
  event: reviewEventOf(found, check.checkId),
});

/** A finding of its own, for what we have no word for. */
export const asItself = (found: NeighbourFinding): Occurrence => {
  const rule = neighbourRules[found.product];
  const { accountId, resource, severity, type, title } = found;
  return {
    ruleId: rule.id,
    kind: rule.kind === 'incident' ? 'incident' : 'condition',
    severity,
    accountId,
    message: 'found',
    resource: findingResource(resource),
    // Each finding of the service is one of ours.
    aspect: found.id,
    data: { title, type },
    actor: actorOf(found),
    event: eventOf(found),
  };
};

/** The ids under which it may have been filed. */
export const filedUnder = (found: NeighbourFinding): readonly string[] => [
  ...checkCandidates(found).map(({ findingId }) => findingId),
  findingIdOfOccurrence(asItself(found)),
];

export const undoingOf = (found: NeighbourFinding, finding: Finding): Undoing => {
  const { id: findingId, accountId, event } = finding;
  const by = event.review
    ? { ...reviewEventOf(found, finding.ruleId), review: { ...event.review, end: 'passed' as const } }
    : eventOf(found);
  return { findingId, accountId, actor: actorOf(found), event: by };
};
