import type { JsonObject } from '../../shared/events/json.ts';

export const account = '111122223333';

const message = (type: string, source: string, detail: unknown) => ({
  version: '0',
  id: '22222222-dcba-4444-dcba-333333333333',
  'detail-type': type,
  source,
  account,
  time: '2026-03-04T05:40:00Z',
  region: 'us-east-1',
  resources: [],
  detail,
});

/** As "GuardDuty finding format" has it; `over` replaces fields of the detail. */
export const guardDuty = (over: JsonObject = {}) =>
  message('GuardDuty Finding', 'aws.guardduty', {
    schemaVersion: '2.0',
    accountId: account,
    region: 'us-east-1',
    partition: 'aws',
    id: '16afba5c5c43e07c9e3e5e2e544e95df',
    arn: `arn:aws:guardduty:us-east-1:${account}:detector/1234/finding/16afba5c5c43e07c9e3e5e2e544e95df`,
    type: 'Policy:IAMUser/RootCredentialUsage',
    resource: {
      resourceType: 'AccessKey',
      accessKeyDetails: {
        accessKeyId: 'ASIAEXAMPLE',
        principalId: account,
        userType: 'Root',
        userName: 'Root',
      },
    },
    service: { serviceName: 'guardduty', archived: false, count: 1, eventLastSeen: '2026-03-04T05:06:07Z' },
    severity: 2,
    createdAt: '2026-03-04T05:39:00.000Z',
    updatedAt: '2026-03-04T05:39:00.000Z',
    title: 'API was invoked using root credentials.',
    description: 'API was invoked using root credentials.',
    ...over,
  });

/** Who GuardDuty says it was. */
export const by = (userType: string, userName: string): JsonObject => ({
  resource: { resourceType: 'AccessKey', accessKeyDetails: { userType, userName, principalId: 'AIDA' } },
});

/** External access: no `findingType`, the id is in `id`. */
export const external = (over: JsonObject = {}) =>
  message('Access Analyzer Finding', 'aws.access-analyzer', {
    version: '1.0',
    id: 'aa-external-1',
    status: 'ACTIVE',
    resourceType: 'AWS::IAM::Role',
    resource: `arn:aws:iam::${account}:role/service/vendor`,
    accountId: account,
    region: 'us-east-1',
    principal: { AWS: '444455556666' },
    action: ['sts:AssumeRole'],
    condition: {},
    isDeleted: false,
    isPublic: false,
    createdAt: '2026-03-04T05:30:00Z',
    analyzedAt: '2026-03-04T05:30:00Z',
    updatedAt: '2026-03-04T05:30:00Z',
    ...over,
  });

/** Unused access: with `findingType`, the id is in `findingId`. */
export const unused = (over: JsonObject = {}) =>
  message('Unused Access Finding for IAM entities', 'aws.access-analyzer', {
    findingId: 'aa-unused-1',
    resource: `arn:aws:iam::${account}:role/old`,
    resourceType: 'AWS::IAM::Role',
    accountId: account,
    createdAt: '2026-03-04T05:30:00.758Z',
    updatedAt: '2026-03-04T05:30:00.758Z',
    analyzedAt: '2026-03-04T05:30:00.758Z',
    previousStatus: '',
    status: 'ACTIVE',
    version: '62160bda-8e94-46d6-ac97-9670930d8ffb',
    isDeleted: false,
    findingType: 'UnusedIAMRole',
    ...over,
  });

/** A failed control in ASFF. */
export const securityHub = (over: JsonObject = {}) =>
  message('Security Hub Findings - Imported', 'aws.securityhub', {
    findings: [
      {
        SchemaVersion: '2018-10-08',
        Id: `arn:aws:securityhub:us-east-1:${account}:security-control/IAM.5/finding/1`,
        ProductName: 'Security Hub',
        AwsAccountId: account,
        Region: 'us-east-1',
        UpdatedAt: '2026-03-04T05:30:00.000Z',
        Severity: { Label: 'MEDIUM', Normalized: 40 },
        Title: 'MFA should be enabled for all IAM users that have a console password',
        Resources: [{ Type: 'AwsIamUser', Id: `arn:aws:iam::${account}:user/kim`, Partition: 'aws' }],
        Compliance: { Status: 'FAILED', SecurityControlId: 'IAM.5' },
        Workflow: { Status: 'NEW' },
        RecordState: 'ACTIVE',
        ...over,
      },
    ],
  });
