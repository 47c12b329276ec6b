import type { Layers } from './applicable-layers.ts';
import { hasIdentity } from './applicable-layers.ts';
import { accountOfCaller } from './caller.ts';
import type { Reason, SpecialRule } from './decision.ts';
import { allowsIn, type Layer, reasonOf } from './layer.ts';
import { type AccessRequest, isSameAccount } from './request.ts';
import { needsResourcePolicy } from './special-rules.ts';
import { allOf, anyOf, type Truth } from './truth.ts';

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
  action: string,
): { readonly truth: Truth; readonly identity: Truth; readonly resource: Truth } => {
  const { resource, boundary, session } = layers;
  const identity = hasIdentity(request.caller) ? allowsIn(layers.identity) : 'yes';
  const powers: Truth = isPowerless(layers, request) ? 'no' : 'yes';
  const limits = allOf([limitOf(boundary), limitOf(session), powers]);
  const fromIdentity = allOf([identity, limits]);
  if (!isSameAccount(request)) {
    const named = allowsIn(resource);
    return { truth: allOf([fromIdentity, named]), identity, resource: named };
  }
  // A grant to the user or the session itself is beyond the implicit denials of boundary and session policies; one to the role, or to
  // the user behind a federated session, is not ("Policy evaluation logic", IAM User Guide).
  const direct = allowsIn(resource, 'direct');
  const behind = allOf([allowsIn(resource, 'behind'), limits]);
  const isNeeded = needsResourcePolicy(request, action);
  const viaIdentity = isNeeded ? allOf([fromIdentity, allowsIn(resource, 'account')]) : fromIdentity;
  return {
    truth: anyOf([viaIdentity, direct, behind]),
    identity,
    resource: isNeeded ? allowsIn(resource) : anyOf([direct, behind]),
  };
};

const ruleOf = (layers: Layers, request: AccessRequest): SpecialRule | undefined => {
  if (request.caller.kind === 'root') return 'root-user';
  return isPowerless(layers, request) ? 'no-session-policy' : undefined;
};

/** @param action in lower case */
export const grantOf = (layers: Layers, request: AccessRequest, action: string): Grant => {
  if (accountOfCaller(request.caller) === undefined) return outsidersGrant(layers, request);
  const { truth, identity, resource } = combined(layers, request, action);
  const rule = ruleOf(layers, request);
  const isResourceAsked = !isSameAccount(request) || needsResourcePolicy(request, action);
  return {
    truth,
    lacks: [
      ...lacking(layers.identity, identity, request),
      ...lacking(layers.boundary, limitOf(layers.boundary), request),
      ...lacking(layers.session, limitOf(layers.session), request),
      ...lacking(layers.resource, resource, request),
      ...(isResourceAsked && layers.resource === undefined ? [noResourcePolicy] : []),
    ],
    ...(rule === undefined ? {} : { rule }),
  };
};
