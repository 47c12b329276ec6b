import { call, denied, role, service } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { refusedArnOf, regionalArn } from '../../resource-arn.ts';

/** The parameter that names what is deleted, and the type of resource in its ARN. */
const deletedBy: Readonly<Record<string, readonly [parameter: string, type: string]>> = {
  DeleteConfigRule: ['configRuleName', 'config-rule'],
  DeleteOrganizationConfigRule: ['organizationConfigRuleName', 'organization-config-rule'],
  DeleteConformancePack: ['conformancePackName', 'conformance-pack'],
  DeleteOrganizationConformancePack: ['organizationConformancePackName', 'organization-conformance-pack'],
  DeleteRemediationConfiguration: ['configRuleName', 'config-rule'],
  DeleteConfigurationAggregator: ['configurationAggregatorName', 'config-aggregator'],
  DeleteRetentionConfiguration: ['retentionConfigurationName', 'retention-configuration'],
};

export default defineRule({
  id: 'config-rules-deleted',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'config:DeleteConfigRule',
      'config:DeleteOrganizationConfigRule',
      'config:DeleteConformancePack',
      'config:DeleteOrganizationConformancePack',
      'config:DeleteRemediationConfiguration',
      'config:DeleteConfigurationAggregator',
      'config:DeleteRetentionConfiguration',
    ],
  },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'AWS Config rule or its remediation deleted',
  why: 'A check that would have reported the attacker’s next step is gone, and its history of results with it.',
  fix: 'Create it again from your templates unless its owner retired it.',
  misses: 'Rules whose scope or parameters are changed so that they find nothing.',
  falsePositives:
    'Retiring checks, tearing down stacks: deployments by CloudFormation or by a role of the setting pipelines are rated low. What Security Hub, Firewall Manager and AWS Control Tower delete themselves is left out.',
  attack: ['T1562.001'],
  messages: {
    deleted: {
      done: '{actor} deleted {name} from AWS Config in {region} ({eventName}).',
      tried: '{actor} tried to delete a check from AWS Config in {region} ({eventName}); AWS refused it.',
    },
  },

  evaluate(event) {
    const [parameter, type] = deletedBy[event.name] ?? ['', ''];
    const name = textAt(event.request, parameter);
    const resource =
      name === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : regionalArn(event, 'config', `${type}/${name}`);
    return [{ message: 'deleted', resource, aspect: event.name, data: { name: name ?? 'unknown' } }];
  },
});

const request = { configRuleName: 'iam-root-access-key-check' };

export const examples = (): Example[] => [
  {
    name: 'a rule',
    expect: ['deleted'],
    severity: 'medium',
    record: call('config:DeleteConfigRule', { request }),
  },
  {
    name: 'a pack',
    expect: ['deleted'],
    record: call('config:DeleteConformancePack', { request: { conformancePackName: 'cis' } }),
  },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'low',
    record: call('config:DeleteConfigRule', { error: denied('config:DeleteConfigRule') }),
  },
  {
    name: 'by a role that deploys',
    expect: ['deleted'],
    severity: 'low',
    record: call('config:DeleteConfigRule', { request, by: role('deploy', 'ci') }),
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
  },
  {
    name: 'by Security Hub',
    expect: [],
    record: call('config:DeleteConfigRule', { request, by: service('securityhub.amazonaws.com') }),
  },
  {
    name: 'no such rule',
    expect: [],
    record: call('config:DeleteConfigRule', { request, error: { code: 'NoSuchConfigRuleException' } }),
  },
];
