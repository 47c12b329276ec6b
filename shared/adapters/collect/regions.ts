import {
  type AccessAnalyzerClient,
  paginateListAnalyzers,
  paginateListFindingsV2,
} from '@aws-sdk/client-accessanalyzer';
import { DescribeTrailsCommand, type Trail } from '@aws-sdk/client-cloudtrail';
import { DescribeConfigurationRecorderStatusCommand } from '@aws-sdk/client-config-service';
import { DescribeRegionsCommand, paginateDescribeIamInstanceProfileAssociations } from '@aws-sdk/client-ec2';
import { GetDetectorCommand, ListDetectorsCommand } from '@aws-sdk/client-guardduty';
import { DescribeHubCommand } from '@aws-sdk/client-securityhub';
import { paginateListInstances } from '@aws-sdk/client-sso-admin';
import type { Collected } from '../../account/collected.ts';
import { allPages, ask, CallFailedError } from './calls.ts';
import type { RegionalClients } from './clients.ts';
import { type Aws, fileNameOf, jsonFile, keyed, type ReadSource, single } from './reading.ts';

export const readRegions = single('regions.json', 'DescribeRegions', async ({ clients }) => {
  const { ec2 } = clients.in(clients.region);
  const answer = await ask('DescribeRegions', () => ec2.send(new DescribeRegionsCommand({})));
  return { Regions: answer.Regions ?? [] };
});

/** A file for each Region. */
const inEachRegion = (
  folder: string,
  calls: string,
  read: (clients: RegionalClients) => Promise<unknown>,
): ReadSource =>
  keyed({
    folder,
    calls,
    keys: ({ known }) => known.regions(),
    nameOf: (region) => region,
    fileOf: (region) => `${region}.json`,
    read: ({ clients }, region) => read(clients.in(region)),
  });

const listAnalyzers = (client: AccessAnalyzerClient) =>
  allPages('ListAnalyzers', paginateListAnalyzers({ client }, {}), (page) => page.analyzers);

export const readAnalyzers = inEachRegion('analyzers', 'ListAnalyzers', async ({ accessAnalyzer }) => ({
  analyzers: await listAnalyzers(accessAnalyzer),
}));

/** Only those that are active: an organisation's analyzer has thousands that are archived. */
export const readAnalyzerFindings = keyed({
  folder: 'analyzer-findings',
  calls: 'ListFindingsV2',
  keys: ({ known }) => known.analyzers(),
  nameOf: ({ arn }) => arn,
  fileOf: ({ arn }) => fileNameOf(arn),
  read: async ({ clients }, { arn, region }) => {
    const client = clients.in(region).accessAnalyzer;
    const filter = { status: { eq: ['ACTIVE'] } };
    const findings = await allPages(
      'ListFindingsV2',
      paginateListFindingsV2({ client }, { analyzerArn: arn, filter }),
      (page) => page.findings,
    );
    return { analyzerArn: arn, findings };
  },
});

export const readGuardDuty = inEachRegion('guardduty', 'ListDetectors|GetDetector', async ({ guardDuty }) => {
  const { DetectorIds = [] } = await ask('ListDetectors', () => guardDuty.send(new ListDetectorsCommand({})));
  // A Region has one at most.
  const [id] = DetectorIds;
  if (id === undefined) return { DetectorIds: [] };
  const { Status } = await ask('GetDetector', () =>
    guardDuty.send(new GetDetectorCommand({ DetectorId: id })),
  );
  return { DetectorId: id, Status };
});

export const readSecurityHub = inEachRegion('security-hub', 'DescribeHub', async ({ securityHub }) => {
  const { HubArn } = await ask('DescribeHub', () => securityHub.send(new DescribeHubCommand({})));
  return { HubArn };
});

export const readConfigRecorders = inEachRegion(
  'config-recorders',
  'DescribeConfigurationRecorderStatus',
  async ({ config }) => {
    const answer = await ask('DescribeConfigurationRecorderStatus', () =>
      config.send(new DescribeConfigurationRecorderStatusCommand({})),
    );
    return { ConfigurationRecordersStatus: answer.ConfigurationRecordersStatus ?? [] };
  },
);

export const readInstanceProfileUses = inEachRegion(
  'instance-profile-associations',
  'DescribeIamInstanceProfileAssociations',
  async ({ ec2 }) => ({
    IamInstanceProfileAssociations: await allPages(
      'DescribeIamInstanceProfileAssociations',
      paginateDescribeIamInstanceProfileAssociations({ client: ec2 }, {}),
      (page) => page.IamInstanceProfileAssociations,
    ),
  }),
);

interface OverRegions<T> {
  readonly file: string;
  readonly call: string;
  list(clients: RegionalClients): Promise<readonly T[]>;
  print(items: readonly T[]): unknown;
  /** Whether what was found is enough of an answer, although Regions are missing. */
  isEnough?(items: readonly T[]): boolean;
}

/** One list over all Regions. Without an answer of each it would lack things, unless what is there is enough. */
const overRegions =
  <T>({ file, call, list, print, isEnough = () => false }: OverRegions<T>): ReadSource =>
  async ({ clients, known, now }: Aws): Promise<Collected> => {
    const readAt = now();
    const failed: (readonly [string, CallFailedError])[] = [];
    const ofRegion = async (region: string): Promise<readonly T[]> => {
      try {
        return await list(clients.in(region));
      } catch (error) {
        if (!(error instanceof CallFailedError)) throw error;
        failed.push([`${call}@${region}`, error]);
        return [];
      }
    };
    const regions = await known.regions().catch((error: unknown) => {
      if (!(error instanceof CallFailedError)) throw error;
      failed.push([call, error]);
      return [];
    });
    const items = (await Promise.all(regions.map(ofRegion))).flat();
    const told = new Date(readAt).toISOString();
    if (failed.length === 0 || isEnough(items))
      return { files: [jsonFile(file, print(items), readAt)], failures: {}, readAt: told };
    const failures = failed.map(([name, error]) => [
      name,
      error.call === call
        ? error.failed
        : { ...error.failed, message: `${error.call}: ${error.failed.message}` },
    ]);
    return { files: [], failures: Object.fromEntries(failures), readAt: told };
  };

/** A trail of all Regions is seen in each of them. */
const distinct = (trails: readonly Trail[]): readonly Trail[] => [
  ...new Map(trails.map((trail) => [trail.TrailARN, trail])).values(),
];

export const readTrails = overRegions({
  file: 'trails.json',
  call: 'DescribeTrails',
  list: async ({ cloudTrail }) => {
    const answer = await ask('DescribeTrails', () =>
      cloudTrail.send(new DescribeTrailsCommand({ includeShadowTrails: true })),
    );
    return answer.trailList ?? [];
  },
  print: (trails) => ({ trailList: distinct(trails) }),
});

/** An organisation has its instance in one Region, and nobody says in which. */
export const readIdentityCenterInstances = overRegions({
  file: 'identity-center-instances.json',
  call: 'ListInstances',
  list: ({ ssoAdmin }) =>
    allPages('ListInstances', paginateListInstances({ client: ssoAdmin }, {}), (page) => page.Instances),
  print: (Instances) => ({ Instances }),
  isEnough: (instances) => instances.length > 0,
});
