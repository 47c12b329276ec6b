import { describe, expect, it } from 'vitest';
import { explainPolicy } from '../../shared/explanation/explain-policy.ts';
import { allActions } from '../../shared/policy/actions/all-actions.ts';
import { diffPolicies } from '../../shared/policy/diff-policies.ts';
import { analyzeDocument } from '../../shared/policy/escalation/analyze-document.ts';
import { readHolder } from '../../shared/policy/escalation/input.ts';
import { lintDocument } from '../../shared/policy/lint/lint-document.ts';
import { readPolicy } from '../../shared/policy/read-policy.ts';
import { PolicyLimitError } from '../../shared/policy/step-budget.ts';
import { hostileDocuments } from '../bench/hostile-documents.ts';

const catalogue = await allActions();
const at = '2026-11-02T00:00:00Z';

const endOf = (run: () => unknown): string => {
  try {
    run();
    return 'verdict';
  } catch (error) {
    if (error instanceof PolicyLimitError) return error.message;
    throw error;
  }
};

// How long each takes is printed by `npm run bench`.
describe.each(Object.entries(hostileDocuments))('a hostile document: %s', (_, text) => {
  const reading = readPolicy(text);

  it('is found wanting by the checks', () => {
    const found = lintDocument(text, 'identity', { catalogue, at });
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ check }) => check.id)).not.toContain(undefined);
  });

  it('ends with a verdict or an error that names the limit', () => {
    // What cannot be read goes no further.
    if (reading.status !== 'read') {
      expect(reading.cause).toMatch(/^(too-deep|too-large|truncated|no-statement)$/);
      return;
    }
    const { policy } = reading;
    const ends = [
      endOf(() => diffPolicies({ ...policy, statements: policy.statements.slice(1) }, policy, catalogue)),
      endOf(() => explainPolicy(policy, 'identity', catalogue, [], at)),
      endOf(() => analyzeDocument(policy, undefined, at)),
    ];
    for (const end of ends) expect(end).toMatch(/^verdict$|more than [\d,]+ (steps|different|characters)/);
  });
});

it.each([
  [
    '4,000 entangled patterns',
    /^The policy is too large or too entangled to be analysed: more than [\d,]+ steps\./,
  ],
  ['5,000 statements of "*"', /^Of 5000 statements only the first \d+ were judged\.$/],
])('says what was not judged of %s', (name, says) => {
  const found = lintDocument(hostileDocuments[name], 'identity', { catalogue, at });
  const limits = found.filter(({ check }) => check.id === 'analysis-limit').map((one) => one.says);
  expect(limits).toContainEqual(expect.stringMatching(says));
});

it('refuses a principal with such a policy, and says which', () => {
  const reading = readHolder({
    principal: { arn: 'arn:aws:iam::123456789012:user/kim' },
    policies: ['{"Version":"2012-10-17","Statement":[]}', hostileDocuments['4,000 statements of NotAction']],
  });
  expect(reading).toEqual({
    status: 'bad-input',
    error: expect.stringMatching(/^policies\[1\]: .*more than 400 different statements/),
  });
});
