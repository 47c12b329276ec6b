import { call, denied, role, service } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { sageMakerCarriers } from '../../passed-role/machine-learning-carriers.ts';
import { passedRolesOf } from '../../passed-role/passed-roles.ts';

const namesOf = (event: IamEvent): readonly string[] => passedRolesOf(event).map(({ name }) => name);

export default defineRule({
  id: 'sagemaker-role-passed',
  kind: 'incident',
  severity: 'high',
  on: { actions: Object.keys(sageMakerCarriers) as Action[] },
  title: 'Role passed to SageMaker by somebody new',
  why: 'Notebooks and jobs of SageMaker run any code with the credentials of the role. A caller who never passed this role before may be after its rights (pathfinding.cloud sagemaker-001 to 003).',
  fix: 'Ask the caller what the job or notebook is for. If there is no answer, stop it, revoke the sessions of the role, and look at what was called with it.',
  misses:
    'Callers who pass the same role every week. Notebooks that have a role already: opening one is another call. Refused attempts: passrole-privileged tells of those for administrators’ roles.',
  falsePositives:
    'New colleagues, new projects, and pipelines that run less often than weekly. The first seven days, in which nothing can be new, are quiet.',
  attack: ['T1098.003', 'T1548.005'],
  messages: {
    passed: '{actor} passed role {roles} to SageMaker ({eventName}), for the first time in a week.',
  },

  history(event) {
    const roles = namesOf(event);
    if (roles.length === 0 || event.via === 'service') return [];
    return [{ kind: 'first-seen', key: JSON.stringify([event.actor.key, ...roles]), days: 7 }];
  },

  evaluate(event, { history }) {
    const passed = passedRolesOf(event);
    if (history[0]?.status !== 'met') return [];
    return [
      {
        message: 'passed',
        resource: passed[0]?.arn ?? actorArn(event),
        data: { roles: passed.map(({ name }) => name) },
      },
    ];
  },
});

const request = { roleArn: 'arn:aws:iam::111122223333:role/service-role/training', trainingJobName: 't' };
const trains = (over: object = {}) => call('sagemaker:CreateTrainingJob', { request, ...over });

export const examples = (): Example[] => [
  { name: 'to a training job', expect: ['passed'], severity: 'high', record: trains() },
  {
    name: 'a role that somebody else passes every day',
    expect: ['passed'],
    before: [trains({ by: role('science', 'alice'), time: '2026-03-03T05:06:07Z' })],
    record: trains(),
  },
  {
    name: 'again in the week, by another session of the role',
    expect: [],
    before: [trains({ by: role('science', 'alice'), time: '2026-03-01T05:06:07Z' })],
    record: trains({ by: role('science', 'bob') }),
  },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: trains(),
  },
  {
    name: 'without a role',
    expect: [],
    record: call('sagemaker:StartPipelineExecution', { request: { pipelineName: 'p' } }),
  },
  { name: 'by SageMaker itself', expect: [], record: trains({ by: service('sagemaker.amazonaws.com') }) },
  {
    name: 'refused',
    expect: [],
    record: call('sagemaker:CreateTrainingJob', { error: denied('sagemaker:CreateTrainingJob') }),
  },
];
