import type { FolderFile } from '../../../shared/adapters/files/read-rule-folder.ts';
import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import { ruleFrom } from '../../../shared/custom-rules/custom-rules.ts';
import { spanText } from '../../../shared/custom-rules/span-text.ts';
import { isObject, type JsonObject, textAt } from '../../../shared/events/json.ts';
import type { Example, Rule } from '../../../shared/rules/define-rule.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { re2 } from '../../../shared/sigma/re2.ts';
import { BadSamplesError, readSamples, type Sample, samplePathsOf } from '../../../shared/sigma/samples.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import { UsageError } from '../errors.ts';
import { type LoadedRules, loadCustomRules } from './load-rules.ts';
import { isOf } from './test-rules.ts';

/** The topic under which custom rules are listed. */
export const customTopic = 'custom';

const exampleOf = (rule: Rule, sample: Sample, fires: boolean): readonly Example[] => {
  const records = sample.filter((record): record is JsonObject => isObject(record));
  const [record, ...before] = records.toReversed();
  const names = records.map((one) => textAt(one, 'eventName') ?? '?').join(', ');
  const expect = fires ? Object.keys(rule.messages).slice(0, 1) : [];
  return record ? [{ name: names, expect, record, before: before.reverse() }] : [];
};

/** The samples that can be read; what is wrong with the others, `tw rules test` says. */
const samplesIn = ({ text }: FolderFile) => {
  try {
    return readSamples(text);
  } catch (error) {
    if (error instanceof BadSamplesError) return [];
    throw error;
  }
};

const examplesOf = (custom: CustomRule, rule: Rule, { folder, rules }: LoadedRules): readonly Example[] => {
  const paths = samplePathsOf(custom.file);
  const alone = rules.filter(({ file }) => file === custom.file).length === 1;
  return folder.samples
    .filter(({ path }) => paths.includes(path))
    .flatMap(samplesIn)
    .filter(({ rule: called }) => (called === undefined ? alone : isOf(custom, called)))
    .flatMap(({ shouldMatch, shouldNotMatch }) => [
      ...shouldMatch.flatMap((sample) => exampleOf(rule, sample, true)),
      ...shouldNotMatch.flatMap((sample) => exampleOf(rule, sample, false)),
    ]);
};

/** A custom rule with its samples as examples, and where it stands: `iam/backdoor.yml:1`. */
export interface DescribedCustomRule extends DescribedRule {
  readonly source: string;
  /** What a correlation counts, by what, in how long. */
  readonly counts?: string;
}

const correlationOf = ({ detects }: CustomRule): { readonly counts?: string } => {
  if (detects.kind === 'event') return {};
  const { kind, rules, atLeast, withinSeconds } = detects;
  const [{ groupBy, counted } = { groupBy: [], counted: [] }] = rules;
  const names = rules.map(({ title }) => `"${title}"`).join(', ');
  const what = {
    event_count: `at least ${atLeast} events of ${names}`,
    value_count: `at least ${atLeast} different ${counted.join(' with ')} in events of ${names}`,
    temporal: `at least ${atLeast} of ${names}`,
    temporal_ordered: `one after the other: ${names}`,
  };
  const by = groupBy.length > 0 ? `, by ${groupBy.join(' and ')}` : '';
  return { counts: `${what[kind]} within ${spanText(withinSeconds)}${by}` };
};

/** The custom rules of a folder as the catalogue's are described. */
export const describeCustomRules = (loaded: LoadedRules): readonly DescribedCustomRule[] =>
  loaded.rules.map((custom) => {
    const rule = ruleFrom(custom, re2);
    return {
      topic: customTopic,
      rule,
      examples: examplesOf(custom, rule, loaded),
      source: `${custom.file}:${custom.line}`,
      ...correlationOf(custom),
    };
  });

/**
 * The custom rule with this id.
 *
 * @throws UsageError when the folder has none, with the ids that were probably meant
 */
export const describeCustomRule = (id: string, folder: string): DescribedCustomRule => {
  const loaded = loadCustomRules(folder);
  const found = describeCustomRules(loaded).find(({ rule }) => rule.id === id);
  if (found) return found;
  const ids = loaded.rules.map((rule) => rule.id);
  const meant = nearest(id, ids).join(' or ');
  throw new UsageError(
    `${folder} has no rule "${id}".${meant === '' ? '' : ` Did you mean ${meant}?`}`,
    `tw rules test --rules ${folder} says which rules are refused, and why.`,
  );
};
