import { could } from './could.ts';
import type { CompiledHolder } from './holder.ts';

/** An action of no service: only what allows everything allows it. */
const unheardOf = 'trailwarden-no-service:NoAction';

/**
 * Whether the holder may do everything: any action, known or not, and those that hand out access, on anything. Conditions that may
 * hold count as open.
 */
export const isAdministrator = (holder: CompiledHolder, at: string | undefined): boolean =>
  [unheardOf, 'iam:AttachRolePolicy', 'sts:AssumeRole'].every(
    (action) => could(holder, { action, resource: '*' }, at) !== undefined,
  );
