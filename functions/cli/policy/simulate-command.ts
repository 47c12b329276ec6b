import { type Command, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { answerLine } from './answer-line.ts';
import { answerLines, openInput } from './answer-lines.ts';
import { type SimulateOptions, simulateAccount } from './simulate-account.ts';

const examples = `
One question, by the files of an account (docs/review.md lists them), and after a change:
  $ tw policy simulate --principal arn:aws:iam::123837392027:user/alice --action s3:GetObject --resource arn:aws:s3:::logs/a --from ./account
  $ tw policy simulate … --with new-policy.json                       with one more identity policy
  $ tw policy simulate … --with arn:aws:iam::123837392027:policy/dev=new.json      with a new version of a managed policy
  $ tw policy simulate … --with resource=bucket-policy.json --context aws:SourceVpc=vpc-1

Many requests with their policies, one JSON object a line, and one a line comes back: {"id", "decision", "reasons"}, or {"id", "error"}
for a line that cannot be read; the rest goes on.
  {"id": 1,
   "request": {"principal": "arn:aws:iam::123837392027:user/alice", "action": "s3:GetObject", "resource": "arn:aws:s3:::logs/a"},
   "policies": {"identity": [{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}]}}
  $ tw policy simulate requests.jsonl | jq -c 'select(.decision != "Allowed")'

Decisions: Allowed, ImplicitlyDenied, ExplicitlyDenied, DependsOnContext. docs/policy.md describes every field.
Exit codes: 0 decided, 2 usage, 3 a line or a file could not be read.`;

const run = async (file: string | undefined, options: SimulateOptions): Promise<void> => {
  const { format: _, ...question } = options;
  const asks = Object.keys(question).length > 0;
  if (asks && file !== undefined)
    throw new UsageError('Give a file of requests or --principal and its options, not both.');
  if (asks) await simulateAccount(options);
  else await answerLines(await openInput(file ?? '-'), answerLine);
};

/** Adds `tw policy simulate`. */
export const addSimulate = (policy: Command): void => {
  policy
    .command('simulate')
    .description('whether AWS would allow a request, and by which statements')
    .argument('[file]', 'requests with their policies, one JSON object a line; "-" or none is standard input')
    .option(
      '--principal <principal>',
      'ARN of a user, role or session, account id, service principal, or "*"',
    )
    .option('--action <action>', 'what it would do, e.g. iam:CreateUser')
    .option('--resource <arn>', 'what it would do it to (default: "*")')
    .option('--resource-account <id>', 'whose the resource is, where its ARN does not say')
    .option('--from <folder>', 'the account: files as the AWS command line writes them')
    .option('--with <file...>', 'try a change: FILE, LAYER=FILE, or ARN=FILE of a managed policy')
    .option('--context <key=value...>', 'values of condition keys')
    .option('--absent <key...>', 'condition keys that the request does not have')
    .option('--others-absent', 'no other condition keys are there; otherwise they are unknown')
    .addOption(
      new Option('--format <format>', 'how to print one answer').choices(['table', 'json']).default('table'),
    )
    .addHelpText('after', examples)
    .action(run);
};
