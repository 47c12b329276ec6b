import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { placeText } from '../../../shared/policy/json/json-node.ts';
import { parseDocument } from '../../../shared/policy/parse-document.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { policyIn } from '../../../shared/policy/read-policy.ts';
import { UsageError } from '../errors.ts';
import { unreadableFile } from '../unreadable-file.ts';

const textOf = async (file: string): Promise<string> => {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw unreadableFile(file, error);
  }
};

// Where answers of the AWS command line hold a document: get-policy-version, get-role-policy, get-role, S3's get-bucket-policy and
// others' get-policy, Organizations' describe-policy.
const wrappers = [
  'PolicyVersion',
  'Document',
  'PolicyDocument',
  'Role',
  'AssumeRolePolicyDocument',
  'Policy',
  'Content',
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const innerOf = (value: unknown): unknown => {
  if (!isObject(value) || 'Statement' in value) return undefined;
  return wrappers.map((key) => value[key]).find((inner) => inner !== undefined && inner !== null);
};

/** The document in an answer of the AWS command line, an object or text; undefined when the text is no such answer. */
const wrappedDocument = (given: string): unknown => {
  let inner: unknown;
  try {
    inner = innerOf(JSON.parse(given));
  } catch {
    return undefined;
  }
  for (let next = innerOf(inner); next !== undefined; next = innerOf(inner)) inner = next;
  return inner;
};

/** A document that can be read, with the text or object that its places refer to. */
export interface DocumentFile {
  readonly policy: Policy;
  readonly value: unknown;
}

/**
 * Reads a policy document from a file, or from standard input for `-`: the document itself, or an answer of the AWS command line that
 * holds one.
 *
 * @throws UsageError that names file, place and cause
 */
export const readDocument = async (file: string): Promise<DocumentFile> => {
  const given = await textOf(file);
  const value = wrappedDocument(given) ?? given;
  const document = parseDocument(value);
  const reading = policyIn(document);
  if (reading.status === 'read') return { policy: reading.policy, value };
  const [fault] = document.faults;
  throw new UsageError(
    `${file} holds no policy document: ${fault ? `${fault.message} (${placeText(fault.place)})` : 'unreadable'}`,
    'It must be the document itself, or an answer of the AWS command line that holds one.',
  );
};

/** The policy alone of `readDocument`. */
export const readDocumentFile = async (file: string): Promise<Policy> => (await readDocument(file)).policy;
