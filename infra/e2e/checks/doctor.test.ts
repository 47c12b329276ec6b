import { describe, expect, it } from 'vitest';
import { readInstallation } from '../../../shared/adapters/installation/read-installation.ts';
import { parseDeployment } from '../../../shared/config/deployment.ts';
import { diagnoseInstallation } from '../../../shared/health/diagnose-installation.ts';
import { rules } from '../../../shared/rules/catalogue.ts';
import { homeStackId } from '../../aws/build-app.ts';
import { deployedInstallation } from '../installation.ts';

const { endpoint, accountId, region } = deployedInstallation();
const deployment = parseDeployment({ alertEmails: ['security@example.com'] }, 'check');

/** As `tw doctor` does; the SDK's default chain is what it uses, so its variables are set here. */
const lookAt = async (stack: string) => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: accountId,
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  const found = await readInstallation({ region, stack, channels: [] });
  return { found, diagnoses: diagnoseInstallation(found, deployment, rules) };
};

describe('tw doctor', () => {
  it('finds the deployed installation: stack, event rules with their targets, queues, table', async () => {
    const { found, diagnoses } = await lookAt(homeStackId);
    const told = Object.fromEntries(diagnoses.map(({ topic, status }) => [topic, status]));
    expect(told).toMatchObject({ stack: 'ok', 'event rules': 'ok', 'rules off': 'warn', learning: 'warn' });
    expect(found.rules).toEqual({
      value: expect.arrayContaining([
        expect.objectContaining({ name: expect.stringMatching(`^${homeStackId}-`), targets: 1 }),
      ]),
    });
    expect(found.queues).toEqual({
      value: expect.arrayContaining([expect.objectContaining({ output: 'EventsDlqUrl' })]),
    });
    expect(found.table).toEqual({ value: expect.objectContaining({ status: 'ACTIVE' }) });
  });

  it('says that an account without a trail sends no events', async () => {
    const { diagnoses } = await lookAt(homeStackId);
    expect(diagnoses.filter(({ topic }) => topic === 'trail')).toEqual([
      expect.objectContaining({ status: 'fail', says: expect.stringContaining('No trail') }),
    ]);
  });

  it('says that there is no stack of that name', async () => {
    const { diagnoses } = await lookAt('NoSuchStack');
    expect(diagnoses.filter(({ topic }) => topic === 'stack')).toEqual([
      expect.objectContaining({ status: 'fail', says: expect.stringContaining('no such stack') }),
    ]);
  });
});
