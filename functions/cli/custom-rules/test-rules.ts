import type { FolderFile } from '../../../shared/adapters/files/read-rule-folder.ts';
import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import { ruleFrom } from '../../../shared/custom-rules/custom-rules.ts';
import { isObject, textAt } from '../../../shared/events/json.ts';
import { idOfName } from '../../../shared/sigma/name-rules.ts';
import { re2 } from '../../../shared/sigma/re2.ts';
import {
  BadSamplesError,
  readSamples,
  type Sample,
  type SampleSet,
  samplePathsOf,
} from '../../../shared/sigma/samples.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import type { LoadedRules } from './load-rules.ts';
import { runSample } from './run-sample.ts';

/** One sample event, or list of them, with what is wrong with it; no faults when the rule did as the file says. */
export interface SampleResult {
  readonly ruleId: string;
  readonly name: string;
  readonly faults: readonly string[];
}

/** What testing a folder of custom rules gave. */
export interface TestedRules {
  readonly results: readonly SampleResult[];
  /** Rules that no sample event tests. */
  readonly untested: readonly string[];
  /** Files of sample events that could not be used: `path: why`. */
  readonly unusable: readonly string[];
}

const eventName = (record: unknown): string =>
  isObject(record) ? (textAt(record, 'eventName') ?? '?') : '?';

const nameOf = (list: string, position: number, sample: Sample): string =>
  `${list} ${position} (${sample.map(eventName).join(', ')})`;

const testSample = async (
  rule: CustomRule,
  sample: Sample,
  { name, wanted }: { readonly name: string; readonly wanted: boolean },
): Promise<SampleResult> => {
  const { isMatched, troubles } = await runSample(ruleFrom(rule, re2), sample);
  const wrong =
    isMatched === wanted ? [] : [wanted ? 'it should match and does not' : 'it matches and should not'];
  return { ruleId: rule.id, name, faults: [...wrong, ...troubles] };
};

const testSet = (rule: CustomRule, { shouldMatch, shouldNotMatch }: SampleSet) =>
  Promise.all([
    ...shouldMatch.map((sample, i) =>
      testSample(rule, sample, { name: nameOf('should_match', i + 1, sample), wanted: true }),
    ),
    ...shouldNotMatch.map((sample, i) =>
      testSample(rule, sample, { name: nameOf('should_not_match', i + 1, sample), wanted: false }),
    ),
  ]);

/** Whether a file of samples calls the rule by its id or its name. */
export const isOf = ({ id }: CustomRule, called: string): boolean => id === called || id === idOfName(called);

/** The rule that a set is of. The message says why there is none. */
const ruleOf = ({ rule: called }: SampleSet, rules: readonly CustomRule[]): CustomRule | string => {
  const ids = rules.map(({ id }) => id);
  const [only] = rules;
  if (called === undefined) {
    if (rules.length === 1 && only) return only;
    return rules.length === 0
      ? 'none of its rules runs'
      : `its rules are ${ids.join(', ')}: say by id which samples are whose`;
  }
  const found = rules.find((rule) => isOf(rule, called));
  const meant = nearest(called, ids)[0];
  return (
    found ??
    `no rule of the file is called "${called}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`
  );
};

interface Tests {
  readonly results: readonly SampleResult[];
  readonly unusable: readonly string[];
}

const testFile = async ({ path, text }: FolderFile, rules: readonly CustomRule[]): Promise<Tests> => {
  try {
    const sets = readSamples(text).map((set) => ({ set, rule: ruleOf(set, rules) }));
    const tests = sets.map(({ set, rule }) => (typeof rule === 'string' ? [] : testSet(rule, set)));
    return {
      results: (await Promise.all(tests)).flat(),
      unusable: sets.flatMap(({ rule }) => (typeof rule === 'string' ? [`${path}: ${rule}`] : [])),
    };
  } catch (error) {
    if (!(error instanceof BadSamplesError)) throw error;
    return { results: [], unusable: [`${path}: ${error.message}`] };
  }
};

/** Tests the custom rules of a folder with the sample events beside them. */
export const testCustomRules = async ({ folder, rules }: LoadedRules): Promise<TestedRules> => {
  const owners = new Map(
    folder.rules.flatMap(({ path }) => samplePathsOf(path).map((samples) => [samples, path] as const)),
  );
  const tests = await Promise.all(
    folder.samples.map(async (samples): Promise<Tests> => {
      const owner = owners.get(samples.path);
      if (owner === undefined)
        return { results: [], unusable: [`${samples.path}: there is no file of rules that it is of`] };
      return testFile(
        samples,
        rules.filter(({ file }) => file === owner),
      );
    }),
  );
  const results = tests.flatMap((test) => test.results);
  const tested = new Set(results.map(({ ruleId }) => ruleId));
  return {
    results,
    untested: rules.map(({ id }) => id).filter((id) => !tested.has(id)),
    unusable: tests.flatMap((test) => test.unusable),
  };
};
