import {
  type Change,
  type ChangeableLayer,
  changeableLayers,
} from '../../../shared/account/access/change.ts';
import { readDocumentFile } from './read-document-file.ts';

const isLayer = (text: string): text is ChangeableLayer =>
  (changeableLayers as readonly string[]).includes(text);

/** `FILE`, `LAYER=FILE` or `ARN=FILE` of `--with`. @throws UsageError for a file that holds no policy document */
export const readChange = async (given: string): Promise<Change> => {
  const [, key = '', path = ''] = /^([^=]+)=(.+)$/.exec(given) ?? [];
  if (isLayer(key)) return { to: { layer: key }, name: path, policy: await readDocumentFile(path) };
  if (key.startsWith('arn:')) return { to: { arn: key }, name: path, policy: await readDocumentFile(path) };
  return { to: { layer: 'identity' }, name: given, policy: await readDocumentFile(given) };
};
