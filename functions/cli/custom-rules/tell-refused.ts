import type { ReadRules } from '../../../shared/sigma/read-rules.ts';
import type { SigmaRemark } from '../../../shared/sigma/sigma-file.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { type Output, painted } from '../terminal.ts';

const placed = ({ path, line, message }: SigmaRemark): string => terminalText(`${path}:${line}: ${message}`);

/** The rules that were refused, each with every reason and its line; empty when none was. */
export const refusedLines = ({ refused }: ReadRules, output: Output = process.stderr): readonly string[] =>
  refused.flatMap(({ path, line, title, faults }) => [
    `${painted('red', 'refused:', output)} ${terminalText(title === undefined ? '' : `${title}, `)}${terminalText(path)}:${line}`,
    ...faults.map((fault) => `  ${placed(fault)}`),
  ]);

/** What is worth knowing of the rules that are used. */
export const noteLines = ({ notes }: ReadRules, output: Output = process.stderr): readonly string[] =>
  notes.map((note) => `${painted('yellow', 'note:', output)} ${placed(note)}`);
