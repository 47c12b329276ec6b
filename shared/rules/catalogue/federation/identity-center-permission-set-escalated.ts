import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { adminGrantOf } from '../../../policy/admin-grant.ts';
import { isAdminPolicy } from '../../admin-policies.ts';
import { severityOfGrant } from '../../admin-severity.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { documentIn } from '../../policy-in-request.ts';
import { refusedArnOf } from '../../resource-arn.ts';

type Message = 'managed' | 'inline' | 'customer' | 'boundary' | 'unreadable' | 'refused';
const inlineCalls = new Set(['PutInlinePolicyToPermissionSet', 'PutPermissionsPolicy']);

type Verdict = Omit<Match<Message>, 'resource'>;

const customerPolicyOf = (event: IamEvent) =>
  textAt(objectAt(event.request, 'customerManagedPolicyReference'), 'name') ?? 'unknown';

// The older call of the console, whose parameters are not published: the document is looked for under any name that ends in "policy".
const inlineFieldOf = ({ name, request }: IamEvent): string =>
  name === 'PutPermissionsPolicy'
    ? (Object.keys(request).find((field) => /policy$/i.test(field)) ?? 'permissionsPolicy')
    : 'inlinePolicy';

const inlineVerdict = (event: IamEvent): Verdict | undefined => {
  const document = documentIn(event, inlineFieldOf(event));
  if (document.status === 'refused') return { message: 'refused', severity: 'high', data: {} };
  if (document.status === 'unreadable')
    return { message: 'unreadable', aspect: 'inline', severity: 'high', data: { cause: document.cause } };
  const grant = adminGrantOf(document.policy);
  if (!grant) return undefined;
  return {
    message: 'inline',
    aspect: 'inline',
    severity: severityOfGrant(grant),
    data: { grant: grant.kind },
  };
};

const verdictOf = (event: IamEvent): Verdict | undefined => {
  if (inlineCalls.has(event.name)) return inlineVerdict(event);
  if (event.outcome === 'denied' && Object.keys(event.request).length === 0)
    return { message: 'refused', severity: 'high', data: {} };
  if (event.name === 'DeletePermissionsBoundaryFromPermissionSet')
    return { message: 'boundary', aspect: 'boundary', severity: 'high', data: {} };
  if (event.name !== 'AttachManagedPolicyToPermissionSet') {
    const policy = customerPolicyOf(event);
    return { message: 'customer', aspect: policy, severity: 'medium', data: { policy } };
  }
  const policy = textAt(event.request, 'managedPolicyArn') ?? 'unknown';
  return isAdminPolicy(policy) ? { message: 'managed', aspect: policy, data: { policy } } : undefined;
};

/** Aspect that a call puts right. */
const endedBy = (event: IamEvent): string | undefined => {
  if (event.name.endsWith('InlinePolicyFromPermissionSet')) return 'inline';
  if (event.name === 'PutPermissionsBoundaryToPermissionSet') return 'boundary';
  if (inlineCalls.has(event.name))
    return documentIn(event, inlineFieldOf(event)).status === 'read' ? 'inline' : undefined;
  return textAt(event.request, 'managedPolicyArn') ?? customerPolicyOf(event);
};

const permissionSetOf = (event: IamEvent): string =>
  textAt(event.request, 'permissionSetArn') ?? refusedArnOf(event) ?? accountArn(event);

