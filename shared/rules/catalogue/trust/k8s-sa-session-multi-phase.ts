import { after, call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { oidcProviderOfCaller } from '../../web-identity.ts';

const phases = {
  recon: [
    'GetAccountAuthorizationDetails',
    'GetAccountSummary',
    'ListAccounts',
    'ListAttachedRolePolicies',
    'ListBuckets',
    'ListFunctions20150331',
    'ListRoles',
    'ListSecrets',
    'ListUsers',
  ],
  credentials: [
    'AssumeRole',
    'BatchGetSecretValue',
    'GetFederationToken',
    'GetParametersByPath',
    'GetPasswordData',
    'GetSecretValue',
  ],
  persistence: [
    'AttachRolePolicy',
    'AttachUserPolicy',
    'CreateAccessKey',
    'CreateFunction20150331',
    'CreateLoginProfile',
    'CreateRole',
    'CreateUser',
    'PutRolePolicy',
    'PutUserPolicy',
    'UpdateAssumeRolePolicy',
  ],
} as const;

const phaseOfName = new Map(
  Object.entries(phases).flatMap(([phase, names]) => names.map((name) => [name as string, phase])),
);

const withinMinutes = 60;

/** Sessions of pods: EKS gives each cluster an OIDC provider of its own. */
const isOfCluster = (event: IamEvent): boolean =>
  event.actor.type === 'AssumedRole' && oidcProviderOfCaller(event)?.includes('/oidc.eks.') === true;

const stepOf = (event: IamEvent) => {
  const phase = phaseOfName.get(event.name);
  const { accessKeyId } = event.actor;
  return phase === undefined || accessKeyId === undefined || !isOfCluster(event)
    ? undefined
    : { phase, accessKeyId };
};

export default defineRule({
  id: 'k8s-sa-session-multi-phase',
  kind: 'incident',
  severity: 'high',
  on: {
    anyCall: {
      userIdentity: {
        sessionContext: { webIdFederationData: { federatedProvider: [{ wildcard: '*/oidc.eks.*' }] } },
      },
      eventName: [...phaseOfName.keys()],
    },
    tier: 'read-only',
  },
  title: 'Session of a pod went from looking around to taking or keeping access',
  why: 'One session of a Kubernetes service account looked for identities or secrets, took credentials, or made ways to stay: at least three such calls of two kinds within an hour. Applications do one of these, intruders in a pod do them all.',
  fix: 'Revoke the sessions of the role, isolate the pod, and undo what was created. Read everything that was called with this access key.',
  misses:
    'Slower intruders, and ones who change the session in between. Clusters other than EKS and EKS Pod Identity, whose sessions do not show that they are a pod’s.',
  falsePositives:
    'Controllers in the cluster that manage IAM or deploy (ACK, Crossplane, Argo CD, Terraform operators).',
  attack: ['T1552.005', 'T1087.004', 'T1098', 'T1078.004'],
  messages: {
    advanced:
      'A session of role {role} (access key {accessKeyId}) made {count} different calls of {kinds} kinds within {minutes} minutes, the latest {eventName}.',
  },

  history(event) {
    const step = stepOf(event);
    if (!step) return [];
    const { phase, accessKeyId } = step;
    return [
      { kind: 'count', key: `calls ${accessKeyId}`, withinMinutes, threshold: 3, distinct: event.name },
      { kind: 'count', key: `kinds ${accessKeyId}`, withinMinutes, threshold: 2, distinct: phase },
    ];
  },

  evaluate(event, { history: [calls, kinds] }) {
    const step = stepOf(event);
    const areBothMet = calls?.status === 'met' && kinds?.status === 'met';
    // Either may be met long before the other.
    if (!step || !areBothMet || !(isNewlyMet(calls) || isNewlyMet(kinds))) return [];
    return [
      {
        message: 'advanced',
        resource: actorArn(event),
        aspect: step.accessKeyId,
        data: {
          role: event.actor.roleName ?? 'unknown',
          accessKeyId: step.accessKeyId,
          count: calls.count,
          kinds: kinds.count,
          minutes: withinMinutes,
        },
      },
    ];
  },
});

/** A session of a role that an OIDC provider of this host vouched for. */
const session = (host = 'oidc.eks.eu-west-1.amazonaws.com/id/ABC', accessKeyId = 'ASIAEXAMPLEEXAMPLE12') =>
  role('orders', 'botocore-session-1', {
    accessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        arn: 'arn:aws:iam::111122223333:role/orders',
        userName: 'orders',
      },
      webIdFederationData: {
        federatedProvider: `arn:aws:iam::111122223333:oidc-provider/${host}`,
        attributes: {},
      },
      attributes: { creationDate: '2026-03-04T05:00:00Z', mfaAuthenticated: 'false' },
    },
  });

export const examples = (): Example[] => {
  const calls = (action: `${string}:${string}`, seconds: number, over: object = {}) =>
    call(action, { by: session(), time: after(seconds), ...over });
  const before = [calls('iam:ListUsers', -120), calls('secretsmanager:ListSecrets', -60)];
  const reads = calls('secretsmanager:GetSecretValue', 0);
  return [
    {
      name: 'secrets read after a look around',
      expect: ['advanced'],
      severity: 'high',
      before,
      record: reads,
    },
    {
      name: 'when the look around arrives last',
      expect: ['advanced'],
      before: [reads, calls('iam:ListUsers', -120)],
      record: calls('secretsmanager:ListSecrets', -60),
    },
    {
      name: 'three calls of one kind, then one of another',
      expect: ['advanced'],
      before: [...before, calls('iam:ListRoles', -30)],
      record: calls('iam:CreateUser', 0),
    },
    {
      name: 'again: told already',
      expect: [],
      before: [...before, calls('secretsmanager:GetSecretValue', -30)],
      record: calls('iam:CreateUser', 0),
    },
    { name: 'two calls', expect: [], before: before.slice(1), record: reads },
    {
      name: 'only secrets, over and over',
      expect: [],
      before: [calls('secretsmanager:GetSecretValue', -30), calls('ssm:GetParametersByPath', -20)],
      record: reads,
    },
    {
      name: 'another session of the role',
      expect: [],
      before,
      record: calls('secretsmanager:GetSecretValue', 0, { by: session(undefined, 'ASIAEXAMPLEEXAMPLE34') }),
    },
    {
      name: 'a workflow of GitHub',
      expect: [],
      before,
      record: calls('secretsmanager:GetSecretValue', 0, {
        by: session('token.actions.githubusercontent.com'),
      }),
    },
    {
      name: 'refused',
      expect: [],
      before,
      record: calls('secretsmanager:GetSecretValue', 0, { error: denied('secretsmanager:GetSecretValue') }),
    },
  ];
};
