import type { Place } from './json-node.ts';

/**
 * Why a text is no JSON, or is more than a policy can be.
 *
 * - `not-json`: a character that JSON does not allow there.
 * - `truncated`: the text ends in the middle.
 * - `too-deep`, `too-large`: beyond the limits below; nothing behind that place was read.
 */
export type JsonFaultCode = 'not-json' | 'truncated' | 'too-deep' | 'too-large';

export interface JsonFault {
  readonly code: JsonFaultCode;
  readonly message: string;
  readonly place: Place;
}

/**
 * Longest document, in characters. IAM takes 131,072 for a PolicyDocument parameter, white space included ("CreatePolicy", IAM API
 * Reference), which leaves room for the policies of other services.
 */
export const maxLength = 262_144;

/** Deepest nesting. The values of a condition stand on level 6: document, Statement, statement, Condition, operator, list of values. */
export const maxDepth = 32;

/** Most values in one document: what IAM's 131,072 characters hold at four characters a value, such as `"a",`. */
export const maxNodes = 32_768;
