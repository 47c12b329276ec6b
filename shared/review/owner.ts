import type { ReviewSettings } from '../account/review-settings.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import type { Tag } from '../account/snapshot-identities.ts';

/** Keys that people commonly name an owner by, where the settings name none; in lower case. */
const usualTags: readonly string[] = ['owner', 'team', 'contact', 'email'];

const ownerIn = (tags: readonly Tag[], wanted: readonly string[]): string | undefined =>
  wanted
    .map((key) => tags.find((tag) => tag.key.toLowerCase() === key.toLowerCase())?.value)
    .find((value) => value !== undefined && value.trim() !== '');

/** Whom users and roles belong to, as their tags say. */
export const ownersIn = (
  { sources: { authorization } }: AccountSnapshot,
  { ownerTags = usualTags }: ReviewSettings = {},
): ((arn: string) => string | undefined) => {
  const holders =
    authorization.status === 'read' ? [...authorization.value.users, ...authorization.value.roles] : [];
  const owners = new Map(
    holders.flatMap(({ arn, tags }) => {
      const owner = ownerIn(tags, ownerTags);
      return owner === undefined ? [] : [[arn, owner] as const];
    }),
  );
  return (arn) => owners.get(arn);
};
