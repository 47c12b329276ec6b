import type { Collected } from '../../account/collected.ts';
import { CallFailedError } from './calls.ts';
import type { Known } from './reading.ts';

interface Reads {
  once(name: 'regions' | 'trails' | 'analyzers'): Promise<Collected>;
  users(): Promise<readonly string[]>;
  /** Instead of those that are enabled. */
  readonly regions: readonly string[] | undefined;
}

/** @throws CallFailedError when the source has no file: its first failure */
const fileOf = ({ files, failures }: Collected): unknown => {
  const [file] = files;
  if (file) return JSON.parse(file.text);
  const [name = 'Unknown', failed = { code: 'Unknown', message: 'not read' }] =
    Object.entries(failures)[0] ?? [];
  throw new CallFailedError(name.split('@', 1)[0] ?? name, failed, undefined);
};

/** A Region without opt-in has no status in old partitions. */
const isEnabled = ({ OptInStatus }: { readonly OptInStatus?: string }): boolean =>
  OptInStatus !== 'not-opted-in';

const regionOfArn = (arn: string): string => arn.split(':')[3] ?? '';

/** What sources are read by, from the sources that tell it, whether they were read just now or by an earlier run. */
export const knownFrom = ({ once, users, regions }: Reads): Known => ({
  users,
  regions: async () => {
    if (regions) return regions;
    const { Regions } = fileOf(await once('regions')) as {
      Regions: readonly { RegionName: string; OptInStatus?: string }[];
    };
    return Regions.filter(isEnabled).map(({ RegionName }) => RegionName);
  },
  trails: async () => {
    const { trailList } = fileOf(await once('trails')) as {
      trailList: readonly { TrailARN: string; HomeRegion: string; S3BucketName: string }[];
    };
    return trailList.map((trail) => ({
      arn: trail.TrailARN,
      region: trail.HomeRegion,
      bucket: trail.S3BucketName,
    }));
  },
  analyzers: async () => {
    const { files, failures } = await once('analyzers');
    // Of the Regions that gave no answer the analyzers are not known, and neither are their findings.
    if (files.length === 0 && Object.keys(failures).length > 0) fileOf({ files, failures, readAt: '' });
    const lists = files.map(
      ({ text }) => (JSON.parse(text) as { analyzers: readonly { arn: string; status: string }[] }).analyzers,
    );
    return lists
      .flat()
      .filter(({ status }) => status === 'ACTIVE')
      .map(({ arn }) => ({ arn, region: regionOfArn(arn) }));
  },
});
