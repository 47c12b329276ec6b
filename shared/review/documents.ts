import type {
  AuthorizationDetails,
  InlinePolicy,
  ManagedPolicy,
  RawPolicyDocument,
} from '../account/snapshot-identities.ts';
import { type AdminGrant, adminGrantOf } from '../policy/admin-grant.ts';
import { type CompiledPolicy, compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { readPolicy } from '../policy/read-policy.ts';

/** A policy document, read; or why it cannot be. */
export type ReadDocument =
  | {
      readonly status: 'read';
      readonly policy: Policy;
      /** What it hands out by itself, as far as that is an administrator's. */
      readonly grant: AdminGrant | undefined;
      readonly compiled: CompiledPolicy;
    }
  | { readonly status: 'unreadable'; readonly cause: string };

const readOnce = (document: RawPolicyDocument): ReadDocument => {
  const reading = readPolicy(document);
  if (reading.status === 'unreadable') return reading;
  const { policy } = reading;
  return { status: 'read', policy, grant: adminGrantOf(policy), compiled: compilePolicy(policy, 'identity') };
};

// A dozen checks ask about the same documents. They are kept for as long as the snapshot is.
const known = new WeakMap<object, ReadDocument>();

/** Reads a document of the snapshot. */
export const documentIn = (document: RawPolicyDocument): ReadDocument => {
  if (typeof document !== 'object' || document === null) return readOnce(document);
  const found = known.get(document) ?? readOnce(document);
  known.set(document, found);
  return found;
};

/** The document that is in force; undefined when the snapshot has none of this policy. */
export const defaultDocument = ({ versions }: ManagedPolicy): ReadDocument | undefined => {
  const version = versions.find(({ isDefault }) => isDefault);
  return version && documentIn(version.document);
};

/** The policies of the account itself. */
export const customerPolicies = ({ policies }: AuthorizationDetails): readonly ManagedPolicy[] =>
  policies.filter(({ isAwsManaged }) => !isAwsManaged);

/** An inline policy and who has it. */
export interface HeldInline {
  readonly holderArn: string;
  readonly holderName: string;
  readonly policy: InlinePolicy;
}

/** Every inline policy of users, groups and roles. */
export const inlinePolicies = ({ users, groups, roles }: AuthorizationDetails): readonly HeldInline[] =>
  [...users, ...groups, ...roles].flatMap(({ arn, name, inlinePolicies: held }) =>
    held.map((policy) => ({ holderArn: arn, holderName: name, policy })),
  );
