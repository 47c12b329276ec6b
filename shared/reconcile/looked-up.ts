import type { IamEvent } from '../events/iam-event.ts';
import { isWithheldByDefault } from '../rules/trigger.ts';

/** One question to CloudTrail's event history, which takes a single attribute at a time (LookupEvents, `LookupAttributes`). */
export interface LookupQuery {
  readonly attribute: 'EventSource' | 'EventName';
  readonly value: string;
}

/**
 * STS calls that make credentials which are seldom made. AssumeRole, and AssumeRoleWithWebIdentity of clusters, come by the million: two
 * requests of fifty events a second would never be through with them.
 */
const stsCalls = ['AssumeRoleWithSAML', 'AssumeRoot', 'GetFederationToken', 'GetSessionToken'] as const;

const stsSource = 'sts.amazonaws.com';

/** Their events arrive in the home Region only (docs/adr/0008-regions.md). */
const homeSources = ['iam.amazonaws.com'] as const;

/** These arrive wherever the call is made. */
const regionalSources = ['signin.amazonaws.com', 'cloudtrail.amazonaws.com'] as const;

/** What is looked up in a Region. */
export const queriesIn = (region: string, homeRegion: string): readonly LookupQuery[] => [
  ...[...(region === homeRegion ? homeSources : []), ...regionalSources].map((value) => ({
    attribute: 'EventSource' as const,
    value,
  })),
  ...stsCalls.map((value) => ({ attribute: 'EventName' as const, value })),
];

const lookedUpSources: ReadonlySet<string> = new Set([...homeSources, ...regionalSources]);
const lookedUpCalls: ReadonlySet<string> = new Set(stsCalls);

/**
 * Whether an event is of those that are compared with CloudTrail's own records: changes to IAM and trails, sign-ins, and STS calls that make
 * rare credentials. Reads are not: what of them arrives depends on the tier, and whoever scans an account makes them by the million.
 */
export const isLookedUp = ({ source, name, action, readOnly, category }: IamEvent): boolean => {
  if (category !== 'Management') return false;
  if (source === stsSource) return lookedUpCalls.has(name);
  return lookedUpSources.has(source) && !readOnly && !isWithheldByDefault(action);
};
