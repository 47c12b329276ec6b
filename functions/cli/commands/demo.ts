import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { renderTerminalCard } from '../../../shared/alerts/render/terminal-card.ts';
import { ruleById } from '../../../shared/rules/catalogue.ts';
import { rankOf } from '../../../shared/rules/severity.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { type SentCard, type Story, sampleFile, tellStory } from '../demo/tell-story.ts';
import { bySeverity } from '../scan/closing-line.ts';
import { byUrgency, findingsTable } from '../scan/findings-table.ts';
import { painted, paintedSeverity, widthOf } from '../terminal.ts';

const clockOf = (iso: string): string => iso.slice(11, 16);

const heading = (text: string): string => `\n${painted('bold', text)}\n`;

const alertLine = ({ alert }: SentCard): string => {
  const mark =
    alert.status === 'resolved'
      ? painted('green', 'RESOLVED'.padEnd(9))
      : paintedSeverity(alert.severity, alert.severity.toUpperCase().padEnd(9));
  const time =
    alert.status === 'resolved' && alert.lead.undone ? alert.lead.undone.event.time : alert.lead.event.time;
  const others =
    alert.others.length > 0 ? painted('dim', ` (+${alert.others.length} more of the same call)`) : '';
  return `  ${clockOf(time)}  ${mark} ${terminalText(alert.title)}${others}`;
};

const worstCard = (cards: readonly SentCard[]): SentCard | undefined =>
  cards
    .filter(({ alert }) => alert.status !== 'resolved')
    .toSorted((a, b) => rankOf(b.alert.severity) - rankOf(a.alert.severity))[0];

const writeFiles = async (folder: string, { findings, cards }: Story): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'findings.json'),
    `${JSON.stringify(findings.toSorted(byUrgency), null, 2)}\n`,
  );
  await writeFile(
    join(folder, 'slack-cards.json'),
    `${JSON.stringify(
      cards.map(({ payload }) => payload),
      null,
      2,
    )}\n`,
  );
};

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const demo = async ({ out }: { readonly out: string }): Promise<void> => {
  const started = performance.now();
  const path = fileURLToPath(sampleFile);
  print(
    'Trailwarden, on a bundled CloudTrail sample: an ordinary morning of account 111122223333, a stolen access key, and the answer to it.\n' +
      'Everything runs in this process: no AWS account, no credentials, nothing leaves this machine.',
  );
  const story = await tellStory(path);
  print(heading('Findings (kept in DynamoDB)'));
  print(findingsTable(story.findings.toSorted(byUrgency), ruleById));
  print(heading('Alerts (published through SNS)'));
  for (const card of story.cards) print(alertLine(card));
  const card = worstCard(story.cards);
  if (card) {
    print(heading('The Slack card of the worst one'));
    print(
      renderTerminalCard(card.payload, {
        columns: Math.min(widthOf(), 100),
        bold: (text) => painted('bold', text),
        dim: (text) => painted('dim', text),
      }),
    );
  }
  await writeFiles(out, story);
  const { records, told, counted } = story;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(
    `\n${painted('bold', `${story.findings.length} findings`)} (${bySeverity(story.findings)}) and ${story.cards.length} alerts from ${records} events = ${told} about these findings + ${counted} only counted for the report + ${records - told - counted} of no interest. ${seconds} s.`,
  );
  print(`Written: ${join(out, 'findings.json')}, ${join(out, 'slack-cards.json')}`);
  print(
    [
      '\nNext:',
      '  npm run -s tw -- scan ./your-cloudtrail-folder     the same rules on your own logs',
      `  npm run -s tw -- explain ${card?.alert.ruleId ?? 'root-api-activity'}`,
      `  npm run -s tw -- scan ${relative(process.cwd(), path)} --format jsonl`,
      '  docs/deploying.md                                  deploy it to an account',
    ].join('\n'),
  );
};

/** Adds `tw demo`. */
export const registerDemo = (program: Command): void => {
  program
    .command('demo')
    .description('run the bundled sample through the whole chain; needs no AWS account')
    .option('--out <folder>', 'where the findings and the Slack cards are written', 'out/demo')
    .action((options: { out: string }) => demo(options));
};
