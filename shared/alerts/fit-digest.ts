import { messageJson } from '../text/message-json.ts';
import type { Digest, DigestSection } from './digest.ts';

const bytesOf = (digest: Digest): number => new TextEncoder().encode(messageJson(digest)).length;

const cut = <T>({ total, items }: DigestSection<T>, most: number): DigestSection<T> => ({
  total,
  items: items.slice(0, most),
});

const cutTo = (digest: Digest, most: number): Digest => ({
  ...digest,
  opened: cut(digest.opened, most),
  reopened: cut(digest.reopened, most),
  worsened: cut(digest.worsened, most),
  resolved: cut(digest.resolved, most),
  overdue: cut(digest.overdue, most),
  forecast: { ...cut(digest.forecast, most), soon: digest.forecast.soon },
  unjudged: cut(digest.unjudged, most),
});

/**
 * The digest with so few items named in each section that it stays within a number of bytes; the totals stay, and the store has the rest.
 *
 * @param maxBytes of its JSON in UTF-8
 * @throws RangeError when even the totals alone are larger
 */
export const fitDigest = (digest: Digest, maxBytes: number): Digest => {
  for (const most of [Number.POSITIVE_INFINITY, 50, 25, 10, 5, 1, 0]) {
    const fitted = cutTo(digest, most);
    if (bytesOf(fitted) <= maxBytes) return fitted;
  }
  throw new RangeError(
    `digest ${digest.id}: its totals alone are larger than ${maxBytes} bytes, which no digest of this program is`,
  );
};
