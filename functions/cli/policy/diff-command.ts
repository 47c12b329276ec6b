import { type Command, Option } from 'commander';
import stringWidth from 'string-width';
import { allActions } from '../../../shared/policy/actions/all-actions.ts';
import { type DiffLine, diffLines } from '../../../shared/policy/diff-lines.ts';
import { diffPolicies, givesMore, type PolicyDiff } from '../../../shared/policy/diff-policies.ts';
import { PolicyLimitError } from '../../../shared/policy/step-budget.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { painted, widthOf, wrapped } from '../terminal.ts';
import { readDocumentFile } from './read-document-file.ts';

interface DiffOptions {
  readonly format: 'table' | 'json';
  readonly exitCode?: boolean;
}

const examples = `
Each file holds a policy document, or an answer of the AWS command line with one (get-policy-version, get-role, get-bucket-policy …).
"+" gives more access than before, "-" less. Looks at the two documents alone.

Examples:
  $ tw policy diff old.json new.json
  $ aws iam get-policy-version --policy-arn ARN --version-id v3 | tw policy diff - new.json
  $ tw policy diff main.json branch.json --exit-code        in a pipeline: 1 when the new one gives more access

Exit codes: 0 done, 1 more access (only with --exit-code), 2 usage or an unreadable document.`;

const styles = { '+': 'red', '-': 'green', ' ': 'dim' } as const;

const lineText = ({ sign, label, text }: DiffLine, labelWidth: number): string => {
  const head = `${sign} ${label.padEnd(labelWidth)}  `;
  const indent = ' '.repeat(stringWidth(head));
  const [first = '', ...rest] = wrapped(terminalText(text), widthOf() - stringWidth(head));
  return [painted(styles[sign], head) + first, ...rest.map((line) => indent + line)].join('\n');
};

const closing = (diff: PolicyDiff, lines: number): string => {
  if (lines === 0) return 'The documents say the same.';
  return givesMore(diff) ? 'The new document gives more access.' : 'The new document gives no more access.';
};

const writeTable = (diff: PolicyDiff): void => {
  const lines = diffLines(diff, Number.POSITIVE_INFINITY);
  const labelWidth = Math.max(0, ...lines.map(({ label }) => label.length));
  const body = lines.map((line) => `${lineText(line, labelWidth)}\n`).join('');
  process.stdout.write(`${body}${body === '' ? '' : '\n'}${painted('bold', closing(diff, lines.length))}\n`);
};

const limitedDiff = (...args: Parameters<typeof diffPolicies>): PolicyDiff => {
  try {
    return diffPolicies(...args);
  } catch (error) {
    if (error instanceof PolicyLimitError)
      throw new UsageError(
        `The documents cannot be compared: ${error.message}.`,
        'AWS would not accept them.',
      );
    throw error;
  }
};

const diff = async (oldFile: string, newFile: string, options: DiffOptions): Promise<void> => {
  if (oldFile === '-' && newFile === '-') throw new UsageError('Only one of the documents can be "-".');
  const before = await readDocumentFile(oldFile);
  const after = await readDocumentFile(newFile);
  const found = limitedDiff(before, after, await allActions());
  const isMore = givesMore(found);
  if (options.format === 'table') writeTable(found);
  else process.stdout.write(`${JSON.stringify({ givesMore: isMore, ...found }, null, 2)}\n`);
  if (options.exitCode && isMore) endWith(exitCodes.findings);
};

/** Adds `tw policy diff`. */
export const addDiff = (policy: Command): void => {
  policy
    .command('diff')
    .description('what a change of a policy document gives and takes: statements, actions, principals')
    .argument('<old>', 'the document as it was; "-" is standard input')
    .argument('<new>', 'the document as it is to be')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'))
    .option('--exit-code', 'exit with 1 when the new document gives more access')
    .addHelpText('after', examples)
    .action(diff);
};
