/** One service that a user or role may call, in the answer of GetServiceLastAccessedDetails. */
export interface AccessedService {
  /** E.g. `s3`. */
  readonly namespace: string;
  readonly name: string;
  /** ISO 8601; absent when no attempt was seen in the tracking period. Attempts that AWS refused count as well. */
  readonly lastAttemptAt?: string;
  /** Actions that AWS tracks, when the job was of action level. */
  readonly actions: readonly { readonly name: string; readonly lastAttemptAt?: string }[];
}

/** What AWS saw a user or role use. */
export interface ServiceAccess {
  readonly granularity: 'service' | 'action';
  /** When the job was made, ISO 8601. */
  readonly generatedAt: string;
  readonly services: readonly AccessedService[];
}
