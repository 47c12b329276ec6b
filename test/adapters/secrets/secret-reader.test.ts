import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { secretReader } from '../../../shared/adapters/secrets/secret-reader.ts';
import { UnusableSecretError } from '../../../shared/alerts/notification.ts';

const arn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:slack-AbCdEf';
const hook = 'https://hooks.slack.com/services/T000/B000/xyz';

const named = (name: string) => Object.assign(new Error(`${name}: told by AWS`), { name });

/** Clients that answer every command with this, and count. */
const readerOf = (answer: string | Error | undefined, options: { allowLoopback?: boolean } = {}) => {
  const inputs: unknown[] = [];
  const clock = { now: 0 };
  const client = (wrap: (text: string | undefined) => unknown) => ({
    send: async ({ input }: { input: unknown }) => {
      inputs.push(input);
      if (answer instanceof Error) throw answer;
      return wrap(answer);
    },
  });
  const reader = secretReader({
    secretsManager: client((text) => ({ SecretString: text })) as unknown as SecretsManagerClient,
    ssm: client((text) => ({ Parameter: { Value: text } })) as unknown as SSMClient,
    now: () => clock.now,
    ...options,
  });
  return { reader, inputs, clock };
};

describe('where it reads', () => {
  it.each([
    ['a secret by ARN', arn, { SecretId: arn }],
    ['a secret in China', arn.replace('aws', 'aws-cn'), { SecretId: arn.replace('aws', 'aws-cn') }],
    ['a parameter by name', '/trailwarden/slack', { Name: '/trailwarden/slack', WithDecryption: true }],
    [
      'a parameter by ARN',
      'arn:aws:ssm:us-east-1:111122223333:parameter/x',
      { Name: 'arn:aws:ssm:us-east-1:111122223333:parameter/x', WithDecryption: true },
    ],
  ])('%s', async (_, secret, input) => {
    const { reader, inputs } = readerOf(hook);
    expect((await reader.urlOf(secret)).href).toBe(hook);
    expect(inputs).toEqual([input]);
  });
});

describe('what it takes for a URL', () => {
  it.each([
    ['with white space around', ` ${hook}\n`],
    ['in JSON', JSON.stringify({ url: hook })],
    ['of GovSlack', 'https://hooks.slack-gov.com/services/x'],
  ])('%s', async (_, text) => {
    await expect(readerOf(text).reader.urlOf(arn)).resolves.toBeInstanceOf(URL);
  });

  it.each([
    ['nothing', undefined],
    ['no URL', 'xoxb-123'],
    ['plain http', 'http://hooks.slack.com/services/x'],
    ['another host', 'https://hooks.slack.com.evil.example/services/x'],
    ['a user name that looks like the host', 'https://hooks.slack.com@evil.example/'],
    ['credentials', 'https://a:b@hooks.slack.com/services/x'],
    ['another port', 'https://hooks.slack.com:8443/services/x'],
    ['loopback unless allowed', 'http://127.0.0.1:1/'],
    ['the metadata service', 'http://169.254.169.254/'],
    ['JSON without it', '{"webhook":"x"}'],
    ['broken JSON', '{"url":"https://hooks.slack.com/services/T000'],
  ])('not %s, and the error does not hold it', async (_, text) => {
    const error = await readerOf(text)
      .reader.urlOf(arn)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnusableSecretError);
    expect(String(error)).toContain(arn);
    if (text) expect(String(error)).not.toContain(text);
  });

  it('takes loopback where tests allow it, but no other http', async () => {
    await expect(
      readerOf('http://127.0.0.1:1/', { allowLoopback: true }).reader.urlOf(arn),
    ).resolves.toBeInstanceOf(URL);
    await expect(readerOf('http://10.0.0.1/', { allowLoopback: true }).reader.urlOf(arn)).rejects.toThrow(
      /no URL/,
    );
  });
});

it('reads once in five minutes, and anew when told to forget', async () => {
  const { reader, inputs, clock } = readerOf(hook);
  await reader.urlOf(arn);
  clock.now = 299_999;
  await reader.urlOf(arn);
  expect(inputs.length).toBe(1);
  clock.now = 300_000;
  await reader.urlOf(arn);
  expect(inputs.length).toBe(2);
  reader.forget(arn);
  await reader.urlOf(arn);
  expect(inputs.length).toBe(3);
});

it.each([
  ['ResourceNotFoundException', true],
  ['ParameterNotFound', true],
  ['ThrottlingException', false],
  ['AccessDeniedException', false],
])('%s is for good: %s', async (name, isForGood) => {
  const { reader } = readerOf(named(name));
  const error = await reader.urlOf('/x').catch((reason: unknown) => reason);
  expect(error instanceof UnusableSecretError).toBe(isForGood);
});

it('refuses a URL in place of a name without repeating it', async () => {
  const { reader, inputs } = readerOf(hook);
  const error = await reader.urlOf(hook).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnusableSecretError);
  expect(String(error)).not.toContain(hook);
  expect(inputs).toEqual([]);
});
