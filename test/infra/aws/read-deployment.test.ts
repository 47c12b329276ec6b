import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDeployment } from '../../../infra/aws/read-deployment.ts';
import { BadConfigurationError } from '../../../shared/config/deployment.ts';

describe('readDeployment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trailwarden-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('reads the file that is named', () => {
    expect(readDeployment(file('good.json', '{ "tier": "wide" }'))).toMatchObject({
      tier: 'wide',
      channels: [],
    });
  });

  it.each([
    ['a file that is not there', () => join(folder, 'none.json'), /none\.json: there is no such file/],
    ['text that is no JSON', () => file('bad.json', '{ tier'), /bad\.json: no valid JSON/],
    [
      'a setting that is unknown',
      () => file('odd.json', '{ "teir": "wide" }'),
      /odd\.json:[^"]*"teir"; did you mean "tier"/,
    ],
    ['a flag without a path', () => true, /pass -c config=FILE\.json/],
  ])('refuses %s', (_, named, message) => {
    const value = named();
    expect(() => readDeployment(value)).toThrow(BadConfigurationError);
    expect(() => readDeployment(value)).toThrow(message);
  });
});
