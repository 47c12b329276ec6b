import { applicableLayers, type Layers } from './applicable-layers.ts';
import type { Decision, Reason, SpecialRule } from './decision.ts';
import { type Grant, grantOf } from './grant.ts';
import { allowsIn, type Layer, reasonOf, type StatementMatch } from './layer.ts';
import type { AccessRequest, PolicySet } from './request.ts';
import {
  isBeyondResourceDeny,
  isCallerIdentity,
  isChangeOfAwsOwned,
  isRootAssumingRole,
} from './special-rules.ts';
import { allOf, both } from './truth.ts';

/** In the order in which AWS asks them ("Policy evaluation logic", IAM User Guide). */
const inOrder = (layers: Layers): readonly Layer[] =>
  [
    ...layers.rcps,
    ...layers.scps,
    layers.endpoint,
    layers.resource,
    layers.identity,
    layers.boundary,
    layers.session,
  ].filter((layer) => layer !== undefined);

const reasonsWith = (
  layers: readonly Layer[],
  request: AccessRequest,
  effect: Reason['effect'],
  matchesOf: (layer: Layer) => readonly StatementMatch[],
): readonly Reason[] =>
  layers.flatMap((layer) => {
    const matches = matchesOf(layer);
    return matches.length === 0 ? [] : [reasonOf(layer, effect, matches, request)];
  });

const byRule = (rule: SpecialRule, effect: 'allows' | 'does-not-allow'): Reason => ({
  layer: 'aws',
  effect,
  rule,
  statements: [],
});

/** The control and endpoint policies, each of which must allow. Resource control policies only deny: RCPFullAWSAccess is always attached. */
const gatesOf = ({ scps, endpoint }: Layers): readonly Layer[] =>
  endpoint === undefined ? scps : [...scps, endpoint];

const truthIs =
  (wanted: StatementMatch['truth']) =>
  ({ truth }: StatementMatch): boolean =>
    truth === wanted;

const implicitDenial = (grant: Grant, closed: readonly Layer[], request: AccessRequest): Decision => {
  const gates = closed.map((layer) => reasonOf(layer, 'does-not-allow', [], request));
  const isGranted = grant.truth !== 'no';
  const rule = !isGranted && grant.rule !== undefined && grant.rule !== 'root-user' ? grant.rule : undefined;
  return {
    verdict: 'ImplicitlyDenied',
    reasons: [
      ...gates,
      ...(rule === undefined ? [] : [byRule(rule, 'does-not-allow')]),
      ...(isGranted ? [] : grant.lacks),
    ],
  };
};

const allowance = (grant: Grant, layers: readonly Layer[], request: AccessRequest): Decision => ({
  verdict: 'Allowed',
  reasons: [
    ...(grant.rule === 'root-user' ? [byRule('root-user', 'allows')] : []),
    ...reasonsWith(layers, request, 'allows', ({ allows }) => allows.filter(truthIs('yes'))),
  ],
});

const undecided = (layers: readonly Layer[], request: AccessRequest): Decision => ({
  verdict: 'DependsOnContext',
  reasons: [
    ...reasonsWith(layers, request, 'may-deny', ({ denies }) => denies.filter(truthIs('unknown'))),
    ...reasonsWith(layers, request, 'may-allow', (layer) =>
      allowsIn(layer) === 'unknown' ? layer.allows.filter(truthIs('unknown')) : [],
    ),
  ],
});

const specialDenial = (request: AccessRequest, action: string): SpecialRule | undefined => {
  if (isChangeOfAwsOwned(request, action)) return 'aws-owned';
  return isRootAssumingRole(request, action) ? 'root-assume-role' : undefined;
};

const denying = (layers: readonly Layer[], request: AccessRequest, action: string): readonly Layer[] =>
  isBeyondResourceDeny(request, action) ? layers.filter(({ kind }) => kind !== 'resource') : layers;

/**
 * Decides a request by its policies as AWS does ("Policy evaluation logic" and "Cross-account policy evaluation logic", IAM User Guide),
 * and says why. Condition keys may be unknown: then the answer is one that holds for all their values, or DependsOnContext.
 */
export const evaluate = (request: AccessRequest, policies: PolicySet): Decision => {
  const action = request.action.toLowerCase();
  if (isCallerIdentity(request, action))
    return { verdict: 'Allowed', reasons: [byRule('caller-identity', 'allows')] };
  const applicable = applicableLayers(request, policies, action);
  const layers = inOrder(applicable);
  const deniers = denying(layers, request, action);
  const denials = reasonsWith(deniers, request, 'denies', ({ denies }) => denies.filter(truthIs('yes')));
  if (denials.length > 0) return { verdict: 'ExplicitlyDenied', reasons: denials };
  const special = specialDenial(request, action);
  if (special !== undefined)
    return { verdict: 'ImplicitlyDenied', reasons: [byRule(special, 'does-not-allow')] };
  const grant = grantOf(applicable, request, action);
  const gates = gatesOf(applicable);
  const allowed = both(
    grant.truth,
    allOf(gates, (gate) => allowsIn(gate)),
  );
  if (allowed === 'no')
    return implicitDenial(
      grant,
      gates.filter((gate) => allowsIn(gate) === 'no'),
      request,
    );
  const isMaybeDenied = deniers.some(({ denies }) => denies.length > 0);
  if (allowed === 'yes' && !isMaybeDenied) return allowance(grant, layers, request);
  return undecided(layers, request);
};
