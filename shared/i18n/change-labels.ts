type Change = 'gained' | 'widened' | 'undenied' | 'lost' | 'narrowed' | 'denied';

/** The words of what a call changed about access. */
export interface ChangeLabels {
  readonly of: Readonly<
    Record<
      | 'managed-policy'
      | 'inline-policy'
      | 'trust-policy'
      | 'boundary'
      | 'group-membership'
      | 'resource-policy'
      | 'permission-set'
      | 'control-policy',
      string
    >
  >;
  readonly before: Readonly<
    Record<'nothing' | 'iam' | 'version' | 'assumed' | 'snapshot' | 'unknown', string>
  >;
  readonly compared: string;
  readonly unread: string;
  readonly action: Readonly<Record<Change, string>>;
  readonly principal: Readonly<Record<Change, string>>;
  readonly line: Readonly<Record<'opened' | 'guard' | 'others' | 'added' | 'removed', string>>;
  readonly moreLines: string;
  /** AWS's access levels (Service Authorization Reference), by their English names. */
  readonly level: Readonly<Record<string, string>>;
  /** Sentences that stand for a path, by what they are in English. */
  readonly path: Readonly<Record<string, string>>;
}

export const englishChange: ChangeLabels = {
  of: {
    'managed-policy': 'Policy {name}',
    'inline-policy': 'Inline policy {name}',
    'trust-policy': 'Trust policy of role {name}',
    boundary: 'Permissions boundary {name}',
    'group-membership': 'Membership of group {name}',
    'resource-policy': 'Policy of {name}',
    'permission-set': 'Permission set {name}',
    'control-policy': 'Policy {name} of the organisation',
  },
  before: {
    nothing: 'nothing: there was none before',
    iam: 'what IAM says',
    version: 'version {version}',
    assumed: 'version {version}, the newest of the others (IAM does not tell which was in force)',
    snapshot: 'the snapshot of {time} UTC',
    unknown: 'nothing, so that all it says shows as new; what it said before is not known: {cause}',
  },
  compared: '{what}, compared with {before}.',
  unread: '{what}: what it says now is not known ({cause}).',
  action: {
    gained: 'gains',
    widened: 'widens',
    undenied: 'no longer denies',
    lost: 'loses',
    narrowed: 'narrows',
    denied: 'denies',
  },
  principal: {
    gained: 'lets in',
    widened: 'lets do more',
    undenied: 'no longer denies',
    lost: 'shuts out',
    narrowed: 'lets do less',
    denied: 'denies',
  },
  line: {
    opened: 'opens',
    guard: 'guard gone',
    others: 'also names',
    added: 'statement added',
    removed: 'statement removed',
  },
  moreLines: '{count} more lines',
  level: {
    'Permissions management': 'Permissions management',
    Write: 'Write',
    Tagging: 'Tagging',
    Read: 'Read',
    List: 'List',
  },
  path: { 'everything: it is an administrator now': 'everything: it is an administrator now' },
};
