import { isObject, type JsonObject } from '../events/json.ts';
import { nearest } from '../text/nearest.ts';

/** CloudTrail records in the order in which they happened; one, but for a correlation. */
export type Sample = readonly unknown[];

/** What a rule must match and what it must not. */
export interface SampleSet {
  /** Id or name of the rule; left out where the file has one. */
  readonly rule?: string;
  readonly shouldMatch: readonly Sample[];
  readonly shouldNotMatch: readonly Sample[];
}

/** A file of sample events cannot be used; the message says why. */
export class BadSamplesError extends Error {
  override readonly name = 'BadSamplesError';
}

const lists = ['should_match', 'should_not_match'];

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadSamplesError(`no valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
};

const samplesIn = (from: JsonObject, key: string): readonly Sample[] => {
  const value = from[key];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new BadSamplesError(`"${key}" must be a list of CloudTrail records`);
  return value.map((sample: unknown) => (Array.isArray(sample) ? sample : [sample]));
};

const readSet = (from: JsonObject, rule?: string): SampleSet => {
  const unknown = Object.keys(from).find((key) => !lists.includes(key));
  if (unknown !== undefined) {
    const meant = nearest(unknown, lists)[0];
    throw new BadSamplesError(
      `"${unknown}" is neither should_match nor should_not_match${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    );
  }
  const [shouldMatch = [], shouldNotMatch = []] = lists.map((key) => samplesIn(from, key));
  const samples = [...shouldMatch, ...shouldNotMatch];
  if (samples.length === 0) throw new BadSamplesError('it holds no sample events');
  if (samples.some((sample) => sample.length === 0)) throw new BadSamplesError('a sample holds no event');
  return { ...(rule === undefined ? {} : { rule }), shouldMatch, shouldNotMatch };
};

const hasLists = (value: JsonObject): boolean => lists.some((key) => key in value);

/**
 * Reads a file of sample events: `{"should_match": […], "should_not_match": […]}` for the rule of a file, or such objects by the id or name of the
 * rule for a file with several. A sample is a record, or a list of records for a correlation.
 *
 * @throws BadSamplesError
 */
export const readSamples = (text: string): readonly SampleSet[] => {
  const value = parse(text);
  if (!isObject(value))
    throw new BadSamplesError('it must be an object with should_match and should_not_match');
  const sets = Object.entries(value);
  if (hasLists(value) || !sets.some(([, set]) => isObject(set) && hasLists(set))) return [readSet(value)];
  return sets.map(([rule, set]) => {
    if (isObject(set)) return readSet(set, rule);
    throw new BadSamplesError(`"${rule}" must be an object with should_match and should_not_match`);
  });
};

/** The files of sample events that a file of rules may have, in the order in which they are looked for. */
export const samplePathsOf = (rulePath: string): readonly string[] => {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]+)\.ya?ml$/i.exec(rulePath) ?? [];
  return [`${folder}${name}_tests.json`, `${folder}tests/${name}_tests.json`, `${folder}tests/${name}.json`];
};