export default defineRule({
  id: 'identity-center-permission-set-escalated',
  kind: 'condition',
  severity: 'critical',
  on: {
    actions: [
      'sso:AttachManagedPolicyToPermissionSet',
      'sso:PutInlinePolicyToPermissionSet',
      'sso:PutPermissionsPolicy',
      'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
      'sso:DeletePermissionsBoundaryFromPermissionSet',
    ],
  },
  outcome: 'attempted',
  title: 'Permission set of IAM Identity Center given more rights',
  why: 'Everybody assigned to the permission set becomes an administrator in every account it is provisioned to, at the next sign-in.',
  fix: 'Take the policy off and provision the permission set again. Look at who was assigned to it and signed in meanwhile.',
  misses:
    'What a customer-managed policy allows: it lies in each account. Who is assigned to the set. The deletion of a permission set, which the nightly review sees.',
  falsePositives:
    'Building the administrators’ permission set. Customer-managed policies are reported whatever they allow, as medium.',
  attack: ['T1098.003', 'T1484'],
  messages: {
    managed: {
      done: '{actor} attached {policy} to permission set {resource}.',
      tried: '{actor} tried to attach {policy} to permission set {resource}; AWS refused it.',
    },
    inline: {
      done: '{actor} wrote an inline policy into permission set {resource} that makes an administrator ({grant}).',
      tried:
        '{actor} tried to write an inline policy into permission set {resource} that makes an administrator; AWS refused it.',
    },
    customer: {
      done: '{actor} attached the customer-managed policy {policy} to permission set {resource}.',
      tried:
        '{actor} tried to attach the customer-managed policy {policy} to permission set {resource}; AWS refused it.',
    },
    boundary: {
      done: '{actor} removed the permissions boundary of permission set {resource}.',
      tried: '{actor} tried to remove the permissions boundary of permission set {resource}; AWS refused it.',
    },
    unreadable: {
      done: '{actor} wrote an inline policy into permission set {resource} that cannot be read ({cause}).',
      tried:
        '{actor} tried to write an inline policy into permission set {resource} that cannot be read; AWS refused it.',
    },
    refused: {
      done: '{actor} changed a permission set ({eventName}); CloudTrail did not log how.',
      tried:
        '{actor} tried to change a permission set ({eventName} on {resource}); AWS refused it and CloudTrail did not log how.',
    },
  },
  undoneBy: [
    {
      actions: [
        'sso:DetachManagedPolicyFromPermissionSet',
        'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet',
        'sso:DeleteInlinePolicyFromPermissionSet',
        'sso:PutInlinePolicyToPermissionSet',
        'sso:PutPermissionsPolicy',
        'sso:PutPermissionsBoundaryToPermissionSet',
      ],
      undoes(event) {
        const aspect = endedBy(event);
        return aspect === undefined ? [] : [{ resource: permissionSetOf(event), aspect }];
      },
    },
  ],

  evaluate(event) {
    const verdict = verdictOf(event);
    return verdict ? [{ ...verdict, resource: permissionSetOf(event) }] : [];
  },
});

const set = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  permissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef',
};
const inline = (inlinePolicy: string) =>
  call('sso:PutInlinePolicyToPermissionSet', { request: { ...set, inlinePolicy } });

export const examples = (): Example[] => [
  {
    name: 'AdministratorAccess',
    expect: ['managed'],
    severity: 'critical',
    record: call('sso:AttachManagedPolicyToPermissionSet', {
      request: { ...set, managedPolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
    }),
  },
  {
    name: 'all of IAM, inline',
    expect: ['inline'],
    severity: 'critical',
    record: inline('{"Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]}'),
  },
  {
    name: 'a customer-managed policy',
    expect: ['customer'],
    severity: 'medium',
    record: call('sso:AttachCustomerManagedPolicyReferenceToPermissionSet', {
      request: { ...set, customerManagedPolicyReference: { name: 'ops', path: '/' } },
    }),
  },
  {
    name: 'the boundary',
    expect: ['boundary'],
    severity: 'high',
    record: call('sso:DeletePermissionsBoundaryFromPermissionSet', { request: set }),
  },
  {
    name: 'all of IAM, by the older call of the console',
    expect: ['inline'],
    severity: 'critical',
    record: call('sso:PutPermissionsPolicy', {
      request: {
        ...set,
        permissionsPolicy: '{"Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]}',
      },
    }),
  },
  { name: 'nonsense', expect: ['unreadable'], record: inline('[]') },
  {
    name: 'refused',
    expect: ['refused'],
    severity: 'medium',
    record: call('sso:AttachManagedPolicyToPermissionSet', {
      error: denied('sso:AttachManagedPolicyToPermissionSet', set.permissionSetArn),
    }),
  },
  {
    name: 'AdministratorAccess, refused and logged',
    expect: ['managed'],
    severity: 'high',
    record: call('sso:AttachManagedPolicyToPermissionSet', {
      request: { ...set, managedPolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      error: denied('sso:AttachManagedPolicyToPermissionSet', set.permissionSetArn),
    }),
  },
  {
    name: 'inline, refused',
    expect: ['refused'],
    severity: 'medium',
    record: call('sso:PutInlinePolicyToPermissionSet', {
      error: denied('sso:PutInlinePolicyToPermissionSet', set.permissionSetArn),
    }),
  },
  {
    name: 'a narrow policy',
    expect: [],
    record: call('sso:AttachManagedPolicyToPermissionSet', {
      request: { ...set, managedPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    }),
  },
  {
    name: 'one bucket, inline',
    expect: [],
    record: inline('{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}'),
  },
];
