import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectionRules } from '../../infra/aws/patterns/selection.ts';
import { ruleFrom } from '../../shared/custom-rules/custom-rules.ts';
import { compileExpression, type Expression } from '../../shared/custom-rules/expression.ts';
import { compileWildcards } from '../../shared/custom-rules/wildcard.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { runRules } from '../../shared/rules/run-rules.ts';
import { tierIncludes, tierNeeded } from '../../shared/rules/tier.ts';
import { tiers } from '../../shared/rules/trigger.ts';
import { parseCondition } from '../../shared/sigma/condition.ts';
import { parseWildcards } from '../../shared/sigma/parse-wildcards.ts';
import { re2 } from '../../shared/sigma/re2.ts';
import { takenBy } from '../infra/aws/deliver.ts';
import { readTexts, sigmaText } from './sigma-text.ts';

const textOf = (letters: string, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { maxLength }).map((parts) => parts.join(''));

describe('the reader', () => {
  const words = [
    ...[
      'title',
      'detection',
      'condition',
      'selection',
      'correlation',
      'rules',
      'timespan',
      'level',
      'logsource',
    ],
    ...[
      'product',
      'aws',
      'eventName|contains',
      '|all',
      '1 of them',
      'not',
      '5m',
      'gte',
      'null',
      '~',
      '&a',
      '*a',
      '<<',
    ],
    ...[
      ': ',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '---\n',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!!',
      '%',
      '\t',
      '\\',
    ],
  ];
  const yamlish = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), {
    maxLength: 40,
  });
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(
        'x',
        '',
        5,
        true,
        null,
        'a*b',
        '10.0.0.0/8',
        'selection',
        '1 of them',
        '[',
        '5m',
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 4 }),
    ),
  })).value;

  const isRead = (text: string): void => {
    const { rules, refused, notes } = readTexts(text);
    const lines = text.split('\n').length;
    const remarks = [...refused.flatMap(({ faults }) => faults), ...notes];
    // Every document is a rule, or refused with a reason and its line, or only used by a correlation, which a note says.
    expect(remarks.every(({ line, message }) => line >= 1 && line <= lines + 1 && message !== '')).toBe(true);
    expect(refused.every(({ faults }) => faults.length > 0)).toBe(true);
    expect(rules.length + refused.length + notes.length).toBeGreaterThan(0);
    for (const rule of rules) ruleFrom(rule, re2);
  };

  it('throws nothing, whatever the text', () => {
    fc.assert(
      fc.property(yamlish, (parts) => isRead(parts.join(''))),
      { numRuns: 400 },
    );
  });

  it('throws nothing, whatever stands where in a rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), value, (key, stands) => {
        isRead(sigmaText(JSON.stringify({ selection: { [key]: stands }, condition: 'selection' })));
        isRead(sigmaText(JSON.stringify({ selection: stands, condition: stands })));
        isRead(
          `title: x\ncorrelation: ${JSON.stringify({ [key]: stands, type: 'event_count', rules: ['x'] })}`,
        );
        isRead(JSON.stringify({ title: 'x', [key]: stands }));
      }),
      { numRuns: 400 },
    );
  });
});

