import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escalationSections, totalsSection, trapsSection } from '../../shared/explanation/closing-lines.ts';
import { conditionLine } from '../../shared/explanation/conditions.ts';
import { explainPolicy, type PolicyExplanation } from '../../shared/explanation/explain-policy.ts';
import { said } from '../../shared/explanation/line.ts';
import { english } from '../../shared/explanation/messages/english.ts';
import { korean } from '../../shared/explanation/messages/korean.ts';
import { allActions } from '../../shared/policy/actions/all-actions.ts';
import { type LintKind, lintKinds } from '../../shared/policy/lint/define-check.ts';
import { lintDocument } from '../../shared/policy/lint/lint-document.ts';
import { readPolicy } from '../../shared/policy/read-policy.ts';

const catalogue = await allActions();
const at = '2026-11-02T00:00:00Z';

const explained = (document: object, kind: LintKind = 'identity'): PolicyExplanation => {
  const reading = readPolicy(document);
  if (reading.status !== 'read') throw new Error(reading.cause);
  return explainPolicy(reading.policy, kind, catalogue, lintDocument(document, kind, { catalogue, at }), at);
};

const ofStatement = (statement: object, kind?: LintKind, version = '2012-10-17') =>
  explained({ Version: version, Statement: statement }, kind);

const sentences = ({ statements }: PolicyExplanation, messages = english): readonly string[] =>
  statements.flatMap(({ lines }) => lines.map((line) => said(line, messages, String)));

describe('a condition as a sentence', () => {
  it.each<[string, string, string | string[], string, string]>([
    [
      'Bool',
      'aws:MultiFactorAuthPresent',
      'true',
      'the caller signed in with MFA',
      '호출자가 MFA로 인증한 경우',
    ],
    [
      'BoolIfExists',
      'aws:MultiFactorAuthPresent',
      'false',
      'the caller did not sign in with MFA, calls with long-term access keys included',
      '호출자가 MFA로 인증하지 않은 경우(장기 액세스 키로 한 호출 포함)',
    ],
    [
      'Bool',
      'aws:SecureTransport',
      'false',
      'the call is not encrypted',
      '암호화되지 않은 연결로 호출한 경우',
    ],
    [
      'NotIpAddress',
      'aws:SourceIp',
      ['203.0.113.0/24', '198.51.100.7'],
      'the IP address of the caller (aws:SourceIp) is outside 203.0.113.0/24, 198.51.100.7',
      '호출자의 IP 주소(aws:SourceIp)가 다음 대역 밖인 경우: 203.0.113.0/24, 198.51.100.7',
    ],
    [
      'StringEquals',
      'aws:PrincipalOrgID',
      'o-a1b2c3d4e5',
      'the organization of the caller (aws:PrincipalOrgID) is o-a1b2c3d4e5',
      '호출자가 속한 조직(aws:PrincipalOrgID)이 다음과 같은 경우: o-a1b2c3d4e5',
    ],
    [
      'StringEqualsIfExists',
      'aws:ResourceTag/team',
      ['a', 'b'],
      'the tag "team" of the resource (aws:ResourceTag/team) is one of a, b (also if aws:ResourceTag/team is not in the call)',
      '리소스의 "team" 태그(aws:ResourceTag/team) 값이 다음 중 하나인 경우: a, b (요청에 aws:ResourceTag/team 키가 없을 때도 충족)',
    ],
    [
      'DateLessThan',
      'aws:CurrentTime',
      '2027-01-01T00:00:00Z',
      'the time of the call (aws:CurrentTime) is before 2027-01-01T00:00:00Z',
      '호출 시각(aws:CurrentTime)이 2027-01-01T00:00:00Z 이전인 경우',
    ],
    [
      'StringNotEquals',
      'aws:SourceVpce',
      'vpce-1',
      'the VPC endpoint that the call comes through (aws:SourceVpce) is not vpce-1',
      '호출이 거쳐 온 VPC 엔드포인트(aws:SourceVpce)가 다음과 다른 경우: vpce-1',
    ],
    [
      'ForAllValues:StringLike',
      'aws:TagKeys',
      'x*',
      'the names of the tags that the call sets (aws:TagKeys): every value matches x* (also if there is none)',
      '요청에서 지정하는 태그 키(aws:TagKeys)가 모두 다음 패턴과 일치하는 경우: x* (값이 하나도 없을 때도 충족)',
    ],
    [
      'Null',
      's3:x-amz-acl',
      'true',
      'the condition key s3:x-amz-acl is not in the call',
      '조건 키 s3:x-amz-acl의 값이 요청에 없는 경우',
    ],
    [
      'StringLike',
      'token.actions.githubusercontent.com:sub',
      'repo:o/r:*',
      'the claim "sub" of the token (token.actions.githubusercontent.com:sub) matches repo:o/r:*',
      '토큰의 "sub" 클레임(token.actions.githubusercontent.com:sub) 값이 다음 패턴과 일치하는 경우: repo:o/r:*',
    ],
    [
      'StringIs',
      'aws:username',
      'x',
      'the name of the user (aws:username) is tested with StringIs, which AWS does not know: x',
      '사용자 이름(aws:username)이 StringIs 연산자로 비교되나, AWS에 없는 연산자입니다: x',
    ],
  ])('%s %s', (operator, key, value, inEnglish, inKorean) => {
    const line = conditionLine({ operator, key, values: [value].flat() });
    expect(said(line, english, String)).toBe(inEnglish);
    expect(said(line, korean, String)).toBe(inKorean);
  });
});

