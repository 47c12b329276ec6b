import type { EventSummary } from '../findings/finding.ts';

const eventId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const regionName = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** Console domains by partition ("AWS Management Console endpoints"; "Amazon Web Services in China", endpoints). */
const consoleOf = (region: string): string | undefined => {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  // The isolated partitions have consoles of their own that this program does not know.
  return /-(iso[a-z]?)-/.test(region) ? undefined : 'console.aws.amazon.com';
};

/**
 * The event in the Event history of the CloudTrail console, which keeps 90 days. Undefined where there is no such page: a record
 * without an id of its own, a Region of an isolated partition, an id or Region that is none.
 */
export const consoleLinkOf = (event: Pick<EventSummary, 'id' | 'region'>): string | undefined => {
  if (!eventId.test(event.id) || !regionName.test(event.region)) return undefined;
  const host = consoleOf(event.region);
  return host && `https://${host}/cloudtrailv2/home?region=${event.region}#/events/${event.id}`;
};
