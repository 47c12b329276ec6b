import { readFile, stat } from 'node:fs/promises';
import type { S3Client } from '@aws-sdk/client-s3';

/** A file as it is now. */
export interface FetchedFile {
  /** Changes when the file does: an ETag, a time of change. */
  readonly tag: string;
  readonly bytes: Buffer;
}

/**
 * Gets a file, unless it is still as it was.
 *
 * @param name a path, or `s3://BUCKET/KEY`
 * @param knownTag of the file that is known
 */
export type FetchFile = (name: string, knownTag?: string) => Promise<FetchedFile | 'unchanged'>;

/** Reads files of this machine. */
export const fetchLocalFile: FetchFile = async (path, knownTag) => {
  const { mtimeMs, size } = await stat(path);
  const tag = `${mtimeMs}/${size}`;
  return tag === knownTag ? 'unchanged' : { tag, bytes: await readFile(path) };
};

const isUnchanged = (error: unknown): boolean =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 304;

const s3Name = /^s3:\/\/([^/]+)\/(.+)$/;

/**
 * Reads files of S3 and, under any other name, of this machine.
 *
 * @param clientOf called when the first name of S3 is met: most installations have none
 */
export const fetchFileWith = (clientOf: () => Promise<S3Client>): FetchFile => {
  const fetchObject = async (Bucket: string, Key: string, knownTag: string | undefined) => {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const client = await clientOf();
    try {
      const { Body, ETag = '' } = await client.send(
        new GetObjectCommand({ Bucket, Key, ...(knownTag === undefined ? {} : { IfNoneMatch: knownTag }) }),
      );
      return { tag: ETag, bytes: Buffer.from((await Body?.transformToByteArray()) ?? []) };
    } catch (error) {
      if (isUnchanged(error)) return 'unchanged';
      throw error;
    }
  };
  return (name, knownTag) => {
    const [, bucket, key] = s3Name.exec(name) ?? [];
    return bucket && key ? fetchObject(bucket, key, knownTag) : fetchLocalFile(name, knownTag);
  };
};
