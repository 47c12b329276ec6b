import type { ActionCatalogue, ActionDetail } from '../../actions/action-catalogue.ts';
import { isEverything, patternOf } from '../../pattern.ts';
import type { ConditionTest, DocumentStatement } from '../../policy-document.ts';
import {
  allows,
  defineCheck,
  denies,
  type LintHit,
  type LintSubject,
  lintKinds,
  ofStatements,
} from '../define-check.ts';
import { named } from '../identity/scope.ts';
import { operatorParts } from '../operator-parts.ts';
import { allow, deny, policy } from '../sample.ts';

/** Global keys that only the actions that list them have. */
const isOfTags = (key: string): boolean => /^aws:(requesttag\/|resourcetag\/|tagkeys$)/i.test(key);

const isOfResourceTag = (key: string): boolean => /^aws:resourcetag\//i.test(key);

const isOfAllActions = ({ actions }: DocumentStatement): boolean =>
  actions === undefined ||
  actions.except ||
  actions.entries.some(({ text }) => isEverything(patternOf(text)) || /^\*+:/.test(text));

/** The actions of a statement, by their services. */
type Services = ReadonlyMap<string, readonly ActionDetail[]>;

const servicesOf = (subject: LintSubject, statement: DocumentStatement): Services =>
  Map.groupBy(subject.covered(statement), ({ service }) => service);

/** The services none of whose actions in the statement has a key. */
const without = (
  key: string,
  services: Services,
  { context: { catalogue }, steps }: LintSubject,
): readonly string[] =>
  [...services].flatMap(([service, actions]) => {
    if (catalogue === undefined) return [];
    steps.spend(1 + (catalogue.actionsOf(service).length >> 1));
    const having = catalogue.actionsWithKey(service, key);
    return actions.some((action) => having.has(action)) ? [] : [service];
  });

/** Whether a key, which exists, is one that only some actions have. */
const isOfSomeActions = (key: string, catalogue: ActionCatalogue): boolean =>
  isOfTags(key) ||
  (catalogue.globalKey(key) === undefined &&
    catalogue.conditionKey(key.slice(0, key.indexOf(':')), key) !== undefined);

const consequence = (statement: DocumentStatement, { operator }: ConditionTest): string => {
  const { negated, ifExists, base, set } = operatorParts(operator);
  const holds = negated || ifExists || set === 'all' || base === 'null';
  if (allows(statement)) return holds ? 'the test limits nothing' : 'nothing is allowed';
  return holds ? 'the test limits nothing' : 'nothing is denied';
};

const neverThere = (statement: DocumentStatement, subject: LintSubject): readonly LintHit[] => {
  const { catalogue } = subject.context;
  if (catalogue === undefined || isOfAllActions(statement) || statement.tests.length === 0) return [];
  const services = servicesOf(subject, statement);
  if (services.size === 0) return [];
  return statement.tests
    .filter(({ name }) => isOfSomeActions(name, catalogue))
    .filter(({ name }) => !(denies(statement) && isOfResourceTag(name)))
    .filter(({ name }) => without(name, services, subject).length === services.size)
    .map((test) => ({
      place: test.place,
      says: `No action of the statement has ${test.name}: ${consequence(statement, test)}.`,
    }));
};

const at = (operator: string, key: string) =>
  `/Statement/0/Condition/${operator}/${key.replaceAll('/', '~1')}`;
const prefix = { StringLike: { 's3:prefix': 'home/*' } };
const source =
  'Service Authorization Reference; IAM Access Analyzer policy check reference, "Unsupported action for condition key"';

