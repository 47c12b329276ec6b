import { describe, expect, it } from 'vitest';
import { toolNamedIn } from '../../shared/alerts/client-tool.ts';
import { consoleLinkOf } from '../../shared/alerts/console-link.ts';
import { resourceNameOf } from '../../shared/alerts/resource-name.ts';
import { undoCommandOf } from '../../shared/alerts/undo-command.ts';
import { eventAt, findingLike, policyRule, resolvedFinding } from './example-findings.ts';

describe('resourceNameOf', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/a/b/ci-deploy', { type: 'role', name: 'ci-deploy' }],
    ['arn:aws-cn:iam::111122223333:user/bob', { type: 'user', name: 'bob' }],
    ['arn:aws:iam::111122223333:root', { name: '111122223333', accountId: '111122223333' }],
    ['arn:aws:cloudtrail:us-east-1:111122223333:trail/main', { type: 'trail', name: 'main' }],
    ['arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf', { type: 'secret', name: 'db-AbCdEf' }],
    ['arn:aws:sns:us-east-1:111122223333:alerts', { name: 'alerts' }],
    ['arn:aws:s3:::logs/2026/a.json', { name: 'logs/2026/a.json' }],
    ['arn:aws:iam::111122223333:role/', { name: 'role/' }],
    ['no arn', { name: 'no arn' }],
    ['', { name: '' }],
  ])('%s', (arn, name) => {
    expect(resourceNameOf(arn)).toEqual(name);
  });
});

describe('consoleLinkOf', () => {
  const id = '11111111-2222-4333-8444-555555555555';
  it.each([
    ['us-east-1', 'console.aws.amazon.com'],
    ['cn-north-1', 'console.amazonaws.cn'],
    ['us-gov-west-1', 'console.amazonaws-us-gov.com'],
  ])('%s is shown at %s', (region, host) => {
    expect(consoleLinkOf({ id, region })).toBe(
      `https://${host}/cloudtrailv2/home?region=${region}#/events/${id}`,
    );
  });

  it.each([
    ['an id that CloudTrail did not give', { id: 'sha256-abc', region: 'us-east-1' }],
    ['an id with markup', { id: '><!channel>', region: 'us-east-1' }],
    ['a Region with markup', { id, region: 'us-east-1>' }],
    ['an unknown Region', { id, region: 'unknown' }],
    ['an isolated partition', { id, region: 'us-iso-east-1' }],
  ])('no link for %s', (_, event) => {
    expect(consoleLinkOf(event)).toBeUndefined();
  });
});

it.each([
  ['APN/1.0 HashiCorp/1.0 Terraform/1.5.0 aws-sdk-go-v2/1.2', 'Terraform'],
  ['aws-cli/2.15.0 md/Botocore#2.4 os/linux', 'AWS CLI'],
  ['[aws-cli/1.16 Python/3]', 'AWS CLI'],
  ['Boto3/1.28.0 os/linux#6.1-kali', 'a security testing tool'],
  ['Mozilla/5.0', undefined],
  [undefined, undefined],
])('the user agent %s names %s', (userAgent, tool) => {
  expect(toolNamedIn(userAgent)).toBe(tool);
});

describe('undoCommandOf', () => {
  it.each([
    [
      'breaks a long command where a shell reads on',
      findingLike(),
      {
        status: 'ready',
        command:
          'aws iam detach-role-policy \\\n  --role-name ci-deploy \\\n  --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
      },
    ],
    [
      'quotes each value',
      findingLike({ data: { role: "x'; rm -rf ~ #", policy: 'p' } }),
      {
        status: 'ready',
        command: `aws iam detach-role-policy --role-name 'x'\\''; rm -rf ~ #' --policy-arn p`,
      },
    ],
    ['refuses a line break', findingLike({ data: { role: 'a\nb', policy: 'p' } }), { status: 'refused' }],
    ['refuses an option', findingLike({ data: { role: '--profile', policy: 'p' } }), { status: 'refused' }],
    ['refuses a missing value', findingLike({ data: { role: 'a' } }), { status: 'refused' }],
    ['refuses an empty list', findingLike({ data: { role: 'a', policy: [] } }), { status: 'refused' }],
    [
      'has nothing for a denied call',
      findingLike({ event: eventAt({ outcome: 'denied' }) }),
      { status: 'none' },
    ],
    ['has nothing for what is put right', resolvedFinding(), { status: 'none' }],
    ['has nothing for a message without a command', findingLike({ message: 'other' }), { status: 'none' }],
  ])('%s', (_, finding, expected) => {
    expect(undoCommandOf(finding, policyRule)).toEqual(expected);
  });

  it('does not take an inherited property for a value', () => {
    const rule = { ...policyRule, undo: { attached: 'aws iam x --name {constructor}' } };
    expect(undoCommandOf(findingLike(), rule)).toEqual({ status: 'refused' });
  });
});
