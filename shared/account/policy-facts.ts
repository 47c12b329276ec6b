/** The document of a managed policy that is in force, or of one of its versions. */
export interface PolicyDocumentFact {
  readonly arn: string;
  /** E.g. `v3`. */
  readonly version: string;
  /** When the version was made, ISO 8601. */
  readonly createdAt: string;
  /** JSON text, decoded. */
  readonly document: string;
}

/** The version of a managed policy that was in force before another one was. */
export interface PolicyBeforeFact extends PolicyDocumentFact {
  /** AWS keeps no record of which version was in force: unless there is one other only, it is the newest of the others. */
  readonly isCertain: boolean;
}

/** One document that gives a user, role or group something. */
export interface HeldPolicy {
  /** Of a managed policy its ARN, of an inline one its name. */
  readonly name: string;
  readonly kind: 'managed' | 'inline';
  /** Who holds it: `user/NAME`, `role/NAME`, `group/NAME`. */
  readonly holder: string;
  /** JSON text. */
  readonly document: string;
}

/** What a user, role or group has been given: its own policies, those of its groups, and its boundary. */
export interface PermissionsFact {
  readonly policies: readonly HeldPolicy[];
  /** Names; of a user only. */
  readonly groups: readonly string[];
  readonly boundary?: { readonly arn: string; readonly document: string };
  /** What could not be read, each a sentence part: what it gives or denies is not known. */
  readonly gaps: readonly string[];
}

/** What the last nightly snapshot says of one thing, before an event changed it. All documents are JSON text. */
export interface PriorStateFact {
  /** When AWS was asked, ISO 8601. */
  readonly readAt: string;
  /** Of a role. */
  readonly trustPolicy?: string;
  /** Inline policies by name. */
  readonly inline?: Readonly<Record<string, string>>;
  /** ARNs of managed policies. */
  readonly attached?: readonly string[];
  readonly boundaryArn?: string;
  /** Of a managed policy: the version in force then. Of a control policy: its content. */
  readonly version?: string;
  readonly document?: string;
}
