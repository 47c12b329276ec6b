import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import type { CataloguedRule } from '../../../shared/rules/define-rule.ts';
import { rankOf, type Severity, severities } from '../../../shared/rules/severity.ts';
import { tierIncludes, tierNeeded } from '../../../shared/rules/tier.ts';
import { type Tier, tiers } from '../../../shared/rules/trigger.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import { borderless } from '../borderless.ts';
import { UsageError } from '../errors.ts';
import { painted, paintedSeverity, widthOf, wrapped } from '../terminal.ts';
import { loadRules } from './rule-files.ts';

interface ListOptions {
  readonly topic?: string;
  readonly severity?: Severity;
  readonly tier: Tier;
  readonly format: 'table' | 'json';
}

/** The tier a rule lacks when only `chosen` is forwarded; undefined when it works. */
const missingTier = ({ rule }: CataloguedRule, chosen: Tier): Tier | undefined => {
  const needed = tierNeeded(rule);
  return tierIncludes(chosen, needed) ? undefined : needed;
};

const chosenEntries = (
  catalogue: readonly CataloguedRule[],
  { topic, severity }: ListOptions,
): readonly CataloguedRule[] => {
  const topics = [...new Set(catalogue.map((entry) => entry.topic))];
  if (topic !== undefined && !topics.includes(topic)) {
    const meant = nearest(topic, topics)[0];
    throw new UsageError(
      `There is no topic "${topic}".${meant ? ` Did you mean ${meant}?` : ''}`,
      `Topics: ${topics.join(', ')}.`,
    );
  }
  return catalogue
    .filter((entry) => topic === undefined || entry.topic === topic)
    .filter((entry) => severity === undefined || entry.rule.severity === severity);
};

const asJson = (entries: readonly CataloguedRule[], tier: Tier) =>
  entries.map((entry) => {
    const { id, severity, kind, title, attack } = entry.rule;
    const needs = missingTier(entry, tier);
    return {
      id,
      topic: entry.topic,
      severity,
      kind,
      title,
      tier: tierNeeded(entry.rule),
      active: needs === undefined,
      ...(needs === undefined ? {} : { needs: `needs tier ${needs}` }),
      attack,
    };
  });

const worstFirst = (a: CataloguedRule, b: CataloguedRule): number =>
  rankOf(b.rule.severity) - rankOf(a.rule.severity);

const gap = '  ';
const severityWidth = 'critical'.length;

const titleCell = (entry: CataloguedRule, tier: Tier, width: number): string => {
  const needs = missingTier(entry, tier);
  const note = needs === undefined ? [] : [painted('yellow', `needs tier ${needs}`)];
  return [...wrapped(entry.rule.title, width), ...note].join('\n');
};

const asTable = (entries: readonly CataloguedRule[], tier: Tier): string => {
  const room = widthOf() - severityWidth - 2 * gap.length;
  const longest = Math.max(...entries.map(({ rule }) => rule.id.length));
  const idWidth = Math.min(longest, Math.floor(room * 0.6));
  const titleWidth = room - idWidth;
  const topics = [...Map.groupBy(entries, (entry) => entry.topic)].map(([topic, rules]) => {
    const table = new Table({
      colWidths: [severityWidth + gap.length, idWidth + gap.length, titleWidth],
      chars: borderless,
      wordWrap: true,
      wrapOnWordBoundary: false,
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    });
    for (const entry of rules.toSorted(worstFirst)) {
      const { severity, id } = entry.rule;
      table.push([paintedSeverity(severity), id, titleCell(entry, tier, titleWidth)]);
    }
    // The last column is padded to its width: spaces that only get in the way of copying.
    return `${painted('bold', topic)}\n${table.toString().replace(/ +$/gm, '')}\n`;
  });
  return topics.join('\n');
};

const closingLine = (entries: readonly CataloguedRule[], all: number, tier: Tier): string => {
  const asleep = entries.filter((entry) => missingTier(entry, tier) !== undefined).length;
  const count = `${entries.length} of ${all} rules`;
  return asleep === 0
    ? `${count}; all work in tier ${tier}.`
    : `${count}; ${asleep} see nothing in tier ${tier}.`;
};

const list = async (options: ListOptions): Promise<void> => {
  const catalogue = await loadRules();
  const entries = chosenEntries(catalogue, options);
  if (options.format === 'json') {
    process.stdout.write(`${JSON.stringify(asJson(entries, options.tier), null, 2)}\n`);
    return;
  }
  if (entries.length > 0) process.stdout.write(`${asTable(entries, options.tier)}\n`);
  process.stdout.write(`${closingLine(entries, catalogue.length, options.tier)}\n`);
  if (entries.length > 0) process.stdout.write('Next: tw explain RULE\n');
};

/** Adds `tw rules list`. */
export const addList = (rules: Command): void => {
  rules
    .command('list')
    .description('list the rules by topic')
    .option('--topic <topic>', 'only this topic')
    .addOption(new Option('--severity <severity>', 'only this severity').choices(severities))
    .addOption(
      new Option('--tier <tier>', 'the events that reach Trailwarden; rules that need more say so')
        .choices(tiers)
        .default('core'),
    )
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'))
    .action(list);
};
