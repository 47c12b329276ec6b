import { lowered, type Severity } from '../rules/severity.ts';
import type { DocumentCase } from './example-documents.ts';

/** A service, one of its actions that is denied in some cases, and one thing of it. */
interface Service {
  readonly name: string;
  readonly action: string;
  readonly arn: string;
  readonly severity: Severity;
}

const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

/** Cases of the checks that ask whether a document allows everything in a service. */
const fullAccessCases = ({ name, action, arn, severity }: Service): readonly DocumentCase[] => {
  const all = `${name}:*`;
  const deny = { Effect: 'Deny', Action: action };
  return [
    { name: `${all} on everything`, expect: 'full', severity, statements: [{ Action: all }] },
    { name: 'everything on everything', expect: 'full', statements: [{ Action: '*' }] },
    { name: 'everything but S3', expect: 'full', statements: [{ NotAction: 's3:*' }] },
    {
      name: 'with MFA only',
      expect: 'conditional',
      severity: lowered(severity),
      statements: [{ Action: all, Condition: mfa }],
    },
    { name: 'one action denied', expect: 'less', statements: [{ Action: all }, deny] },
    {
      name: 'one action denied on one thing',
      expect: 'full',
      statements: [{ Action: all }, { ...deny, Resource: arn }],
    },
    { name: 'reading only', expect: 'less', statements: [{ Action: `${name}:Describe*` }] },
    { name: 'on one thing', expect: 'less', statements: [{ Action: all, Resource: arn }] },
  ];
};

export const kmsCases = (): readonly DocumentCase[] =>
  fullAccessCases({
    name: 'kms',
    action: 'kms:ScheduleKeyDeletion',
    arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    severity: 'medium',
  });

export const cloudTrailCases = (): readonly DocumentCase[] =>
  fullAccessCases({
    name: 'cloudtrail',
    action: 'cloudtrail:DeleteTrail',
    arn: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/a',
    severity: 'high',
  });
