import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { call, denied, role } from '../../../events/example.ts';
import { booleanAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isUnloggedRefusal, namedInCall } from '../../named-in-call.ts';

export default defineRule({
  id: 'identity-center-application-assigned',
  kind: 'incident',
  severity: 'low',
  on: {
    actions: [
      'sso:AssociateProfile',
      'sso:CreateApplicationAssignment',
      'sso:PutApplicationAssignmentConfiguration',
    ],
  },
  outcome: 'attempted',
  title: 'Application given to people through IAM Identity Center',
  why: 'Applications act for the person who signs in: with mail, tickets, data in Redshift or S3. One that asks for no assignment lets in everybody of the directory.',
  fix: 'Check that a change request names the person and the application. Delete the assignment otherwise, or ask for assignments again.',
  misses:
    'What the application lets people do. Assignments by roles named in the settings pipelines and approvedAdminRoles.',
  falsePositives: 'Onboarding by hand. Name who does it in the setting approvedAdminRoles.',
  attack: ['T1098'],
  messages: {
    assigned: {
      done: '{actor} gave {principal} application {resource} ({eventName}).',
      tried: '{actor} tried to give somebody an application ({eventName}); AWS refused it.',
    },
    everybody: {
      done: '{actor} opened application {resource} to everybody of the directory, assigned or not.',
      tried: '{actor} tried to change who may use application {resource}; AWS refused it.',
    },
  },

  evaluate(event, { settings }) {
    const resource = namedInCall(event, 'applicationArn', 'instanceArn');
    if (event.name === 'PutApplicationAssignmentConfiguration') {
      const isOpened = booleanAt(event.request, 'assignmentRequired') === false || isUnloggedRefusal(event);
      return isOpened ? [{ message: 'everybody', severity: 'medium', resource, data: {} }] : [];
    }
    const { pipelines, approvedAdminRoles } = settings;
    if ([pipelines, approvedAdminRoles].some((roles) => matchesAnyArnPattern(roles, event.actor.roleArn)))
      return [];
    const kind = textAt(event.request, 'principalType')?.toLowerCase() ?? 'user or group';
    const id = textAt(event.request, 'principalId') ?? textAt(event.request, 'accessorId') ?? 'unknown';
    return [{ message: 'assigned', resource, data: { principal: `${kind} ${id}` } }];
  },
});

const applicationArn = 'arn:aws:sso::111122223333:application/ssoins-1234567890abcdef/apl-1234567890abcdef';
const assigns = (over: object = {}) =>
  call('sso:CreateApplicationAssignment', {
    request: { applicationArn, principalType: 'GROUP', principalId: '94d00cd8-e9e6-4810-b177-b08e84775435' },
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'to a group', expect: ['assigned'], severity: 'low', record: assigns() },
  {
    name: 'to everybody',
    expect: ['everybody'],
    severity: 'medium',
    record: call('sso:PutApplicationAssignmentConfiguration', {
      request: { applicationArn, assignmentRequired: false },
    }),
  },
  {
    name: 'refused',
    expect: ['everybody'],
    severity: 'low',
    record: call('sso:PutApplicationAssignmentConfiguration', {
      error: denied('sso:PutApplicationAssignmentConfiguration', applicationArn),
    }),
  },
  {
    name: 'by the pipeline',
    expect: [],
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
    record: assigns({ by: role('deploy', 'run-1') }),
  },
  {
    name: 'only to whom it is assigned',
    expect: [],
    record: call('sso:PutApplicationAssignmentConfiguration', {
      request: { applicationArn, assignmentRequired: true },
    }),
  },
  { name: 'in error', expect: [], record: assigns({ error: { code: 'ConflictException' } }) },
];
