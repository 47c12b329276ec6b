import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { regionalArn } from '../../resource-arn.ts';

export default defineRule({
  id: 'rds-role-added',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['rds:AddRoleToDBInstance', 'rds:AddRoleToDBCluster'] },
  title: 'Role handed to a database',
  why: 'Whoever may run SQL on the database can now use the role: export tables to S3, call Lambda functions, whatever it allows.',
  fix: 'Check that the feature is wanted and that the role reaches no other bucket or function. Take it off otherwise.',
  misses: 'Roles given when the database was created or restored. What the role allows.',
  falsePositives: 'Setting up S3 import and export, Lambda or machine-learning features of a database.',
  attack: ['T1098.003'],
  messages: {
    instance: '{actor} gave database instance {database} the role {role}.',
    cluster: '{actor} gave database cluster {database} the role {role}.',
  },
  undo: {
    instance:
      'aws rds remove-role-from-db-instance --region {region} --db-instance-identifier {database} --role-arn {role} --feature-name {feature}',
    cluster:
      'aws rds remove-role-from-db-cluster --region {region} --db-cluster-identifier {database} --role-arn {role}',
  },

  evaluate(event) {
    const message = event.name.endsWith('Cluster') ? 'cluster' : 'instance';
    const database = textAt(
      event.request,
      message === 'cluster' ? 'dBClusterIdentifier' : 'dBInstanceIdentifier',
    );
    const type = message === 'cluster' ? 'cluster' : 'db';
    return [
      {
        message,
        resource:
          database === undefined ? accountArn(event) : regionalArn(event, 'rds', `${type}:${database}`),
        data: {
          database: database ?? 'unknown',
          role: textAt(event.request, 'roleArn') ?? 'unknown',
          feature: textAt(event.request, 'featureName') ?? 'unknown',
        },
      },
    ];
  },
});

const roleArn = 'arn:aws:iam::111122223333:role/export';

export const examples = (): Example[] => [
  {
    name: 'to an instance',
    expect: ['instance'],
    record: call('rds:AddRoleToDBInstance', {
      request: { dBInstanceIdentifier: 'orders', roleArn, featureName: 's3Export' },
    }),
  },
  {
    name: 'to a cluster',
    expect: ['cluster'],
    record: call('rds:AddRoleToDBCluster', { request: { dBClusterIdentifier: 'orders', roleArn } }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('rds:AddRoleToDBInstance', { error: denied('rds:AddRoleToDBInstance') }),
  },
];
