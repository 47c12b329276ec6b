import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../shared/account/source.ts';
import { sourceCalls, sourceNames } from '../../../shared/account/source-calls.ts';
import { fixtureReadAt } from '../../fixtures/account/account-files.ts';
import { everyFile, isFolder, read, sourceIn } from '../../fixtures/account/every-file.ts';

describe('errors.json', () => {
  it.each([
    ['AccessDenied', 'denied'],
    ['AccessDeniedException', 'denied'],
    ['UnauthorizedOperation', 'denied'],
    ['Throttling', 'throttled'],
    ['ThrottlingException', 'throttled'],
    ['TooManyRequestsException', 'throttled'],
    ['LimitExceeded', 'throttled'],
    ['ServiceFailure', 'failed'],
  ])(
    '%s: every source whose call is named is unavailable (%s), also where there is a file',
    async (code, reason) => {
      for (const name of sourceNames.filter((one) => !isFolder(one)))
        for (const call of sourceCalls[name].calls) {
          const { source, faults } = await sourceIn(
            { ...everyFile, 'errors.json': { [call]: { code } } },
            name,
          );
          expect(source).toMatchObject({
            status: 'unavailable',
            reason,
            cause: expect.stringContaining(call),
          });
          expect(faults).toEqual([]);
        }
    },
  );

  it('a list over users lacks one: its source is unavailable and says whom', async () => {
    const { source } = await sourceIn(
      {
        'access-keys.json': [],
        'errors.json': {
          'ListAccessKeys@kim@example.com': { code: 'AccessDenied', message: 'no' },
          'ListAccessKeys@lee': { code: 'AccessDenied', message: 'no' },
        },
      },
      'accessKeys',
    );
    expect(source).toEqual({
      status: 'unavailable',
      reason: 'denied',
      cause: 'ListAccessKeys of kim@example.com was denied (AccessDenied: no), and so for 1 more',
    });
  });

  it('holds for every thing that has no file', async () => {
    const { source } = await sourceIn(
      { ...everyFile, 'errors.json': { GetTrailStatus: { code: 'AccessDenied', message: 'no' } } },
      'trailStatus',
    );
    if (source.status !== 'read') throw new Error(source.cause);
    expect(readingOf(source.value as never, 'arn:t').status).toBe('read');
    expect(readingOf(source.value as never, 'arn:other')).toMatchObject({
      cause: 'GetTrailStatus was denied (AccessDenied: no)',
    });
  });

  it('holds for one thing when it names it, also when that has a file', async () => {
    const { source } = await sourceIn(
      { ...everyFile, 'errors.json': { 'guardduty:GetDetector@us-east-1': { code: 'AccessDenied' } } },
      'guardDuty',
    );
    expect(source.status === 'read' && readingOf(source.value as never, 'us-east-1')).toMatchObject({
      reason: 'denied',
    });
  });

  it.each([
    ['GetAccountPasswordPolicy', 'NoSuchEntity', 'passwordPolicy', 'none'],
    ['iam:getaccountpasswordpolicy', 'NoSuchEntityException', 'passwordPolicy', 'none'],
    ['DescribeOrganization', 'AWSOrganizationsNotInUseException', 'organization', { inOrganization: false }],
    [
      'ListOrganizationsFeatures',
      'OrganizationNotFoundException',
      'organizationFeatures',
      { inOrganization: false },
    ],
    [
      'ListOrganizationsFeatures',
      'ServiceAccessNotEnabledException',
      'organizationFeatures',
      { inOrganization: true, value: [] },
    ],
    ['ListPolicies', 'AWSOrganizationsNotInUseException', 'organizationPolicies', { inOrganization: false }],
  ] as const)('%s: %s is an answer', async (call, code, name, value) => {
    const { source } = await sourceIn({ 'errors.json': { [call]: { code, message: '' } } }, name);
    expect(source).toEqual({ status: 'read', value, readAt: fixtureReadAt });
  });

  it('an answer that a file contradicts is a fault', async () => {
    const { source, faults } = await sourceIn(
      { ...everyFile, 'errors.json': { GetAccountPasswordPolicy: { code: 'NoSuchEntity' } } },
      'passwordPolicy',
    );
    expect(faults).toHaveLength(1);
    expect(source).toMatchObject({ status: 'unavailable', reason: 'malformed' });
  });

  it('no such entity is no answer where it can mean anything else', async () => {
    const { source } = await sourceIn(
      { 'errors.json': { ListAccessKeys: { code: 'NoSuchEntity' } } },
      'accessKeys',
    );
    expect(source).toMatchObject({ status: 'unavailable', reason: 'failed' });
  });

  it('that is malformed is a fault', async () => {
    const { faults } = await read({ 'errors.json': { ListAccessKeys: 'denied' } });
    expect(faults).toEqual([{ file: 'errors.json', place: 'ListAccessKeys', cause: 'expected object' }]);
  });
});
