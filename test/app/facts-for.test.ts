import { describe, expect, it } from 'vitest';
import type { KnownAnswer, Lookup, LookupAnswer } from '../../shared/account/lookup.ts';
import { memoryEventHistory } from '../../shared/adapters/memory/event-history.ts';
import { type FactPorts, factsFor } from '../../shared/app/facts-for.ts';
import type { HistoryNeed } from '../../shared/history/window.ts';
import type { Rule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { anyEvent, anyRule } from '../rules/any-rule.ts';

const readAt = '2026-03-04T05:06:07.000Z';
const lookups: readonly Lookup[] = [{ kind: 'role', id: 'deploy' }];
const need = (key: string): HistoryNeed => ({ kind: 'count', key, withinMinutes: 15, threshold: 1 });

const start = (answer: LookupAnswer = { status: 'found', kind: 'role', value: 'a role', readAt }) => {
  const asked: string[] = [];
  const history = memoryEventHistory();
  const ports: FactPorts = {
    settings: { regionsInUse: [] },
    account: {
      read: async (_, { kind, id }) => {
        asked.push(`${kind} ${id}`);
        return answer;
      },
    },
    history: {
      note: (request) => {
        asked.push(`history ${request.need.kind === 'sequence' ? '' : request.need.key}`);
        return history.note(request);
      },
    },
  };
  const facts = (...rules: readonly Partial<Rule>[]) =>
    factsFor(
      indexRules(rules.map((rule, index) => anyRule({ id: `rule-${index}`, ...rule }))),
      anyEvent(),
      ports,
    );
  return { asked, facts };
};

describe('facts for an event', () => {
  it('are asked for once, whichever rules need them', async () => {
    const { asked, facts } = start();
    const source = await facts({ lookups: () => lookups }, { lookups: () => [...lookups, ...lookups] });
    expect(asked).toEqual(['role deploy']);
    expect(source.lookup(lookups[0] as Lookup)).toMatchObject({ status: 'found', value: 'a role' });
  });

  it('are asked of history after the look-ups that decide what to ask', async () => {
    const { asked, facts } = start();
    const history = (_: unknown, _settings: unknown, [answer]: readonly KnownAnswer[]) => [
      need(answer?.status ?? 'unknown'),
    ];
    const source = await facts({ lookups: () => lookups, history });
    expect(asked).toEqual(['role deploy', 'history found']);
    expect(source.history('rule-0', need('found'))).toMatchObject({ status: 'met', count: 1 });
  });

  it('that could not be read are none when history is asked', async () => {
    const { asked, facts } = start({ status: 'unavailable', cause: 'throttled' });
    await facts({ lookups: () => lookups, history: (_, _settings, known) => [need(String(known.length))] });
    expect(asked).toEqual(['role deploy', 'history 0']);
  });

  it.each<[string, Partial<Rule>]>([
    ['of a rule that is off', { needs: ['allowedCountries'], lookups: () => lookups }],
    ['of a rule that does not look at such an outcome', { outcome: 'not-succeeded', lookups: () => lookups }],
    [
      'of a rule that throws while it declares them',
      {
        lookups: () => {
          throw new Error('broken');
        },
      },
    ],
  ])('%s are not asked for', async (_, rule) => {
    const { asked, facts } = start();
    await facts(rule);
    expect(asked).toEqual([]);
  });

  it('that nobody asked for are unavailable', async () => {
    const { facts } = start();
    const source = await facts({ history: () => [need('a')] });
    expect([source.lookup(lookups[0] as Lookup).status, source.history('rule-0', need('b')).status]).toEqual([
      'unavailable',
      'unavailable',
    ]);
  });
});
