import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventOfExample, factsOfExample } from '../../../functions/cli/rules/example-facts.ts';
import { loadRule, projectFolder, type RuleFile } from '../../../functions/cli/rules/rule-files.ts';
import { runExamples } from '../../../functions/cli/rules/run-examples.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { indexRules } from '../../../shared/rules/rule-index.ts';
import { runRules } from '../../../shared/rules/run-rules.ts';
import { undoingRecords } from '../../rules/undoing-records.ts';
import { loadFrom } from './load-mutant.ts';
import { type Mutant, mutantsOf, mutated } from './mutants-of.ts';

/** The mutants of a rule by what became of them. */
export interface RuleMutants {
  readonly file: RuleFile;
  readonly all: number;
  /** Mutants that fire like the rule and only say something else: no conditions. Other tests look at resources and values. */
  readonly details: number;
  /** No example tells them from the rule. */
  readonly survivors: readonly Mutant[];
}

/** All that a rule says of its examples, resources and values included. */
const saidBy = async ({ rule, examples }: DescribedRule): Promise<string> => {
  const index = indexRules([rule]);
  const said = examples.map(async (example) => {
    const { matches } = runRules(index, eventOfExample(example.record), await factsOfExample(index, example));
    return matches.map(({ match }) => match);
  });
  return JSON.stringify(await Promise.all(said));
};

/** Findings of a rule that its undoing calls do not end, as the tests of the catalogue look for them. */
const unendedBy = async ({ rule, examples }: DescribedRule): Promise<string> => {
  const index = indexRules([rule]);
  const actions = (rule.undoneBy ?? []).flatMap((undo) => undo.actions);
  const unended = examples.map(async ({ name, record, ...example }) => {
    const { matches } = runRules(
      index,
      eventOfExample(record),
      await factsOfExample(index, { name, record, ...example }),
    );
    const ended = actions
      .flatMap((action) => undoingRecords(record, action))
      .flatMap((undoing) => runRules(index, eventOfExample(undoing)).resolutions)
      .map(({ resource, aspect }) => JSON.stringify([resource, aspect]));
    return matches
      .filter(({ kind }) => kind === 'condition')
      .map(({ match }) => JSON.stringify([match.resource, match.aspect]))
      .filter((key) => !ended.includes(key));
  });
  return JSON.stringify(await Promise.all(unended));
};

type Fate = 'told' | 'detail' | 'survived';

/** Runs the rule's own examples, and the calls that undo what they did, on each of its mutants. One that cannot be loaded, or that throws, is told. */
export const runMutants = async (file: RuleFile): Promise<RuleMutants> => {
  const path = join(projectFolder, file.path);
  const source = readFileSync(path, 'utf8');
  const described = await loadRule(file);
  const said = await saidBy(described);
  const unended = await unendedBy(described);
  const fateOf = async (mutant: Mutant, index: number): Promise<Fate> => {
    try {
      const rule = await loadFrom(path, `mutant=${index}`, mutated(source, mutant));
      const changed = { ...described, rule };
      if ((await runExamples(changed)).some(({ faults }) => faults.length > 0)) return 'told';
      if ((await unendedBy(changed)) !== unended) return 'told';
      return (await saidBy(changed)) === said ? 'survived' : 'detail';
    } catch (error) {
      // Such a change would be a fault of the mutator.
      if (error instanceof SyntaxError) throw error;
      return 'told';
    }
  };
  const mutants = mutantsOf(source);
  const fates: Fate[] = [];
  for (const [index, mutant] of mutants.entries()) fates.push(await fateOf(mutant, index));
  return {
    file,
    all: mutants.length,
    details: fates.filter((fate) => fate === 'detail').length,
    survivors: mutants.filter((_, index) => fates[index] === 'survived'),
  };
};
