import type { Layers } from './applicable-layers.ts';
import { hasIdentity } from './applicable-layers.ts';
import { accountOfCaller } from './caller.ts';
import type { Reason, SpecialRule } from './decision.ts';
import { allowsIn, type Layer, reasonOf } from './layer.ts';
import { type AccessRequest, isSameAccount } from './request.ts';
import { needsResourcePolicy } from './special-rules.ts';
import { both, either, type Truth } from './truth.ts';

/** Whether identity and resource policies together grant a request, before control and endpoint policies have their say. */
export interface Grant {
  readonly truth: Truth;
  /** What is missing when it is no grant. */
  readonly lacks: readonly Reason[];
  readonly rule?: SpecialRule;
}

/** A layer that only limits: without one, nothing is limited. */
const limitOf = (layer: Layer | undefined): Truth => (layer === undefined ? 'yes' : allowsIn(layer));

const lacking = (layer: Layer | undefined, truth: Truth, request: AccessRequest): readonly Reason[] =>
  layer !== undefined && truth === 'no' ? [reasonOf(layer, 'does-not-allow', [], request)] : [];

const noResourcePolicy: Reason = { layer: 'resource', effect: 'does-not-allow', statements: [] };

/** Those who belong to no account stand on the resource's policy alone. */
const outsidersGrant = (layers: Layers, request: AccessRequest): Grant => {
  const truth = allowsIn(layers.resource, 'direct');
  const lacks = layers.resource ? lacking(layers.resource, truth, request) : [noResourcePolicy];
  return { truth, lacks };
};

/** Nothing of its own: a session of GetFederationToken without session policies ("GetFederationToken", STS API Reference). */
const isPowerless = (layers: Layers, { caller }: AccessRequest): boolean =>
  caller.kind === 'federated-user' && layers.session === undefined;

const combined = (
  layers: Layers,
  request: AccessRequest,
  isOwn: boolean,
  isNeeded: boolean,
): { readonly truth: Truth; readonly identity: Truth; readonly resource: Truth } => {
  const { resource, boundary, session } = layers;
  const identity = hasIdentity(request.caller) ? allowsIn(layers.identity) : 'yes';
  const powers: Truth = isPowerless(layers, request) ? 'no' : 'yes';
  const limits = both(limitOf(boundary), limitOf(session), powers);
  const fromIdentity = both(identity, limits);
  if (!isOwn) {
    const named = allowsIn(resource);
    return { truth: both(fromIdentity, named), identity, resource: named };
  }
  // A grant to the user or the session itself is beyond the implicit denials of boundary and session policies; one to the role, or to
  // the user behind a federated session, is not ("Policy evaluation logic", IAM User Guide).
  const direct = allowsIn(resource, 'direct');
  const behind = both(allowsIn(resource, 'behind'), limits);
  const viaIdentity = isNeeded ? both(fromIdentity, allowsIn(resource, 'account')) : fromIdentity;
  return {
    truth: either(viaIdentity, direct, behind),
    identity,
    resource: isNeeded ? allowsIn(resource) : either(direct, behind),
  };
};

const ruleOf = (layers: Layers, request: AccessRequest): SpecialRule | undefined => {
  if (request.caller.kind === 'root') return 'root-user';
  return isPowerless(layers, request) ? 'no-session-policy' : undefined;
};

/** What is missing, said only of a request that is not granted. */
const lacksOf = (
  layers: Layers,
  request: AccessRequest,
  { identity, resource }: { readonly identity: Truth; readonly resource: Truth },
  isResourceAsked: boolean,
): readonly Reason[] => [
  ...lacking(layers.identity, identity, request),
  ...lacking(layers.boundary, limitOf(layers.boundary), request),
  ...lacking(layers.session, limitOf(layers.session), request),
  ...lacking(layers.resource, resource, request),
  ...(isResourceAsked && layers.resource === undefined ? [noResourcePolicy] : []),
];

/** @param action in lower case */
export const grantOf = (layers: Layers, request: AccessRequest, action: string): Grant => {
  if (accountOfCaller(request.caller) === undefined) return outsidersGrant(layers, request);
  const isOwn = isSameAccount(request);
  const isNeeded = needsResourcePolicy(request, action);
  const says = combined(layers, request, isOwn, isNeeded);
  const rule = ruleOf(layers, request);
  return {
    truth: says.truth,
    lacks: says.truth === 'no' ? lacksOf(layers, request, says, !isOwn || isNeeded) : [],
    ...(rule === undefined ? {} : { rule }),
  };
};
