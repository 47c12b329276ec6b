import type { JsonObject } from './iam-event.ts';
import { isObject, textAt } from './json.ts';
import { toIsoTime } from './parse-event.ts';

/** What was found inside a wrapper, with the place it was found at, e.g. `Records[3].body.detail` or `line 7`. */
export type Unwrapped =
  | {
      readonly kind: 'record';
      readonly value: JsonObject;
      readonly position: string;
      /** The wrapper's own time, ISO 8601. */
      readonly wrapperTime?: string;
    }
  | { readonly kind: 'unreadable'; readonly position: string; readonly cause: string }
  /** Something known that holds no records by its nature: a digest file, a notice that names a file. */
  | { readonly kind: 'no-records'; readonly position: string; readonly what: string };

interface Place {
  readonly position: string;
  readonly wrapperTime?: string;
  readonly depth: number;
}

// The deepest real chain is SQS → SNS → EventBridge → record, with its lists.
const maxDepth = 8;

const inside = (place: Place, step: string, time?: unknown): Place => {
  const wrapperTime = (time === undefined ? undefined : toIsoTime(time)) ?? place.wrapperTime;
  return {
    position:
      place.position && !step.startsWith('[') ? `${place.position}.${step}` : `${place.position}${step}`,
    depth: place.depth + 1,
    ...(wrapperTime === undefined ? {} : { wrapperTime }),
  };
};

/** Known wrappers of JSON text: SQS (`body`, `Body`), SNS (`Message`), LookupEvents (`CloudTrailEvent`). */
const textFields = ['body', 'Body', 'Message', 'CloudTrailEvent'] as const;
/** Known wrappers of objects: EventBridge (`detail`), SNS to Lambda (`Sns`). */
const objectFields = ['detail', 'Sns'] as const;
/** Known lists: S3 log files and Lambda batches (`Records`), LookupEvents (`Events`), SQS ReceiveMessage (`Messages`). */
const listFields = ['Records', 'Events', 'Messages'] as const;
const timeFields = ['time', 'EventTime', 'Timestamp', '@timestamp'] as const;

const timeOf = (value: JsonObject): unknown =>
  timeFields.map((field) => value[field]).find((time) => toIsoTime(time));

// S3 notices look like records: eventName "ObjectCreated:Put", eventSource "aws:s3".
const isRecord = (value: JsonObject): boolean => {
  const source = textAt(value, 'eventSource');
  return textAt(value, 'eventName') !== undefined && source !== undefined && !source.startsWith('aws:');
};

const withoutRecords = (value: JsonObject): string | undefined => {
  if ('digestStartTime' in value) return 'a CloudTrail digest file';
  if (isObject(value['s3']) || 's3ObjectKey' in value)
    return 'a notice that a log file was delivered, not the file';
  if (textAt(value, 'Event') === 's3:TestEvent') return "Amazon S3's test notice";
  return undefined;
};

/** What is found behind wrappers that hold one thing each: that thing, or a list of things. */
type Opened = Unwrapped | { readonly kind: 'list'; readonly list: readonly unknown[]; readonly place: Place };

const openObject = (value: JsonObject, place: Place): Opened => {
  const { position, wrapperTime } = place;
  if (isRecord(value))
    return { kind: 'record', value, position, ...(wrapperTime === undefined ? {} : { wrapperTime }) };
  const what = withoutRecords(value);
  if (what) return { kind: 'no-records', position, what };
  const list = listFields.find((field) => Array.isArray(value[field]));
  const object = objectFields.find((field) => isObject(value[field]));
  const text = textFields.find((field) => typeof value[field] === 'string');
  const field = list ?? object ?? text;
  return field
    ? open(value[field], inside(place, field, timeOf(value)))
    : { kind: 'unreadable', position, cause: unknownShape(value) };
};

const unknownShape = (value: JsonObject): string => {
  const keys = Object.keys(value).slice(0, 5);
  const fields = keys.length > 0 ? `an object with ${keys.join(', ')}` : 'an empty object';
  return `no CloudTrail record: ${fields}, but no eventName and eventSource`;
};

const openText = (text: string, place: Place): Opened => {
  const parsed = parseJson(text);
  return 'value' in parsed
    ? open(parsed.value, place)
    : { kind: 'unreadable', position: place.position, cause: parsed.cause };
};

const open = (value: unknown, place: Place): Opened => {
  const { position } = place;
  if (place.depth > maxDepth)
    return { kind: 'unreadable', position, cause: `nested more than ${maxDepth} levels deep` };
  if (Array.isArray(value)) return { kind: 'list', list: value, place };
  if (typeof value === 'string') return openText(value, place);
  if (isObject(value)) return openObject(value, place);
  return {
    kind: 'unreadable',
    position,
    cause: `no CloudTrail record: ${value === null ? 'null' : typeof value}`,
  };
};

// A generator for each list and none for each of its elements: a log file has a list of thousands.
function* unwrapOpened(opened: Opened): Generator<Unwrapped> {
  if (opened.kind !== 'list') {
    yield opened;
    return;
  }
  const { list, place } = opened;
  for (let i = 0; i < list.length; i += 1) {
    const element = open(list[i], inside(place, `[${i}]`));
    if (element.kind === 'list') yield* unwrapOpened(element);
    else yield element;
  }
}

/** JSON, or the reason why it is none: a log that was cut off is the common one. */
export const parseJson = (text: string): { readonly value: unknown } | { readonly cause: string } => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { cause: `no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
};

/**
 * Finds the CloudTrail records in whatever they are delivered in: an S3 log file, an EventBridge event, an SQS or SNS message
 * holding one, a LookupEvents answer, a list, a single record. Never throws; what cannot be read is reported with its place
 * and cause, and the rest goes on.
 *
 * @param value parsed JSON, or JSON text
 * @param position where it came from, to begin the reported places with
 */
export const unwrap = (value: unknown, position = ''): Generator<Unwrapped> =>
  unwrapOpened(open(value, { position, depth: 0 }));