describe('a statement in sentences', () => {
  const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  const trust = { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' };
  it.each<[string, object, LintKind, readonly RegExp[]]>([
    ['an Allow', allow, 'identity', [/^Allows s3:GetObject on every resource\.$/]],
    [
      'a Deny',
      { ...allow, Effect: 'Deny' },
      'identity',
      [/^Denies s3:GetObject .* whatever else allows it\.$/],
    ],
    ['a control policy', allow, 'scp', [/^Leaves room for other policies to allow/]],
    [
      'a wildcard, by what it really covers',
      { ...allow, Action: 'sqs:*' },
      'identity',
      [
        /^Allows every action of sqs on/,
        /^That is \d+ actions of sqs today: \d+ permissions management, \d+ write/,
      ],
    ],
    [
      'dangerous ones among many',
      { ...allow, Action: 'iam:Put*' },
      'identity',
      [/./, /./, /^Among them: iam:PutUserPolicy, iam:PutRolePolicy, iam:PutGroupPolicy\.$/],
    ],
    ['nothing that exists', { ...allow, Action: 's3:Fetch' }, 'identity', [/./, /^No action that AWS lists/]],
    [
      'NotAction and NotResource',
      { Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::b' },
      'identity',
      [
        /^Allows every action but iam:\* on every resource but arn:aws:s3:::b/,
        /./,
        /./,
        /^NotAction with Allow/,
        /^NotResource with Allow/,
      ],
    ],
    [
      'a variable',
      { ...allow, Resource: 'arn:aws:s3:::b/${aws:username}/*' },
      'identity',
      [/./, /^The resource depends on who calls: \$\{aws:username\}/],
    ],
    [
      'a role for everybody',
      trust,
      'trust',
      [/^Lets everybody, also without an AWS account take on the role/],
    ],
    [
      'principals of each kind',
      {
        ...trust,
        Principal: {
          AWS: [
            '123456789012',
            'arn:aws:iam::123456789012:user/a/kim',
            'arn:aws:sts::123456789012:assumed-role/r/s',
            'AIDAEXAMPLE',
          ],
          Service: 'ec2.amazonaws.com',
        },
      },
      'trust',
      [
        /account 123456789012 \(whoever its administrators allow\), user kim of account 123456789012, session s of role r in account 123456789012, a user or role that was deleted \(AIDAEXAMPLE\), the AWS service ec2/,
      ],
    ],
    [
      'NotPrincipal',
      { ...trust, Principal: undefined, NotPrincipal: { AWS: '123456789012' }, Effect: 'Deny' },
      'trust',
      [/^Keeps everybody but account 123456789012/, /^NotPrincipal with Deny/],
    ],
  ])('%s', (_, statement, kind, expected) => {
    const found = sentences(ofStatement(JSON.parse(JSON.stringify(statement)), kind));
    expect(found).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern);
  });
});

const closing = (explanation: PolicyExplanation): readonly string[] =>
  [...totalsSection(explanation), ...escalationSections(explanation), trapsSection(explanation, {})].flatMap(
    ({ heading, items }) => [heading, ...items].map((line) => said(line, english, String)),
  );

describe('a document as a whole', () => {
  it('adds up what is left after its own Deny', () => {
    const found = explained({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:ReceiveMessage', 's3:GetObject'], Resource: '*' },
        { Effect: 'Deny', Action: 'sqs:Rec*', Resource: '*' },
      ],
    });
    expect([...found.allowed].map(({ action }) => action).toSorted()).toEqual([
      's3:GetObject',
      'sqs:SendMessage',
    ]);
    expect(closing(found)).toContain('write: 1 (sqs 1)');
  });

  it('names ways to more access, and traps by the ids of their checks', () => {
    const found = closing(ofStatement({ Effect: 'Allow', Action: 'iam:CreatePolicyVersion', Resource: '*' }));
    expect(found).toContainEqual(
      expect.stringMatching(/^iam-001, gives itself more: iam:CreatePolicyVersion$/),
    );
    expect(found).toContainEqual(expect.stringMatching(/\[permissions-management-unconstrained\]/));
  });

  it('says when variables are plain text, and where it breaks off', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
    const { head } = ofStatement(
      Array.from({ length: 300 }, () => statement),
      'identity',
      '2008-10-17',
    );
    expect(head.map(({ key }) => key)).toEqual(['ofIdentity', 'oldVersion', 'moreStatements']);
  });

  it('leaves no placeholder open and never throws, whatever the document', () => {
    const text = fc.constantFrom(
      '*',
      's3:*',
      'arn:aws:s3:::b/${aws:username}',
      'iam:PassRole',
      '123456789012',
      'x',
    );
    const list = fc.array(text, { maxLength: 3 });
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: list,
      Resource: list,
      Principal: fc.dictionary(fc.constantFrom('AWS', 'Service', 'Federated', 'Other'), text, { maxKeys: 2 }),
      Condition: fc.dictionary(
        fc.constantFrom('StringEquals', 'Null', 'ForAnyValue:Bool', 'Unheard', 'DateLessThanIfExists'),
        fc.dictionary(fc.constantFrom('aws:SourceIp', 'saml:aud', 'a', 'aws:RequestTag/x'), list, {
          maxKeys: 2,
        }),
        { maxKeys: 2 },
      ),
    });
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 3 }), fc.constantFrom(...lintKinds), (Statement, kind) => {
        const found = explained({ Version: '2012-10-17', Statement }, kind);
        const lines = found.statements.flatMap(({ lines: some, conditions }) => [...some, ...conditions]);
        for (const line of [...found.head, ...lines])
          for (const messages of [english, korean])
            expect(said(line, messages, String)).not.toMatch(/not recorded|undefined/);
      }),
      { numRuns: 60 },
    );
  });
});
