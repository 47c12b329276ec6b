import { ListOrganizationsFeaturesCommand } from '@aws-sdk/client-iam';
import {
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  type OrganizationsClient,
  type PolicyType,
  paginateListDelegatedAdministrators,
  paginateListDelegatedServicesForAccount,
  paginateListPolicies,
  paginateListTargetsForPolicy,
} from '@aws-sdk/client-organizations';
import { allPages, ask } from './calls.ts';
import { single } from './reading.ts';

export const readOrganization = single(
  'organization.json',
  'DescribeOrganization',
  async ({ clients: { organizations } }) => {
    const { Organization } = await ask('DescribeOrganization', () =>
      organizations.send(new DescribeOrganizationCommand({})),
    );
    return { Organization };
  },
);

export const readOrganizationFeatures = single(
  'organizations-features.json',
  'ListOrganizationsFeatures',
  async ({ clients: { iam } }) => {
    const { EnabledFeatures = [] } = await ask('ListOrganizationsFeatures', () =>
      iam.send(new ListOrganizationsFeaturesCommand({})),
    );
    return { EnabledFeatures };
  },
);

const servicesOf = (client: OrganizationsClient, AccountId: string) =>
  allPages(
    'ListDelegatedServicesForAccount',
    paginateListDelegatedServicesForAccount({ client }, { AccountId }),
    (page) => page.DelegatedServices,
  );

export const readDelegatedAdministrators = single(
  'delegated-administrators.json',
  'ListDelegatedAdministrators|ListDelegatedServicesForAccount',
  async ({ clients: { organizations: client } }) => {
    const administrators = await allPages(
      'ListDelegatedAdministrators',
      paginateListDelegatedAdministrators({ client }, {}),
      (page) => page.DelegatedAdministrators,
    );
    return {
      DelegatedAdministrators: await Promise.all(
        administrators.map(async (one) => ({
          ...one,
          DelegatedServices: await servicesOf(client, one.Id ?? ''),
        })),
      ),
    };
  },
);

/** The types that a check or the evaluation of access asks for. */
const types = [
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'TAG_POLICY',
  'AISERVICES_OPT_OUT_POLICY',
] as const satisfies readonly PolicyType[];

const readPolicy = async (client: OrganizationsClient, PolicyId: string) => {
  const { Policy } = await ask('DescribePolicy', () => client.send(new DescribePolicyCommand({ PolicyId })));
  const Targets = await allPages(
    'ListTargetsForPolicy',
    paginateListTargetsForPolicy({ client }, { PolicyId }),
    (page) => page.Targets,
  );
  return { ...Policy, Targets };
};

export const readOrganizationPolicies = single(
  'organization-policies.json',
  'ListPolicies|DescribePolicy|ListTargetsForPolicy',
  async ({ clients: { organizations: client } }) => {
    const lists = await Promise.all(
      types.map((Filter) =>
        allPages('ListPolicies', paginateListPolicies({ client }, { Filter }), (page) => page.Policies),
      ),
    );
    const ids = lists.flat().flatMap(({ Id }) => Id ?? []);
    return { Policies: await Promise.all(ids.map((id) => readPolicy(client, id))) };
  },
);
