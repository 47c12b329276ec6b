import { allows, defineCheck, ofStatements } from '../define-check.ts';
import { allow, deny, policy } from '../sample.ts';
import { actionPlace, covers, isAnything, isDenied, onEverything } from './scope.ts';

/** An action of no service: only a pattern for all actions covers it. */
const noAction = 'zz-no-service:NoAction';

export const adminStar = defineCheck({
  id: 'admin-star',
  severity: 'critical',
  kinds: ['identity'],
  title: 'Everything is allowed',
  explanation:
    'Action "*" on "*" is full control of the account: every other limit can be taken off with it.',
  fix: 'Allow what is needed. For administrators use a role with MFA and short sessions.',
  source: 'Cloudsplaining; CIS AWS Foundations Benchmark, full administrative privileges',
  find: ofStatements((statement, { document }) =>
    allows(statement) &&
    statement.actions?.except === false &&
    onEverything(statement) &&
    covers(statement, noAction) &&
    !isDenied(document, noAction)
      ? [
          {
            place: actionPlace(statement),
            says:
              statement.tests.length > 0
                ? 'Every action on every resource is allowed while the condition holds.'
                : 'Every action on every resource is allowed.',
            ...(statement.tests.length > 0 ? { severity: 'high' as const } : {}),
          },
        ]
      : [],
  ),
  examples: [
    {
      name: 'everything',
      document: policy(allow({ Action: '*', Resource: '*' })),
      expect: ['/Statement/0/Action'],
      severity: 'critical',
    },
    {
      name: 'spelt otherwise',
      document: policy(allow({ Action: ['*:*'], Resource: ['arn:*'] })),
      expect: ['/Statement/0/Action'],
    },
    {
      name: 'with a condition',
      document: policy(
        allow({ Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      ),
      expect: ['/Statement/0/Action'],
      severity: 'high',
    },
    {
      name: 'taken away again',
      document: policy(allow({ Action: '*', Resource: '*' }), deny({ Action: '*', Resource: '*' })),
      expect: [],
    },
    {
      name: 'on one bucket',
      document: policy(allow({ Action: '*', Resource: 'arn:aws:s3:::b' })),
      expect: [],
    },
    { name: 'one service', document: policy(allow({ Action: 's3:*', Resource: '*' })), expect: [] },
  ],
});

/** Services in which everything means taking over identities, guards or keys. */
const grave = new Set(['iam', 'sts', 'organizations', 'sso', 'kms', 's3']);

export const serviceStar = defineCheck({
  id: 'service-star',
  severity: 'medium',
  kinds: ['identity'],
  title: 'Every action of a service',
  explanation:
    'It includes what changes permissions, shares resources and deletes data, and whatever AWS adds to the service.',
  fix: 'List the actions, or the groups that are needed (Get*, List*).',
  source: 'Cloudsplaining; AWS Security Hub IAM.21',
  find: ofStatements((statement) =>
    allows(statement) && statement.actions?.except === false
      ? statement.actions.entries.flatMap(({ text, place }) => {
          const service = /^([a-z0-9-]+):\*+$/i.exec(text)?.[1]?.toLowerCase();
          return service === undefined
            ? []
            : [
                {
                  place,
                  says: `Every action of ${service} is allowed.`,
                  ...(grave.has(service) ? { severity: 'high' as const } : {}),
                },
              ];
        })
      : [],
  ),
  examples: [
    {
      name: 'a service',
      document: policy(allow({ Action: 'sqs:*' })),
      expect: ['/Statement/0/Action'],
      severity: 'medium',
    },
    {
      name: 'IAM',
      document: policy(allow({ Action: ['IAM:*'] })),
      expect: ['/Statement/0/Action/0'],
      severity: 'high',
    },
    { name: 'a group of actions', document: policy(allow({ Action: 'sqs:Get*' })), expect: [] },
  ],
});

export const notActionAllow = defineCheck({
  id: 'not-action-allow',
  severity: 'high',
  kinds: ['identity', 'resource', 'scp'],
  title: 'Allow for everything but a list of actions',
  explanation: 'Allow with NotAction grants every service there is and every one that AWS will add.',
  fix: 'Write Action with what is needed, or turn it into a Deny with NotAction.',
  source: 'IAM User Guide, "IAM JSON policy elements: NotAction"; parliament',
  find: ofStatements((statement, { kind, document }) => {
    if (!allows(statement) || !statement.actions?.except || kind === 'scp') return [];
    const grants =
      onEverything(statement) &&
      covers(statement, 'iam:AttachUserPolicy') &&
      statement.tests.length === 0 &&
      !isDenied(document, 'iam:AttachUserPolicy');
    return [
      {
        place: statement.actions.place,
        says: `All actions but ${statement.actions.entries.length} are allowed${grants ? ', IAM’s among them' : ''}.`,
        ...(grants ? { severity: 'critical' as const } : {}),
      },
    ];
  }),
  examples: [
    {
      name: 'with IAM in it',
      document: policy(allow({ Action: undefined, NotAction: 's3:*', Resource: '*' })),
      expect: ['/Statement/0/NotAction'],
      severity: 'critical',
    },
    {
      name: 'without IAM',
      document: policy(allow({ Action: undefined, NotAction: 'iam:*', Resource: '*' })),
      expect: ['/Statement/0/NotAction'],
      severity: 'high',
    },
    {
      name: 'a Deny',
      document: policy(deny({ Action: undefined, NotAction: 'iam:*', Resource: '*' })),
      expect: [],
    },
  ],
});

export const notResourceAllow = defineCheck({
  id: 'not-resource-allow',
  severity: 'medium',
  kinds: ['identity'],
  title: 'Allow for every resource but a list',
  explanation: 'Allow with NotResource covers every resource there is and every one that will be made.',
  fix: 'Write Resource with what is meant; keep exceptions in a Deny.',
  source: 'IAM User Guide, "IAM JSON policy elements: NotResource"; parliament',
  find: ofStatements((statement) =>
    allows(statement) && statement.resources?.except
      ? [
          {
            place: statement.resources.place,
            says: `All resources but ${statement.resources.entries.length} are covered.`,
          },
        ]
      : [],
  ),
  examples: [
    {
      name: 'Allow',
      document: policy(allow({ Resource: undefined, NotResource: 'arn:aws:s3:::b/*' })),
      expect: ['/Statement/0/NotResource'],
    },
    {
      name: 'Deny',
      document: policy(deny({ Resource: undefined, NotResource: 'arn:aws:s3:::b/*' })),
      expect: [],
    },
  ],
});

export const resourceEffectivelyStar = defineCheck({
  id: 'resource-effectively-star',
  severity: 'low',
  kinds: ['identity'],
  title: 'A resource that is "*" in other words',
  explanation: 'It reads like a limit and is none.',
  fix: 'Name resources, or write "*" so that everybody sees it.',
  source: 'parliament',
  find: ofStatements((statement) =>
    allows(statement) && statement.resources?.except === false
      ? statement.resources.entries
          .filter(
            ({ text }) =>
              text !== '*' &&
              (isAnything(text) ||
                /^arn:[^:]*:[^:]*:[^:]*:\*?:\*+$/.test(text) ||
                /^arn:[^:]*:[^:]*:::\*+$/.test(text)),
          )
          .map(({ place, text }) => ({
            place,
            says: `"${text}" covers everything${isAnything(text) ? '' : ' of the service'}.`,
          }))
      : [],
  ),
  examples: [
    {
      name: 'every bucket',
      document: policy(allow({ Resource: 'arn:aws:s3:::*' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'every ARN',
      document: policy(allow({ Resource: ['arn:*'] })),
      expect: ['/Statement/0/Resource/0'],
    },
    {
      name: 'more than a star',
      document: policy(allow({ Resource: '?*' })),
      expect: ['/Statement/0/Resource'],
    },
    { name: 'a star', document: policy(allow({ Resource: '*' })), expect: [] },
    { name: 'a bucket', document: policy(allow({})), expect: [] },
  ],
});
