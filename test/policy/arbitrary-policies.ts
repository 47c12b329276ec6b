import fc from 'fast-check';
import { callerOf } from '../../shared/policy/caller.ts';
import { compilePolicy } from '../../shared/policy/compile-policy.ts';
import { type ContextValue, contextOf } from '../../shared/policy/context.ts';
import type { Condition, Policy, Principal, Statement } from '../../shared/policy/policy.ts';
import type { PolicyKind } from '../../shared/policy/policy-kind.ts';
import type { AccessRequest, PolicySet } from '../../shared/policy/request.ts';

/** A small world, in which statements and requests meet often. */
const account = '123837392027';
const other = '811596193553';
const user = `arn:aws:iam::${account}:user/alice`;
const role = `arn:aws:iam::${account}:role/deploy`;
const session = `arn:aws:sts::${account}:assumed-role/deploy/ci`;
export const federated = `arn:aws:sts::${account}:federated-user/alice`;
const callers = [user, role, session, federated, `arn:aws:iam::${account}:root`, 'lambda.amazonaws.com', '*'];
const resources = [
  'arn:aws:s3:::b/alice',
  `arn:aws:iam::${account}:role/deploy`,
  `arn:aws:kms:us-east-1:${account}:key/1`,
  '*',
];
const actions = ['s3:GetObject', 'sts:AssumeRole', 'kms:Decrypt', 'iam:PassRole', 'sts:GetCallerIdentity'];
export const keys = ['k:a', 'k:b', 'aws:username'];
export const values = ['x', 'y', 'alice'];

const actionPatterns = fc.constantFrom('*', 's3:*', 'sts:*', 'kms:Decrypt', 'S3:get*', 'iam:*', 'bad action');
const resourcePatterns = fc.constantFrom(
  '*',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b/${aws:username}',
  'arn:aws:iam:*',
  'arn:aws:kms',
  'arn:aws:*:*:*:*',
);
const principals: fc.Arbitrary<Principal> = fc.constantFrom(
  { type: '*', id: '*' },
  { type: 'AWS', id: account },
  { type: 'AWS', id: user },
  { type: 'AWS', id: role },
  { type: 'AWS', id: session },
  { type: 'AWS', id: federated },
  { type: 'Service', id: 'lambda.amazonaws.com' },
);
const operators = fc.constantFrom(
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringEqualsIfExists',
  'StringNotEqualsIfExists',
  'ForAllValues:StringEquals',
  'ForAnyValue:StringLike',
  'ForAnyValue:StringNotEquals',
  'Null',
  'Bool',
);
const conditionValues = fc.constantFrom(...values, '*', 'true', 'false', '${aws:username}', "${k:b, 'x'}");
const condition: fc.Arbitrary<Condition> = fc.record({
  operator: operators,
  key: fc.constantFrom(...keys),
  values: fc.array(conditionValues, { minLength: 1, maxLength: 2 }),
});

const scope = (patterns: fc.Arbitrary<string>) =>
  fc.record({
    except: fc.boolean().map((flag) => flag),
    patterns: fc.array(patterns, { minLength: 1, maxLength: 2 }),
  });

export const statement = (effect: 'Allow' | 'Deny'): fc.Arbitrary<Statement> =>
  fc.record({
    effect: fc.constant(effect),
    actions: scope(actionPatterns),
    resources: scope(resourcePatterns),
    principals: fc.record({
      except: fc.boolean(),
      list: fc.array(principals, { minLength: 1, maxLength: 2 }),
    }),
    conditions: fc.array(condition, { maxLength: 2 }),
  });

const anyStatement = fc.oneof(
  { weight: 3, arbitrary: statement('Allow') },
  { weight: 1, arbitrary: statement('Deny') },
);

export const policy: fc.Arbitrary<Policy> = fc.record({
  version: fc.constantFrom('2012-10-17', '2008-10-17'),
  statements: fc.array(anyStatement, { minLength: 1, maxLength: 3 }),
});

/** Policies by layer, not yet compiled, so that a test can change them. */
export interface World {
  readonly identity: readonly Policy[];
  readonly resource: Policy | undefined;
  readonly boundary: readonly Policy[];
  readonly session: readonly Policy[];
  readonly endpoint: readonly Policy[];
  readonly scps: readonly (readonly Policy[])[];
  readonly rcps: readonly (readonly Policy[])[];
}

const few = (maxLength: number) => fc.array(policy, { maxLength });

export const world: fc.Arbitrary<World> = fc.record({
  identity: few(2),
  resource: fc.option(policy, { nil: undefined }),
  boundary: few(1),
  session: few(1),
  endpoint: few(1),
  scps: fc.array(fc.array(policy, { minLength: 1, maxLength: 2 }), { maxLength: 1 }),
  rcps: fc.array(few(1), { maxLength: 1 }),
});

export const policySetOf = (given: World): PolicySet => {
  const compiled = (list: readonly Policy[], kind: PolicyKind) =>
    list.map((each) => compilePolicy(each, kind));
  return {
    identity: compiled(given.identity, 'identity'),
    ...(given.resource === undefined ? {} : { resource: compilePolicy(given.resource, 'resource') }),
    boundary: compiled(given.boundary, 'boundary'),
    session: compiled(given.session, 'session'),
    endpoint: compiled(given.endpoint, 'endpoint'),
    scps: given.scps.map((level) => compiled(level, 'scp')),
    rcps: given.rcps.map((level) => compiled(level, 'rcp')),
  };
};

const keyValue: fc.Arbitrary<ContextValue | 'unknown' | 'absent'> = fc.oneof(
  fc.constantFrom('unknown' as const, 'absent' as const, ...values),
  fc.subarray(values),
);

/** What is known of each key, and the request without its context. */
export interface Asking {
  readonly keyStates: Readonly<Record<string, ContextValue>>;
  readonly request: Omit<AccessRequest, 'context'>;
  readonly principal: string;
}

export const asking: fc.Arbitrary<Asking> = fc
  .record({
    principal: fc.constantFrom(...callers),
    action: fc.constantFrom(...actions),
    resource: fc.constantFrom(...resources),
    owner: fc.constantFrom(account, other),
    keyStates: fc.record(Object.fromEntries(keys.map((key) => [key, keyValue]))),
  })
  .map(({ principal, action, resource, owner, keyStates }) => {
    const caller = callerOf(principal);
    if (caller === undefined) throw new Error(`no caller: ${principal}`);
    return { keyStates, principal, request: { caller, action, resource, resourceAccount: owner } };
  });

/** The request with its context; `unknown` and `absent` are said of keys in place of a value. */
export const requestOf = ({ request, keyStates }: Asking, states = keyStates): AccessRequest => {
  const having = (wanted: string) => keys.filter((key) => states[key] === wanted);
  const known = Object.entries(states).filter(([, value]) => value !== 'unknown' && value !== 'absent');
  return {
    ...request,
    context: contextOf(Object.fromEntries(known), { others: 'absent', unknown: having('unknown') }),
  };
};
