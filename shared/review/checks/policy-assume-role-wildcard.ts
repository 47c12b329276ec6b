import { authorization, documentOf, managedPolicy, reads, role } from '../../account/example.ts';
import { coversAction } from '../../policy/match-pattern.ts';
import type { Policy, Statement } from '../../policy/policy.ts';
import { lowered, type Severity } from '../../rules/severity.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import {
  customerMessages,
  type DocumentJudgement,
  judgeCustomer,
  judgeInline,
  type Readable,
} from '../judge-documents.ts';

const assumeRole = 'sts:AssumeRole';

const isEverything = (pattern: string): boolean => /^\*+$/.test(pattern);

/** The Resource patterns of a statement that stand for more than one role. */
const widePatterns = ({ resources }: Statement): readonly string[] =>
  resources.except
    ? resources.patterns.map((pattern) => `all but ${pattern}`)
    : resources.patterns.filter((pattern) => /[*?]/.test(pattern));

const isDenied = ({ statements }: Policy): boolean =>
  statements.some(
    ({ effect, actions, resources, conditions }) =>
      effect === 'Deny' &&
      conditions.length === 0 &&
      !resources.except &&
      resources.patterns.some(isEverything) &&
      coversAction(actions, assumeRole),
  );

/** Roles of one account whose names begin alike are a smaller mistake than every role of every account. */
const reachesFar = (pattern: string): boolean => !/^arn:[^:]+:iam::\d{12}:role\/[^*?]/.test(pattern);

const verdictOn = ({ policy }: Readable): DocumentJudgement<'wide' | 'conditional' | 'narrow'> => {
  const wide = policy.statements.filter(
    (statement) =>
      statement.effect === 'Allow' &&
      coversAction(statement.actions, assumeRole) &&
      widePatterns(statement).length > 0,
  );
  if (wide.length === 0 || isDenied(policy)) return { message: 'narrow' };
  const patterns = [...new Set(wide.flatMap(widePatterns))];
  const severity: Severity = patterns.some(reachesFar) ? 'high' : 'medium';
  return wide.every(({ conditions }) => conditions.length > 0)
    ? { message: 'conditional', data: { patterns }, severity: lowered(severity) }
    : { message: 'wide', data: { patterns }, severity };
};

export const check = defineCheck({
  id: 'policy-assume-role-wildcard',
  topic: 'policies',
  severity: 'high',
  title: 'Policy allows to take on roles by a wildcard',
  why: 'Every role that trusts the account is open to its holder, also the ones of next year, and those of other accounts.',
  fix: 'Name the roles.',
  misses: 'Whether any role trusts the holder: trust policies decide that.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      wide: 'The policy {policy} allows sts:AssumeRole on {patterns}.',
      conditional: 'The policy {policy} allows sts:AssumeRole on {patterns}, under a condition.',
    },
    PASS: { narrow: 'The policy {policy} does not allow sts:AssumeRole by a wildcard.' },
    NOT_APPLICABLE: {
      'no-policies': 'The account has no policy of its own.',
      'boundary-only': customerMessages.NOT_APPLICABLE['boundary-only'],
    },
    NOT_EVALUATED: customerMessages.NOT_EVALUATED,
  },

  judge({ sources, account }) {
    const all = [
      ...judgeCustomer(sources.authorization, account, 'high', verdictOn),
      ...judgeInline(sources.authorization, account, verdictOn),
    ];
    const judged = all.filter(({ message }) => message !== 'no-policies');
    return judged.length > 0 ? judged : all.slice(0, 1);
  },
});

const state = (...statements: readonly object[]) =>
  reads(authorization({ policies: [managedPolicy('p', documentOf(...statements))] }));

export const examples = (): CheckExample[] => [
  { name: 'every role', expect: ['wide'], severity: 'high', state: state({ Action: 'sts:AssumeRole' }) },
  { name: 'in other spelling', expect: ['wide'], severity: 'high', state: state({ Action: 'STS:assume*' }) },
  {
    name: 'a role of that name in every account',
    expect: ['wide'],
    severity: 'high',
    state: state({ Action: 'sts:*', Resource: 'arn:aws:iam::*:role/deploy' }),
  },
  {
    name: 'roles of one account that begin alike',
    expect: ['wide'],
    severity: 'medium',
    state: state({ Action: 'sts:AssumeRole', Resource: ['arn:aws:iam::111122223333:role/app-*'] }),
  },
  {
    name: 'every role of the organisation',
    expect: ['conditional'],
    severity: 'medium',
    state: state({
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:ResourceOrgID': 'o-example' } },
    }),
  },
  {
    name: 'in an inline policy',
    expect: ['wide'],
    state: reads(
      authorization({
        roles: [
          role('r', { inlinePolicies: [{ name: 'p', document: documentOf({ Action: 'sts:AssumeRole' }) }] }),
        ],
      }),
    ),
  },
  {
    name: 'one role',
    expect: ['narrow'],
    state: state({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/deploy' }),
  },
  {
    name: 'denied again',
    expect: ['narrow'],
    state: state({ Action: 'sts:*' }, { Effect: 'Deny', Action: 'sts:AssumeRole' }),
  },
  { name: 'another action', expect: ['narrow'], state: state({ Action: 'sts:GetCallerIdentity' }) },
  { name: 'none', expect: ['no-policies'], state: reads(authorization({})) },
];
