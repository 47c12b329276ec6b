/**
 * Where a policy document is attached, which decides how parts of it are read.
 *
 * - `identity`: on a user, group or role.
 * - `resource`: on a resource; a role's trust policy and a key policy are such.
 * - `boundary`, `session`: what limits a user or role, and one session.
 * - `scp`, `rcp`: the organisation's service and resource control policies.
 * - `endpoint`: on a VPC endpoint.
 */
export type PolicyKind = 'identity' | 'resource' | 'boundary' | 'session' | 'scp' | 'rcp' | 'endpoint';
