const arnParts = /^arn:[^:]*:([^:]*):[^:]*:([^:]*):(.+)$/;

/** What a resource is called in a sentence. */
export interface ResourceName {
  /** `ci-deploy`; the whole text where it is no ARN. */
  readonly name: string;
  /** `role`, `user`, `trail` …; absent where the ARN tells no type. */
  readonly type?: string;
  /** Set for the ARN that stands for a whole account. */
  readonly accountId?: string;
}

/**
 * Takes a resource's short name out of its ARN: the last segment, so that paths and Regions do not crowd a headline. The whole
 * ARN belongs beside it wherever there is room.
 */
export const resourceNameOf = (resource: string): ResourceName => {
  const [, service, accountId = '', rest = ''] = arnParts.exec(resource) ?? [];
  if (service === undefined) return { name: resource };
  if (service === 'iam' && rest === 'root') return { name: accountId, accountId };
  // An object key is part of the name, and a bucket ARN has no type.
  if (service === 's3') return { name: rest };
  const typed = /^([a-z][A-Za-z0-9-]*)[/:](.+)$/.exec(rest);
  if (!typed?.[1] || !typed[2]) return { name: rest };
  const name = typed[2].slice(typed[2].lastIndexOf('/') + 1);
  return { type: typed[1], name: name === '' ? typed[2] : name };
};
