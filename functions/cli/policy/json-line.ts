import { parseJson } from '../../../shared/policy/json/parse-json.ts';

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
 * Reads a line of JSON and has it answered; what is no JSON is answered with its place.
 *
 * @param answer the members of the answer beside `id`; `error` makes it a failure
 */
export const answeredLine = (
  text: string,
  line: number,
  answer: (input: unknown) => Readonly<Record<string, unknown>>,
): AnsweredLine => {
  const reading = parsed(text);
  if (reading === undefined) return { failed: true, text: JSON.stringify(broken(text, line)) };
  const { error, ...answered } = answer(reading.input);
  const id = idOf(reading.input);
  return error === undefined
    ? { failed: false, text: JSON.stringify({ ...id, ...answered }) }
    : { failed: true, text: JSON.stringify({ ...id, error: `line ${line}: ${String(error)}` }) };
};
