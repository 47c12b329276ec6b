import type { EscalationPath } from '../path.ts';
import { existingRolePaths } from './existing-roles.ts';
import { principalPaths } from './iam-principals.ts';
import { selfPaths } from './iam-self.ts';
import { moreExistingRolePaths } from './more-existing-roles.ts';
import { moreNewRolePaths } from './more-new-roles.ts';
import { morePrincipalPaths } from './more-principals.ts';
import { newRolePaths } from './new-roles.ts';
import { otherNewRolePaths } from './other-new-roles.ts';

/** Every path: the 65 of pathfinding.cloud's catalogue (December 2025) and those that only other catalogues or we have. */
export const escalationPaths: readonly EscalationPath[] = [
  ...selfPaths,
  ...principalPaths,
  ...morePrincipalPaths,
  ...newRolePaths,
  ...moreNewRolePaths,
  ...otherNewRolePaths,
  ...existingRolePaths,
  ...moreExistingRolePaths,
];
