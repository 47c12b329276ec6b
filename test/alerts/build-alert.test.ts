import { describe, expect, it } from 'vitest';
import { buildAlert } from '../../shared/alerts/build-alert.ts';
import { hostileText, unseen } from '../text/hostile.ts';
import { actorNamed, eventAt, findingLike, resolvedFinding, ruleOf, signInRule } from './example-findings.ts';

const id = (number: number) => `F-000000000${number}`;

describe('which finding leads', () => {
  it.each([
    [
      'the worst',
      [findingLike({ id: id(1), severity: 'low' }), findingLike({ id: id(2), severity: 'critical' })],
      [2, 1],
    ],
    [
      'the first of equals',
      [findingLike({ id: id(1) }), findingLike({ id: id(2) }), findingLike({ id: id(3) })],
      [1, 2, 3],
    ],
    [
      'an open one before a worse one that was put right',
      [resolvedFinding({ id: id(1), severity: 'critical' }), findingLike({ id: id(2), severity: 'low' })],
      [2, 1],
    ],
  ])('%s', (_, findings, order) => {
    const alert = buildAlert(findings, ruleOf);
    expect([alert.lead, ...alert.others].map((finding) => finding.id)).toEqual(order.map(id));
  });

  it('refuses to build an alert of nothing', () => {
    expect(() => buildAlert([], ruleOf)).toThrow(/at least one finding/);
  });
});

describe('the sentence', () => {
  const at = '2026-03-04T05:06:07.000Z';
  const policy = 'arn:aws:iam::aws:policy/AdministratorAccess';
  it.each([
    [
      'done',
      findingLike(),
      `alice attached ${policy} to the role ci-deploy. It happened ${at}, from 203.0.113.7.`,
    ],
    [
      'tried',
      findingLike({ event: eventAt({ outcome: 'denied', errorCode: 'AccessDenied' }) }),
      `alice tried to attach ${policy} to the role ci-deploy. It happened ${at}, from 203.0.113.7. Error code: AccessDenied.`,
    ],
    [
      'failed',
      findingLike({ event: eventAt({ outcome: 'failed', errorCode: 'NoSuchEntityException' }) }),
      `alice tried to attach ${policy} to the role ci-deploy. It happened ${at}, from 203.0.113.7. Error code: NoSuchEntityException.`,
    ],
    [
      'a person behind a role',
      findingLike({ actor: actorNamed('ci-deploy/run-7', { person: 'alice@corp' }) }),
      `alice@corp as ci-deploy/run-7 attached ${policy} to the role ci-deploy. It happened ${at}, from 203.0.113.7.`,
    ],
    [
      'a person whom the label names already',
      findingLike({ actor: actorNamed('AWSReservedSSO_Admin/alice@corp', { person: 'alice@corp' }) }),
      `AWSReservedSSO_Admin/alice@corp attached ${policy} to the role ci-deploy. It happened ${at}, from 203.0.113.7.`,
    ],
    [
      'a message that says from where by itself, and its own full stop',
      findingLike({ ruleId: signInRule.id, message: 'signedIn' }),
      `The root user of 111122223333 signed in from 203.0.113.7. It happened ${at}.`,
    ],
    [
      'a value that is missing',
      findingLike({ data: { role: 'ci-deploy' } }),
      `alice attached (not recorded) to the role ci-deploy. It happened ${at}, from 203.0.113.7.`,
    ],
    [
      'put right',
      resolvedFinding(),
      `kim put it right with iam:DetachRolePolicy, 14 min after it was last seen. It happened 2026-03-04T05:20:07.000Z. What it was: alice attached ${policy} to the role ci-deploy.`,
    ],
    [
      'a retired rule',
      findingLike({ ruleId: 'gone-rule' }),
      `alice called AttachRolePolicy on ci-deploy (found by the rule gone-rule, since retired). It happened ${at}, from 203.0.113.7.`,
    ],
    [
      'a message that the rule no longer has',
      findingLike({ message: 'renamed' }),
      `alice called AttachRolePolicy on ci-deploy (found by the rule admin-policy-attached-to-role, since retired). It happened ${at}, from 203.0.113.7.`,
    ],
  ])('%s', (_, finding, sentence) => {
    expect(buildAlert([finding], ruleOf).sentence).toBe(sentence);
  });

  it('carries nothing that cannot be seen', () => {
    const finding = findingLike({
      actor: actorNamed(hostileText),
      data: { policy: [hostileText], role: hostileText },
    });
    expect(buildAlert([finding], ruleOf).sentence).not.toMatch(unseen);
  });
});

it('names a retired rule in its title', () => {
  expect(buildAlert([findingLike({ ruleId: 'gone-rule' })], ruleOf).title).toBe(
    'Finding of the retired rule gone-rule',
  );
});

it('has the same id when the same news is sent again, another for newer news', () => {
  const first = buildAlert([findingLike()], ruleOf);
  expect(buildAlert([findingLike()], ruleOf).id).toBe(first.id);
  expect(buildAlert([findingLike({ version: 2 })], ruleOf).id).not.toBe(first.id);
});

it('leaves out what only the store needs', () => {
  expect(Object.keys(buildAlert([findingLike()], ruleOf).lead)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/alertedVersion|severitySeen|recordedAt/)]),
  );
});
