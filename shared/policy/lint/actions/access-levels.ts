import type { ActionDetail } from '../../actions/action-catalogue.ts';
import type { AccessLevel } from '../../actions/action-data.ts';
import type { DocumentStatement } from '../../policy-document.ts';
import { allows, defineCheck, denies, type LintCheck, type LintSubject } from '../define-check.ts';
import { actionPlace, named, onEverything } from '../identity/scope.ts';
import { allow, deny, policy } from '../sample.ts';

/** The actions that the document denies on everything without any condition. */
const deniedEverywhere = ({ document, covered }: LintSubject): ReadonlySet<ActionDetail> =>
  new Set(
    document.statements
      .filter(
        (statement) =>
          denies(statement) &&
          statement.tests.length === 0 &&
          !statement.resources?.except &&
          onEverything(statement),
      )
      .flatMap((statement) => [...covered(statement)]),
  );

const levels = new WeakMap<ReadonlySet<ActionDetail>, ReadonlyMap<AccessLevel, readonly ActionDetail[]>>();

const ofLevel = (covered: ReadonlySet<ActionDetail>, level: AccessLevel): readonly ActionDetail[] => {
  const known = levels.get(covered) ?? Map.groupBy(covered, (action) => action.level);
  levels.set(covered, known);
  return known.get(level) ?? [];
};

/** The actions of a level that a statement allows on every resource without any condition. */
const allowedOfLevel = (
  statement: DocumentStatement,
  { covered }: LintSubject,
  level: AccessLevel,
): readonly ActionDetail[] =>
  allows(statement) && onEverything(statement) && statement.tests.length === 0
    ? ofLevel(covered(statement), level)
    : [];

/** A check for actions of a level that nothing limits. */
const unlimited = (
  level: AccessLevel,
  isMeant: (action: ActionDetail) => boolean,
  what: string,
  check: Omit<LintCheck, 'find' | 'kinds'>,
): LintCheck =>
  defineCheck({
    ...check,
    kinds: ['identity'],
    find: (subject) => {
      const denied = deniedEverywhere(subject);
      return subject.document.statements.flatMap((statement) => {
        const found = allowedOfLevel(statement, subject, level)
          .filter((action) => isMeant(action) && !denied.has(action))
          .map(({ action }) => action);
        const says = `${named(found)} on every resource: ${what}.`;
        return found.length === 0
          ? []
          : [{ place: actionPlace(statement), statement: statement.index, says }];
      });
    },
  });

const at = '/Statement/0/Action';
const star = (Action: unknown) => policy(allow({ Action, Resource: '*' }));

export const permissionsManagementUnconstrained = unlimited(
  'Permissions management',
  () => true,
  'its holder decides who may do what',
  {
    id: 'permissions-management-unconstrained',
    severity: 'medium',
    title: 'May change permissions of every resource',
    explanation:
      'Actions of the level "Permissions management" hand out access: policies, grants, shares, access lists. On every resource they are as good as the access itself.',
    fix: 'Name the resources, or add a condition; leave the rest to one role for administration.',
    source:
      'Cloudsplaining; parliament, "PERMISSIONS_MANAGEMENT_ACTIONS"; Service Authorization Reference, access levels',
    examples: [
      { name: 'one', document: star('glacier:SetVaultAccessPolicy'), expect: [at] },
      { name: 'by a wildcard', document: star(['backup:Put*']), expect: [`/Statement/0/Action`] },
      {
        name: 'on one resource',
        document: policy(
          allow({ Action: 'sqs:AddPermission', Resource: 'arn:aws:sqs:us-east-1:111122223333:jobs' }),
        ),
        expect: [],
      },
      {
        name: 'with a condition',
        document: policy(
          allow({
            Action: 'kms:CreateGrant',
            Resource: '*',
            Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
          }),
        ),
        expect: [],
      },
      {
        name: 'denied',
        document: policy(
          allow({ Action: 'sns:AddPermission', Resource: '*' }),
          deny({ Action: 'sns:*Permission', Resource: '*' }),
        ),
        expect: [],
      },
      { name: 'another level', document: star('sqs:SendMessage'), expect: [] },
    ],
  },
);

export const writeWithoutConstraint = unlimited(
  'Write',
  ({ resourceTypes }) => resourceTypes.length > 0,
  'each could be limited to some',
  {
    id: 'write-without-constraint',
    severity: 'low',
    title: 'May change every resource of a kind',
    explanation:
      'The actions can be limited to resources and are not, so what is there now and what will be can be changed or deleted.',
    fix: 'Name the resources, or decide by tag or by a condition.',
    source: 'Cloudsplaining, "Infrastructure modification"; Service Authorization Reference, resource types',
    examples: [
      { name: 'one', document: star('dynamodb:DeleteTable'), expect: [at] },
      {
        name: 'by NotAction',
        document: policy(allow({ Action: undefined, NotAction: 'iam:*', Resource: '*' })),
        expect: ['/Statement/0/NotAction'],
      },
      {
        name: 'on one table',
        document: policy(
          allow({
            Action: 'dynamodb:DeleteTable',
            Resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/orders',
          }),
        ),
        expect: [],
      },
      { name: 'an action that cannot be limited', document: star('s3:CreateJob'), expect: [] },
      { name: 'reading', document: star('dynamodb:GetItem'), expect: [] },
    ],
  },
);
