import { readSource } from '../../account/example.ts';
import type { OrganizationPolicy } from '../../account/snapshot-organization.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { attachedOfType } from '../organization-policies.ts';

type Content =
  | {
      readonly services?: {
        readonly default?: { readonly opt_out_policy?: { readonly '@@assign'?: unknown } };
      };
    }
  | undefined;

/** The content as an object; undefined when it is none. */
const contentOf = ({ content }: OrganizationPolicy): Content => {
  try {
    return (typeof content === 'string' ? JSON.parse(content) : content) as Content;
  } catch {
    // The caller says that it cannot be read.
    return undefined;
  }
};

export const check = defineCheck({
  id: 'organization-ai-opt-out-missing',
  topic: 'organization',
  severity: 'info',
  title: 'AWS may use your content to improve its AI services',
  why: 'Without an opt-out policy some services may store and use content outside the Region it belongs to.',
  fix: 'Attach an AI services opt-out policy to the root of the organisation, with opt_out_policy "optOut" for the default.',
  misses: 'Policies further down that opt in again, unless the operators forbid it.',
  needs: ['organizationPolicies'],
  messages: {
    FAIL: {
      none: 'No AI services opt-out policy is attached to anything.',
      partly: 'The attached AI services opt-out policies ({policies}) do not opt out by default.',
    },
    PASS: { out: 'The AI services opt-out policy {policy} opts out by default.' },
    NOT_APPLICABLE: { outside: 'The account is in no organisation.' },
    NOT_EVALUATED: { unreadable: 'The AI services opt-out policy {policy} cannot be read.' },
  },

  judge({ sources: { organizationPolicies: found }, account }) {
    if (!found.inOrganization) return [ofAccount(account, 'outside')];
    const policies = attachedOfType(found.value, 'AISERVICES_OPT_OUT_POLICY');
    if (policies.length === 0) return [ofAccount(account, 'none')];
    const out = policies.find(
      (policy) => contentOf(policy)?.services?.default?.opt_out_policy?.['@@assign'] === 'optOut',
    );
    if (out) return [ofAccount(account, 'out', { policy: out.name })];
    const broken = policies.find((policy) => contentOf(policy) === undefined);
    return broken
      ? [ofAccount(account, 'unreadable', { policy: broken.name })]
      : [ofAccount(account, 'partly', { policies: policies.map(({ name }) => name) })];
  },
});

const state = (content: unknown, targets: readonly string[] = ['r-1']) => ({
  organizationPolicies: readSource({
    inOrganization: true,
    value: [
      {
        id: 'p-1',
        arn: 'arn:aws:organizations::444455556666:policy/o-example/aiservices_opt_out_policy/p-1',
        name: 'ai',
        type: 'AISERVICES_OPT_OUT_POLICY',
        isAwsManaged: false,
        content,
        targets,
      },
    ],
  } as const),
});
const optOut = (service: string) => ({
  services: { [service]: { opt_out_policy: { '@@assign': 'optOut' } } },
});

export const examples = (): CheckExample[] => [
  { name: 'attached to nothing', expect: ['none'], severity: 'info', state: state(optOut('default'), []) },
  { name: 'for one service only', expect: ['partly'], state: state(optOut('lex')) },
  { name: 'by default', expect: ['out'], state: state(JSON.stringify(optOut('default'))) },
  { name: 'a policy that cannot be read', expect: ['unreadable'], state: state('{') },
  {
    name: 'no organisation',
    expect: ['outside'],
    state: { organization: readSource({ inOrganization: false } as const) },
  },
];
