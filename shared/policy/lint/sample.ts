/** Documents for the examples of checks: a statement says only what differs. */
type Fields = Readonly<Record<string, unknown>>;

/** A document of these statements. */
export const policy = (...Statement: readonly Fields[]): Fields => ({ Version: '2012-10-17', Statement });

/** An identity statement that allows reading one object, but for what differs. */
export const allow = (differs: Fields): Fields =>
  without({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::reports/*',
    ...differs,
  });

/** The same as a Deny. */
export const deny = (differs: Fields): Fields => allow({ Effect: 'Deny', ...differs });

/** A trust statement for a role of another account that is named, but for what differs. */
export const trust = (differs: Fields): Fields =>
  without({
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:role/deploy' },
    Action: 'sts:AssumeRole',
    ...differs,
  });

/** A statement of a resource policy, but for what differs. */
export const grant = (differs: Fields): Fields =>
  without({
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:role/deploy' },
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::reports/*',
    ...differs,
  });

/** `undefined` takes an element out. */
const without = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
