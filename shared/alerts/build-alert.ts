import type { Finding } from '../findings/finding.ts';
import { english } from '../i18n/labels.ts';
import { rankOf } from '../rules/severity.ts';
import { cleanLine } from '../text/clean.ts';
import { truncate } from '../text/truncate.ts';
import type { Alert, AlertedFinding } from './alert.ts';
import type { RuleOf } from './rule-of.ts';
import { sentenceOf, titleOf, type Wording } from './wording.ts';

/** Machines read the alert too, so its sentence carries no markup; values are cleaned of what cannot be seen. */
const plain: Wording = {
  labels: english,
  escape: (value) => truncate(cleanLine(value), 256),
  time: (iso) => iso,
};

/** Findings of one event share what it changed: the first one of an alert tells it. */
const withoutChange = ({ change, ...finding }: AlertedFinding): AlertedFinding => finding;

const alerted = ({ alertedVersion, severitySeen, recordedAt, ...finding }: Finding): AlertedFinding =>
  finding;

/** What is wrong comes before what has been put right, then the worst first; ties stay in order. */
const byUrgency = (a: Finding, b: Finding): number =>
  Number(b.status === 'open') - Number(a.status === 'open') || rankOf(b.severity) - rankOf(a.severity);

/**
 * Makes the alert of one event and one resource. The worst open finding leads, the others are named.
 *
 * @param findings at least one, of the same account, event and resource
 * @param ruleOf the catalogue; a finding of a rule it no longer has gives an alert that says so
 * @throws RangeError without a finding
 */
export const buildAlert = (findings: readonly Finding[], ruleOf: RuleOf): Alert => {
  const [lead, ...others] = findings.toSorted(byUrgency);
  if (!lead) throw new RangeError('buildAlert: an alert needs at least one finding, got none');
  const rule = ruleOf(lead.ruleId);
  const told = alerted(lead);
  return {
    schema: 'trailwarden.alert/1',
    id: `${lead.id}.${lead.version}`,
    status: lead.news.type,
    severity: lead.severity,
    kind: lead.kind,
    ruleId: lead.ruleId,
    accountId: lead.accountId,
    region: lead.event.region,
    resource: lead.resource,
    title: titleOf(told, rule, english),
    sentence: sentenceOf(told, rule, plain),
    lead: told,
    others: others.map(alerted).map(withoutChange),
    detectedAt: lead.recordedAt,
  };
};
