import * as z from 'zod/mini';

/** The channels that alerts go to, as the deployment hands them to the functions: checked when deployed, read again here. */
export const channelList = z.array(
  z.strictObject({ name: z.string(), type: z.literal('slack-webhook'), secret: z.string() }),
);
