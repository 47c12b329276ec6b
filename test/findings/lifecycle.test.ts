import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, FindingKind, Occurrence, Undoing } from '../../shared/findings/finding.ts';
import { applyOccurrence, applyUndoing, openFinding } from '../../shared/findings/lifecycle.ts';
import { type Severity, severities } from '../../shared/rules/severity.ts';
import { at, occurrence, undoing } from './occurrences.ts';

const now = at('23:00');

type Step = Occurrence | Undoing;

const seen = (time: string, severity: Severity = 'high', kind: FindingKind = 'condition'): Occurrence =>
  occurrence(`seen ${time}`, at(time), { severity, kind });
const incident = (time: string, severity: Severity = 'high') => seen(time, severity, 'incident');
const undone = (time: string): Undoing => undoing(`undone ${time}`, at(time));

const isOccurrence = (step: Step): step is Occurrence => 'ruleId' in step;

/** The finding after all steps, and what was told on the way. */
const outcomeOf = (steps: readonly Step[]): { finding: Finding; told: readonly string[] } => {
  const told: string[] = [];
  let finding: Finding | undefined;
  for (const step of steps) {
    if (!finding && !isOccurrence(step)) throw new Error('the first step must be an occurrence');
    const change = isOccurrence(step)
      ? applyOccurrence(finding, step, now)
      : applyUndoing(finding as Finding, step, now);
    finding = change.finding;
    told.push(change.transition ? `${change.transition.type} ${change.transition.severity}` : '-');
  }
  return { finding: finding as Finding, told };
};

const repeat = (count: number): readonly Occurrence[] =>
  Array.from({ length: count }, (_, index) => incident(`10:00:${10 + index}`));

describe('what is told', () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    ['a condition opens', [seen('10:00')], ['opened high']],
    ['a condition seen again', [seen('10:00'), seen('10:01'), seen('15:00')], ['opened high', '-', '-']],
    [
      'it worsens',
      [seen('10:00', 'medium'), seen('10:01', 'critical')],
      ['opened medium', 'worsened critical'],
    ],
    ['it gets milder', [seen('10:00', 'critical'), seen('10:01', 'medium')], ['opened critical', '-']],
    [
      'it worsens by a late arrival',
      [seen('10:00', 'low'), seen('09:00', 'high')],
      ['opened low', 'worsened high'],
    ],
    ['it is put right', [seen('10:00'), undone('11:00')], ['opened high', 'resolved high']],
    [
      'it is put right twice',
      [seen('10:00'), undone('11:00'), undone('12:00')],
      ['opened high', 'resolved high', '-'],
    ],
    [
      'it comes back',
      [seen('10:00'), undone('11:00'), seen('12:00', 'low')],
      ['opened high', 'resolved high', 'reopened low'],
    ],
    ['an older undoing arrives', [seen('10:00'), undone('09:00')], ['opened high', '-']],
    [
      'an older occurrence arrives after',
      [seen('10:00'), undone('11:00'), seen('09:00')],
      ['opened high', 'resolved high', '-'],
    ],
    [
      'an occurrence between arrives after: it came back and was put right',
      [seen('10:00'), undone('11:00'), seen('10:30')],
      ['opened high', 'resolved high', 'resolved high'],
    ],
    ['undone in the same second: stays open', [seen('10:00'), undone('10:00')], ['opened high', '-']],
    [
      'an incident: at counts 2, 5 and 10',
      repeat(10),
      ['opened high', 'recurred high', '-', '-', 'recurred high', '-', '-', '-', '-', 'recurred high'],
    ],
    [
      'an incident: after an hour of quiet',
      [...repeat(3), incident('10:59'), incident('11:30'), incident('11:40')],
      ['opened high', 'recurred high', '-', '-', 'recurred high', '-'],
    ],
    [
      'an incident: late arrivals do not make it look quiet',
      [incident('12:00'), incident('10:00'), incident('10:10'), incident('10:20')],
      ['opened high', 'recurred high', '-', '-'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(outcomeOf(steps).told).toEqual(expected);
  });

  it('raises the version with each transition and with nothing else', () => {
    const { finding, told } = outcomeOf([...repeat(6)]);
    expect(finding).toMatchObject({ count: 6, version: told.filter((one) => one !== '-').length });
  });

  it.each<[Severity, number]>([
    ['info', 1],
    ['low', 1],
    ['medium', 0],
    ['critical', 0],
  ])('an opened finding of severity %s counts as told up to version %i', (severity, alertedVersion) => {
    expect(outcomeOf([seen('10:00', severity)]).finding).toMatchObject({ version: 1, alertedVersion });
  });

  it('goes by the policy', () => {
    const { finding } = openFinding(seen('10:00', 'high'), undefined, now, {
      liveFrom: 'critical',
      digestFrom: 'low',
    });
    expect(finding.alertedVersion).toBe(1);
  });

  it('keeps untold news pending when what follows is not told live', () => {
    const { finding } = outcomeOf([seen('10:00', 'medium'), undone('11:00'), seen('12:00', 'low')]);
    expect(finding).toMatchObject({ severity: 'low', version: 3, alertedVersion: 0 });
  });
});

