import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import type { CataloguedRule } from '../../../shared/rules/define-rule.ts';
import { rankOf, type Severity, severities } from '../../../shared/rules/severity.ts';
import { tierIncludes, tierNeeded } from '../../../shared/rules/tier.ts';
import { type Tier, tiers } from '../../../shared/rules/trigger.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import { borderless } from '../borderless.ts';
import { describeCustomRules } from '../custom-rules/described-rules.ts';
import { loadCustomRules } from '../custom-rules/load-rules.ts';
import { refusedLines } from '../custom-rules/tell-refused.ts';
import { UsageError } from '../errors.ts';
import { painted, paintedSeverity, widthOf, wrapped } from '../terminal.ts';
import { loadRules } from './rule-files.ts';

interface ListOptions {
  readonly topic?: string;
  readonly severity?: Severity;
  readonly tier: Tier;
  readonly format: 'table' | 'json';
  readonly rules?: string;
}

/** A rule, and where it is from when it is not the catalogue's: `iam/backdoor.yml:1`. */
interface Entry extends CataloguedRule {
  readonly source?: string;
}

/** The tier a rule lacks when only `chosen` is forwarded; undefined when it works. */
const missingTier = ({ rule }: Entry, chosen: Tier): Tier | undefined => {
  const needed = tierNeeded(rule);
  return tierIncludes(chosen, needed) ? undefined : needed;
};

const chosenEntries = (catalogue: readonly Entry[], { topic, severity }: ListOptions): readonly Entry[] => {
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

const asJson = (entries: readonly Entry[], tier: Tier) =>
  entries.map((entry) => {
    const { id, severity, kind, title, attack } = entry.rule;
    const needs = missingTier(entry, tier);
    return {
      id,
      topic: entry.topic,
      source: entry.source ?? 'catalogue',
      severity,
      kind,
      title,
      tier: tierNeeded(entry.rule),
      active: needs === undefined,
      ...(needs === undefined ? {} : { needs: `needs tier ${needs}` }),
      attack,
    };
  });

const worstFirst = (a: Entry, b: Entry): number => rankOf(b.rule.severity) - rankOf(a.rule.severity);

const gap = '  ';
const severityWidth = 'critical'.length;

const titleCell = (entry: Entry, tier: Tier, width: number): string => {
  const needs = missingTier(entry, tier);
  const note = needs === undefined ? [] : [painted('yellow', `needs tier ${needs}`)];
  return [...wrapped(terminalText(entry.rule.title), width), ...note].join('\n');
};

const sourceCell = ({ source = '' }: Entry): string => terminalText(source);

/** Custom rules have a column more: where they are from. */
const topicTable = (rules: readonly Entry[], idWidth: number, tier: Tier): string => {
  const sources = rules.some(({ source }) => source !== undefined);
  const room = widthOf() - severityWidth - idWidth - 2 * gap.length;
  const sourceWidth = Math.min(
    Math.floor(room / 2),
    Math.max(...rules.map((entry) => sourceCell(entry).length)),
  );
  const titleWidth = sources ? room - sourceWidth - gap.length : room;
  const table = new Table({
    colWidths: [
      severityWidth + gap.length,
      idWidth + gap.length,
      ...(sources ? [titleWidth + gap.length, sourceWidth] : [titleWidth]),
    ],
    chars: borderless,
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const entry of rules.toSorted(worstFirst)) {
    const { severity, id } = entry.rule;
    const cells = [paintedSeverity(severity), id, titleCell(entry, tier, titleWidth)];
    table.push(sources ? [...cells, painted('dim', sourceCell(entry))] : cells);
  }
  // The last column is padded to its width: spaces that only get in the way of copying.
  return table.toString().replace(/ +$/gm, '');
};

const asTable = (entries: readonly Entry[], tier: Tier): string => {
  const room = widthOf() - severityWidth - 2 * gap.length;
  const longest = Math.max(...entries.map(({ rule }) => rule.id.length));
  const idWidth = Math.min(longest, Math.floor(room * 0.6));
  return [...Map.groupBy(entries, (entry) => entry.topic)]
    .map(([topic, rules]) => `${painted('bold', topic)}\n${topicTable(rules, idWidth, tier)}\n`)
    .join('\n');
};

const closingLine = (entries: readonly Entry[], all: number, tier: Tier): string => {
  const asleep = entries.filter((entry) => missingTier(entry, tier) !== undefined).length;
  const count = `${entries.length} of ${all} rules`;
  return asleep === 0
    ? `${count}; all work in tier ${tier}.`
    : `${count}; ${asleep} see nothing in tier ${tier}.`;
};

const customEntries = (folder: string | undefined): readonly Entry[] => {
  if (folder === undefined) return [];
  const loaded = loadCustomRules(folder);
  for (const line of refusedLines(loaded)) process.stderr.write(`${line}\n`);
  return describeCustomRules(loaded);
};

const list = async (options: ListOptions): Promise<void> => {
  const catalogue: readonly Entry[] = [...(await loadRules()), ...customEntries(options.rules)];
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
    .option('--rules <folder>', 'also the Sigma rules of this folder, as topic "custom"')
    .addOption(new Option('--severity <severity>', 'only this severity').choices(severities))
    .addOption(
      new Option('--tier <tier>', 'the events that reach Trailwarden; rules that need more say so')
        .choices(tiers)
        .default('core'),
    )
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'))
    .action(list);
};
