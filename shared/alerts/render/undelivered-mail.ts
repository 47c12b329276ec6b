import { formatMessage } from '../../i18n/format-message.ts';
import { english, type Labels } from '../../i18n/labels.ts';
import { cleanLine } from '../../text/clean.ts';
import { terminalText } from '../../text/escape.ts';
import { truncate } from '../../text/truncate.ts';
import { wrap } from '../../text/wrap.ts';
import type { Channel, Notification } from '../notification.ts';
import type { PlainAlert } from './plain-text.ts';

const toAscii = (text: string): string => cleanLine(text).replace(/[^\x20-\x7e]+/g, '?');

/** The mail that takes the place of a notification which its channel will not have: why, what to mend, and the alert itself. */
export const renderUndeliveredMail = (
  notification: Notification,
  channel: Channel | undefined,
  cause: string,
  labels: Labels = english,
): PlainAlert => {
  const { undeliveredSubject, undelivered } = labels.mail;
  const after = toAscii(` (${notification.findingId})`);
  const subject = toAscii(formatMessage(undeliveredSubject, { channel: notification.channel }, String));
  const notice = formatMessage(
    undelivered,
    { channel: notification.channel, cause: truncate(cause, 500), secret: channel?.secret },
    terminalText,
  );
  return {
    subject: truncate(subject, 99 - after.length, '...') + after,
    body: `${wrap(notice, 78, 'keep').join('\n')}\n\n${notification.fallbackText}`,
  };
};
