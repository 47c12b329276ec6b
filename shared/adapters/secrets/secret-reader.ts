import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { UnusableSecretError, type WebhookUrls } from '../../alerts/notification.ts';
import { webhookUrlIn } from './webhook-url.ts';

/** What the reader needs. */
export interface SecretReaderOptions {
  readonly secretsManager: SecretsManagerClient;
  readonly ssm: SSMClient;
  /** Epoch milliseconds. */
  now(): number;
  /** Lets secrets name `http://127.0.0.1`, for tests only. Default false. */
  readonly allowLoopback?: boolean;
}

const cacheMillis = 5 * 60 * 1000;

const secretArn = /^arn:[^:]+:secretsmanager:/;

/** Errors that no second try mends. A refusal (AccessDenied) is not among them: policies are often a minute late. */
const missing = new Set(['ResourceNotFoundException', 'ParameterNotFound', 'ParameterVersionNotFound']);

const textOf = async (secret: string, { secretsManager, ssm }: SecretReaderOptions): Promise<string> => {
  if (secretArn.test(secret)) {
    const answer = await secretsManager.send(new GetSecretValueCommand({ SecretId: secret }));
    return answer.SecretString ?? '';
  }
  const answer = await ssm.send(new GetParameterCommand({ Name: secret, WithDecryption: true }));
  return answer.Parameter?.Value ?? '';
};

const read = async (secret: string, options: SecretReaderOptions): Promise<string> => {
  try {
    return await textOf(secret, options);
  } catch (error) {
    if (!(error instanceof Error) || !missing.has(error.name)) throw error;
    throw new UnusableSecretError(
      `the secret ${secret} does not exist: make it, or name another for the channel in the configuration`,
      { cause: error },
    );
  }
};

/** Reads webhook URLs from Secrets Manager (by ARN) or SSM parameters (by name or ARN), each at most once in five minutes. */
export const secretReader = (options: SecretReaderOptions): WebhookUrls => {
  const cache = new Map<string, { readonly url: URL; readonly until: number }>();
  return {
    async urlOf(secret) {
      if (secret.includes('://')) {
        throw new UnusableSecretError(
          'a channel names a URL where the name of its secret belongs: put the URL into Secrets Manager or an SSM parameter, and name that',
        );
      }
      const now = options.now();
      const cached = cache.get(secret);
      if (cached && cached.until > now) return cached.url;
      const url = webhookUrlIn(await read(secret, options), secret, options.allowLoopback ?? false);
      cache.set(secret, { url, until: now + cacheMillis });
      return url;
    },
    forget(secret) {
      cache.delete(secret);
    },
  };
};