export const conditionKeyNotForAction = defineCheck({
  id: 'condition-key-not-for-action',
  severity: 'medium',
  kinds: lintKinds,
  title: 'A condition key that these actions never have',
  explanation:
    'The key exists, but not in requests of these actions, so the test is decided by its absence: an Allow never holds, a Deny never denies, a negated one always.',
  fix: 'Test a key that the actions have (Service Authorization Reference, "Condition keys"), or put the test on the actions that have it.',
  source,
  find: ofStatements(neverThere),
  examples: [
    {
      name: 'a prefix for reading an object',
      document: policy(allow({ Condition: prefix })),
      expect: [at('StringLike', 's3:prefix')],
    },
    {
      name: 'a tag of the request where nothing is tagged',
      document: policy(
        allow({ Action: 'sqs:SendMessage', Condition: { StringEquals: { 'aws:RequestTag/team': 'a' } } }),
      ),
      expect: [at('StringEquals', 'aws:RequestTag/team')],
    },
    {
      name: 'the key of another service',
      document: policy(
        deny({
          Action: 'lambda:CreateFunction',
          Condition: { StringNotEquals: { 'iam:PassedToService': 'x' } },
        }),
      ),
      expect: [at('StringNotEquals', 'iam:PassedToService')],
    },
    {
      name: 'an external id for a token',
      kind: 'trust',
      document: policy({
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
      }),
      expect: [at('StringEquals', 'sts:ExternalId')],
    },
    {
      name: 'one of the actions has it',
      document: policy(allow({ Action: ['s3:ListBucket', 's3:GetObject'], Condition: prefix })),
      expect: [],
    },
    {
      name: 'a key of every request',
      document: policy(allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })),
      expect: [],
    },
    {
      name: 'of all actions',
      document: policy(deny({ Action: '*', Condition: prefix })),
      expect: [],
    },
  ],
});

const sayTags = (statement: DocumentStatement, subject: LintSubject): readonly LintHit[] => {
  if (!denies(statement) || isOfAllActions(statement)) return [];
  const tests = statement.tests.filter(({ name }) => isOfResourceTag(name));
  if (tests.length === 0) return [];
  const services = servicesOf(subject, statement);
  return tests.flatMap((test) => {
    const silent = without(test.name, services, subject);
    const { negated, ifExists } = operatorParts(test.operator);
    const then = negated || ifExists ? 'all their resources are denied' : 'nothing of theirs is denied';
    return silent.length === 0
      ? []
      : [{ place: test.place, says: `Requests to ${named(silent)} never hold ${test.name}: ${then}.` }];
  });
};

export const tagConditionUnsupported = defineCheck({
  id: 'tag-condition-unsupported',
  severity: 'medium',
  kinds: ['identity', 'resource', 'scp'],
  title: 'A Deny by tag for a service that never tells the tag',
  explanation:
    'Not every service hands the tags of a resource to IAM. There the key is absent, so a Deny of certain tags denies nothing.',
  fix: 'Name the resources, or deny what has no such tag with a service that supports it (IAM User Guide, "AWS services that work with IAM", ABAC).',
  source: 'IAM User Guide, "AWS services that work with IAM"; Service Authorization Reference',
  find: ofStatements(sayTags),
  examples: [
    {
      name: 'a service without',
      document: policy(
        deny({
          Action: 'sts:GetFederationToken',
          Condition: { StringEquals: { 'aws:ResourceTag/secret': 'yes' } },
        }),
      ),
      expect: [at('StringEquals', 'aws:ResourceTag/secret')],
    },
    {
      name: 'one of two services',
      document: policy(
        deny({
          Action: ['ec2:StopInstances', 'health:DescribeEvents'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/secret': 'yes' } },
        }),
      ),
      expect: [at('StringEquals', 'aws:ResourceTag/secret')],
    },
    {
      name: 'a service with',
      document: policy(
        deny({
          Action: 'ec2:StopInstances',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/secret': 'yes' } },
        }),
      ),
      expect: [],
    },
    {
      name: 'the tag of the caller',
      document: policy(
        deny({
          Action: 'health:DescribeEvents',
          Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } },
        }),
      ),
      expect: [],
    },
  ],
});
