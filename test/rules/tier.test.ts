import { expect, it } from 'vitest';
import { root } from '../../shared/events/example.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { rulesAsDeployed } from '../../shared/rules/tier.ts';
import { anyEvent, anyRule } from './any-rule.ts';

const undoneBy = [{ actions: ['iam:DeleteUser'] as const, undoes: () => [] }];
const core = anyRule({ id: 'core', on: { services: ['iam'] }, undoneBy });
const wide = anyRule({
  id: 'wide',
  on: { anyCall: { userIdentity: { type: ['Root'] } }, tier: 'wide' },
  undoneBy,
});

it.each([
  ['core', ['core']],
  ['read-only', ['core']],
  ['wide', ['core', 'wide']],
] as const)(
  'a deployment of tier %s runs the rules whose events it receives, and lets all be put right',
  (tier, ids) => {
    const index = indexRules(rulesAsDeployed(tier, [core, wide]));
    expect(index.candidates(anyEvent({ by: root() })).map(({ id }) => id)).toEqual(ids);
    expect(index.undoing(anyEvent({}, 'iam:DeleteUser')).map(({ id }) => id)).toEqual(['core', 'wide']);
  },
);
