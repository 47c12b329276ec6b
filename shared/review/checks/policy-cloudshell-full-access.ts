import { authorization, awsPolicy, group, reads, role, user } from '../../account/example.ts';
import { attachments } from '../attachments.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { isAwsPolicy } from '../managed-policy-arn.ts';

export const check = defineCheck({
  id: 'policy-cloudshell-full-access',
  topic: 'policies',
  severity: 'medium',
  title: 'AWSCloudShellFullAccess is attached',
  why: 'CloudShell has the internet and uploads and downloads files: what its holder may read leaves by the browser.',
  fix: 'Detach it; allow CloudShell without cloudshell:PutCredentials and file transfer where it is needed.',
  misses: 'Policies of your own that allow the same.',
  needs: ['authorization'],
  messages: {
    FAIL: { attached: 'AWSCloudShellFullAccess is attached to {holder}.' },
    PASS: { none: 'AWSCloudShellFullAccess is attached to nothing.' },
  },

  judge({ sources, account }) {
    const those = attachments(sources.authorization).filter(({ policyArn }) =>
      isAwsPolicy(policyArn, 'AWSCloudShellFullAccess'),
    );
    return judgeEach(those, account, 'none', ({ holderArn, holderName }) => ({
      message: 'attached',
      resource: holderArn,
      resourceId: holderName,
      data: { holder: holderName },
    }));
  },
});

const attached = () => ({ attachedPolicies: [awsPolicy('AWSCloudShellFullAccess')] });

export const examples = (): CheckExample[] => [
  {
    name: 'to a user, a group and a role',
    expect: ['attached', 'attached', 'attached'],
    severity: 'medium',
    state: reads(
      authorization({
        users: [user('kim', attached())],
        groups: [group('g', attached())],
        roles: [role('r', attached())],
      }),
    ),
  },
  { name: 'to nothing', expect: ['none'], state: reads(authorization({ users: [user('kim')] })) },
];
