import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const contextSchema = z.record(z.string(), z.union([scalar, z.array(scalar)]));

/** A caller whose ARN does not say everything; see `CallerDetails`. */
const callerSchema = z.strictObject({
  arn: z.string(),
  roleArn: z.string().optional(),
  userArn: z.string().optional(),
  id: z.string().optional(),
  canonicalUser: z.string().optional(),
});

/** A policy document as JSON or as text, read by `parseDocument`, which says what is wrong with it. */
const document = z.union([z.string(), z.record(z.string(), z.unknown())]);
const oneOrList = z.union([z.array(document), document.transform((one) => [one])]);
const levels = z.array(oneOrList);

/**
 * One request with its policies, as `tw policy simulate` reads it. Names it does not know are refused inside of `request` and
 * `policies`: a misspelt layer would silently not be evaluated.
 */
export const simulationSchema = z.looseObject({
  /** Given back with the answer. */
  id: z.unknown().optional(),
  request: z.strictObject({
    /** ARN, account id, service principal, host of an OIDC provider, or `*`. */
    principal: z.union([z.string(), callerSchema]),
    action: z.string(),
    resource: z.string(),
    resourceAccount: z
      .string()
      .regex(/^\d{12}$/, 'an account id has twelve digits')
      .nullish(),
    context: contextSchema.nullish(),
  }),
  policies: z.strictObject({
    identity: oneOrList.nullish(),
    resource: document.nullish(),
    boundary: oneOrList.nullish(),
    scps: levels.nullish(),
    rcps: levels.nullish(),
    session: oneOrList.nullish(),
    endpoint: oneOrList.nullish(),
  }),
  /** Condition keys that `context` lacks are unknown, not absent. */
  unknownContext: z.boolean().nullish(),
});

export type SimulationInput = z.infer<typeof simulationSchema>;
