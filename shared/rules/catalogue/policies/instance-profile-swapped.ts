import { call, denied, service } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { nameInArn, refusedArnOf, regionalArn } from '../../resource-arn.ts';

export default defineRule({
  id: 'instance-profile-swapped',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['ec2:AssociateIamInstanceProfile', 'ec2:ReplaceIamInstanceProfileAssociation'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'Running instance given another role',
  why: 'Whoever can log in to the instance can now read the credentials of the new role from its metadata service.',
  fix: 'Check that the profile belongs on the instance. If not, disassociate it, and revoke the sessions of the role (IAM console, Revoke active sessions).',
  misses:
    'Instances that are started with a powerful profile. Which role the profile holds, and whether it is stronger than before.',
  falsePositives:
    'Operators who forgot the profile at launch. Systems Manager’s default host management is left out.',
  attack: ['T1098.003', 'T1578.005'],
  messages: {
    associated: {
      done: '{actor} gave instance {instance} the instance profile {profile}.',
      tried: '{actor} tried to give {resource} an instance profile; AWS refused it.',
    },
    replaced: {
      done: '{actor} replaced the instance profile of instance {instance} by {profile}.',
      tried: '{actor} tried to replace the instance profile of {resource}; AWS refused it.',
    },
  },

  evaluate(event) {
    const instance = findText(event.request, 'instanceId') ?? findText(event.response, 'instanceId');
    const given = findText(event.request, 'arn') ?? findText(event.request, 'name') ?? 'unknown';
    const resource =
      instance === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : regionalArn(event, 'ec2', `instance/${instance}`);
    return [
      {
        message: event.name.startsWith('Replace') ? 'replaced' : 'associated',
        resource,
        data: { instance: instance ?? 'unknown', profile: nameInArn(given) },
      },
    ];
  },
});

// EC2 logs the parameters of these calls inside an element named after the call.
const associate = {
  request: {
    AssociateIamInstanceProfileRequest: {
      IamInstanceProfile: { Name: 'admin' },
      InstanceId: 'i-0a1b2c3d4e5f60718',
    },
  },
};

export const examples = (): Example[] => [
  {
    name: 'associated',
    expect: ['associated'],
    severity: 'high',
    record: call('ec2:AssociateIamInstanceProfile', associate),
  },
  {
    name: 'replaced: the instance is in the response only',
    expect: ['replaced'],
    record: call('ec2:ReplaceIamInstanceProfileAssociation', {
      request: {
        ReplaceIamInstanceProfileAssociationRequest: {
          IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/admin' },
          AssociationId: 'iip-assoc-0a1b2c3d4e5f60718',
        },
      },
      response: {
        ReplaceIamInstanceProfileAssociationResponse: {
          iamInstanceProfileAssociation: { instanceId: 'i-0a1b2c3d4e5f60718', state: 'associating' },
        },
      },
    }),
  },
  {
    name: 'refused',
    expect: ['associated'],
    severity: 'medium',
    record: call('ec2:AssociateIamInstanceProfile', {
      error: {
        code: 'Client.UnauthorizedOperation',
        message: 'You are not authorized to perform this operation.',
      },
    }),
  },
  {
    name: 'a refused replacement that names the instance',
    expect: ['replaced'],
    record: call('ec2:ReplaceIamInstanceProfileAssociation', {
      error: denied(
        'ec2:ReplaceIamInstanceProfileAssociation',
        'arn:aws:ec2:us-east-1:111122223333:instance/i-0a1b2c3d4e5f60718',
      ),
    }),
  },
  {
    name: 'by Systems Manager',
    expect: [],
    record: call('ec2:AssociateIamInstanceProfile', { ...associate, by: service('ssm.amazonaws.com') }),
  },
  {
    name: 'no such profile',
    expect: [],
    record: call('ec2:AssociateIamInstanceProfile', {
      ...associate,
      error: { code: 'Client.InvalidParameterValue' },
    }),
  },
];
