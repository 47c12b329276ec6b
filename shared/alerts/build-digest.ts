import { createHash } from 'node:crypto';
import { openSince } from '../findings/due.ts';
import type { Finding, TransitionType } from '../findings/finding.ts';
import type { MatchData } from '../rules/define-rule.ts';
import { rankOf, type Severity, severities } from '../rules/severity.ts';
import { cleanLine } from '../text/clean.ts';
import { truncate } from '../text/truncate.ts';
import type {
  Digest,
  DigestForecast,
  DigestItem,
  DigestMessage,
  DigestSection,
  UnjudgedGroup,
} from './digest.ts';

/** How a finding is called and what is wrong, in English. */
export type Described = Pick<DigestItem, 'title' | 'sentence' | 'said' | 'owner'>;

/** What a digest is made of. */
export interface DigestInput {
  readonly accountId: string;
  readonly runId: string;
  /** The time of the review, ISO 8601. */
  readonly at: string;
  readonly verdicts: Digest['verdicts'];
  readonly open: Digest['open'];
  /** Findings whose news is told by this digest. */
  readonly news: readonly Finding[];
  /** Findings that should have been put right by now. */
  readonly overdue: readonly Finding[];
  /** Soonest first. */
  readonly forecast: readonly DigestForecast[];
  readonly unjudged: readonly UnjudgedGroup[];
  describe(finding: Finding): Described;
}

/** Named of each section; the store has the rest. Four sections of these stay well below SNS's 256 KB. */
const mostNamed = 50;
const longestSentence = 400;

const worstFirst = (a: Finding, b: Finding): number =>
  rankOf(b.severity) - rankOf(a.severity) ||
  (a.resource < b.resource ? -1 : Number(a.resource > b.resource)) ||
  (a.id < b.id ? -1 : 1);

const endOf = ({ status, undone }: Finding): Pick<DigestItem, 'end'> =>
  status === 'resolved' && undone ? { end: undone.event.review?.end ?? 'event' } : {};

const shortText = (text: string): string => truncate(cleanLine(text), 256);

const shortValue = (value: MatchData[string]): MatchData[string] => {
  if (typeof value === 'string') return shortText(value);
  return typeof value === 'object' ? value.slice(0, 10).map(shortText) : value;
};

const shortSaid = ({ data, ...said }: DigestMessage): DigestMessage => ({
  ...said,
  data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shortValue(value)])),
});

/** With texts no longer than a reader of a digest wants; what is left out is in the finding. */
const shortened = <T extends Described & { readonly resource: string }>(item: T): T => ({
  ...item,
  resource: shortText(item.resource),
  sentence: truncate(cleanLine(item.sentence), longestSentence),
  ...(item.said === undefined ? {} : { said: shortSaid(item.said) }),
  ...(item.owner === undefined ? {} : { owner: shortText(item.owner) }),
});

const itemOf = (finding: Finding, described: Described): DigestItem =>
  shortened({
    findingId: finding.id,
    ruleId: finding.ruleId,
    severity: finding.severity,
    resource: finding.resource,
    ...described,
    since: openSince(finding),
    ...endOf(finding),
  });

const sectionOf = (
  findings: readonly Finding[],
  describe: DigestInput['describe'],
  order = worstFirst,
): DigestSection => ({
  total: findings.length,
  items: findings
    .toSorted(order)
    .slice(0, mostNamed)
    .map((finding) => itemOf(finding, describe(finding))),
});

const oldestFirst = (a: Finding, b: Finding): number =>
  rankOf(b.severity) - rankOf(a.severity) || (openSince(a) < openSince(b) ? -1 : 1);

const soonDays = 7;

const forecastSection = (items: readonly DigestForecast[]): Digest['forecast'] => ({
  total: items.length,
  soon: items.filter(({ days }) => days <= soonDays).length,
  items: items.slice(0, mostNamed).map(shortened),
});

const unjudgedSection = (groups: readonly UnjudgedGroup[]): DigestSection<UnjudgedGroup> => ({
  total: groups.length,
  items: groups
    .toSorted((a, b) => b.verdicts - a.verdicts || (a.cause < b.cause ? -1 : 1))
    .slice(0, mostNamed)
    .map((group) => ({ ...group, cause: truncate(cleanLine(group.cause), longestSentence) })),
});

const worstOf = (findings: readonly Finding[]): Severity =>
  severities.findLast((severity) => findings.some((finding) => finding.severity === severity)) ?? 'info';

/** A run that is tried again may have other news to tell: queues that drop what they had must not take one for the other. */
const fingerprintOf = (news: readonly Finding[]): string =>
  createHash('sha256')
    .update(JSON.stringify(news.map(({ id, version }) => `${id}.${version}`).sort()))
    .digest('hex')
    .slice(0, 8);

/** Puts together what people are told of a run. */
export const buildDigest = (input: DigestInput): Digest => {
  const { accountId, runId, at, verdicts, open, news, describe } = input;
  const ofType = (type: TransitionType) => news.filter((finding) => finding.news.type === type);
  const section = (type: TransitionType) => sectionOf(ofType(type), describe);
  return {
    schema: 'trailwarden.digest/1',
    id: `${accountId}.${runId}.${fingerprintOf(news)}`,
    accountId,
    runId,
    at,
    severity: worstOf(news.filter(({ status }) => status === 'open')),
    verdicts,
    open,
    opened: section('opened'),
    reopened: section('reopened'),
    worsened: section('worsened'),
    resolved: section('resolved'),
    overdue: sectionOf(input.overdue, describe, oldestFirst),
    forecast: forecastSection(input.forecast),
    unjudged: unjudgedSection(input.unjudged),
  };
};
