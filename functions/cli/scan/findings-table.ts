import Table from 'cli-table3';
import type { RuleOf } from '../../../shared/alerts/rule-of.ts';
import { messageOf, type Wording } from '../../../shared/alerts/wording.ts';
import type { Finding } from '../../../shared/findings/finding.ts';
import { english } from '../../../shared/i18n/labels.ts';
import { rankOf } from '../../../shared/rules/severity.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { truncate } from '../../../shared/text/truncate.ts';
import { painted, paintedSeverity, widthOf } from '../terminal.ts';

const wording: Wording = {
  labels: english,
  escape: (value) => truncate(terminalText(value), 120),
  time: (iso) => iso,
};

/** Worst first, what is still open before what was put right, then the newest. */
export const byUrgency = (a: Finding, b: Finding): number =>
  rankOf(b.severity) - rankOf(a.severity) ||
  Number(b.status === 'open') - Number(a.status === 'open') ||
  b.lastSeen.localeCompare(a.lastSeen) ||
  a.id.localeCompare(b.id);

const minute = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

const whenOf = ({ firstSeen, lastSeen, count }: Finding): string =>
  count === 1 ? minute(lastSeen) : `${minute(firstSeen)}\n${count} times until ${minute(lastSeen).slice(11)}`;

const whatOf = (finding: Finding, ruleOf: RuleOf): string => {
  const sentence = messageOf(finding, ruleOf(finding.ruleId), wording);
  const put = finding.status === 'resolved' ? painted('green', ' Put right since.') : '';
  const sourceIp = terminalText(finding.event.sourceIp ?? '');
  const from = sourceIp === '' || sentence.includes(sourceIp) ? '' : `, from ${sourceIp}`;
  return `${sentence}.${put}\n${painted('dim', `${finding.ruleId}${from}`)}`;
};

const borderless = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' ',
} as const;

/** The findings as a table as wide as the terminal; one row a finding, two lines a row. */
export const findingsTable = (findings: readonly Finding[], ruleOf: RuleOf): string => {
  const severityWidth = 10;
  const whenWidth = 27;
  const table = new Table({
    chars: borderless,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
    colWidths: [severityWidth, Math.max(30, widthOf() - severityWidth - whenWidth - 2), whenWidth],
    wordWrap: true,
    head: ['SEVERITY', 'FINDING', 'WHEN (UTC)'].map((text) => painted('bold', text)),
  });
  for (const finding of findings) {
    table.push([
      paintedSeverity(finding.severity, finding.severity.toUpperCase()),
      whatOf(finding, ruleOf),
      whenOf(finding),
    ]);
  }
  return table.toString();
};
