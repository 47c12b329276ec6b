import { authorization, documentOf, reads, user } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { escalationVerdict } from '../escalation-verdict.ts';
import { inlineMessages, judgeInline } from '../judge-documents.ts';

export const check = defineCheck({
  id: 'policy-privilege-escalation-inline',
  topic: 'policies',
  severity: 'high',
  title: 'Inline policy lets its holder get more than it gives',
  why: 'Whoever has it can make itself an administrator, by a permission that looks harmless.',
  fix: 'Name the resources, add iam:PassedToService and a permissions boundary, or take the permission out. `tw policy escalation` shows the paths of a user or role.',
  misses:
    'Paths whose permissions are spread over several policies of one holder, and boundaries and control policies that close them: this looks at one document.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      everything: 'The inline policy {policy} of {holder} allows everything, hence every path.',
      escalates: 'The inline policy {policy} of {holder} opens these paths to more access: {paths}.',
      conditional:
        'The inline policy {policy} of {holder} opens these paths to more access: {paths}, where {conditions}.',
    },
    PASS: { less: 'The inline policy {policy} of {holder} opens no known path to more access.' },
    ...inlineMessages,
  },

  judge: ({ sources, account, at }) =>
    judgeInline(sources.authorization, account, (document) => escalationVerdict(document, account, at)),
});

// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
const ownUser = 'arn:aws:iam::*:user/${aws:username}';
const state = (...statements: readonly object[]) =>
  reads(
    authorization({
      users: [user('kim', { inlinePolicies: [{ name: 'p', document: documentOf(...statements) }] })],
    }),
  );

export const examples = (): CheckExample[] => [
  {
    name: 'attach any policy to any user',
    expect: ['escalates'],
    severity: 'high',
    state: state({ Action: 'iam:AttachUserPolicy' }),
  },
  {
    name: 'pass any role to a new function, and call it',
    expect: ['escalates'],
    severity: 'high',
    state: state({ Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] }),
  },
  {
    name: 'change the code of functions that have roles',
    expect: ['escalates'],
    severity: 'medium',
    state: state({ Action: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'] }),
  },
  { name: 'everything', expect: ['everything'], state: state({ Action: '*' }) },
  {
    name: 'with MFA only',
    expect: ['conditional'],
    severity: 'medium',
    state: state({
      Action: 'iam:CreateAccessKey',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    }),
  },
  {
    name: 'denied again',
    expect: ['less'],
    state: state({ Action: 'iam:*' }, { Effect: 'Deny', Action: 'iam:*' }),
  },
  {
    name: 'keys of oneself only',
    expect: ['less'],
    state: state({ Action: 'iam:CreateAccessKey', Resource: ownUser }),
  },
  { name: 'reading', expect: ['less'], state: state({ Action: ['iam:Get*', 'iam:List*', 's3:*'] }) },
  { name: 'take on roles', expect: ['less'], state: state({ Action: 'sts:AssumeRole' }) },
  { name: 'none', expect: ['no-policies'], state: reads(authorization({})) },
];
