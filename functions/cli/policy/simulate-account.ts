import { isUntold } from '../../../shared/account/access/named-policy.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { painted } from '../terminal.ts';
import { type AccountAnswer, type AccountRequest, answerFromAccount } from './account-answer.ts';
import { readChange } from './change-option.ts';
import { paintedVerdict, reasonsTable } from './decision-table.ts';

/** Options of `tw policy simulate` for one question about an account. */
export interface SimulateOptions {
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly from?: string;
  readonly with?: readonly string[];
  readonly context?: readonly string[];
  readonly absent?: readonly string[];
  readonly othersAbsent?: boolean;
  readonly format: 'table' | 'json';
}

/** `KEY=VALUE`; a key given twice has both values. */
const parseContext = (pairs: readonly string[]): Readonly<Record<string, string | readonly string[]>> => {
  const values = new Map<string, readonly string[]>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--context ${pair}: not of the form KEY=VALUE`);
    const key = pair.slice(0, at);
    values.set(key, [...(values.get(key) ?? []), pair.slice(at + 1)]);
  }
  return Object.fromEntries(
    [...values].map(([key, list]) => [key, list.length === 1 ? (list[0] ?? '') : list]),
  );
};

const requestOf = (options: SimulateOptions): AccountRequest => {
  const { principal, action, resource = '*', resourceAccount } = options;
  if (principal === undefined || action === undefined)
    throw new UsageError('--principal and --action go together.', 'Or give requests as lines of JSON.');
  if (!/^[\w-]+:\w+$/.test(action)) throw new UsageError(`--action ${action}: not of the form service:Name`);
  if (resource !== '*' && !/^arn:([^:]*:){4}./.test(resource))
    throw new UsageError(`--resource ${resource}: neither an ARN nor "*"`);
  return {
    principal,
    action,
    resource,
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    given: parseContext(options.context ?? []),
    absent: options.absent ?? [],
    others: options.othersAbsent ? 'absent' : 'unknown',
  };
};

const hasOpenKeys = ({ decision }: AccountAnswer): boolean =>
  decision.reasons.some(({ statements }) =>
    statements.some(({ conditions }) => conditions.some((test) => !isUntold(test))),
  );

const remarks = (answer: AccountAnswer): readonly string[] => [
  ...answer.gaps.map((gap) => `${painted('yellow', 'not read:')} ${terminalText(gap)}`),
  ...answer.assumptions.map((assumption) => `${painted('dim', 'assumed:')} ${terminalText(assumption)}`),
  ...(hasOpenKeys(answer)
    ? ['Say what is known of condition keys with --context KEY=VALUE, --absent KEY or --others-absent.']
    : []),
];

const tableText = (answer: AccountAnswer, { principal, action, resource }: AccountRequest): string => {
  const question = painted('dim', terminalText(`${principal}, ${action}, ${resource}`));
  const verdict = paintedVerdict(answer.decision.verdict);
  const head =
    answer.before === undefined
      ? `${verdict}  ${question}`
      : `${paintedVerdict(answer.before.verdict)} now, ${verdict} with the change  ${question}`;
  const table = reasonsTable(answer.decision);
  return [head, ...(table === '' ? [] : [table]), ...remarks(answer)].join('\n');
};

const jsonText = (answer: AccountAnswer, request: AccountRequest): string => {
  const { decision, before, gaps, assumptions } = answer;
  const said = {
    principal: request.principal,
    action: request.action,
    resource: request.resource,
    decision: decision.verdict,
    reasons: decision.reasons,
    ...(before === undefined ? {} : { before: { decision: before.verdict, reasons: before.reasons } }),
    gaps,
    assumptions,
  };
  return JSON.stringify(said, null, 2);
};

/** Answers one question about the account in a folder. */
export const simulateAccount = async (options: SimulateOptions): Promise<void> => {
  const request = requestOf(options);
  if (options.from === undefined && options.with === undefined)
    throw new UsageError(
      'There is nothing to decide by.',
      'Give the folder of the account with --from, or policy documents with --with.',
    );
  const changes = await Promise.all((options.with ?? []).map(readChange));
  const answer = await answerFromAccount(request, options.from, changes);
  const text = options.format === 'json' ? jsonText(answer, request) : tableText(answer, request);
  process.stdout.write(`${text}\n`);
  if (answer.gaps.length > 0) endWith(exitCodes.unchecked);
};
