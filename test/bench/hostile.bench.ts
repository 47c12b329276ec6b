import { explainPolicy } from '../../shared/explanation/explain-policy.ts';
import type { ActionCatalogue } from '../../shared/policy/actions/action-catalogue.ts';
import { allActions } from '../../shared/policy/actions/all-actions.ts';
import { callerOf } from '../../shared/policy/caller.ts';
import { compilePolicy } from '../../shared/policy/compile-policy.ts';
import { contextOf } from '../../shared/policy/context.ts';
import { diffPolicies } from '../../shared/policy/diff-policies.ts';
import { analyzeDocument } from '../../shared/policy/escalation/analyze-document.ts';
import { evaluate } from '../../shared/policy/evaluate.ts';
import { lintDocument } from '../../shared/policy/lint/lint-document.ts';
import { parseDocument } from '../../shared/policy/parse-document.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { readPolicy } from '../../shared/policy/read-policy.ts';
import { hostileDocuments } from './hostile-documents.ts';

const at = '2026-11-02T00:00:00Z';
/** Milliseconds. */
const target = 100;
const account = '123837392027';

/** What is done with a document that can be read. Each ends with a verdict or with an error that names the limit. */
const analyses = (policy: Policy, catalogue: ActionCatalogue): Readonly<Record<string, () => unknown>> => {
  const other: Policy = { ...policy, statements: policy.statements.toReversed().slice(1) };
  const caller = callerOf(`arn:aws:iam::${account}:user/alice`);
  if (caller === undefined) throw new Error('no caller');
  const request = {
    caller,
    action: 'iam:PassRole',
    resource: `arn:aws:iam::${account}:role/${'a'.repeat(64)}`,
    context: contextOf({}, { others: 'unknown' }),
  };
  return {
    evaluate: () => evaluate(request, { identity: [compilePolicy(policy, 'identity')] }),
    diff: () => diffPolicies(other, policy, catalogue),
    explain: () => explainPolicy(policy, 'identity', catalogue, [], at),
    escalation: () => analyzeDocument(policy, account, at),
  };
};

/** Processor time, which is not longer where other processes are busy. Milliseconds. */
const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const milliseconds = (run: () => unknown): { readonly took: number; readonly error: string } => {
  const start = used();
  try {
    run();
    return { took: used() - start, error: '' };
  } catch (error) {
    return { took: used() - start, error: error instanceof Error ? error.name : String(error) };
  }
};

/** The quickest of three, so that compiling and collecting garbage is not measured. A slow one is not repeated. */
const measured = (run: () => unknown): ReturnType<typeof milliseconds> => {
  const first = milliseconds(run);
  if (first.took > target * 10) return first;
  return [first, milliseconds(run), milliseconds(run)].reduce((a, b) => (a.took <= b.took ? a : b));
};

interface Result {
  readonly name: string;
  readonly what: string;
  readonly took: number;
  readonly error: string;
}

const resultsOf = (name: string, text: string, catalogue: ActionCatalogue): readonly Result[] => {
  const reading = readPolicy(text);
  const runs: Record<string, () => unknown> = {
    parse: () => parseDocument(text),
    lint: () => lintDocument(text, 'identity', { catalogue, at }),
    ...(reading.status === 'read' ? analyses(reading.policy, catalogue) : {}),
  };
  return Object.entries(runs).map(([what, run]) => ({ name, what, ...measured(run) }));
};

/** Hostile documents through everything that reads policies; target: each ends within 100 ms. */
export const benchHostile = async (): Promise<void> => {
  const catalogue = await allActions();
  // Unpacked once in a process, as in every other use.
  const { size } = catalogue.everything;
  console.log(
    `policy: hostile documents, ${size.toLocaleString('en')} actions known; ms of processor time; "!" ended with PolicyLimitError`,
  );
  let worst: Result | undefined;
  for (const [name, text] of Object.entries(hostileDocuments)) {
    const results = resultsOf(name, text, catalogue);
    const cells = results.map(
      ({ what, took, error }) => `${what} ${took.toFixed(0)}${error === '' ? '' : '!'}`,
    );
    console.log(`  ${name.padEnd(38)}${cells.join('  ')}`);
    for (const result of results) {
      if (result.error !== '' && result.error !== 'PolicyLimitError')
        throw new Error(`${name}: ${result.what}: ${result.error}`);
      if (worst === undefined || result.took > worst.took) worst = result;
    }
  }
  if (worst)
    console.log(
      `  worst        ${worst.took.toFixed(0)} ms: ${worst.what} of ${worst.name}; target ${target} ms`,
    );
};
