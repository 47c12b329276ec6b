import { simulate } from '../../../shared/policy/simulate/simulate.ts';
import { type AnsweredLine, answeredLine } from './json-line.ts';

/**
 * Decides one request given as JSON text: `{"id", "decision", "reasons"}`, or `{"id", "error"}` with cause and place.
 *
 * @param line number of the line in the input, from 1; it is named in an error
 */
export const answerLine = (text: string, line: number): AnsweredLine =>
  answeredLine(text, line, (input) => {
    const answer = simulate(input);
    if (answer.status === 'bad-input') return { error: answer.error };
    const { verdict: decision, reasons } = answer.decision;
    return { decision, reasons };
  });
