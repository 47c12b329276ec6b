import { unavailableFor } from '../../../account/failed-call.ts';
import type { Keyed, Source, Unavailable } from '../../../account/source.ts';
import { everyOther } from '../../../account/source.ts';
import type { FailedCalls } from './errors-file.ts';
import type { FileSource, FolderSource } from './file-sources.ts';
import type { Folder, FoundFile } from './folder.ts';
import { attempt, type FolderFault, faultText, jsonIn } from './read-file.ts';

/** A source as the folder has it. */
export interface ReadSource<T> {
  readonly source: Source<T>;
  readonly faults: readonly FolderFault[];
}

/** What a source is read from: the folder, what AWS refused, and the calls that it stands for. */
export interface ReadContext {
  readonly folder: Folder;
  readonly failed: FailedCalls;
  readonly calls: readonly string[];
}

const missing = (what: string): Unavailable => ({
  status: 'unavailable',
  reason: 'missing',
  cause: `${what} is not in the folder`,
});

const malformed = (fault: FolderFault): Unavailable => ({
  status: 'unavailable',
  reason: 'malformed',
  cause: faultText(fault),
});

/** Prefixes of the commands: who saves the output of get-account-summary may well keep its name. */
const prefixes = ['', 'get-', 'list-', 'describe-'];

/** A file under its name, or under the name of the command that prints it. */
export const findNamed = async (folder: Folder, file: string): Promise<FoundFile | undefined> => {
  for (const prefix of prefixes) {
    const found = await folder.find(`${prefix}${file}`);
    if (found) return found;
  }
  return undefined;
};

/** A list over many things lacks those whose call failed, and who is missing from it would look clean. */
const incomplete = (some: ReturnType<FailedCalls['about']>): Unavailable | undefined => {
  const [first, ...others] = some;
  if (!first) return undefined;
  const { reason, cause } = unavailableFor(`${first.call} of ${first.key}`, first.failed);
  const more = others.length > 0 ? `, and so for ${others.length} more` : '';
  return { status: 'unavailable', reason, cause: `${cause}${more}` };
};

/** A source that is one file. A call that failed counts more than a file: pages may be missing from it. */
export const readFileSource = async <T>(
  { file, read, answerIn }: FileSource<T>,
  { folder, failed, calls }: ReadContext,
): Promise<ReadSource<T>> => {
  const found = await findNamed(folder, file);
  const failure = failed.of(calls);
  if (failure) {
    const value = answerIn?.(failure.failed);
    if (value === undefined) return { source: unavailableFor(failure.call, failure.failed), faults: [] };
    const fault = { file: 'errors.json', place: failure.call, cause: `says otherwise than ${found?.file}` };
    if (found) return { source: malformed(fault), faults: [fault] };
    return { source: { status: 'read', value, readAt: failed.readAt }, faults: [] };
  }
  const partial = incomplete(failed.about(calls));
  if (partial) return { source: partial, faults: [] };
  if (!found) return { source: missing(file), faults: [] };
  const result = attempt(found.file, () => read(jsonIn(found.text), found.readAt));
  if ('fault' in result) return { source: malformed(result.fault), faults: [result.fault] };
  return { source: { status: 'read', value: result.value, readAt: found.readAt }, faults: [] };
};

const filesIn = async (folder: Folder, name: string): Promise<readonly FoundFile[] | undefined> => {
  const paths = await folder.within(name);
  if (paths === undefined) return undefined;
  const found: FoundFile[] = [];
  for (const path of paths) {
    const one = await folder.find(path);
    if (one) found.push(one);
  }
  return found;
};

const baseNameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -'.json'.length);

/** The key of a file that cannot be read: what it says it is of, if so much can be made out, else its name. */
const keyOf = (text: string, file: string): string =>
  /"(?:Arn|TrailARN|analyzerArn|Bucket)"\s*:\s*"([^"\\]+)"/.exec(text)?.[1] ?? baseNameOf(file);

const readOne = <T>(
  found: FoundFile,
  read: FolderSource<T>['read'],
): { readonly keyed: Keyed<T>; readonly faults: readonly FolderFault[] } => {
  const { file, text, readAt } = found;
  const result = attempt(file, () => read(jsonIn(text), readAt, baseNameOf(file)));
  if ('fault' in result)
    return {
      keyed: { key: keyOf(text, file), reading: malformed(result.fault) },
      faults: [result.fault],
    };
  const { key, value } = result.value;
  return { keyed: { key, reading: { status: 'read', value, readAt } }, faults: [] };
};

/** The things whose calls failed, and what holds of every thing that has no file. */
const failuresOf = <T>(
  { answerIn }: FolderSource<T>,
  { failed, calls }: ReadContext,
): readonly Keyed<T>[] => {
  const general = failed.of(calls);
  const all = [...failed.about(calls), ...(general ? [{ ...general, key: everyOther }] : [])];
  return all.map(({ call, key, failed: failure }) => {
    const value = answerIn?.(failure);
    return {
      key,
      reading:
        value === undefined
          ? unavailableFor(call, failure)
          : { status: 'read', value, readAt: failed.readAt },
    };
  });
};

/** A source that is a folder of files, one for each thing. */
export const readFolderSource = async <T>(
  definition: FolderSource<T>,
  context: ReadContext,
): Promise<ReadSource<readonly Keyed<T>[]>> => {
  const files = await filesIn(context.folder, definition.folder);
  const failures = failuresOf(definition, context);
  if (files === undefined && failures.length === 0)
    return { source: missing(`the folder ${definition.folder}`), faults: [] };
  const results = (files ?? []).map((file) => readOne(file, definition.read));
  const times = (files ?? []).map(({ readAt }) => readAt);
  return {
    source: {
      status: 'read',
      // A thing that failed counts as failed even when it has a file.
      value: [
        ...failures.filter(({ key }) => key !== everyOther),
        ...results.map(({ keyed }) => keyed),
        ...failures,
      ],
      // As old as its oldest part.
      readAt: times.toSorted()[0] ?? context.failed.readAt,
    },
    faults: results.flatMap(({ faults }) => faults),
  };
};
