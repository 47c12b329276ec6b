import type { Tag } from '../account/snapshot-identities.ts';
import type { Criteria } from './criteria.ts';

/** The owner's keys that a thing lacks; `any` when no keys are set and the thing has no tag of the owner's own. */
export const missingTags = (tags: readonly Tag[], { settings }: Criteria): readonly string[] => {
  const present = new Set(tags.map(({ key }) => key.toLowerCase()));
  const wanted = settings.ownerTags;
  if (wanted) return wanted.filter((key) => !present.has(key.toLowerCase()));
  return tags.some(({ key }) => !key.toLowerCase().startsWith('aws:')) ? [] : ['any'];
};
