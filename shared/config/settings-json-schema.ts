import * as z from 'zod/mini';
import { settingsSchema } from './settings-schema.ts';

/** The JSON Schema (draft 7, which editors know best) of the configuration file, as it is published in docs. */
export const settingsJsonSchema = (): object => {
  const { $schema, ...rest } = z.toJSONSchema(settingsSchema, { io: 'input', target: 'draft-7' });
  return {
    $schema,
    title: 'Trailwarden settings',
    description: 'Configuration file of Trailwarden, see docs/configuration.md.',
    ...rest,
  };
};
