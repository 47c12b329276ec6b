import type { Command } from 'commander';
import { answerLine } from './answer-line.ts';
import { answerLines, openInput } from './answer-lines.ts';

const examples = `
Reads one JSON object a line and writes one a line: {"id", "decision", "reasons"}, or {"id", "error"} for a line it cannot read; the
rest goes on, and the exit code is 3. Decisions: Allowed, ImplicitlyDenied, ExplicitlyDenied, DependsOnContext.

  {"id": 1,
   "request": {"principal": "arn:aws:iam::123837392027:user/alice", "action": "s3:GetObject", "resource": "arn:aws:s3:::logs/a"},
   "policies": {"identity": [{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}]}}

Examples:
  $ tw policy simulate requests.jsonl | jq -c 'select(.decision != "Allowed")'
  $ tw policy simulate request.json            one request, also laid out over several lines
  $ generate-requests | tw policy simulate -

Every field is described in docs/policy.md.`;

/** Adds `tw policy simulate`. */
export const addSimulate = (policy: Command): void => {
  policy
    .command('simulate')
    .description('whether AWS would allow a request, and by which statements')
    .argument('[file]', 'requests with their policies, one JSON object a line; "-" is standard input', '-')
    .addHelpText('after', examples)
    .action(async (file: string) => answerLines(await openInput(file), answerLine));
};
