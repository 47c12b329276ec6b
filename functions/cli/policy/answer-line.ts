import { parseJson } from '../../../shared/policy/json/parse-json.ts';
import { simulate } from '../../../shared/policy/simulate/simulate.ts';

/** What is written for one line of input. */
export interface AnsweredLine {
  readonly failed: boolean;
  /** JSON, without line break. */
  readonly text: string;
}

const idOf = (input: unknown): { readonly id?: unknown } =>
  typeof input === 'object' && input !== null && 'id' in input ? { id: input.id } : {};

/** What can still be read of a line that is no JSON: its id, so that the asker knows which one it was, and where it goes wrong. */
const broken = (text: string, line: number): { readonly id?: unknown; readonly error: string } => {
  const { root, fault } = parseJson(text);
  const member = root?.kind === 'object' ? root.members.find(({ key }) => key === 'id') : undefined;
  const { line: row = 1, column = 1 } = fault?.place ?? {};
  return {
    ...(member?.value.kind === 'scalar' ? { id: member.value.value } : {}),
    error: `line ${line + row - 1}, column ${column}: ${fault?.message ?? 'not JSON'}`,
  };
};

const parsed = (text: string): { readonly input: unknown } | undefined => {
  try {
    return { input: JSON.parse(text) };
  } catch {
    // JSON.parse does not say dependably where; `broken` does.
    return undefined;
  }
};

/**
 * Decides one request given as JSON text: `{"id", "decision", "reasons"}`, or `{"id", "error"}` with cause and place.
 *
 * @param line number of the line in the input, from 1; it is named in an error
 */
export const answerLine = (text: string, line: number): AnsweredLine => {
  const reading = parsed(text);
  if (reading === undefined) return { failed: true, text: JSON.stringify(broken(text, line)) };
  const id = idOf(reading.input);
  const answer = simulate(reading.input);
  if (answer.status === 'bad-input')
    return { failed: true, text: JSON.stringify({ ...id, error: `line ${line}: ${answer.error}` }) };
  const { verdict: decision, reasons } = answer.decision;
  return { failed: false, text: JSON.stringify({ ...id, decision, reasons }) };
};
