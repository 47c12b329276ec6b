import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContextValue } from '../../shared/policy/context.ts';
import type { Verdict } from '../../shared/policy/decision.ts';
import { evaluate } from '../../shared/policy/evaluate.ts';
import type { Policy, Statement } from '../../shared/policy/policy.ts';
import { simulate } from '../../shared/policy/simulate/simulate.ts';
import {
  type Asking,
  asking,
  federated,
  keys,
  policy,
  policySetOf,
  requestOf,
  statement,
  values,
  type World,
  world,
} from './arbitrary-policies.ts';

const runs = { numRuns: 1500 };

const verdictOf = (given: World, asked: Asking, states = asked.keyStates): Verdict =>
  evaluate(requestOf(asked, states), policySetOf(given)).verdict;

/** How much access a verdict is. */
const access: Readonly<Record<Verdict, number>> = {
  Allowed: 2,
  DependsOnContext: 1,
  ImplicitlyDenied: 0,
  ExplicitlyDenied: 0,
};

const withStatement = (given: Policy, added: Statement): Policy => ({
  ...given,
  statements: [...given.statements, added],
});

/** A statement added to every policy that is there. */
const addedEverywhere = (given: World, added: Statement): World => {
  const all = (list: readonly Policy[]) => list.map((each) => withStatement(each, added));
  return {
    identity: all(given.identity),
    resource: given.resource && withStatement(given.resource, added),
    boundary: all(given.boundary),
    session: all(given.session),
    endpoint: all(given.endpoint),
    scps: given.scps.map(all),
    rcps: given.rcps.map(all),
  };
};

const reversed = (given: Policy): Policy => ({ ...given, statements: given.statements.toReversed() });
const allReversed = (list: readonly Policy[]) => list.toReversed().map(reversed);

/** Each combination of values, and absence, for the keys that are unknown. */
const completions = (states: Readonly<Record<string, ContextValue>>) =>
  keys
    .filter((key) => states[key] === 'unknown')
    .reduce<readonly Readonly<Record<string, ContextValue>>[]>(
      (found, key) =>
        found.flatMap((each) =>
          ['absent', ...values, [...values], []].map((value) => ({ ...each, [key]: value })),
        ),
      [states],
    );

describe('evaluate', () => {
  it('gives no access by a Deny that is added anywhere', () => {
    fc.assert(
      fc.property(world, asking, statement('Deny'), (given, asked, added) => {
        const after = verdictOf(addedEverywhere(given, added), asked);
        expect(access[after]).toBeLessThanOrEqual(access[verdictOf(given, asked)]);
      }),
      runs,
    );
  });

  it('gives no access by a limit: a boundary, a session or endpoint policy, a level of the organization', () => {
    const limits = fc.constantFrom('boundary', 'session', 'endpoint', 'scps', 'rcps');
    fc.assert(
      fc.property(world, asking, policy, limits, (given, asked, added, limit) => {
        // A federated user has what its session policy allows: for it that is no limit.
        fc.pre(!(limit === 'session' && asked.principal === federated));
        const none = { ...given, [limit]: [] };
        const limited = { ...given, [limit]: limit === 'scps' || limit === 'rcps' ? [[added]] : [added] };
        expect(access[verdictOf(limited, asked)]).toBeLessThanOrEqual(access[verdictOf(none, asked)]);
      }),
      runs,
    );
  });

  it('takes no access away by an Allow that is added anywhere', () => {
    fc.assert(
      fc.property(world, asking, statement('Allow'), (given, asked, added) => {
        const after = verdictOf(addedEverywhere(given, added), asked);
        expect(access[after]).toBeGreaterThanOrEqual(access[verdictOf(given, asked)]);
      }),
      runs,
    );
  });

  it.each(['boundary', 'session', 'endpoint'] as const)(
    'gives no access by a %s policy where there was none',
    (layer) => {
      fc.assert(
        fc.property(world, asking, policy, (given, asked, added) => {
          // A session of GetFederationToken has nothing without one.
          fc.pre(layer !== 'session' || asked.principal !== federated);
          const without = { ...given, [layer]: [] };
          const after = verdictOf({ ...given, [layer]: [added] }, asked);
          expect(access[after]).toBeLessThanOrEqual(access[verdictOf(without, asked)]);
        }),
        runs,
      );
    },
  );

  it.each(['scps', 'rcps'] as const)('gives no access by a further level of %s', (layer) => {
    fc.assert(
      fc.property(world, asking, fc.array(policy, { maxLength: 2 }), (given, asked, level) => {
        const after = verdictOf({ ...given, [layer]: [...given[layer], level] }, asked);
        expect(access[after]).toBeLessThanOrEqual(access[verdictOf(given, asked)]);
      }),
      runs,
    );
  });

  it('does not look at the order of statements, policies and levels', () => {
    fc.assert(
      fc.property(world, asking, (given, asked) => {
        const turned: World = {
          identity: allReversed(given.identity),
          resource: given.resource && reversed(given.resource),
          boundary: allReversed(given.boundary),
          session: allReversed(given.session),
          endpoint: allReversed(given.endpoint),
          scps: given.scps.toReversed().map(allReversed),
          rcps: given.rcps.toReversed().map(allReversed),
        };
        expect(verdictOf(turned, asked)).toBe(verdictOf(given, asked));
      }),
      runs,
    );
  });

  it('says nothing of unknown keys that a value of them would belie', () => {
    fc.assert(
      fc.property(world, asking, (given, asked) => {
        const verdict = verdictOf(given, asked);
        fc.pre(verdict !== 'DependsOnContext');
        for (const states of completions(asked.keyStates)) {
          const settled = verdictOf(given, asked, states);
          expect(access[settled]).toBe(access[verdict]);
          if (verdict === 'ExplicitlyDenied') expect(settled).toBe(verdict);
        }
      }),
      runs,
    );
  });

  it('is decided when every key is known', () => {
    fc.assert(
      fc.property(world, asking, (given, asked) => {
        const [states] = completions(asked.keyStates);
        expect(verdictOf(given, asked, states)).not.toBe('DependsOnContext');
      }),
      runs,
    );
  });

  it('meets all verdicts in these properties', () => {
    const sample = fc.sample(fc.tuple(world, asking), { numRuns: 2000, seed: 1 });
    const verdicts = new Set(sample.map(([given, asked]) => verdictOf(given, asked)));
    expect([...verdicts].sort()).toEqual(Object.keys(access).sort());
  });

  it('answers whatever JSON it is given', () => {
    const request = { principal: '123837392027', action: 's3:GetObject', resource: '*' };
    const anyJson = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(anyJson, anyJson, anyJson, (whole, part, context) => {
        const inputs = [
          whole,
          { request: part, policies: part },
          { request, policies: { identity: [part], resource: part, scps: [[part]] } },
          { request: { ...request, context }, policies: { identity: [{ Statement: part }] } },
          {
            request,
            policies: { identity: [{ Statement: { Effect: 'Allow', Action: part, Condition: part } }] },
          },
        ];
        for (const input of inputs) expect(['decided', 'bad-input']).toContain(simulate(input).status);
      }),
      runs,
    );
  });
});
