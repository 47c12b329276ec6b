import { maxLength } from './json/json-fault.ts';
import { nodeOfValue } from './json/node-of-value.ts';
import { type JsonReading, parseJson } from './json/parse-json.ts';

/** How a document arrived: parsed, as JSON text, as a JSON string that holds JSON, or URL-encoded this often. */
export type Encoding = 'object' | 'text' | 'json-string' | 'url-encoded' | 'url-encoded-twice';

export interface DecodedDocument extends JsonReading {
  readonly encoding: Encoding;
  /** The JSON text that places refer to; empty for a parsed object. */
  readonly text: string;
}

/** What URL-encoding twice makes of one character: `%257B` for `{`. */
const growth = 5;

const truncated = {
  code: 'truncated',
  message: 'the document ends in the middle of an encoded character',
  place: { pointer: '' },
} as const;

/** A percent sign without its two digits, or the first bytes of a character, at the end. */
const cutCharacter = /(%[89a-f][\da-f])*(%[\da-f]?)?$/i;

/** URL-decodes; a character that was cut off at the end is left out and said. Undefined when it is no URL encoding. */
const urlDecoded = (text: string): { readonly text: string; readonly isCut: boolean } | undefined => {
  for (const isCut of [false, true]) {
    try {
      return { text: decodeURIComponent(isCut ? text.replace(cutCharacter, '') : text), isCut };
    } catch {
      // A malformed sequence: the next attempt or the caller says so.
    }
  }
  return undefined;
};

const readText = (text: string, encoding: Encoding): DecodedDocument => ({
  encoding,
  text,
  ...parseJson(text.startsWith('\ufeff') ? text.slice(1) : text),
});

/** The readings of a text as it is, decoded once and decoded twice, as far as that is possible. */
const readingsOf = (text: string): readonly DecodedDocument[] => {
  const readings: DecodedDocument[] = [readText(text, 'text')];
  let current = text;
  for (const encoding of ['url-encoded', 'url-encoded-twice'] as const) {
    if (readings.at(-1)?.fault === undefined || !current.includes('%')) break;
    const decoded = urlDecoded(current);
    if (decoded === undefined) break;
    const reading = readText(decoded.text, encoding);
    readings.push(decoded.isCut && reading.fault === undefined ? { ...reading, fault: truncated } : reading);
    current = decoded.text;
  }
  return readings;
};

/** The reading without a fault, else the first that found JSON at all, else the last. */
const bestOf = (readings: readonly DecodedDocument[]): DecodedDocument | undefined =>
  readings.find(({ fault }) => fault === undefined) ??
  readings.find(({ root }) => root !== undefined) ??
  readings.at(-1);

const decodeText = (text: string): DecodedDocument => {
  if (text.length > growth * maxLength) {
    const message = `${text.length} characters; a policy has at most ${maxLength}`;
    return { encoding: 'text', text: '', fault: { code: 'too-large', message, place: { pointer: '' } } };
  }
  const best = bestOf(readingsOf(text)) ?? readText(text, 'text');
  const inner = best.root?.kind === 'scalar' && best.fault === undefined ? best.root.value : undefined;
  if (typeof inner !== 'string') return best;
  const unwrapped = bestOf(readingsOf(inner));
  return unwrapped === undefined ? best : { ...unwrapped, encoding: 'json-string' };
};

/**
 * Finds the JSON in whatever a document arrives as. CloudTrail logs JSON text in requests and URL-encoded text in responses, IAM's API
 * answers with URL-encoded text, the AWS CLI decodes it to an object, and some tools encode once more. Total.
 *
 * @param document JSON text, the same URL-encoded up to twice or as a JSON string, or the parsed value
 */
export const decodeDocument = (document: unknown): DecodedDocument =>
  typeof document === 'string'
    ? decodeText(document)
    : { encoding: 'object', text: '', ...nodeOfValue(document) };
