import * as accessLevels from './actions/access-levels.ts';
import * as keysOfActions from './actions/keys-of-actions.ts';
import * as knownActions from './actions/known-actions.ts';
import * as knownKeys from './actions/known-keys.ts';
import * as matchingResources from './actions/matching-resources.ts';
import * as analysisLimit from './analysis-limit.ts';
import * as compared from './compared.ts';
import type { LintCheck } from './define-check.ts';
import * as actionsAndResources from './grammar/actions-and-resources.ts';
import * as conditions from './grammar/conditions.ts';
import * as elements from './grammar/elements.ts';
import * as fromFaults from './grammar/from-faults.ts';
import * as variables from './grammar/variables.ts';
import * as versionAndSid from './grammar/version-and-sid.ts';
import * as identityConditions from './identity/conditions.ts';
import * as dangerousActions from './identity/dangerous-actions.ts';
import * as inlinePolicy from './identity/inline-policy.ts';
import * as passingAndGranting from './identity/passing-and-granting.ts';
import * as privilegeEscalation from './identity/privilege-escalation.ts';
import * as weakKeys from './identity/weak-keys.ts';
import * as wildcards from './identity/wildcards.ts';
import * as access from './resource/access.ts';
import * as accounts from './trust/accounts.ts';
import * as breadth from './trust/breadth.ts';
import * as everyone from './trust/everyone.ts';
import * as oidcClaims from './trust/oidc-claims.ts';
import * as oidcSubject from './trust/oidc-subject.ts';
import * as principalsGoneOrOwn from './trust/principals-gone-or-own.ts';
import * as saml from './trust/saml.ts';
import * as services from './trust/services.ts';
import * as workloadProviders from './trust/workload-providers.ts';

const files = [
  fromFaults,
  elements,
  versionAndSid,
  actionsAndResources,
  conditions,
  variables,
  knownActions,
  knownKeys,
  keysOfActions,
  matchingResources,
  wildcards,
  accessLevels,
  privilegeEscalation,
  dangerousActions,
  passingAndGranting,
  identityConditions,
  weakKeys,
  inlinePolicy,
  everyone,
  accounts,
  principalsGoneOrOwn,
  oidcClaims,
  oidcSubject,
  workloadProviders,
  saml,
  services,
  breadth,
  access,
  compared,
  analysisLimit,
];

const isCheck = (value: unknown): value is LintCheck =>
  typeof value === 'object' && value !== null && 'find' in value;

/** Every check of policy documents: grammar first, then identity, trust and resource policies. */
export const lintChecks: readonly LintCheck[] = files.flatMap((file) =>
  Object.values<unknown>(file).filter(isCheck),
);
