import type { DocumentStatement } from '../../policy-document.ts';
import { defineCheck, type LintHit, type LintKind, lintKinds, ofStatements } from '../define-check.ts';
import { allow, policy, trust } from '../sample.ts';

const grammar =
  'IAM User Guide, "Grammar of the IAM JSON policy language"; IAM Access Analyzer policy check reference';

/** Elements a statement of this kind must have, one of each group. */
const required: Readonly<Record<LintKind, readonly (keyof DocumentStatement)[]>> = {
  identity: ['actions', 'resources'],
  scp: ['actions', 'resources'],
  resource: ['actions', 'resources', 'principals'],
  trust: ['actions', 'principals'],
};

const names: Partial<Record<keyof DocumentStatement, string>> = {
  actions: 'Action or NotAction',
  resources: 'Resource or NotResource',
  principals: 'Principal or NotPrincipal',
};

export const elementMissing = defineCheck({
  id: 'element-missing',
  severity: 'medium',
  kinds: lintKinds,
  title: 'A statement lacks a required element',
  explanation: 'IAM refuses a statement without it; where such a statement is met, it applies to nothing.',
  fix: 'Add the element. Identity policies need Action and Resource, resource policies also Principal, trust policies Action and Principal.',
  source: grammar,
  find: ofStatements((statement, { kind }) =>
    required[kind]
      .filter((element) => statement[element] === undefined)
      // An element of a wrong shape is told by element-shape.
      .filter(
        (element) =>
          !statement.node.members.some(
            ({ key }) => key.toLowerCase().replace(/^not/, '') === element.slice(0, -1),
          ),
      )
      .map((element) => ({ place: statement.place, says: `The statement has no ${names[element]}.` })),
  ),
  examples: [
    { name: 'no Resource', document: policy(allow({ Resource: undefined })), expect: ['/Statement/0'] },
    {
      name: 'no Principal in a trust policy',
      kind: 'trust',
      document: policy(trust({ Principal: undefined })),
      expect: ['/Statement/0'],
    },
    { name: 'a trust policy without Resource', kind: 'trust', document: policy(trust({})), expect: [] },
    {
      name: 'NotAction instead',
      document: policy(allow({ Action: undefined, NotAction: 'iam:*' })),
      expect: [],
    },
  ],
});

const unsupportedIn = (statement: DocumentStatement, kind: LintKind): readonly LintHit[] => {
  const { principals, resources } = statement;
  const hits: LintHit[] = [];
  if (principals && kind === 'identity')
    hits.push({
      place: principals.place,
      says: `${principals.name} stands in an identity policy: the principal is who it is attached to.`,
    });
  if (principals && kind === 'scp' && principals.entries.some(({ text }) => text !== '*'))
    hits.push({
      place: principals.place,
      says: `${principals.name} in a control policy can only be "*", and only in a resource control policy.`,
    });
  if (resources && kind === 'trust')
    hits.push({
      place: resources.place,
      says: `${resources.name} stands in a trust policy: the resource is the role it is attached to.`,
    });
  if (principals?.except && kind === 'trust')
    hits.push({
      place: principals.place,
      says: 'NotPrincipal stands in a trust policy, which AWS does not support.',
    });
  return hits;
};

export const elementUnsupported = defineCheck({
  id: 'element-unsupported',
  severity: 'medium',
  kinds: ['identity', 'trust', 'scp'],
  title: 'An element that this kind of policy does not know',
  explanation:
    'The document was written for another kind of policy. IAM refuses it, or ignores what was meant as a limit.',
  fix: 'Take the element out, or attach the document where it belongs.',
  source: grammar,
  find: ofStatements((statement, { kind }) => unsupportedIn(statement, kind)),
  examples: [
    {
      name: 'Principal in an identity policy',
      document: policy(allow({ Principal: '*' })),
      expect: ['/Statement/0/Principal'],
    },
    {
      name: 'Resource in a trust policy',
      kind: 'trust',
      document: policy(trust({ Resource: '*' })),
      expect: ['/Statement/0/Resource'],
    },
    {
      name: 'Principal "*" in a resource control policy',
      kind: 'scp',
      document: policy(allow({ Principal: '*' })),
      expect: [],
    },
    { name: 'Principal in a trust policy', kind: 'trust', document: policy(trust({})), expect: [] },
  ],
});

export const elementUnknown = defineCheck({
  id: 'element-unknown',
  severity: 'medium',
  kinds: lintKinds,
  title: 'An element that policies do not have',
  explanation: 'A misspelt element is refused by IAM; what it was meant to limit is not limited.',
  fix: 'Mend its spelling, or take it out.',
  source: grammar,
  find: ({ document }) => [
    ...document.others.map(({ key, place }) => ({ place, says: `A policy has no element "${key}".` })),
    ...document.statements.flatMap(({ others, index }) =>
      others.map(({ key, place }) => ({
        place,
        statement: index,
        says: `A statement has no element "${key}".`,
      })),
    ),
  ],
  examples: [
    { name: 'misspelt', document: policy(allow({ Conditions: {} })), expect: ['/Statement/0/Conditions'] },
    { name: 'beside the statements', document: { ...policy(allow({})), Owner: 'me' }, expect: ['/Owner'] },
    { name: 'an Id', document: { ...policy(allow({})), Id: 'x' }, expect: [] },
  ],
});

/** `[]` and `{}` where something belongs. */
const empties = (statement: DocumentStatement): readonly LintHit[] =>
  statement.node.members.flatMap(({ key, place, value }) => {
    const isEmpty =
      (value.kind === 'array' && value.items.length === 0) ||
      (value.kind === 'object' && value.members.length === 0);
    const inside =
      value.kind === 'object'
        ? value.members.flatMap((member) =>
            (member.value.kind === 'array' && member.value.items.length === 0) ||
            (member.value.kind === 'object' && member.value.members.length === 0)
              ? [{ place: member.place, says: `"${member.key}" in ${key} is empty.` }]
              : [],
          )
        : [];
    return isEmpty ? [{ place, says: `${key} is empty.` }] : inside;
  });

export const emptyArrayOrObject = defineCheck({
  id: 'empty-array-or-object',
  severity: 'low',
  kinds: lintKinds,
  title: 'An empty list or object',
  explanation:
    'An empty Action, Resource or Principal makes the statement apply to nothing; an empty Condition is no condition at all.',
  fix: 'Fill it in, or take the element (or the statement) out.',
  source: 'IAM Access Analyzer policy check reference, "Empty array", "Empty object"',
  find: ofStatements(empties),
  examples: [
    { name: 'no actions', document: policy(allow({ Action: [] })), expect: ['/Statement/0/Action'] },
    {
      name: 'no tests',
      document: policy(allow({ Condition: { StringEquals: {} } })),
      expect: ['/Statement/0/Condition/StringEquals'],
    },
    { name: 'no condition', document: policy(allow({ Condition: {} })), expect: ['/Statement/0/Condition'] },
    { name: 'something in each', document: policy(allow({ Action: ['s3:GetObject'] })), expect: [] },
  ],
});
