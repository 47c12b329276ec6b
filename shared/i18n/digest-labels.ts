/** The fixed words of a review's digest; the rest comes from checks and rules. Another language is another object of this shape. */
export interface DigestLabels {
  readonly title: string;
  readonly nothingNew: string;
  /** What the title counts, each with `{count}`; left out where it is zero. */
  readonly counted: Readonly<Record<DigestPart, string>>;
  readonly heading: Readonly<Record<DigestPart, string>>;
  /** Why a finding ended. */
  readonly end: Readonly<Record<'passed' | 'gone' | 'not-asked' | 'covered' | 'event', string>>;
  readonly openNow: string;
  readonly noneOpen: string;
  readonly verdicts: string;
  readonly corrected: string;
  readonly since: string;
  readonly inDays: string;
  readonly owner: string;
  readonly unjudged: string;
  /** What to do about what could not be judged, by reason. */
  readonly advice: Readonly<Record<UnjudgedReason, string>>;
  readonly more: string;
  /** How to see the whole. */
  readonly whole: string;
}

/** The parts of a digest, in the order in which its reader asks. */
export const digestParts = [
  'opened',
  'reopened',
  'worsened',
  'overdue',
  'unjudged',
  'forecast',
  'resolved',
] as const;

export type DigestPart = (typeof digestParts)[number];

/** Why something could not be judged; `fault`: a fault of ours. */
export type UnjudgedReason =
  | 'missing'
  | 'denied'
  | 'throttled'
  | 'malformed'
  | 'incomplete'
  | 'failed'
  | 'fault';

export const englishDigest: DigestLabels = {
  title: 'Nightly review of {account}, {date}: {counts}',
  nothingNew: 'nothing new',
  counted: {
    opened: '{count} new',
    reopened: '{count} came back',
    worsened: '{count} worse',
    overdue: '{count} overdue',
    unjudged: '{count} not evaluated',
    forecast: '{count} soon overdue',
    resolved: '{count} resolved',
  },
  heading: {
    opened: 'New',
    reopened: 'Came back',
    worsened: 'Got worse',
    overdue: 'Overdue',
    unjudged: 'Not evaluated',
    forecast: 'Will fail within 14 days ({soon} within 7) if nothing is done',
    resolved: 'Resolved',
  },
  end: {
    passed: 'the check passes',
    gone: 'it is gone',
    'not-asked': 'the profile no longer asks for it',
    covered: 'another finding tells of it',
    event: 'somebody put it right',
  },
  openNow: 'Open now: {counts}.',
  noneOpen: 'No finding is open.',
  verdicts:
    '{total} verdicts: {pass} passed, {fail} failed, {notApplicable} not applicable, {notEvaluated} not evaluated.',
  corrected: 'Of the failures, put right after AWS was asked and so no findings: {count}.',
  since: 'open since {date}',
  inDays: 'in {days} d',
  owner: 'owner {owner}',
  unjudged: '{cause}: {verdicts} verdicts of {checks}',
  advice: {
    missing: 'AWS was not asked: look at the log of the review.',
    denied:
      'Give the role of the review this permission (docs/permissions.md), or look for an SCP that denies it.',
    throttled:
      'Nothing to do once: the next night tries again. Every night, something else uses the quota up.',
    malformed: 'AWS answered what could not be read: please report it with the log of the review.',
    incomplete: 'Only a part of the answer came: the next night tries again.',
    failed: 'Look at the log of the review; the next night tries again.',
    fault: 'This is a fault in Trailwarden: please report it with the log of the review.',
  },
  more: 'and {count} more',
  whole: 'A source that could not be read never counts as right.',
};