describe('wildcards', () => {
  /** Sigma's pattern as a regular expression, character by character. */
  const reference = (value: string): RegExp => {
    const parts = [...value.matchAll(/\\([*?\\])|([\s\S])/gu)].map(([, escaped, plain]) => {
      if (escaped === undefined && plain === '*') return '[\\s\\S]*';
      if (escaped === undefined && plain === '?') return '[\\s\\S]';
      return (escaped ?? plain ?? '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    });
    return new RegExp(`^${parts.join('')}$`, 'u');
  };

  it('fit what the same pattern as a regular expression fits', () => {
    fc.assert(
      fc.property(textOf('ab*?\\😀', 10), textOf('ab*\\😀', 12), (value, text) => {
        expect(compileWildcards(parseWildcards(value), true)(text)).toBe(reference(value).test(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('fit what they were made from, with stars and question marks put in', () => {
    fc.assert(
      fc.property(textOf('ab😀', 12), fc.array(fc.nat(20)), (text, cuts) => {
        const characters = [...text];
        for (const [i, at] of cuts.entries())
          if (at < characters.length) characters[at] = i % 2 === 0 ? '*' : '?';
        expect(compileWildcards(parseWildcards(characters.join('')), false)(text.toUpperCase())).toBe(true);
      }),
    );
  });
});

describe('conditions', () => {
  type Tree = string | readonly ['not', Tree] | readonly ['and' | 'or', Tree, Tree];
  const names = ['a', 'b', 'c'] as const;
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<Tree>(...names),
      fc.tuple(fc.constant('not' as const), tie('tree')),
      fc.tuple(fc.constantFrom('and' as const, 'or' as const), tie('tree'), tie('tree')),
    ),
  }));
  const binding = { or: 1, and: 2, not: 3 } as const;

  /** Writes parentheses only where they are needed, so that precedence is tested. */
  const written = (node: Tree, around = 0): string => {
    if (typeof node === 'string') return node;
    const own = binding[node[0]];
    const text =
      node[0] === 'not'
        ? `not ${written(node[1], own)}`
        : `${written(node[1], own)} ${node[0].toUpperCase()} ${written(node[2], own)}`;
    return own < around ? `(${text})` : text;
  };
  const holds = (node: Tree, facts: Readonly<Record<string, boolean>>): boolean => {
    if (typeof node === 'string') return facts[node] ?? false;
    if (node[0] === 'not') return !holds(node[1], facts);
    const [left, right] = [holds(node[1], facts), holds(node[2], facts)];
    return node[0] === 'and' ? left && right : left || right;
  };
  const searches = new Map(
    names.map((name): [string, Expression] => [
      name,
      { kind: 'field', field: name, tests: [{ is: 'exists', wanted: true }] },
    ]),
  );

  it('hold when their logic does', () => {
    fc.assert(
      fc.property(tree, fc.subarray([...names]), (node, there) => {
        const record = Object.fromEntries(there.map((name) => [name, 1]));
        const facts = Object.fromEntries(there.map((name) => [name, true]));
        const { expression } = parseCondition(written(node), searches);
        expect(compileExpression(expression, re2)(record)).toBe(holds(node, facts));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a trigger', () => {
  const sources = ['iam.amazonaws.com', 'STS.amazonaws.com', 's3.amazonaws.com', 'odd.example'];
  const eventNames = ['CreateUser', 'getuser', 'AssumeRole', 'GetSessionToken', 'DeleteBucket'];
  const types = ['Root', 'assumedrole', 'AWSService', 'IAMUser', 'Martian'];
  const one = (field: string, values: readonly string[]) =>
    fc
      .tuple(
        fc.constantFrom('', '', '|contains', '|neq', '|startswith'),
        fc.subarray([...values], { minLength: 1 }),
      )
      .map(([modifier, some]) => ({ [field + modifier]: some }));
  const search = fc
    .tuple(
      one('eventSource', sources),
      one('eventName', eventNames),
      one('userIdentity.type', types),
      one('eventType', ['AwsApiCall', 'AwsServiceEvent']),
      fc.subarray([0, 1, 2, 3], { minLength: 1 }),
    )
    .map(([a, b, c, d, chosen]) => Object.assign({}, ...chosen.map((i) => [a, b, c, d][i])) as object);
  const condition = fc.constantFrom(
    'x',
    'x and y',
    'x or y',
    'x and not y',
    '1 of them',
    'not x',
    'x and (y or z)',
    'all of them',
  );
  const record = fc.record({
    eventSource: fc.constantFrom(...sources).map((source) => source.toLowerCase()),
    eventName: fc.constantFrom(
      'CreateUser',
      'GetUser',
      'AssumeRole',
      'GetSessionToken',
      'DeleteBucket',
      'Other',
    ),
    eventType: fc.constantFrom('AwsApiCall', 'AwsServiceEvent'),
    readOnly: fc.boolean(),
    userIdentity: fc.record({ type: fc.constantFrom('Root', 'AssumedRole', 'AWSService', 'IAMUser') }),
  });

  it('leaves out nothing that its rule matches: not in the index, and not in the event patterns', () => {
    fc.assert(
      fc.property(fc.tuple(search, search, search), condition, record, ([x, y, z], text, values) => {
        const { rules } = readTexts(sigmaText(JSON.stringify({ x, y, z, condition: text })));
        const rule = ruleFrom(rules[0] ?? expect.fail('the rule was refused'), re2);
        const whole = { ...rule, on: { anyCall: { eventName: [{ exists: true }] } } };
        const event = parseRecord(values, { receivedAt: '2026-03-04T05:06:07Z' });
        const matches = runRules(indexRules([whole]), event).matches.length;
        const index = indexRules([rule]);
        expect(runRules(index, event).matches.length).toBe(matches);
        if (matches === 0) return;
        expect(index.concerns(values as JsonObject)).toBe(true);
        const selection = selectionRules({
          rules: [rule],
          tier: 'wide',
          ownRoleArns: ['arn:aws:iam::1:role/own'],
        });
        expect(takenBy(selection, values as JsonObject)).not.toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('needs no more than the tier that it names, for what is not held back', () => {
    fc.assert(
      fc.property(fc.tuple(search, search, search), condition, ([x, y, z], text) => {
        const { rules } = readTexts(sigmaText(JSON.stringify({ x, y, z, condition: text })));
        const rule = ruleFrom(rules[0] ?? expect.fail('the rule was refused'), re2);
        for (const tier of tiers) {
          const selection = selectionRules({ rules: [rule], tier, ownRoleArns: ['arn:aws:iam::1:role/own'] });
          expect(selection.length > 0).toBe(tierIncludes(tier, tierNeeded(rule)));
        }
      }),
    );
  });
});
