import {
  type DigestLabels,
  type DigestPart,
  digestParts,
  type UnjudgedReason,
} from '../../i18n/digest-labels.ts';
import { formatMessage } from '../../i18n/format-message.ts';
import type { LanguageTexts } from '../../i18n/language-texts.ts';
import { type Severity, severities } from '../../rules/severity.ts';
import type { Digest, DigestForecast, DigestItem, UnjudgedGroup } from '../digest.ts';

/** One part of a digest: a heading, and a line for each thing. Unescaped. */
export interface DigestPagePart {
  readonly part: DigestPart;
  readonly heading: string;
  readonly lines: readonly string[];
  /** `and 12 more`, where not all are named. */
  readonly more?: string;
}

/** What a digest says, in the order in which its reader asks. The renderers differ in markup and limits only. Everything is unescaped. */
export interface DigestPage {
  readonly severity: Severity;
  readonly title: string;
  /** What is open, and what the run looked at. */
  readonly summary: readonly string[];
  readonly parts: readonly DigestPagePart[];
}

/** Words, names, and how much of them. */
export interface DigestPageOptions {
  readonly texts: LanguageTexts;
  accountName?(accountId: string): string | undefined;
  /** Things named of each part. */
  readonly named: number;
}

const asIs = (value: string): string => value;
const fill = (template: string, values: Parameters<typeof formatMessage>[1]): string =>
  formatMessage(template, values, asIs);

/** The sentence in the reader's language, where the check has been translated. */
const sentenceOf = (
  { said, sentence, resource }: DigestItem | DigestForecast,
  texts: LanguageTexts,
): string => {
  const template = said && texts.checkText(said.checkId)?.messages[said.message];
  return template === undefined ? sentence : fill(template, { ...said?.data, resource });
};

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

const ownerOf = (owner: string | undefined, { owner: template }: DigestLabels): string | undefined =>
  owner === undefined ? undefined : fill(template, { owner });

const itemLine = (item: DigestItem, part: DigestPart, texts: LanguageTexts): string => {
  const { digest, labels } = texts;
  return joined([
    labels.severity[item.severity],
    sentenceOf(item, texts).replace(/\.$/, ''),
    part === 'overdue' ? fill(digest.since, { date: item.since.slice(0, 10) }) : undefined,
    part === 'resolved' && item.end ? digest.end[item.end] : undefined,
    ownerOf(item.owner, digest),
    item.findingId,
  ]);
};

const forecastLine = (item: DigestForecast, texts: LanguageTexts): string =>
  joined([
    fill(texts.digest.inDays, { days: item.days }),
    texts.labels.severity[item.severity],
    // Its sentence speaks of that day as if it were today: the title and the thing do not.
    `${texts.checkText(item.ruleId)?.title ?? item.title}: ${item.resourceId}`,
    ownerOf(item.owner, texts.digest),
  ]);

const isReason = (reason: string, { advice }: DigestLabels): reason is UnjudgedReason =>
  Object.hasOwn(advice, reason);

const mostChecks = 4;

const unjudgedLine = ({ cause, verdicts, checkIds, reason }: UnjudgedGroup, texts: LanguageTexts): string => {
  const { digest } = texts;
  const named = checkIds.slice(0, mostChecks);
  const more = checkIds.length - named.length;
  const checks = [...named, ...(more > 0 ? [fill(digest.more, { count: more })] : [])].join(', ');
  const what = fill(digest.unjudged, { cause, verdicts, checks });
  return isReason(reason, digest) ? `${what}. ${digest.advice[reason]}` : `${what}.`;
};

const linesOf = (
  digest: Digest,
  part: DigestPart,
  { texts, named }: DigestPageOptions,
): readonly string[] => {
  if (part === 'unjudged')
    return digest.unjudged.items.slice(0, named).map((item) => unjudgedLine(item, texts));
  if (part === 'forecast')
    return digest.forecast.items.slice(0, named).map((item) => forecastLine(item, texts));
  return digest[part].items.slice(0, named).map((item) => itemLine(item, part, texts));
};

const partOf = (digest: Digest, part: DigestPart, options: DigestPageOptions): readonly DigestPagePart[] => {
  const { total } = digest[part];
  if (total === 0) return [];
  const labels = options.texts.digest;
  const lines = linesOf(digest, part, options);
  const heading = `${fill(labels.heading[part], { soon: digest.forecast.soon })} (${total})`;
  const left = total - lines.length;
  return [{ part, heading, lines, ...(left > 0 ? { more: fill(labels.more, { count: left }) } : {}) }];
};

const openLine = ({ open }: Digest, { digest, labels }: LanguageTexts): string => {
  const counts = severities
    .toReversed()
    .filter((severity) => open[severity] > 0)
    .map((severity) => `${labels.severity[severity]} ${open[severity]}`);
  return counts.length === 0 ? digest.noneOpen : fill(digest.openNow, { counts: counts.join(', ') });
};

const verdictLines = ({ verdicts }: Digest, { digest }: LanguageTexts): readonly string[] => {
  const { pass, fail, notApplicable, notEvaluated, corrected } = verdicts;
  const total = pass + fail + notApplicable + notEvaluated;
  return [
    fill(digest.verdicts, { ...verdicts, total }),
    ...(corrected > 0 ? [fill(digest.corrected, { count: corrected })] : []),
    ...(notEvaluated > 0 ? [digest.whole] : []),
  ];
};

/** The counts of the title: `2 new, 1 overdue`. */
const countsOf = (digest: Digest, labels: DigestLabels): string => {
  const counts = digestParts
    .filter((part) => digest[part].total > 0)
    .map((part) => fill(labels.counted[part], { count: digest[part].total }));
  return counts.length === 0 ? labels.nothingNew : counts.join(', ');
};

/** Puts together what a digest says. */
export const digestPageOf = (digest: Digest, options: DigestPageOptions): DigestPage => {
  const { texts } = options;
  const account = options.accountName?.(digest.accountId) ?? digest.accountId;
  const date = digest.at.slice(0, 10);
  return {
    severity: digest.severity,
    title: fill(texts.digest.title, { account, date, counts: countsOf(digest, texts.digest) }),
    summary: [openLine(digest, texts), ...verdictLines(digest, texts)],
    parts: digestParts.flatMap((part) => partOf(digest, part, options)),
  };
};
