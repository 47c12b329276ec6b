import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { endWith, exitCodes } from '../exit-codes.ts';
import { answerLine } from './answer-line.ts';

/** Writes and waits while the reader of the output is slower. */
const write = async (line: string): Promise<void> => {
  if (!process.stdout.write(`${line}\n`))
    await new Promise((resolve) => process.stdout.once('drain', resolve));
};

const answer = async (request: string, line: number): Promise<void> => {
  const answered = answerLine(request, line);
  if (answered.failed) endWith(exitCodes.unchecked);
  await write(answered.text);
};

/**
 * Decides each line of JSON as it comes and writes one line for it; blank lines are passed over. An input whose first line is a brace
 * alone is one request, laid out over several lines.
 */
export const simulateLines = async (input: Readable): Promise<void> => {
  let number = 0;
  let laidOut: string[] | undefined;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (laidOut === undefined && number === 1 && line.trim() === '{') laidOut = [];
    if (laidOut !== undefined) laidOut.push(line);
    else if (line.trim() !== '') await answer(line, number);
  }
  if (laidOut !== undefined) await answer(laidOut.join('\n'), 1);
};
