import { UnusableSecretError } from '../../alerts/notification.ts';

// GovSlack has a domain of its own.
const slackHosts = new Set(['hooks.slack.com', 'hooks.slack-gov.com']);
const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

const urlIn = (text: string): string | undefined => {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return trimmed;
  // The console of Secrets Manager makes JSON of what is typed as key and value.
  try {
    const { url } = JSON.parse(trimmed) as { url?: unknown };
    return typeof url === 'string' ? url.trim() : undefined;
  } catch {
    return undefined;
  }
};

const isSlack = (url: URL): boolean =>
  url.protocol === 'https:' &&
  url.port === '' &&
  url.username === '' &&
  url.password === '' &&
  slackHosts.has(url.hostname);

const isLoopback = (url: URL): boolean => url.protocol === 'http:' && loopbackHosts.has(url.hostname);

/**
 * The webhook URL in a secret's text: the URL itself, or JSON with a field `url`.
 *
 * @param name of the secret, for the error
 * @param allowLoopback lets `http://127.0.0.1` through, for tests only
 * @throws UnusableSecretError for any other URL: alerts are confidential and go to Slack or nowhere
 */
export const webhookUrlIn = (text: string, name: string, allowLoopback: boolean): URL => {
  const candidate = urlIn(text);
  const url = candidate === undefined ? null : URL.parse(candidate);
  if (url && (isSlack(url) || (allowLoopback && isLoopback(url)))) return url;
  throw new UnusableSecretError(
    `the secret ${name} holds no URL of a Slack webhook: put https://hooks.slack.com/services/… into it, alone or as {"url": "…"}`,
  );
};
