import { z } from 'zod';
import { placeText } from '../json/json-node.ts';
import { parseDocument } from '../parse-document.ts';
import type { Policy } from '../policy.ts';
import { policyIn } from '../read-policy.ts';
import { reducePolicy } from '../reduce-policy.ts';
import { PolicyLimitError } from '../step-budget.ts';
import { type Holder, holderIdentity } from './holder.ts';

const document = z.union([z.string(), z.record(z.string(), z.unknown())]);
const oneOrList = z.union([z.array(document), document.transform((one) => [one])]);

/** A principal and its policies, as `tw policy escalation` reads them; misspelt names are refused. */
export const escalationSchema = z.looseObject({
  id: z.unknown().optional(),
  principal: z.strictObject({
    type: z.enum(['user', 'role']).optional(),
    arn: z.string(),
    name: z.string().optional(),
  }),
  /** All documents that apply: attached, inline, of groups. */
  policies: oneOrList,
  boundary: oneOrList.nullish(),
  /** ARN of the boundary policy, for conditions on iam:PermissionsBoundary. */
  boundaryArn: z.string().nullish(),
  scps: z.array(oneOrList).nullish(),
  /** ARNs of the managed policies attached to the principal. */
  attached: z.array(z.string()).nullish(),
  /** ARNs of the groups it is in. */
  groups: z.array(z.string()).nullish(),
  /** Its trust policy, when it is a role. Not needed for what it can reach. */
  trust: document.nullish(),
  /** The time at which it is asked, ISO 8601. */
  at: z.string().nullish(),
});

type Input = z.infer<typeof escalationSchema>;

/** A holder, or what is wrong with the input, with its place. */
export type HolderReading =
  | { readonly status: 'read'; readonly holder: Holder; readonly at?: string }
  | { readonly status: 'bad-input'; readonly error: string };

class BadInput extends Error {
  override readonly name = 'BadInput';
}

const reducedAt = (policy: Policy, place: string): Policy => {
  try {
    return reducePolicy(policy);
  } catch (error) {
    if (error instanceof PolicyLimitError) throw new BadInput(`${place}: ${error.message}`);
    throw error;
  }
};

const read = (value: unknown, place: string): Policy => {
  const parsed = parseDocument(value);
  const reading = policyIn(parsed);
  if (reading.status === 'read') return reducedAt(reading.policy, place);
  const [fault] = parsed.faults;
  throw new BadInput(fault === undefined ? place : `${place}: ${fault.message} (${placeText(fault.place)})`);
};

const readAll = (documents: readonly unknown[], place: string): readonly Policy[] =>
  documents.map((one, index) => read(one, `${place}[${index}]`));

const holderIn = (input: Input): Holder => {
  const { principal, policies, boundary, boundaryArn, scps, attached, groups } = input;
  const identity = holderIdentity(principal.arn);
  if (identity === undefined) throw new BadInput('principal.arn: no ARN of an IAM user or role');
  if (principal.type !== undefined && principal.type !== identity.type)
    throw new BadInput(`principal.type: the ARN is that of a ${identity.type}`);
  return {
    ...identity,
    policies: readAll(policies, 'policies'),
    ...(boundary == null ? {} : { boundary: readAll(boundary, 'boundary') }),
    ...(boundaryArn == null ? {} : { boundaryArn }),
    ...(scps == null ? {} : { scps: scps.map((level, index) => readAll(level, `scps[${index}]`)) }),
    ...(attached == null ? {} : { attached }),
    ...(groups == null ? {} : { groups }),
  };
};

const issueText = ({ issues }: z.ZodError): string =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.map(String).join('.') || 'the line'}: ${message}`)
    .join('; ');

/** Reads a principal with its policies, given as data (`escalationSchema`). Total: bad input is an answer. */
export const readHolder = (input: unknown): HolderReading => {
  const parsed = escalationSchema.safeParse(input);
  if (!parsed.success) return { status: 'bad-input', error: issueText(parsed.error) };
  const { at } = parsed.data;
  if (at != null && Number.isNaN(Date.parse(at)))
    return { status: 'bad-input', error: 'at: no time in ISO 8601' };
  try {
    return { status: 'read', holder: holderIn(parsed.data), ...(at == null ? {} : { at }) };
  } catch (error) {
    if (error instanceof BadInput) return { status: 'bad-input', error: error.message };
    throw error;
  }
};
