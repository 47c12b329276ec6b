import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { mutantsOf, mutated } from './mutants-of.ts';

const rule = (condition: string, before = ''): string =>
  `import { a } from './a.ts';\n${before}export default defineRule({ title: 'Ein Schlüssel', on: { actions: ['iam:A'] }, evaluate: ({ a, b, c }) => ${condition} });\nexport const examples = () => [1 === 2];\n`;

/** What stands between the arrow and the end of the rule, in each mutant. */
const conditionsOf = (condition: string): readonly string[] => {
  const source = rule(condition);
  return mutantsOf(source).map(
    (mutant) => /c \}\) => (.*) \}\);/.exec(mutated(source, mutant))?.[1] ?? 'outside',
  );
};

describe('mutants', () => {
  it.each<[string, string, readonly string[]]>([
    ['comparisons', 'a === b', ['(a !== b)']],
    ['orders', 'a < b', ['(a <= b)', '(a >= b)']],
    ['either side of and', 'a && b', ['(a)', '(b)']],
    ['either side of or', 'a || b', ['(a)', '(b)']],
    ['what is asked', 'a ? b : c', ['!(a) ? b : c']],
    ['negations', '!a', ['(a)']],
    ['a comparison that is asked once only', 'a === b ? b : c', ['(a !== b) ? b : c']],
    ['one for all', 'a.some(b)', ['a.every(b)']],
    ['begin for end', 'a.startsWith(b)', ['a.endsWith(b)']],
    ['texts', "f('ü')", ['f("ü~")']],
    ['booleans', 'f(true)', ['f(false)']],
    ['numbers', 'f(3)', ['f(4)']],
    ['windows', '({ days: 10 })', ['({ days: 20 })']],
    ['thresholds', '({ threshold: 5 })', ['({ threshold: 6 })', '({ threshold: 4 })']],
    ['anchors', '/^a$/u.test(b)', ['/a$/u.test(b)', '/^a/u.test(b)']],
    ['no escaped dollar', '/a\\$/.test(b)', []],
    ['no method of another name', 'a.toString(b)', []],
    ['what is nested', '!a && b', ['(!a)', '(b)', '(a) && b']],
    ['no stand-ins', "a ?? 'unknown'", []],
    ['no tables of names', "['x', 'y']", []],
    [
      'no values that are said',
      "({ message: 'm', data: { a: 'x' }, resource: 'r', aspect: 'z' })",
      ["({ message: \"m~\", data: { a: 'x' }, resource: 'r', aspect: 'z' })"],
    ],
    ['no types', "a as 'x'", []],
  ])('%s', (_, condition, expected) => {
    expect(conditionsOf(condition)).toEqual(expected);
  });

  it('are of the helpers before the rule, and say their line', () => {
    const source = rule('f(a)', "const größe = 'ß';\nconst f = (a) => a > 1;\n");
    const found = mutantsOf(source).map(({ line, original, replacement }) => [line, original, replacement]);
    expect(found).toEqual([
      [2, "'ß'", '"ß~"'],
      [3, 'a > 1', '(a >= 1)'],
      [3, 'a > 1', '(a <= 1)'],
      [3, '1', '2'],
    ]);
  });
});

describe('npm run bench:mutants', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['test/bench/mutants/run.ts', ...args], { encoding: 'utf8' });

  it('runs the examples of one rule and prints the score', () => {
    const { status, stdout, stderr } = run('--rule', 'kms-key-policy-changed');
    expect([status, stderr]).toEqual([0, '']);
    const [, all, told] = /1 rule; (\d+) mutants of conditions, (\d+) told/.exec(stdout) ?? [];
    expect(Number(all)).toBeGreaterThan(5);
    expect(Number(told)).toBeGreaterThan(Number(all) * 0.7);
  });

  it('says which rule may have been meant', () => {
    const { status, stderr } = run('--rule', 'kms-key-policy-chnged');
    expect([status, stderr]).toEqual([2, expect.stringContaining('Did you mean kms-key-policy-changed')]);
  });
});
