import type { Command } from 'commander';
import { analyzeEscalation } from '../../../shared/policy/escalation/analyze.ts';
import { compileHolder } from '../../../shared/policy/escalation/holder.ts';
import { readHolder } from '../../../shared/policy/escalation/input.ts';
import { isAdministrator } from '../../../shared/policy/escalation/is-administrator.ts';
import { answerLines, openInput } from './answer-lines.ts';
import { type AnsweredLine, answeredLine } from './json-line.ts';

const examples = `
Reads one JSON object a line and writes one a line: {"id", "administrator", "paths"}, or {"id", "error"} for a line it cannot read; the
rest goes on, and the exit code is 3. Verdicts: potential (the documents hold all ingredients), capable (the principal could do it, if
there is something to do it to), confirmed (nothing more is needed). "conditions" names what must hold besides.

  {"id": 1, "principal": {"type": "user", "arn": "arn:aws:iam::111122223333:user/kim", "name": "kim"},
   "policies": [{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:PutUserPolicy", "Resource": "*"}}],
   "attached": [], "groups": []}

Examples:
  $ tw policy escalation principals.jsonl | jq -c '{id, paths: [.paths[].id]}'
  $ tw policy escalation - < principal.json

Every field and every path is described in docs/policy.md.`;

/** The paths open to one principal, given as JSON text. @param now of lines that say no time, ISO 8601 */
export const escalationLine = (text: string, line: number, now: string): AnsweredLine =>
  answeredLine(text, line, (input) => {
    const reading = readHolder(input);
    if (reading.status === 'bad-input') return { error: reading.error };
    const holder = compileHolder(reading.holder);
    const at = reading.at ?? now;
    return {
      administrator: isAdministrator(holder, at),
      paths: analyzeEscalation(holder, at).map(({ path, verdict, actions, conditions, target }) => ({
        id: path.id,
        title: path.title,
        category: path.category,
        verdict,
        actions,
        conditions,
        ...(target === undefined ? {} : { target }),
        ...(path.workload === undefined ? {} : { needs: path.workload }),
      })),
    };
  });

/** Adds `tw policy escalation`. */
export const addEscalation = (policy: Command): void => {
  policy
    .command('escalation')
    .description('how a user or role could get more than it was given')
    .argument('[file]', 'principals with their policies, one JSON object a line; "-" is standard input', '-')
    .addHelpText('after', examples)
    .action(async (file: string) => {
      const now = new Date().toISOString();
      await answerLines(await openInput(file), (text, line) => escalationLine(text, line, now));
    });
};
