import { gen, none } from 'stream-chain';
import { pick } from 'stream-json/filters/pick.js';
import { parser } from 'stream-json/parser.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { type Unwrapped, unwrap } from '../../events/unwrap.ts';

const lists = /^(Records|Events|Messages)$/;

interface Element {
  readonly key: number;
  readonly value: unknown;
}

type Step = (chunk: unknown) => AsyncIterable<Element>;

function* at({ key, value }: Element, isList: boolean): Generator<Unwrapped> {
  for (const found of unwrap(value)) {
    yield {
      ...found,
      position: `${isList ? '' : 'Records'}[${key}]${found.position && `.${found.position}`}`,
    };
  }
}

const isListText = (text: string): boolean => text.startsWith('[');

const stepsFor = (isList: boolean): Step =>
  (isList ? gen(parser(), streamArray()) : gen(parser(), pick({ filter: lists }), streamArray())) as Step;

/** The chunks without the blank space before the first text, which tells a list from an object. */
async function* fromFirstText(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let hasBegun = false;
  for await (const chunk of chunks) {
    const text: string = hasBegun ? chunk : chunk.trimStart();
    hasBegun ||= text !== '';
    if (text !== '') yield text;
  }
}

/**
 * Records of a JSON document that is too large to be read whole: a list, or an object with `Records`, `Events` or `Messages`. Slower than
 * JSON.parse, in constant memory. A fault in the document is thrown after every record before it was given: the steps are
 * plain functions, since Node streams drop what they hold when one of them fails.
 */
export async function* recordsOfHugeJson(chunks: AsyncIterable<string>): AsyncGenerator<Unwrapped> {
  const texts = fromFirstText(chunks);
  const first = await texts.next();
  if (first.done) return;
  const isList = isListText(first.value);
  const step = stepsFor(isList);
  for await (const element of step(first.value)) yield* at(element, isList);
  for await (const text of texts) for await (const element of step(text)) yield* at(element, isList);
  for await (const element of step(none)) yield* at(element, isList);
}
