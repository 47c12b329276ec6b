import { defineRule, type Rule } from '../define-rule.ts';

const shared = {
  on: { actions: [], tier: 'core' },
  why: 'Another service of AWS has found what no rule or check of Trailwarden says. It is told here, so that there is one place to look.',
  misses: 'What the service does not report, and what it reports of other things than IAM.',
  falsePositives: 'Those of the service. Archive the finding or suppress it there.',
  attack: [],
  evaluate: () => [],
} as const;

/** What a finding of GuardDuty is filed under that no rule of ours has an equivalent for. No event triggers it (shared/app/take-neighbour.ts). */
export const neighbourGuardDuty = defineRule({
  ...shared,
  id: 'neighbour-guardduty',
  kind: 'incident',
  severity: 'medium',
  title: 'GuardDuty reports activity of an identity',
  fix: 'Open the finding in GuardDuty, which shows the calls and addresses behind it. If nobody knows them, take the credentials from the identity and look at what it did.',
  messages: { found: 'GuardDuty: {title} ({type}).' },
});

/** As `neighbourGuardDuty`. */
export const neighbourSecurityHub = defineRule({
  ...shared,
  id: 'neighbour-security-hub',
  kind: 'condition',
  severity: 'medium',
  title: 'A control of Security Hub fails',
  fix: 'Do what the control’s page in the Security Hub User Guide says.',
  messages: { found: 'Security Hub: {title} ({type}).' },
});

/** As `neighbourGuardDuty`. */
export const neighbourAccessAnalyzer = defineRule({
  ...shared,
  id: 'neighbour-access-analyzer',
  kind: 'condition',
  severity: 'medium',
  title: 'IAM Access Analyzer reports access',
  fix: 'Open the finding in IAM Access Analyzer. Take the access away, or archive the finding if it is meant.',
  messages: { found: 'IAM Access Analyzer: {title} ({type}).' },
});

/** By product. */
export const neighbourRules = {
  guardduty: neighbourGuardDuty,
  'security-hub': neighbourSecurityHub,
  'access-analyzer': neighbourAccessAnalyzer,
} as const satisfies Readonly<Record<string, Rule<'found'>>>;
