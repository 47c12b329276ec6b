import type { DocumentStatement, PrincipalEntry } from '../../policy-document.ts';
import { defineCheck, ofStatements } from '../define-check.ts';
import { policy, trust } from '../sample.ts';
import { isService, letsAssume, mustHold, namedIn } from './principals.ts';

const of = (Service: unknown, Condition?: unknown) => policy(trust({ Principal: { Service }, Condition }));
const at = '/Statement/0/Principal/Service';

/** Keys that say for whom a service calls. */
const sourceKeys = ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths'];

export const saysForWhom = ({ tests }: DocumentStatement): boolean =>
  tests.some(
    (test) => sourceKeys.includes(test.name.toLowerCase()) && mustHold(test) && test.entries.length > 0,
  );

/** `ec2.amazonaws.com`, `logs.eu-west-1.amazonaws.com`, `ec2.amazonaws.com.cn` → `ec2`, `logs`. */
const serviceOf = ({ text }: PrincipalEntry): string | undefined =>
  /^([a-z0-9-]+)(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/.exec(text)?.[1];

/** Services that act on a customer's resources for other customers' requests, and send the keys that tell whose ("The confused deputy problem", IAM User Guide; their own guides). */
const deputies = new Set([
  'apigateway',
  'appflow',
  'backup',
  'bedrock',
  'cloudtrail',
  'codebuild',
  'config',
  'delivery',
  'dms',
  'events',
  'firehose',
  'glue',
  'inspector2',
  'iot',
  'kinesisanalytics',
  'logs',
  'macie',
  'pipes',
  'quicksight',
  'rds',
  'robomaker',
  's3',
  'sagemaker',
  'scheduler',
  'ses',
  'sns',
  'sqs',
  'ssm',
  'ssm-incidents',
  'states',
  'transfer',
  'vpc-flow-logs',
  'wellarchitected',
]);

export const trustServiceConfusedDeputy = defineCheck({
  id: 'trust-service-confused-deputy',
  severity: 'medium',
  kinds: ['trust'],
  title: 'A service may use the role for any customer',
  explanation:
    'The service acts for all its customers. Without aws:SourceAccount or aws:SourceArn another customer who knows the role’s ARN can have the service use it.',
  fix: 'Add StringEquals on aws:SourceAccount with your account, or ArnLike on aws:SourceArn with the resource. Leave it out for ec2, lambda and ecs-tasks: they do not send these keys, and the workload would stop.',
  source:
    'IAM User Guide, "The confused deputy problem"; prowler issues 2792, 4714 (services that send no such key)',
  find: ofStatements((statement) =>
    letsAssume(statement) && !saysForWhom(statement)
      ? namedIn(statement)
          .filter((principal) => isService(principal) && deputies.has(serviceOf(principal) ?? ''))
          .map(({ place, text }) => ({ place, says: `${text} may use the role for any customer.` }))
      : [],
  ),
  examples: [
    { name: 'none', document: of('cloudtrail.amazonaws.com'), expect: [at] },
    { name: 'of one Region', document: of(['logs.eu-west-1.amazonaws.com']), expect: [`${at}/0`] },
    {
      name: 'an account',
      document: of('cloudtrail.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '111122223333' } }),
      expect: [],
    },
    { name: 'a service that sends no such key', document: of('ec2.amazonaws.com'), expect: [] },
  ],
});

/** Other forms of service principals ("AWS service principals", IAM User Guide): host names of AWS, and ids without one. */
const isServiceForm = ({ text }: PrincipalEntry): boolean =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal|aws\.com|c2s\.ic\.gov|sc2s\.sgov\.gov)$/.test(
    text,
  );

export const trustServiceUnknown = defineCheck({
  id: 'trust-service-unknown',
  severity: 'medium',
  kinds: ['trust', 'resource'],
  title: 'A service principal that does not exist',
  explanation: 'IAM refuses it, or the statement lets nobody in; what was meant does not work.',
  fix: 'Write SERVICE.amazonaws.com as the service’s guide does.',
  source: 'IAM Access Analyzer policy check reference, "Invalid service principal format"',
  find: ofStatements((statement) =>
    namedIn(statement)
      .filter((principal) => isService(principal) && principal.text !== '*' && !isServiceForm(principal))
      .map(({ place, text }) => ({ place, says: `"${text}" is no service principal.` })),
  ),
  examples: [
    { name: 'without its domain', document: of('lambda'), expect: [at] },
    { name: 'an ARN', document: of('arn:aws:iam::111122223333:role/x'), expect: [at] },
    { name: 'in China', document: of('ec2.amazonaws.com.cn'), expect: [] },
    { name: 'of a Region', document: of('states.eu-west-1.amazonaws.com'), expect: [] },
  ],
});

const compute = new Set([
  'ec2',
  'ecs-tasks',
  'ecs',
  'eks',
  'eks-fargate-pods',
  'pods',
  'lambda',
  'edgelambda',
  'build',
  'codebuild',
  'sagemaker',
  'glue',
  'batch',
  'tasks',
  'apprunner',
]);

export const trustServiceComputePrivileged = defineCheck({
  id: 'trust-service-compute-privileged',
  severity: 'low',
  kinds: ['trust'],
  title: 'Code in a compute service runs with the role',
  explanation:
    'Whoever gets code to run there, by a hole in the application or by deploying, acts with the role. For an administrator role that is everything.',
  fix: 'Give the workload what it calls, no more; let administrators sign in themselves.',
  source: 'Cloudsplaining, "Compute service trust"',
  find: ofStatements((statement, { context }) =>
    letsAssume(statement) && context.privileged !== undefined
      ? namedIn(statement)
          .filter((principal) => isService(principal) && compute.has(serviceOf(principal) ?? ''))
          .map(({ place, text }) => ({
            place,
            says: `Code in ${text} runs with the role${context.privileged ? ', which is an administrator' : ''}.`,
            ...(context.privileged ? { severity: 'high' as const } : {}),
          }))
      : [],
  ),
  examples: [
    {
      name: 'an administrator',
      document: of('lambda.amazonaws.com'),
      context: { privileged: true },
      expect: [at],
      severity: 'high',
    },
    {
      name: 'an ordinary role',
      document: of('ec2.amazonaws.com'),
      context: { privileged: false },
      expect: [at],
      severity: 'low',
    },
    { name: 'when its permissions are not known', document: of('ec2.amazonaws.com'), expect: [] },
    {
      name: 'no compute',
      document: of('cloudtrail.amazonaws.com'),
      context: { privileged: true },
      expect: [],
    },
  ],
});

export const rolesAnywhereUnscoped = defineCheck({
  id: 'roles-anywhere-unscoped',
  severity: 'high',
  kinds: ['trust'],
  title: 'Any certificate of any trust anchor opens the role',
  explanation:
    'IAM Roles Anywhere takes every certificate under any trust anchor of the account. Whoever gets one, or may make an anchor, has the role.',
  fix: 'Add ArnEquals on aws:SourceArn with the trust anchor, and StringEquals on aws:PrincipalTag/x509Subject/CN (or another field of the certificate).',
  source: 'IAM Roles Anywhere User Guide, "Role trusting"',
  find: ofStatements((statement) => {
    const anchors = namedIn(statement).filter(
      (principal) => isService(principal) && serviceOf(principal) === 'rolesanywhere',
    );
    if (anchors.length === 0 || !letsAssume(statement)) return [];
    const held = (form: RegExp): boolean =>
      statement.tests.some(
        (test) => mustHold(test) && form.test(test.name.toLowerCase()) && test.entries.length > 0,
      );
    const byAnchor = held(/^aws:sourcearn$/);
    const bySubject = held(/^aws:principaltag\/x509/);
    if (byAnchor && bySubject) return [];
    const lacks = byAnchor
      ? 'Any certificate of the trust anchor opens the role.'
      : bySubject
        ? 'A certificate with this subject of any trust anchor opens the role.'
        : 'Any certificate of any trust anchor opens the role.';
    return anchors.map(({ place }) => ({
      place,
      says: lacks,
      ...(byAnchor || bySubject ? { severity: 'medium' as const } : {}),
    }));
  }),
  examples: [
    { name: 'no condition', document: of('rolesanywhere.amazonaws.com'), expect: [at], severity: 'high' },
    {
      name: 'the anchor only',
      document: of('rolesanywhere.amazonaws.com', {
        ArnEquals: { 'aws:SourceArn': 'arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/1' },
      }),
      expect: [at],
      severity: 'medium',
    },
    {
      name: 'anchor and subject',
      document: of('rolesanywhere.amazonaws.com', {
        ArnEquals: { 'aws:SourceArn': 'arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/1' },
        StringEquals: { 'aws:PrincipalTag/x509Subject/CN': 'web-1' },
      }),
      expect: [],
    },
  ],
});
