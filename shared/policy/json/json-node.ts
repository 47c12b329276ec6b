/**
 * Where a piece of JSON stands.
 *
 * `pointer` is an RFC 6901 JSON pointer, `""` for the whole document. `line` and `column` count from 1, in UTF-16 units, and refer
 * to the decoded text; they are absent when the document came as a parsed object.
 */
export interface Place {
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
}

export interface JsonMember {
  readonly key: string;
  /** Where the key stands; its pointer is that of the value. */
  readonly place: Place;
  readonly value: JsonNode;
}

export interface JsonObjectNode {
  readonly kind: 'object';
  /** In order, keys that occur twice included. */
  readonly members: readonly JsonMember[];
  readonly place: Place;
}

export interface JsonArrayNode {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly place: Place;
}

export interface JsonScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly place: Place;
}

/** A JSON value that remembers where each part of it was written. */
export type JsonNode = JsonObjectNode | JsonArrayNode | JsonScalarNode;

/** The pointer of a member or an item of what `pointer` names. */
export const childPointer = (pointer: string, step: string | number): string =>
  `${pointer}/${typeof step === 'number' ? step : step.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** `line 3, column 7` of a document that was text, else its JSON pointer. */
export const placeText = ({ pointer, line, column }: Place): string =>
  line === undefined || column === undefined ? pointer || 'the document' : `line ${line}, column ${column}`;
