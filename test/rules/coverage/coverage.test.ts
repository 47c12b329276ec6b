import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRules, projectFolder } from '../../../functions/cli/rules/rule-files.ts';
import { countByService } from '../../../shared/rules/coverage/count.ts';
import { coverageOf, type Explanations } from '../../../shared/rules/coverage/coverage.ts';
import { coveragePage } from '../../../shared/rules/coverage/coverage-page.ts';
import { type KnownAction, knownActions } from '../../../shared/rules/coverage/known-actions.ts';
import { notBuilt } from '../../../shared/rules/coverage/not-built.ts';
import { planned, reasons } from '../../../shared/rules/coverage/reasons.ts';
import type { Rule, RuleKind } from '../../../shared/rules/define-rule.ts';
import type { Trigger } from '../../../shared/rules/trigger.ts';
import { anyRule } from '../any-rule.ts';
import { actionsFile, knownNamesFile } from './actions-file.ts';

const read = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');
const described = await loadRules();

describe('the proof', () => {
  const coverage = coverageOf(described.map(({ rule }) => rule));

  it('explains every action, with no reason out of date', () => {
    expect(coverage.faults).toEqual([]);
  });

  it('is shown by a current page (npm run rules:docs)', () => {
    expect(read('docs/coverage.md')).toBe(coveragePage(coverage));
  });

  it('is of the actions that AWS publishes (npm run coverage:actions)', () => {
    expect(read('shared/rules/coverage/actions.json')).toBe(actionsFile());
    expect(read('shared/rules/coverage/known-names.ts')).toBe(knownNamesFile());
  });

  it('is of every service and access level', () => {
    const { length } = knownActions;
    expect(length).toBeGreaterThan(1600);
    expect([...new Set(knownActions.map(({ level }) => level))].sort()).toEqual([
      'Event',
      'List',
      'Permissions',
      'Read',
      'Tagging',
      'Write',
    ]);
  });

  it('has no reason twice, and one sentence at least in each', () => {
    const all = [...planned, ...reasons];
    expect(all.map(({ id }) => id)).toEqual([...new Set(all.map(({ id }) => id))]);
    expect(all.filter(({ because }) => !/^[A-Z].{30,}\.$/.test(because)).map(({ id }) => id)).toEqual([]);
  });
});

describe('a detection that is not built', () => {
  const ids = new Set(described.map(({ rule }) => rule.id));

  it('has no rule, and rules to look at instead', () => {
    expect(notBuilt.filter(({ id }) => ids.has(id)).map(({ id }) => id)).toEqual([]);
    expect(notBuilt.flatMap(({ instead }) => instead).filter((id) => !ids.has(id))).toEqual([]);
    expect(notBuilt.filter(({ instead }) => instead.length === 0).map(({ id }) => id)).toEqual([]);
    expect(notBuilt.map(({ id }) => id)).toEqual(notBuilt.map(({ id }) => id).toSorted());
  });
});

const known: readonly KnownAction[] = [
  { service: 'iam', action: 'iam:CreateUser', level: 'Write' },
  { service: 'iam', action: 'iam:CreateRole', level: 'Write' },
  { service: 'iam', action: 'iam:ListRoles', level: 'List' },
];

const rule = (id: string, on: Trigger, kind: RuleKind = 'incident', over: Partial<Rule> = {}): Rule =>
  anyRule({ id, on, kind, ...over });

const reason = (...actions: string[]): Explanations => ({
  planned: [],
  reasons: [{ id: 'because', because: 'It is so.', actions }],
});

