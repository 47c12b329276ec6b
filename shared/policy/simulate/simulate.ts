import type { z } from 'zod';
import { type Caller, callerOf } from '../caller.ts';
import { type CompiledPolicy, compilePolicy } from '../compile-policy.ts';
import { contextOf } from '../context.ts';
import type { Decision } from '../decision.ts';
import { evaluate } from '../evaluate.ts';
import { placeText } from '../json/json-node.ts';
import { parseDocument } from '../parse-document.ts';
import type { PolicyKind } from '../policy-kind.ts';
import { policyIn } from '../read-policy.ts';
import type { AccessRequest, PolicySet } from '../request.ts';
import { type SimulationInput, simulationSchema } from './input.ts';

/** Names the faulty part of the input and what is wrong with it. */
class BadInput extends Error {
  override readonly name = 'BadInput';
}

const compiled = (document: unknown, kind: PolicyKind, place: string): CompiledPolicy => {
  const parsed = parseDocument(document);
  const reading = policyIn(parsed);
  const [fault] = parsed.faults;
  if (reading.status === 'read') return compilePolicy(reading.policy, kind);
  throw new BadInput(fault === undefined ? place : `${place}: ${fault.message} (${placeText(fault.place)})`);
};

const listOf = (documents: readonly unknown[] | null | undefined, kind: PolicyKind, place: string) =>
  (documents ?? []).map((document, index) => compiled(document, kind, `${place}[${index}]`));

const levelsOf = (
  levels: readonly (readonly unknown[])[] | null | undefined,
  kind: PolicyKind,
  place: string,
) => (levels ?? []).map((level, index) => listOf(level, kind, `${place}[${index}]`));

const policySetOf = ({ policies }: SimulationInput): PolicySet => ({
  identity: listOf(policies.identity, 'identity', 'policies.identity'),
  ...(policies.resource === undefined || policies.resource === null
    ? {}
    : { resource: compiled(policies.resource, 'resource', 'policies.resource') }),
  boundary: listOf(policies.boundary, 'boundary', 'policies.boundary'),
  session: listOf(policies.session, 'session', 'policies.session'),
  endpoint: listOf(policies.endpoint, 'endpoint', 'policies.endpoint'),
  scps: levelsOf(policies.scps, 'scp', 'policies.scps'),
  rcps: levelsOf(policies.rcps, 'rcp', 'policies.rcps'),
});

const callerIn = ({ request: { principal } }: SimulationInput): Caller => {
  const { arn, ...rest } = typeof principal === 'string' ? { arn: principal } : principal;
  const details = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const caller = callerOf(arn, details);
  if (caller !== undefined) return caller;
  throw new BadInput(
    'request.principal: neither the ARN of a user, role, session or identity provider, nor an account id, a service principal or "*"',
  );
};

const actionIn = ({ request: { action } }: SimulationInput): string => {
  if (/^[\w-]+:\w+$/.test(action)) return action;
  throw new BadInput('request.action: not of the form service:Name');
};

const resourceIn = ({ request: { resource } }: SimulationInput): string => {
  if (resource === '*' || /^arn:([^:]*:){4}./.test(resource)) return resource;
  throw new BadInput('request.resource: neither an ARN nor "*"');
};

const requestOf = (input: SimulationInput): AccessRequest => {
  const { resourceAccount, context } = input.request;
  return {
    caller: callerIn(input),
    action: actionIn(input),
    resource: resourceIn(input),
    ...(resourceAccount === undefined || resourceAccount === null ? {} : { resourceAccount }),
    context: contextOf(context ?? {}, { others: input.unknownContext === true ? 'unknown' : 'absent' }),
  };
};

const issueText = ({ issues }: z.ZodError): string =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => [...(path.length === 0 ? [] : [path.map(String).join('.')]), message])
    .map((parts) => parts.join(': '))
    .join('; ');

/** The decision, or what is wrong with the input, with its place. */
export type Simulation =
  | { readonly status: 'decided'; readonly decision: Decision }
  | { readonly status: 'bad-input'; readonly error: string };

/** Decides one request with its policies, given as data (`SimulationInput`). Total: bad input is an answer. */
export const simulate = (input: unknown): Simulation => {
  const parsed = simulationSchema.safeParse(input);
  if (!parsed.success) return { status: 'bad-input', error: issueText(parsed.error) };
  try {
    const decision = evaluate(requestOf(parsed.data), policySetOf(parsed.data));
    return { status: 'decided', decision };
  } catch (error) {
    if (error instanceof BadInput) return { status: 'bad-input', error: error.message };
    throw error;
  }
};
