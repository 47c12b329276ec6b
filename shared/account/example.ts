/**
 * Builders of account snapshots for the examples inside checks and for tests. What is not said is ordinary: a user without any
 * credential, a role without any policy.
 */
export * from './example-core.ts';
export * from './example-credentials.ts';
export * from './example-identities.ts';
export * from './example-trails.ts';
