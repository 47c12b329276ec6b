import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { assumedRoleOrAccount } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { nameInArn } from '../../resource-arn.ts';

export default defineRule({
  id: 'saml-role-assumed',
  kind: 'inventory',
  severity: 'info',
  on: { actions: ['sts:AssumeRoleWithSAML'] },
  title: 'Role taken on through a SAML provider',
  why: 'Who came in through which identity provider and became what: the list for reviews of access.',
  fix: 'Nothing at once. Compare the list with the groups of the identity provider.',
  misses:
    'Refused attempts. Whether the assertion was genuine: AWS believes whoever holds the provider’s key.',
  falsePositives: 'None: this is a list.',
  attack: [],
  messages: { assumed: '{actor} took on role {role} through SAML provider {provider}.' },

  evaluate(event) {
    const { name: role, resource } = assumedRoleOrAccount(event);
    const provider = nameInArn(textAt(event.request, 'principalArn') ?? 'unknown');
    return [{ message: 'assumed', resource, data: { role, provider } }];
  },
});

const by = () => ({
  type: 'SAMLUser',
  principalId: 'SAMLprovider:alice@example.com',
  userName: 'alice@example.com',
  identityProvider: 'arn:aws:iam::111122223333:saml-provider/okta',
});

export const examples = (): Example[] => [
  {
    name: 'by a person',
    expect: ['assumed'],
    severity: 'info',
    record: call('sts:AssumeRoleWithSAML', {
      by: by(),
      request: {
        roleArn: 'arn:aws:iam::111122223333:role/reader',
        principalArn: 'arn:aws:iam::111122223333:saml-provider/okta',
        roleSessionName: 'alice@example.com',
      },
      readOnly: true,
    }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('sts:AssumeRoleWithSAML', { by: by(), error: denied('sts:AssumeRoleWithSAML') }),
  },
];
