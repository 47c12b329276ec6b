import { accountOfCaller, type Caller, isServiceLinkedRole } from './caller.ts';
import { type Layer, layerOf } from './layer.ts';
import { supportsRcps } from './rcp-services.ts';
import type { AccessRequest, PolicySet } from './request.ts';

/** The layers that say anything to a request; those that do not exist or do not apply to the caller are left out. */
export interface Layers {
  readonly identity?: Layer;
  readonly boundary?: Layer;
  readonly session?: Layer;
  readonly endpoint?: Layer;
  readonly resource?: Layer;
  readonly scps: readonly Layer[];
  readonly rcps: readonly Layer[];
}

/** Whether a caller has identity policies: not those outside of any account, and not the root user. */
export const hasIdentity = (caller: Caller): boolean =>
  accountOfCaller(caller) !== undefined && caller.kind !== 'root';

/**
 * Service control policies are about the principals of an account, its root user included. They do not touch service-linked roles, nor
 * those who belong to no account ("Service control policies (SCPs)", AWS Organizations User Guide).
 */
const obeysScps = (caller: Caller): boolean =>
  accountOfCaller(caller) !== undefined && !isServiceLinkedRole(caller);

/**
 * Resource control policies are about everybody who calls, anonymous callers and services included, but not service-linked roles, and
 * only for some services ("Resource control policies (RCPs)", AWS Organizations User Guide). kms:RetireGrant is exempt ("Resource
 * control policies in AWS KMS").
 */
const obeysRcps = (caller: Caller, action: string): boolean =>
  !isServiceLinkedRole(caller) && supportsRcps(action) && action !== 'kms:retiregrant';

/** The policies of the layers that exist and apply to the caller. */
const applicablePolicies = (policies: PolicySet, caller: Caller, action: string) => {
  const isIdentity = hasIdentity(caller);
  return {
    boundary: isIdentity ? (policies.boundary ?? []) : [],
    session: isIdentity ? (policies.session ?? []) : [],
    endpoint: policies.endpoint ?? [],
    resource: policies.resource === undefined ? [] : [policies.resource],
    scps: obeysScps(caller) ? (policies.scps ?? []) : [],
    rcps: obeysRcps(caller, action) ? (policies.rcps ?? []) : [],
  };
};

/** @param action in lower case */
export const applicableLayers = (request: AccessRequest, policies: PolicySet, action: string): Layers => {
  const applicable = applicablePolicies(policies, request.caller, action);
  const asking = { request, action, hasBoundary: applicable.boundary.length > 0 };
  const layerIfAny = <K extends 'boundary' | 'session' | 'endpoint' | 'resource'>(kind: K) =>
    (applicable[kind].length === 0 ? {} : { [kind]: layerOf(kind, applicable[kind], asking) }) as {
      [key in K]?: Layer;
    };
  return {
    ...(hasIdentity(request.caller) ? { identity: layerOf('identity', policies.identity, asking) } : {}),
    ...layerIfAny('boundary'),
    ...layerIfAny('session'),
    ...layerIfAny('endpoint'),
    ...layerIfAny('resource'),
    scps: applicable.scps.map((level, index) => layerOf('scp', level, asking, index)),
    rcps: applicable.rcps.map((level, index) => layerOf('rcp', level, asking, index)),
  };
};
