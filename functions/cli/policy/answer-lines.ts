import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { endWith, exitCodes } from '../exit-codes.ts';
import { unreadableFile } from '../unreadable-file.ts';
import type { AnsweredLine } from './json-line.ts';

/** Answers one line of input. @param line its number, from 1; it is named in an error */
export type LineAnswer = (text: string, line: number) => AnsweredLine;

/** Writes and waits while the reader of the output is slower. */
const write = async (line: string): Promise<void> => {
  if (!process.stdout.write(`${line}\n`))
    await new Promise((resolve) => process.stdout.once('drain', resolve));
};

const writeAnswer = async (answer: LineAnswer, request: string, line: number): Promise<void> => {
  const answered = answer(request, line);
  if (answered.failed) endWith(exitCodes.unchecked);
  await write(answered.text);
};

/** A file to read, or standard input for `-`. @throws UsageError when it cannot be read */
export const openInput = async (file: string): Promise<Readable> => {
  if (file === '-') return process.stdin;
  const handle = await open(file).catch((error: unknown) => {
    throw unreadableFile(file, error);
  });
  return handle.createReadStream();
};

/**
 * Answers each line of JSON as it comes and writes one line for it; blank lines are passed over. An input whose first line is a brace
 * alone is one request, laid out over several lines.
 */
export const answerLines = async (input: Readable, answer: LineAnswer): Promise<void> => {
  let number = 0;
  let laidOut: string[] | undefined;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (laidOut === undefined && number === 1 && line.trim() === '{') laidOut = [];
    if (laidOut !== undefined) laidOut.push(line);
    else if (line.trim() !== '') await writeAnswer(answer, line, number);
  }
  if (laidOut !== undefined) await writeAnswer(answer, laidOut.join('\n'), 1);
};
