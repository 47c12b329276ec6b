import { accountOfArn } from './arn.ts';
import { accountOfCaller, type Caller } from './caller.ts';
import type { CompiledPolicy } from './compile-policy.ts';
import type { Context } from './context.ts';

/** One request to an AWS API, as far as authorisation is concerned. */
export interface AccessRequest {
  readonly caller: Caller;
  /** E.g. `iam:CreateUser`, in any case. */
  readonly action: string;
  /** The ARN that the action is on; `*` for actions on no resource in particular. */
  readonly resource: string;
  /** The account that owns the resource, when its ARN does not say (S3). Absent: the caller's. */
  readonly resourceAccount?: string;
  readonly context: Context;
}

/**
 * The policies that apply to a request. An absent or empty list is a layer that does not exist: no boundary, no organisation, no VPC
 * endpoint. The management account has no control policies: leave them out.
 */
export interface PolicySet {
  readonly identity: readonly CompiledPolicy[];
  readonly resource?: CompiledPolicy;
  readonly boundary?: readonly CompiledPolicy[];
  /** The policies passed for one session, together. */
  readonly session?: readonly CompiledPolicy[];
  readonly endpoint?: readonly CompiledPolicy[];
  /** Service control policies of the caller's account: for each level, root first, the policies attached there. */
  readonly scps?: readonly (readonly CompiledPolicy[])[];
  /** Resource control policies of the resource's account, likewise. RCPFullAWSAccess, which is always attached, may be left out. */
  readonly rcps?: readonly (readonly CompiledPolicy[])[];
}

/** Whether the caller's account owns the resource. An owner that nobody names is taken to be the caller's account. */
export const isSameAccount = ({ caller, resource, resourceAccount }: AccessRequest): boolean => {
  const owner = resourceAccount ?? accountOfArn(resource);
  return owner === undefined || owner === accountOfCaller(caller);
};
