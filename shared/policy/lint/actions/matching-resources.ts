import type { ActionCatalogue, ActionDetail } from '../../actions/action-catalogue.ts';
import { widest } from '../../compare-grants.ts';
import { mayOverlap } from '../../compare-patterns.ts';
import { type Pattern, patternOf } from '../../pattern.ts';
import type { DocumentStatement, Entry } from '../../policy-document.ts';
import type { StepBudget } from '../../step-budget.ts';
import { defineCheck, type LintHit, type LintSubject, ofStatements } from '../define-check.ts';
import { isAnything, named } from '../identity/scope.ts';
import { allow, deny, grant, policy } from '../sample.ts';

/** Pairs of characters compared in a step. */
const pairsPerStep = 4;

/** The six fields of an ARN pattern; its `*` stay in their field. */
const fieldsOf = (text: string): readonly Pattern[] => {
  const [prefix, partition, service, region, account, ...resource] = text.split(':');
  return [prefix, partition, service, region, account, resource.join(':')].map((field = '') =>
    patternOf(field),
  );
};

/** A `*` behind other characters of a leading field may run across the colons: such a pattern may be any resource. */
const runsAcross = (text: string): boolean =>
  text
    .split(':')
    .slice(0, 5)
    .some((field) => /[*?]/.test(field) && field !== '*');

/** A bucket's name has no slash: what has one is an object. */
const isBucket = (arn: string): boolean => arn.endsWith(':s3:::${BucketName}');

/** Tells whether a resource of some type may be one of those that a statement names. */
class NamedResources {
  readonly #patterns: readonly (readonly Pattern[])[];
  readonly #hasAny: boolean;
  readonly #steps: StepBudget;
  readonly #known = new Map<string, boolean>();

  constructor(entries: readonly Entry[], steps: StepBudget) {
    const texts = [...new Set(entries.map(({ text }) => widest(text).text))];
    this.#hasAny = texts.some(runsAcross);
    this.#patterns = this.#hasAny ? [] : texts.map(fieldsOf);
    this.#steps = steps;
  }

  /** @param arn with `${…}` for what varies */
  include(arn: string): boolean {
    if (this.#hasAny) return true;
    const known = this.#known.get(arn);
    if (known !== undefined) return known;
    const type = fieldsOf(arn.replaceAll(/\$\{[^}]*\}/g, '*'));
    const found = this.#patterns
      .filter((fields) => !(isBucket(arn) && fields.at(-1)?.text.includes('/')))
      .some((fields) => fields.every((field, at) => this.#mayBe(field, type[at])));
    this.#known.set(arn, found);
    return found;
  }

  #mayBe(field: Pattern, type: Pattern | undefined): boolean {
    if (type === undefined) return false;
    this.#steps.spend(1 + Math.ceil((field.text.length * type.text.length) / pairsPerStep));
    return mayOverlap(field, type);
  }
}

const arnsOf = (action: ActionDetail, catalogue: ActionCatalogue): readonly string[] => {
  const wanted = new Set(action.resourceTypes);
  return catalogue
    .resourceTypesOf(action.service)
    .filter(({ name }) => wanted.has(name))
    .flatMap(({ arns }) => arns);
};

/** An action without resource types is on `*` and nothing else. */
const canMatch = (action: ActionDetail, catalogue: ActionCatalogue, resources: NamedResources): boolean =>
  arnsOf(action, catalogue).some((arn) => resources.include(arn));

const isJudged = ({ actions, resources }: DocumentStatement): boolean =>
  actions?.except === false &&
  resources?.except === false &&
  resources.entries.length > 0 &&
  // What is no ARN is another check's.
  resources.entries.every(({ text }) => text.startsWith('arn:') && !isAnything(text));

/** An entry none of whose actions the resources fit. */
const mismatchOf = (
  { text, place }: Entry,
  catalogue: ActionCatalogue,
  resources: NamedResources,
  { steps }: LintSubject,
): readonly LintHit[] => {
  if (isAnything(text)) return [];
  const actions = catalogue.covered(text);
  steps.spend(1 + actions.length);
  if (actions.length === 0 || actions.some((action) => canMatch(action, catalogue, resources))) return [];
  const types = [...new Set(actions.flatMap(({ resourceTypes }) => resourceTypes))];
  const asks =
    types.length === 0 ? 'can be limited to no resource and needs "*"' : `is about ${named(types)}`;
  return [{ place, says: `${text} ${asks}: none of the resources is that.` }];
};

export const resourceMismatchForAction = defineCheck({
  id: 'resource-mismatch-for-action',
  severity: 'medium',
  kinds: ['identity', 'resource'],
  title: 'An action that none of the resources fits',
  explanation:
    'The action is done to resources of another type, so the entry allows nothing, or, in a Deny, denies nothing.',
  fix: 'Name resources of the type of the action (Service Authorization Reference, "Resource types"): for S3 objects BUCKET/*, for actions without types "*".',
  source: 'parliament, "RESOURCE_MISMATCH"; Service Authorization Reference',
  find: ofStatements((statement, subject) => {
    const { catalogue } = subject.context;
    if (catalogue === undefined || !isJudged(statement)) return [];
    const resources = new NamedResources(statement.resources?.entries ?? [], subject.steps);
    return (statement.actions?.entries ?? []).flatMap((entry) =>
      mismatchOf(entry, catalogue, resources, subject),
    );
  }),
  examples: [
    {
      name: 'an object where a bucket is meant',
      document: policy(allow({ Action: ['s3:ListBucket', 's3:GetObject'] })),
      expect: ['/Statement/0/Action/0'],
    },
    {
      name: 'a bucket where objects are meant',
      document: policy(grant({ Resource: 'arn:aws:s3:::reports' })),
      kind: 'resource',
      expect: ['/Statement/0/Action'],
    },
    {
      name: 'an action that needs a star',
      document: policy(allow({ Action: 's3:ListAllMyBuckets' })),
      expect: ['/Statement/0/Action'],
    },
    {
      name: 'another service, in a Deny',
      document: policy(deny({ Action: 'kms:Decrypt' })),
      expect: ['/Statement/0/Action'],
    },
    { name: 'an object', document: policy(allow({})), expect: [] },
    {
      name: 'both',
      document: policy(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::reports*' })),
      expect: [],
    },
    { name: 'everything', document: policy(allow({ Action: 'kms:Decrypt', Resource: '*' })), expect: [] },
    {
      name: 'a variable',
      document: policy(
        allow({ Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/${aws:username}' }),
      ),
      expect: [],
    },
    {
      name: 'a short ARN',
      document: policy(allow({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs' })),
      expect: [],
    },
  ],
});
