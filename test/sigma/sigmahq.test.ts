import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';
import { longestRoleArns } from '../../infra/aws/constructs/own-roles.ts';
import { selectionRules } from '../../infra/aws/patterns/selection.ts';
import { readRuleFolder } from '../../shared/adapters/files/read-rule-folder.ts';
import { ruleFrom } from '../../shared/custom-rules/custom-rules.ts';
import { rules as catalogue } from '../../shared/rules/catalogue.ts';
import { tiers } from '../../shared/rules/trigger.ts';
import { re2 } from '../../shared/sigma/re2.ts';
import { readRules } from '../../shared/sigma/read-rules.ts';

// SigmaHQ's rules for CloudTrail. Their licence keeps them out of the project; they are read where they lie, if they are there.
const folder = resolve(projectFolder, '../shared/data/sigma-aws-cloudtrail');

const page = readFileSync(join(projectFolder, 'docs/sigma.md'), 'utf8');

const isThere = existsSync(folder);

describe.runIf(isThere)("SigmaHQ's rules", () => {
  // The body runs, too, where its tests do not.
  const { rules, refused, notes } = readRules(isThere ? readRuleFolder(folder).rules : []);

  it('load, but for those that docs/sigma.md names with the reason', () => {
    process.stdout.write(`SigmaHQ: ${rules.length} rules load, ${refused.length} refused.\n`);
    for (const { path, line, message } of [...refused.flatMap(({ faults }) => faults), ...notes])
      process.stdout.write(`  ${path}:${line}: ${message}\n`);
    expect(page).toContain(`${rules.length} of ${rules.length + refused.length}`);
    expect(refused.filter(({ path }) => !page.includes(path))).toEqual([]);
    expect(rules.length).toBeGreaterThan(50);
  });

  it('become rules of the engine whose triggers fit into event patterns, in every tier', () => {
    const own = [...catalogue, ...rules.map((rule) => ruleFrom(rule, re2))];
    const ownRoleArns = longestRoleArns('Trailwarden');
    for (const tier of tiers) {
      const selection = selectionRules({ rules: own, tier, ownRoleArns });
      expect(selection.length).toBeGreaterThan(0);
      const without = selectionRules({ rules: catalogue, tier, ownRoleArns });
      process.stdout.write(
        `  tier ${tier}: ${selection.length} EventBridge rules, ${without.length} without\n`,
      );
    }
  });
});
