import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, user } from '../../../shared/events/example.ts';
import type { JsonObject } from '../../../shared/events/iam-event.ts';
import { actionOf, parseRecord } from '../../../shared/events/parse-event.ts';
import { carrierActions, carriers } from '../../../shared/rules/passed-role/carriers.ts';
import { textsAtPath } from '../../../shared/rules/passed-role/parameter-path.ts';
import { passedRolesOf } from '../../../shared/rules/passed-role/passed-roles.ts';
import { actionsIn, carrierRecords } from './records.ts';

const parse = (record: JsonObject) => parseRecord(record, { receivedAt: '2026-03-04T05:06:08Z' });

const passedBy = (action: `${string}:${string}`, request: JsonObject) =>
  passedRolesOf(parse(call(action, { request }))).map(({ kind, name }) =>
    kind === 'role' ? name : `profile/${name}`,
  );

const each = carrierRecords.flatMap(([text, request, passed]) =>
  actionsIn(text).map((action) => ({ action, request, passed })),
);

describe('every carrier', () => {
  it.each(each)('$action passes $passed', ({ action, request, passed }) => {
    expect(passedBy(action, request)).toEqual(passed);
  });

  it('has a record here', () => {
    const seen = new Set(
      each.map(({ action }) => actionOf(`${action.split(':')[0]}.amazonaws.com`, action.split(':')[1] ?? '')),
    );
    expect(carrierActions.filter((action) => !seen.has(action))).toEqual([]);
  });

  it('has a record for each place where it names a role', () => {
    const inRecords = new Map(
      carrierActions.map((action) => [
        action,
        each
          .filter(
            (one) =>
              actionOf(`${action.split(':')[0]}.amazonaws.com`, one.action.split(':')[1] ?? '') === action,
          )
          .map(({ request }) => request),
      ]),
    );
    const unread = Object.entries(carriers).flatMap(([action, { roles = [], profiles = [] }]) => {
      const requests = (inRecords.get(action as `${string}:${string}`) ?? []).flatMap((request) => [
        request,
        ...(Object.values(request) as JsonObject[]),
      ]);
      return [...roles, ...profiles]
        .filter((path) => !requests.some((request) => textsAtPath(request, path).length > 0))
        .map((path) => `${action} ${path}`);
    });
    expect(unread).toEqual([]);
  });
});

describe('passes nothing', () => {
  const roleArn = 'arn:aws:iam::111122223333:role/admin';

  it.each<[string, `${string}:${string}`, JsonObject]>([
    ['a call that carries no role', 's3:PutBucketTagging', { roleArn }],
    ['the parameter left out', 'lambda:UpdateFunctionConfiguration20150331v2', { functionName: 'f' }],
    [
      'a role of that name elsewhere in the call',
      'lambda:CreateFunction20150331',
      { environment: { variables: { role: 'admin' } } },
    ],
    [
      'a role of another account',
      'states:CreateStateMachine',
      { roleArn: 'arn:aws:iam::444455556666:role/admin' },
    ],
    [
      'a service-linked role',
      'batch:CreateComputeEnvironment',
      {
        serviceRole:
          'arn:aws:iam::111122223333:role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch',
      },
    ],
    ['another type in its place', 'states:CreateStateMachine', { roleArn: 7 }],
    ['a text that is no name', 'elasticmapreduce:RunJobFlow', { serviceRole: 'HIDDEN DUE TO\nSECURITY' }],
    [
      'a reference inside a pipeline definition',
      'datapipeline:PutPipelineDefinition',
      { pipelineObjects: [{ fields: [{ key: 'role', stringValue: '#{myRole}' }] }] },
    ],
    [
      'parameters too large for CloudTrail',
      'ecs:RegisterTaskDefinition',
      { omitted: true, reason: 'requestParameters too large' },
    ],
  ])('%s', (_, action, request) => {
    expect(passedBy(action, request)).toEqual([]);
  });
});

describe('a refused call', () => {
  const refused = (message: string) =>
    passedRolesOf(
      parse(call('lambda:CreateFunction20150331', { error: { code: 'AccessDenied', message } })),
    ).map(({ arn }) => arn);

  it('names the role whose passing AWS refused', () => {
    expect(
      refused(
        'User: arn:aws:iam::111122223333:user/bob is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/ops/admin because no identity-based policy allows the iam:PassRole action',
      ),
    ).toEqual(['arn:aws:iam::111122223333:role/admin']);
  });

  it('passes nothing when something else was refused', () => {
    expect(
      refused(
        'User: arn:aws:iam::111122223333:user/bob is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:us-east-1:111122223333:function:f',
      ),
    ).toEqual([]);
  });
});

it('names a role once, in the partition of the event', () => {
  const record = call('ecs:RegisterTaskDefinition', {
    request: {
      taskRoleArn: 'arn:aws-cn:iam::111122223333:role/a/shop',
      executionRoleArn: 'arn:aws-cn:iam::111122223333:role/a/shop',
    },
    by: user('bob', { arn: 'arn:aws-cn:iam::111122223333:user/bob' }),
  });
  expect(passedRolesOf(parse(record))).toEqual([
    { kind: 'role', name: 'shop', arn: 'arn:aws-cn:iam::111122223333:role/shop' },
  ]);
});

it('reads any JSON without harm', () => {
  fc.assert(
    fc.property(fc.constantFrom(...carrierActions), fc.jsonValue(), (action, value) => {
      const request = { roleArn: value, role: value, roles: value, pipelineObjects: value, targets: [value] };
      for (const { name } of passedRolesOf(parse(call(action, { request }))))
        expect(name).toMatch(/^[\w+=,.@-]+$/);
    }),
  );
});
