import type { ScanMatch } from '../../../shared/app/scan-result.ts';
import { type Severity, severities } from '../../../shared/rules/severity.ts';
import {
  attackCounts,
  findingsByDay,
  type Labels,
  median,
  ordinaryMatches,
  type Precision,
  precisionByRule,
} from './count.ts';
import type { Labelled } from './generator/record.ts';

/** One scan, with what is true of its records. */
export interface Measured {
  readonly name: string;
  readonly records: readonly Labelled[];
  readonly labels: Labels;
  readonly matches: readonly ScanMatch[];
  readonly days: readonly string[];
  readonly seconds: number;
}

const worstShown = 12;

const print = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};

const perDay = ({ days, labels, matches }: Measured, of: string, keep: (one: ScanMatch) => boolean): void => {
  const counts = findingsByDay(days, ordinaryMatches(labels, matches, 'low').filter(keep));
  const [seen, first] = [counts.map((day) => day.seen), counts.map((day) => day.first)];
  const numbers = [median(seen), Math.max(...seen), median(first), Math.max(...first)];
  const sum = first.reduce((total, one) => total + one, 0);
  print(`  ${of.padEnd(18)}${[...numbers, sum].map((value) => String(value).padStart(8)).join('')}`);
};

const isAlert: readonly Severity[] = ['medium', 'high', 'critical'];

const tellDays = (measured: Measured): void => {
  print('Findings on ordinary records, a simulated day');
  print(`  ${''.padEnd(18)}  median     max  median     max     all`);
  print(`  ${''.padEnd(18)}    seen    seen     new     new     new`);
  for (const severity of severities.slice(1).toReversed())
    perDay(measured, severity, (match) => match.severity === severity);
  perDay(measured, 'medium and above', ({ severity }) => isAlert.includes(severity));
};

const percent = ({ attack, matched }: Precision): string => `${((attack / matched) * 100).toFixed(0)} %`;

const tellPrecision = ({ labels, matches }: Measured): void => {
  print('\nPrecision of rules that told something of medium severity and above');
  print(`  ${'rule'.padEnd(44)} matched  attack  precision  findings of ordinary records`);
  for (const rule of precisionByRule(labels, matches, 'medium'))
    print(
      `  ${rule.ruleId.padEnd(44)} ${String(rule.matched).padStart(7)} ${String(rule.attack).padStart(7)} ${percent(rule).padStart(10)} ${String(rule.wrongFindings).padStart(9)}`,
    );
};

const tellWorst = ({ labels, matches }: Measured): void => {
  print('\nWhere ordinary records were told most, with one of them');
  for (const { ruleId, matched, attack, example } of precisionByRule(labels, matches, 'medium').slice(
    0,
    worstShown,
  ))
    if (example)
      print(
        `  ${ruleId}: ${matched - attack} ordinary (${labels.get(example.eventId)?.story})\n    ${example.severity}: ${example.message}\n    ${example.eventTime} ${example.eventSource} ${example.eventName} ${example.eventId}`,
      );
};

const tellAttacks = ({ records, matches }: Measured): void => {
  print('\nAttacks, and how many of their records something of medium severity and above was told of');
  const stories = Map.groupBy(attackCounts(records, matches, 'medium'), ({ story }) => story);
  for (const [story, times] of stories) {
    const unseen = times.filter(({ told }) => told === 0).length;
    const told = times.map((one) => `${one.told} of ${one.records}`).join(', ');
    print(`  ${story.padEnd(30)} ${told}${unseen > 0 ? `; UNSEEN ${unseen} times` : ''}`);
  }
};

/** Prints what a scan told of ordinary records and of attacks. */
export const report = (measured: Measured): void => {
  const { name, records, matches, seconds } = measured;
  const attacks = records.filter(({ label }) => label === 'attack').length;
  print(`\n== ${name} ==`);
  print(
    `${records.length} records, ${attacks} of them of attacks; ${matches.length} matches of low severity and above; scanned in ${seconds.toFixed(0)} s`,
  );
  tellDays(measured);
  tellAttacks(measured);
  tellPrecision(measured);
  tellWorst(measured);
};
