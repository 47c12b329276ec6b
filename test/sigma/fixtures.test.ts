import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCustomRules } from '../../functions/cli/custom-rules/load-rules.ts';
import { testCustomRules } from '../../functions/cli/custom-rules/test-rules.ts';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';
import type { CustomRule } from '../../shared/custom-rules/custom-rule.ts';
import { ruleFrom } from '../../shared/custom-rules/custom-rules.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { re2 } from '../../shared/sigma/re2.ts';
import { readSamples } from '../../shared/sigma/samples.ts';

const folders = ['test/fixtures/sigma/constructs', 'test/fixtures/sigma/correlations', 'docs/examples/sigma'];

describe.each(folders)('the Sigma files of %s', (folder) => {
  const loaded = loadCustomRules(join(projectFolder, folder));

  it('load, and do with every sample event as they should', async () => {
    expect(loaded.refused).toEqual([]);
    const { results, untested, unusable } = await testCustomRules(loaded);
    expect(results.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect([...untested, ...unusable]).toEqual([]);
  });

  it('are plain data: what is written to a file and read again is the same', () => {
    expect(JSON.parse(JSON.stringify(loaded.rules))).toEqual(loaded.rules);
  });

  it('have no trigger that leaves out what they match', () => {
    const whole = indexRules(loaded.rules.map((rule: CustomRule) => ruleFrom(rule, re2)));
    const matching = loaded.folder.samples
      .flatMap(({ text }) => readSamples(text))
      .flatMap(({ shouldMatch }) => shouldMatch.flat());
    expect(matching.length).toBeGreaterThan(0);
    expect(matching.filter((record) => !whole.concerns(record as JsonObject))).toEqual([]);
  });
});
