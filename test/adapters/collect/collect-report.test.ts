import { describe, expect, it } from 'vitest';
import { at, collect, readAt, sourceOf } from './collected.ts';
import { refused } from './scripted-account.ts';
import { smallAccount } from './small-account.ts';

describe('the credential report', () => {
  const content = smallAccount['GetCredentialReport'] as object;

  it('is taken as it is when it is younger than four hours', async () => {
    const { asked } = await collect(smallAccount);
    expect(asked.map(({ call }) => call)).not.toContain('GenerateCredentialReport');
  });

  it('is made anew when it is older, waiting for AWS', async () => {
    const states = ['STARTED', 'INPROGRESS', 'COMPLETE'];
    let made = false;
    const { waits, snapshot } = await collect({
      ...smallAccount,
      GenerateCredentialReport: () => {
        const State = states.shift() ?? 'COMPLETE';
        made = State === 'COMPLETE';
        return { State };
      },
      GetCredentialReport: () => ({
        ...content,
        GeneratedTime: new Date(made ? at : at - 5 * 3_600_000),
      }),
    });
    expect(waits.filter((wait) => wait === 5_000)).toHaveLength(2);
    expect(snapshot.sources.credentialReport).toMatchObject({ status: 'read', readAt });
  });

  it.each(['CredentialReportNotPresentException', 'CredentialReportExpiredException', 'ReportNotPresent'])(
    'is made when there is none (%s)',
    async (code) => {
      let made = false;
      const source = await sourceOf('credentialReport', {
        GenerateCredentialReport: () => {
          made = true;
          return { State: 'COMPLETE' };
        },
        GetCredentialReport: () => (made ? content : refused(code)),
      });
      expect(source.status).toBe('read');
    },
  );

  it('that does not get done is not waited for longer than two minutes', async () => {
    const { snapshot, waits } = await collect({
      ...smallAccount,
      GenerateCredentialReport: { State: 'INPROGRESS' },
      GetCredentialReport: refused('CredentialReportNotPresentException'),
    });
    expect(waits.filter((wait) => wait === 5_000)).toHaveLength(24);
    expect(snapshot.sources.credentialReport).toMatchObject({
      cause: expect.stringContaining('has not made the report within 120 seconds'),
    });
  });
});
