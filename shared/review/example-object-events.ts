import { advancedSelectors, basicSelectors, noTrails, reads, trailSources } from '../account/example.ts';
import type { CheckExample } from './define-check.ts';

const objects = (readWriteType: string, value = 'arn:aws:s3') =>
  trailSources({
    selectors: basicSelectors({
      readWriteType,
      dataResources: [{ type: 'AWS::S3::Object', values: [value] }],
    }),
  });

const byAdvanced = (fields: Readonly<Record<string, readonly string[]>>) =>
  trailSources({
    selectors: advancedSelectors({
      eventCategory: ['Data'],
      'resources.type': ['AWS::S3::Object'],
      ...fields,
    }),
  });

const types = { read: 'ReadOnly', write: 'WriteOnly' } as const;

/** Examples of the checks that ask whether reads, or writes, of all objects are recorded. */
export const objectEventExamples = (access: 'read' | 'write'): CheckExample[] => {
  const other = access === 'read' ? 'write' : 'read';
  return [
    { name: 'management events only', expect: ['none'], severity: 'info', state: trailSources() },
    { name: 'all objects', expect: ['some'], state: objects('All') },
    { name: `all objects, ${types[access]}`, expect: ['some'], state: objects(types[access]) },
    { name: `all objects, ${types[other]}`, expect: ['none'], state: objects(types[other]) },
    { name: 'one bucket', expect: ['none'], state: objects('All', 'arn:aws:s3:::b/') },
    {
      name: 'all objects, by an advanced selector',
      expect: ['some'],
      state: byAdvanced({ readOnly: [String(access === 'read')] }),
    },
    {
      name: 'some objects, by an advanced selector',
      expect: ['none'],
      state: byAdvanced({ 'resources.ARN': ['arn:aws:s3:::b/x'] }),
    },
    { name: 'no trail', expect: ['none'], state: noTrails() },
    {
      name: 'selectors that nobody asked for',
      expect: ['unknown'],
      state: { ...objects('All'), ...reads({ trailSelectors: [] }) },
    },
  ];
};