describe('coverageOf', () => {
  const named = rule('named', { actions: ['iam:CreateUser'] });

  it.each<[string, readonly Rule[], Explanations, string]>([
    ['a rule that names them', [named], reason('iam:CreateRole', 'iam:List*'), 'rule reason reason'],
    [
      'a rule that names them in other case',
      [rule('other', { actions: ['iam:CREATEUSER'] })],
      reason('iam:CreateRole', 'iam:List*'),
      'rule reason reason',
    ],
    [
      'a condition that they end',
      [
        rule('ended', { anyCall: {} }, 'condition', {
          undoneBy: [{ actions: ['iam:CreateUser'], undoes: () => [] }],
        }),
      ],
      reason('iam:CreateRole', 'iam:List*'),
      'rule reason reason',
    ],
    [
      'a rule on services that names them in its filter',
      [rule('filtered', { services: ['iam'], where: { eventName: [{ prefix: 'Create' }] } })],
      reason('iam:List*'),
      'rule rule reason',
    ],
    [
      'an inventory rule',
      [rule('stock', { actions: ['iam:CreateUser'] }, 'inventory')],
      reason('iam:CreateRole', 'iam:List*'),
      'inventory reason reason',
    ],
    [
      'plans',
      [],
      {
        planned: [{ id: 'plan', because: 'Later.', waitsFor: 'policy engine', actions: ['iam:CreateUser'] }],
        reasons: reason('*:*').reasons,
      },
      'planned reason reason',
    ],
  ])('tells actions with %s', (_, rules, explanations, statuses) => {
    const coverage = coverageOf(rules, explanations, known);
    expect(coverage.actions.map(({ status }) => status).join(' ')).toBe(statuses);
    expect(coverage.faults.filter((fault) => !fault.startsWith('Rule '))).toEqual([]);
  });

  it.each<[string, readonly Rule[], Explanations, string]>([
    [
      'an action with neither',
      [named],
      reason('iam:List*'),
      'iam:CreateRole (Write) has neither a rule nor a reason. Write one of them.',
    ],
    [
      'a rule that looks at the caller only',
      [
        rule('caller', { anyCall: { userIdentity: { type: ['Root'] } } }),
        rule('service', { services: ['iam'] }),
      ],
      reason('iam:CreateUser', 'iam:List*'),
      'iam:CreateRole (Write) has neither a rule nor a reason. Write one of them.',
    ],
    [
      'a reason for an action that has a rule',
      [named],
      reason('iam:CreateUser', 'iam:CreateRole', 'iam:List*'),
      '"iam:CreateUser" of reason because is stale: watched by named. Remove it.',
    ],
    [
      'a pattern whose actions all have rules',
      [named],
      reason('iam:*User', 'iam:CreateRole', 'iam:List*'),
      '"iam:*User" of reason because is stale: watched by named. Remove it.',
    ],
    [
      'a reason for an action that does not exist',
      [named],
      reason('iam:Fly', 'iam:CreateRole', 'iam:List*'),
      '"iam:Fly" of reason because names no action that exists. Remove it.',
    ],
    [
      'a reason that another one hides',
      [named],
      reason('iam:CreateRole', 'iam:List*', 'iam:ListRoles'),
      '"iam:ListRoles" of reason because explains nothing that an earlier reason does not explain. Remove it.',
    ],
    [
      'a plan that is done',
      [named],
      {
        planned: [{ id: 'plan', because: 'Later.', waitsFor: 'its rule', actions: ['iam:CreateUser'] }],
        reasons: reason('iam:CreateRole', 'iam:List*').reasons,
      },
      'Plan plan is done: every action of it has a rule. Remove it.',
    ],
    [
      'a plan for an action that does not exist',
      [named],
      {
        planned: [
          { id: 'plan', because: 'Later.', waitsFor: 'its rule', actions: ['iam:Fly', 'iam:CreateRole'] },
        ],
        reasons: reason('iam:List*').reasons,
      },
      '"iam:Fly" of plan plan names no action that exists. Remove it.',
    ],
    [
      'a rule that names an unknown action',
      [named, rule('typo', { actions: ['iam:CreateUsr'] })],
      reason('iam:CreateRole', 'iam:List*'),
      'Rule typo names iam:CreateUsr, which is no known action. Mend the name, or add it to other-events.ts with its source.',
    ],
  ])('finds %s', (_, rules, explanations, fault) => {
    expect(coverageOf(rules, explanations, known).faults).toEqual([fault]);
  });

  it('lets a plan stand while one of its actions waits', () => {
    const explanations: Explanations = {
      planned: [
        {
          id: 'plan',
          because: 'Later.',
          waitsFor: 'its rule',
          actions: ['iam:CreateUser', 'iam:CreateRole'],
        },
      ],
      reasons: reason('iam:List*').reasons,
    };
    const { actions, faults } = coverageOf([named], explanations, known);
    expect(faults).toEqual([]);
    expect(actions.map(({ status }) => status)).toEqual(['rule', 'planned', 'reason']);
    expect(countByService(actions).at(-1)).toMatchObject({ covered: 66.6, explained: 100 });
  });

  it('limits patterns to levels', () => {
    const explanations = {
      planned: [],
      reasons: [{ id: 'reads', because: 'It is so.', actions: ['*:*'], levels: ['List'] as const }],
    };
    expect(coverageOf([named], explanations, known).actions.map(({ status }) => status)).toEqual([
      'rule',
      'gap',
      'reason',
    ]);
  });
});

it('counts by service, with the sum last', () => {
  const { actions } = coverageOf(
    [rule('named', { actions: ['iam:CreateUser'] })],
    reason('iam:List*'),
    known,
  );
  expect(countByService(actions)).toEqual([
    {
      service: 'iam',
      counts: { rule: 1, inventory: 0, planned: 0, reason: 1, gap: 1 },
      total: 3,
      covered: 66.6,
      explained: 66.6,
    },
    {
      service: 'all',
      counts: { rule: 1, inventory: 0, planned: 0, reason: 1, gap: 1 },
      total: 3,
      covered: 66.6,
      explained: 66.6,
    },
  ]);
});
