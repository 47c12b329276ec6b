import { describe, expect, it } from 'vitest';
import type { Occurrence } from '../../shared/findings/finding.ts';
import {
  assertSameFinding,
  FindingIdCollisionError,
  findingIdOfOccurrence,
} from '../../shared/findings/finding-id.ts';
import { openFinding } from '../../shared/findings/lifecycle.ts';
import { actor, at, event, occurrence } from './occurrences.ts';

const base = occurrence('e1', at('10:00'));
const incident = occurrence('e1', at('10:00'), { kind: 'incident' });
const deniedEvent = { ...event('e1', at('10:00')), outcome: 'denied' } as const;

const differing: readonly [string, Occurrence, Partial<Occurrence>, boolean][] = [
  ['rule', base, { ruleId: 'other' }, true],
  ['kind', base, { kind: 'incident' }, true],
  ['account', base, { accountId: '444455556666' }, true],
  ['resource', base, { resource: 'arn:aws:iam::111122223333:user/dave' }, true],
  ['aspect', base, { aspect: 'policy' }, true],
  ['message', base, { message: 'tried' }, true],
  ['actor of a condition', base, { actor: actor('mallory') }, false],
  ['outcome of a condition', base, { event: deniedEvent }, false],
  ['actor of an incident', incident, { actor: actor('mallory') }, true],
  ['outcome of an incident', incident, { event: deniedEvent }, true],
  ['severity and data', incident, { severity: 'low', data: {} }, false],
];

describe('finding id', () => {
  it('is F- and ten characters that can be read out', () => {
    expect(findingIdOfOccurrence(base)).toMatch(/^F-[0-9A-HJKMNP-TV-Z]{10}$/);
  });

  it('never changes: stored findings would be orphaned', () => {
    expect(findingIdOfOccurrence(base)).toBe('F-3VSAHSK3N9');
  });

  it.each(differing)('another %s', (_, one, over, isOther) => {
    const other = { ...one, ...over };
    expect(findingIdOfOccurrence(other) !== findingIdOfOccurrence(one)).toBe(isOther);
  });

  it.each(differing)('stored under the same id with another %s', (_, one, over, isOther) => {
    const { finding } = openFinding(one, undefined, at('23:00'));
    const check = () => assertSameFinding(finding, { ...one, ...over });
    if (isOther) expect(check).toThrow(FindingIdCollisionError);
    else expect(check).not.toThrow();
  });
});
