import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerLine } from '../../functions/cli/policy/answer-line.ts';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';

const simulate = (input: string, args: readonly string[] = []) => {
  const run = spawnSync(
    process.execPath,
    [join(projectFolder, 'functions/cli/main.ts'), 'policy', 'simulate', ...args],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' }, input },
  );
  const answers = run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { code: run.status, answers, err: run.stderr };
};

const request = {
  principal: 'arn:aws:iam::123837392027:user/alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::logs/a',
};
const policies = {
  identity: [
    { Version: '2012-10-17', Statement: { Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' } },
  ],
};

describe('tw policy simulate', () => {
  it('answers each line in its order, with its id', () => {
    const lines = [
      { id: 1, request, policies },
      { id: 'two', request, policies: { identity: [] } },
    ];
    const { code, answers } = simulate(`${lines.map((line) => JSON.stringify(line)).join('\n\n')}\r\n`);
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        id: 1,
        decision: 'Allowed',
        reasons: [
          {
            layer: 'identity',
            effect: 'allows',
            statements: [{ policy: 0, statement: 0, sid: 'All', conditions: [] }],
          },
        ],
      },
      {
        id: 'two',
        decision: 'ImplicitlyDenied',
        reasons: [{ layer: 'identity', effect: 'does-not-allow', statements: [] }],
      },
    ]);
  });

  it('goes on after a line that it cannot read, and says so by its exit code', () => {
    const { code, answers } = simulate(`{"id": 7, oops}\n${JSON.stringify({ id: 8, request, policies })}`);
    expect(code).toBe(3);
    expect(answers).toEqual([
      { id: 7, error: 'line 1, column 11: not JSON: expected a key in double quotes' },
      expect.objectContaining({ id: 8, decision: 'Allowed' }),
    ]);
  });

  it('reads one request that is laid out over several lines', () => {
    const { answers } = simulate(JSON.stringify({ id: 1, request, policies }, null, 2));
    expect(answers).toEqual([expect.objectContaining({ id: 1, decision: 'Allowed' })]);
  });

  it('refuses a file that is not there', () => {
    expect(simulate('', ['missing.jsonl'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('missing.jsonl cannot be read'),
    });
  });
});

describe('answerLine', () => {
  it.each([
    ['expected object, received array', []],
    ['request.principal: neither', { request: { ...request, principal: 'alice' }, policies }],
    ['request.action: not of the form service:Name', { request: { ...request, action: 's3' }, policies }],
    ['request.resource: neither an ARN nor "*"', { request: { ...request, resource: 'logs' }, policies }],
    ['twelve digits', { request: { ...request, resourceAccount: '1' }, policies }],
    ['policies: Unrecognized key: "scp"', { request, policies: { ...policies, scp: [] } }],
    [
      'policies.scps[0][1]: an Effect is exactly "Allow" or "Deny" (/Statement/0/Effect)',
      { request, policies: { scps: [[policies.identity[0], { Statement: [{ Effect: 'X' }] }]] } },
    ],
    [
      'policies.identity[0]: not JSON: expected a value (line 2, column 14)',
      { request, policies: { identity: ['{\n"Statement": }'] } },
    ],
  ])('names cause and place: %s', (error, input) => {
    const { failed, text } = answerLine(JSON.stringify(input), 3);
    expect(failed).toBe(true);
    expect(JSON.parse(text)).toEqual({ error: expect.stringContaining(error) });
    expect(JSON.parse(text).error).toMatch(/^line 3/);
  });

  it('counts a key of the context that is not given as absent, or as unknown when told to', () => {
    const conditional = {
      identity: [
        {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Action: '*',
            Resource: '*',
            Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
          },
        },
      ],
    };
    const decide = (unknownContext?: boolean) =>
      JSON.parse(answerLine(JSON.stringify({ request, policies: conditional, unknownContext }), 1).text)
        .decision;
    expect([decide(), decide(false), decide(true)]).toEqual([
      'ImplicitlyDenied',
      'ImplicitlyDenied',
      'DependsOnContext',
    ]);
  });
});
