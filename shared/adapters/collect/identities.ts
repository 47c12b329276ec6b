import {
  type GetAccountAuthorizationDetailsResponse,
  GetAccountPasswordPolicyCommand,
  GetAccountSummaryCommand,
  ListOpenIDConnectProvidersCommand,
  ListSAMLProvidersCommand,
  type ManagedPolicyDetail,
  type PolicyDetail,
  paginateGetAccountAuthorizationDetails,
  paginateListInstanceProfiles,
  paginateListServerCertificates,
  paginateListVirtualMFADevices,
} from '@aws-sdk/client-iam';
import { allPages, ask } from './calls.ts';
import { type Aws, single } from './reading.ts';

/** The most that one page may hold; a page can be shorter all the same. */
export const pageSize = 1000;

/** As the command line prints it: IAM itself answers with URL-encoded text (RFC 3986). What is no such text stays. */
const decoded = (document: string | undefined): unknown => {
  try {
    return document === undefined ? undefined : JSON.parse(decodeURIComponent(document));
  } catch {
    return document;
  }
};

const inline = (list: readonly PolicyDetail[] | undefined) =>
  list?.map((policy) => ({ ...policy, PolicyDocument: decoded(policy.PolicyDocument) }));

const managed = (policy: ManagedPolicyDetail) => ({
  ...policy,
  PolicyVersionList: policy.PolicyVersionList?.map((version) => ({
    ...version,
    Document: decoded(version.Document),
  })),
});

const printed = (page: GetAccountAuthorizationDetailsResponse) => ({
  UserDetailList: (page.UserDetailList ?? []).map((user) => ({
    ...user,
    UserPolicyList: inline(user.UserPolicyList),
  })),
  GroupDetailList: (page.GroupDetailList ?? []).map((group) => ({
    ...group,
    GroupPolicyList: inline(group.GroupPolicyList),
  })),
  RoleDetailList: (page.RoleDetailList ?? []).map((role) => ({
    ...role,
    AssumeRolePolicyDocument: decoded(role.AssumeRolePolicyDocument),
    RolePolicyList: inline(role.RolePolicyList),
  })),
  Policies: (page.Policies ?? []).map(managed),
});

/** Users, groups, roles and policies with all their documents, instead of five calls for each of them. */
export const readAuthorization = single(
  'account-authorization-details.json',
  'GetAccountAuthorizationDetails',
  async ({ clients: { iam } }) => {
    const pages = await allPages(
      'GetAccountAuthorizationDetails',
      paginateGetAccountAuthorizationDetails({ client: iam, pageSize }, {}),
      (page) => [printed(page)],
    );
    return {
      UserDetailList: pages.flatMap((page) => page.UserDetailList),
      GroupDetailList: pages.flatMap((page) => page.GroupDetailList),
      RoleDetailList: pages.flatMap((page) => page.RoleDetailList),
      Policies: pages.flatMap((page) => page.Policies),
    };
  },
);

export const readAccountSummary = single(
  'account-summary.json',
  'GetAccountSummary',
  async ({ clients: { iam } }) => {
    const answer = await ask('GetAccountSummary', () => iam.send(new GetAccountSummaryCommand({})));
    return { SummaryMap: answer.SummaryMap };
  },
);

export const readPasswordPolicy = single(
  'password-policy.json',
  'GetAccountPasswordPolicy',
  async ({ clients: { iam } }) => {
    const answer = await ask('GetAccountPasswordPolicy', () =>
      iam.send(new GetAccountPasswordPolicyCommand({})),
    );
    return { PasswordPolicy: answer.PasswordPolicy };
  },
);

export const readVirtualMfaDevices = single(
  'virtual-mfa-devices.json',
  'ListVirtualMFADevices',
  async ({ clients: { iam } }) => {
    const devices = await allPages(
      'ListVirtualMFADevices',
      paginateListVirtualMFADevices({ client: iam, pageSize }, {}),
      (page) => page.VirtualMFADevices,
    );
    // The devices as they are hold seeds only when they are made; taken one by one none can slip in.
    return {
      VirtualMFADevices: devices.map(({ SerialNumber, User, EnableDate }) => ({
        SerialNumber,
        ...(User?.Arn === undefined ? {} : { User: { Arn: User.Arn, UserName: User.UserName } }),
        EnableDate,
      })),
    };
  },
);

export const readServerCertificates = single(
  'server-certificates.json',
  'ListServerCertificates',
  async ({ clients: { iam } }) => ({
    ServerCertificateMetadataList: await allPages(
      'ListServerCertificates',
      paginateListServerCertificates({ client: iam, pageSize }, {}),
      (page) => page.ServerCertificateMetadataList,
    ),
  }),
);

export const readInstanceProfiles = single(
  'instance-profiles.json',
  'ListInstanceProfiles',
  async ({ clients: { iam } }) => {
    const profiles = await allPages(
      'ListInstanceProfiles',
      paginateListInstanceProfiles({ client: iam, pageSize }, {}),
      (page) => page.InstanceProfiles,
    );
    // The whole roles in them are in the authorization details.
    return {
      InstanceProfiles: profiles.map(({ Roles, ...profile }) => ({
        ...profile,
        Roles: Roles?.map(({ RoleName }) => ({ RoleName })),
      })),
    };
  },
);

export const readSamlProviders = single(
  'saml-providers.json',
  'ListSAMLProviders',
  async ({ clients: { iam } }: Aws) => {
    const answer = await ask('ListSAMLProviders', () => iam.send(new ListSAMLProvidersCommand({})));
    return { SAMLProviderList: answer.SAMLProviderList ?? [] };
  },
);

export const readOidcProviders = single(
  'oidc-providers.json',
  'ListOpenIDConnectProviders',
  async ({ clients: { iam } }) => {
    const answer = await ask('ListOpenIDConnectProviders', () =>
      iam.send(new ListOpenIDConnectProvidersCommand({})),
    );
    return { OpenIDConnectProviderList: answer.OpenIDConnectProviderList ?? [] };
  },
);
