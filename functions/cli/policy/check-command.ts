import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { allActions } from '../../../shared/policy/actions/all-actions.ts';
import { placeText } from '../../../shared/policy/json/json-node.ts';
import {
  type LintContext,
  type LintKind,
  type LintSeverity,
  lintKinds,
} from '../../../shared/policy/lint/define-check.ts';
import { type LintFinding, lintDocument } from '../../../shared/policy/lint/lint-document.ts';
import { cleanLine } from '../../../shared/text/clean.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { indented, paintedSeverity, widthOf } from '../terminal.ts';
import { unreadableFile } from '../unreadable-file.ts';
import { readDocumentFile } from './read-document-file.ts';

interface CheckOptions {
  readonly kind: LintKind;
  readonly account?: string;
  readonly trusted?: readonly string[];
  readonly organization?: readonly string[];
  readonly role?: string;
  readonly inline?: boolean;
  readonly privileged?: boolean;
  readonly before?: string;
  readonly format: 'table' | 'json' | 'jsonl';
}

const examples = `
Kinds: identity (users, groups, roles; also boundaries and session policies), trust (who may take a role on), resource (buckets, keys,
queues …), scp (control policies). Trust in other accounts is judged only when --account says whose account this is. Actions, condition
keys and resource types are held against the Service Authorization Reference; "list" in the JSON output says which version of it.

Examples:
  $ tw policy check policy.json
  $ tw policy check trust.json --kind trust --account 111122223333 --trusted 444455556666
  $ aws iam get-role --role-name ci --query Role.AssumeRolePolicyDocument | tw policy check - --kind trust
  $ tw policy check new.json --before old.json                      also says which Deny is gone, or whom a trust policy lets in anew
  $ tw policy check policy.json --format json | jq -r '.findings[].check'

Exit codes: 0 nothing found, 1 something found, 2 usage, 3 the document could not be read for certain.`;

const textOf = (file: string): string => {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw unreadableFile(file, error);
  }
};

const contextOf = ({
  account,
  trusted,
  organization,
  role,
  inline,
  privileged,
}: CheckOptions): LintContext => {
  for (const id of [account, ...(trusted ?? []), ...(organization ?? [])])
    if (id !== undefined && !/^\d{12}$/.test(id))
      throw new UsageError(`"${id}" is no account id: it has 12 digits`);
  return {
    ...(account === undefined ? {} : { accountId: account }),
    ...(trusted === undefined ? {} : { trustedAccounts: trusted }),
    ...(organization === undefined ? {} : { organizationAccounts: organization }),
    ...(role === undefined ? {} : { roleArn: role }),
    ...(inline === undefined ? {} : { inline }),
    ...(privileged === undefined ? {} : { privileged }),
  };
};

/** One finding as `--format json` and `jsonl` print it. Texts of the document are an attacker's. */
const reported = ({ check, severity, place, statement, says }: LintFinding) => ({
  check: check.id,
  severity,
  title: check.title,
  message: says,
  statement: statement ?? null,
  pointer: place.pointer,
  line: place.line ?? null,
  column: place.column ?? null,
  explanation: check.explanation,
  fix: check.fix,
  source: check.source,
});

const severities: readonly LintSeverity[] = ['critical', 'high', 'medium', 'low', 'info'];

const countsOf = (findings: readonly LintFinding[]): Readonly<Record<LintSeverity, number>> =>
  Object.fromEntries(
    severities.map((severity) => [severity, findings.filter((one) => one.severity === severity).length]),
  ) as Record<LintSeverity, number>;

const closingLine = (findings: readonly LintFinding[], kind: LintKind): string => {
  const counts = countsOf(findings);
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`);
  return findings.length === 0
    ? `Nothing found in this ${kind} policy.`
    : `${findings.length} found in this ${kind} policy: ${parts.join(', ')}.`;
};

const indent = ' '.repeat('critical'.length + 2);

const asText = ({ check, severity, place, says }: LintFinding): string => {
  const lines = [
    `${paintedSeverity(severity, severity.padEnd(indent.length))}${cleanLine(says)}`,
    indented(`${check.id}, ${placeText(place)}`, indent, widthOf()),
    indented(check.explanation, indent, widthOf()),
    indented(`→ ${check.fix}`, indent, widthOf()),
  ];
  return lines.join('\n');
};

/** @param list where the list of actions is from */
const write = (findings: readonly LintFinding[], { kind, format }: CheckOptions, list: string): void => {
  if (format === 'json')
    process.stdout.write(
      `${JSON.stringify({ kind, list, counts: countsOf(findings), findings: findings.map(reported) }, null, 2)}\n`,
    );
  else if (format === 'jsonl')
    for (const one of findings) process.stdout.write(`${JSON.stringify(reported(one))}\n`);
  else {
    for (const one of findings) process.stdout.write(`${asText(one)}\n\n`);
    process.stdout.write(`${closingLine(findings, kind)}\n`);
  }
};

/** Findings after which nobody knows all that the document says. */
const unreadable: ReadonlySet<string> = new Set([
  'json-malformed',
  'element-conflict',
  'effect-invalid',
  'element-shape',
  'analysis-limit',
]);

const check = async (file: string, options: CheckOptions): Promise<void> => {
  const { before } = options;
  if (before === '-' && file === '-') throw new UsageError('Only one of the documents can be "-".');
  const context = {
    ...contextOf(options),
    catalogue: await allActions(),
    at: new Date().toISOString(),
    ...(before === undefined ? {} : { before: await readDocumentFile(before) }),
  };
  const findings = lintDocument(textOf(file), options.kind, context);
  write(findings, options, context.catalogue.source);
  if (findings.length > 0) endWith(exitCodes.findings);
  if (findings.some((one) => unreadable.has(one.check.id))) endWith(exitCodes.unchecked);
};

/** Adds `tw policy check`. */
export const addCheck = (policy: Command): void => {
  policy
    .command('check')
    .description('what is wrong with a policy document, where, and what to write instead')
    .argument('<file>', 'the document; "-" is standard input')
    .addOption(new Option('--kind <kind>', 'where it is attached').choices(lintKinds).default('identity'))
    .option('--account <id>', 'the account it is in, 12 digits')
    .option('--trusted <ids...>', 'accounts of partners')
    .option('--organization <ids...>', 'accounts of the organisation')
    .option('--role <arn>', 'of a trust policy: the role itself')
    .option('--privileged', 'of a trust policy: the role is an administrator')
    .option('--inline', 'it is an inline policy')
    .option('--before <file>', 'the document it takes the place of')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['table', 'json', 'jsonl']).default('table'),
    )
    .addHelpText('after', examples)
    .action(check);
};
