import type { Finding, TransitionType } from '../findings/finding.ts';
import { rankOf, type Severity, severities } from '../rules/severity.ts';
import { cleanLine } from '../text/clean.ts';
import { truncate } from '../text/truncate.ts';
import type { Digest, DigestItem, DigestSection, UnjudgedGroup } from './digest.ts';

/** How a finding is called and what is wrong, in English. */
export interface Described {
  readonly title: string;
  readonly sentence: string;
}

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

const itemOf = (finding: Finding, { title, sentence }: Described): DigestItem => ({
  findingId: finding.id,
  ruleId: finding.ruleId,
  severity: finding.severity,
  resource: truncate(cleanLine(finding.resource), 256),
  title,
  sentence: truncate(cleanLine(sentence), longestSentence),
  since: finding.firstSeen,
  ...endOf(finding),
});

const sectionOf = (findings: readonly Finding[], describe: DigestInput['describe']): DigestSection => ({
  total: findings.length,
  items: findings
    .toSorted(worstFirst)
    .slice(0, mostNamed)
    .map((finding) => itemOf(finding, describe(finding))),
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

/** Puts together what people are told of a run. */
export const buildDigest = (input: DigestInput): Digest => {
  const { accountId, runId, at, verdicts, open, news, unjudged, describe } = input;
  const ofType = (type: TransitionType) => news.filter((finding) => finding.news.type === type);
  const section = (type: TransitionType) => sectionOf(ofType(type), describe);
  return {
    schema: 'trailwarden.digest/1',
    id: `${accountId}.${runId}`,
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
    unjudged: unjudgedSection(unjudged),
  };
};