describe('a finding that was put right before it was known', () => {
  const { event, actor } = undone('11:00');

  it('is resolved from the start, and told once as such', () => {
    const { finding, transition } = openFinding(seen('10:00'), { event, actor }, now);
    expect(finding).toMatchObject({ status: 'resolved', severity: 'high', version: 1, alertedVersion: 0 });
    expect(transition).toMatchObject({ type: 'resolved', version: 1 });
  });

  it('is open when it was seen in the second of the undoing', () => {
    const { finding, transition } = openFinding(seen('11:00'), { event, actor }, now);
    expect([finding.status, transition?.type]).toEqual(['open', 'opened']);
  });

  it('reopens when it comes back', () => {
    const { finding } = openFinding(seen('10:00'), { event, actor }, now);
    expect(applyOccurrence(finding, seen('12:00'), now).transition?.type).toBe('reopened');
  });
});

describe('severity', () => {
  it.each<[string, readonly Step[], Severity]>([
    [
      'open: the worst since it was put right',
      [seen('10:00', 'critical'), undone('11:00'), seen('12:00', 'low')],
      'low',
    ],
    [
      'open: what was in the second of the undoing counts',
      [seen('11:00', 'critical'), undone('11:00')],
      'critical',
    ],
    [
      'open: an undoing that arrives late takes off what was before it',
      [seen('10:00', 'critical'), seen('12:00', 'low'), undone('11:00')],
      'low',
    ],
    [
      'resolved: the worst it ever was',
      [seen('10:00', 'critical'), seen('10:30', 'low'), undone('11:00')],
      'critical',
    ],
  ])('%s', (_, steps, severity) => {
    expect(outcomeOf(steps).finding.severity).toBe(severity);
  });
});

describe('order of arrival', () => {
  const permutations = <T>(items: readonly T[]): readonly (readonly T[])[] =>
    items.length < 2
      ? [items]
      : items.flatMap((item, index) =>
          permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
        );

  it('decides nothing but what was told: every order of up to 5 events', () => {
    const happening = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 3 }), fc.constantFrom(...severities));
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 1, maxLength: 4 }),
        happening,
        (others, [, minute, severity]) => {
          const first = occurrence('first', at(`10:0${minute}`), { severity });
          const steps = others.map(
            ([isSeen, when, worst], id): Step =>
              isSeen
                ? occurrence(`e${id}`, at(`10:0${when}`), { severity: worst, data: { id } })
                : undoing(`e${id}`, at(`10:0${when}`)),
          );
          const finals = permutations([first, ...steps])
            .filter(([start]) => start && isOccurrence(start))
            .map((order) => ({
              ...outcomeOf(order).finding,
              version: 0,
              alertedVersion: 0,
              news: undefined,
            }));
          for (const final of finals) expect(final).toEqual(finals[0]);
        },
      ),
      { numRuns: 50 },
    );
  });
});
