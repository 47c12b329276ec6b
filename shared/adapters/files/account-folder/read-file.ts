import { assertComplete, BadShapeError } from './shape.ts';

/** A file that cannot be used; what else is in the folder counts. */
export interface FolderFault {
  /** Relative to the folder. */
  readonly file: string;
  /** Where in the file: `line 3`, `RoleDetailList[3].Arn`; empty when the file as a whole is meant. */
  readonly place: string;
  readonly cause: string;
}

const lineAndColumn = (text: string, position: number): string => {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
};

/** V8 names the position of most faults, but not of an early end. */
const placeOf = (text: string, message: string): string =>
  lineAndColumn(text, Number(/at position (\d+)/.exec(message)?.[1] ?? text.length));

/**
 * The JSON of a file, all of it.
 *
 * @throws BadShapeError when it is no JSON, or a part of an answer only
 */
export const jsonIn = (text: string): unknown => {
  if (text.trim() === '')
    throw new BadShapeError('', 'the file is empty; did the command that writes it fail?');
  try {
    const json: unknown = JSON.parse(text);
    assertComplete(json);
    return json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const cause = error.message
      .replace(/ in JSON at position .*$/, '')
      .replace(/, ".*" is not valid JSON$/s, '');
    throw new BadShapeError(placeOf(text, error.message), `no JSON: ${cause}`);
  }
};

/** What reading a file gave, or its fault. */
export const attempt = <T>(
  file: string,
  read: () => T,
): { readonly value: T } | { readonly fault: FolderFault } => {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof BadShapeError)) throw error;
    return { fault: { file, place: error.place, cause: error.message } };
  }
};

/** `FILE, PLACE: CAUSE`. */
export const faultText = ({ file, place, cause }: FolderFault): string =>
  place === '' ? `${file}: ${cause}` : `${file}, ${place}: ${cause}`;
