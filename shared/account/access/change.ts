import type { Policy } from '../../policy/policy.ts';
import type { AccessPolicies } from './account-access.ts';
import { fullAccess, type NamedPolicy } from './named-policy.ts';

/** Layers that a change can be made to. */
export const changeableLayers = [
  'identity',
  'boundary',
  'session',
  'endpoint',
  'resource',
  'scp',
  'rcp',
] as const;
export type ChangeableLayer = (typeof changeableLayers)[number];

/**
 * A change of policies that is tried out.
 *
 * - a layer: the document is attached there. To identity policies and control policies it is added (to these at the account, beside
 *   what allows everything); as boundary, session, endpoint or resource policy it is in place of what there was.
 * - an ARN: the document is the new default version of that managed policy.
 */
export interface Change {
  readonly to: { readonly layer: ChangeableLayer } | { readonly arn: string };
  readonly name: string;
  readonly policy: Policy;
}

const allowsAll: NamedPolicy = {
  name: 'FullAWSAccess',
  policy: fullAccess,
};

const attached = (policies: AccessPolicies, layer: ChangeableLayer, added: NamedPolicy): AccessPolicies => {
  if (layer === 'identity') return { ...policies, identity: [...policies.identity, added] };
  if (layer === 'scp') return { ...policies, scps: [...policies.scps, [allowsAll, added]] };
  if (layer === 'rcp') return { ...policies, rcps: [...policies.rcps, [added]] };
  if (layer === 'resource') return { ...policies, resource: added };
  return { ...policies, [layer]: [added] };
};

/** The policies after a change; undefined when nothing of the caller has the managed policy that it is about. */
export const afterChange = (
  policies: AccessPolicies,
  { to, name, policy }: Change,
): AccessPolicies | undefined => {
  if ('layer' in to) return attached(policies, to.layer, { name, policy });
  const isMeant = (one: NamedPolicy) => one.name === to.arn;
  if (![...policies.identity, ...policies.boundary].some(isMeant)) return undefined;
  const changed = (list: readonly NamedPolicy[]) =>
    list.map((one) => (isMeant(one) ? { name: to.arn, policy } : one));
  return { ...policies, identity: changed(policies.identity), boundary: changed(policies.boundary) };
};
