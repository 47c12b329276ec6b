import { describe, expect, it } from 'vitest';
import { BadConfigurationError, parseDeployment } from '../../shared/config/deployment.ts';

const slack = { name: 'security', type: 'slack-webhook', secret: '/trailwarden/slack' };

describe('parseDeployment', () => {
  it('needs nothing', () => {
    expect(parseDeployment({}, 'x.json')).toEqual({
      homeRegion: 'us-east-1',
      tier: 'core',
      channels: [],
      language: 'en',
      secretKeys: [],
      alertEmails: [],
      operationsEmails: [],
      forwardFrom: [],
      addressFiles: [],
      review: { at: '02:00', timeZone: 'UTC' },
    });
  });

  it.each([
    ['an SSM parameter', slack],
    ['a secret', { ...slack, secret: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:slack-AbCdEf' }],
  ])('takes a channel with %s', (_, channel) => {
    expect(parseDeployment({ channels: [channel] }, 'x.json').channels).toEqual([channel]);
  });

  it.each([
    [
      'a misspelt setting',
      { alertEmail: ['a@b.co'] },
      /unknown setting "alertEmail"; did you mean "alertEmails"\?/,
    ],
    [
      'a setting that is like none',
      { colour: 'red' },
      /unknown setting "colour"; known here: homeRegion, tier/,
    ],
    [
      'a misspelt field',
      { channels: [{ ...slack, sercet: 'x' }] },
      /channels\.0: .*"sercet"; did you mean "secret"/,
    ],
    [
      'a webhook in the clear',
      { channels: [{ ...slack, secret: 'https://hooks.slack.com/x' }] },
      /channels\.0\.secret: neither/,
    ],
    ['a time of the review', { review: { at: '25:00' } }, /review\.at: no time of the day/],
    ['a time zone', { review: { timeZone: 'Seoul' } }, /review\.timeZone: no time zone/],
    ['a channel type', { channels: [{ ...slack, type: 'slack' }] }, /channels\.0\.type: the only type/],
    ['two channels of one name', { channels: [slack, slack] }, /name "security" is used twice/],
    ['another home Region', { homeRegion: 'eu-west-1' }, /homeRegion: IAM's events arrive in us-east-1/],
    ['an unknown tier', { tier: 'all' }, /tier: "core"/],
    ['a language', { language: 'jp' }, /language: "en" \(English\) or "ko"/],
    ['an address', { alertEmails: ['nobody'] }, /alertEmails\.0: no e-mail address/],
    ['a list that is none', { alertEmails: 'a@b.co' }, /alertEmails: expected array/],
    ['a Region', { forwardFrom: ['europe'] }, /forwardFrom\.0: no AWS Region/],
    ['the home Region forwarded', { forwardFrom: ['us-east-1'] }, /"us-east-1" is the home Region/],
    ['a Region twice', { forwardFrom: ['eu-west-1', 'eu-west-1'] }, /"eu-west-1" is listed twice/],
    ['an organisation', { organizationId: '123' }, /no organisation id/],
    ['an alias for a key', { secretKeys: ['alias/x'] }, /no ARN of a KMS key/],
    ['a path of a role', { readerRole: { name: 'a/b' } }, /readerRole\.name: no name of a role/],
    ['a parameter', { settingsParameter: 'settings' }, /settingsParameter: no name of an SSM parameter/],
    [
      'a file and a parameter of settings',
      { settingsFile: 'a.yaml', settingsParameter: '/a' },
      /settingsFile: each deployment would overwrite settingsParameter/,
    ],
    ['an address file elsewhere', { addressFiles: ['/opt/a.mmdb'] }, /addressFiles\.0: no object of S3/],
    ['a bucket without a folder', { trailFolder: 's3://trail' }, /trailFolder: no folder of a trail/],
    ['a pattern of address files', { addressFiles: ['s3://geo/*'] }, /addressFiles\.0: no object of S3/],
    ['no object', [], /the configuration: expected object/],
  ])('refuses %s', (_, value, message) => {
    expect(() => parseDeployment(value, 'trailwarden.json')).toThrow(BadConfigurationError);
    expect(() => parseDeployment(value, 'trailwarden.json')).toThrow(message);
    expect(() => parseDeployment(value, 'trailwarden.json')).toThrow(/^trailwarden\.json:/);
  });

  it('names every fault at once', () => {
    expect(() => parseDeployment({ tier: 'all', homeRegion: 'x', colour: 1 }, 'x')).toThrow(
      /homeRegion.*tier.*colour/s,
    );
  });
});
