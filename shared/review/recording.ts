import type { FieldSelector, TrailSelectors } from '../account/snapshot-logging.ts';

/** Events that a trail may record. */
export interface Wanted {
  readonly category: 'Management' | 'Data';
  readonly access: 'read' | 'write';
  /** Of data events, e.g. `AWS::S3::Object`. */
  readonly resourceType?: string;
}

type Basic = TrailSelectors['basic'][number];
type Advanced = TrailSelectors['advanced'][number];

/** Services whose management events are left out because there are so many; none of them is about identity. */
const chatty = new Set(['kms.amazonaws.com', 'rdsdata.amazonaws.com']);

/** A value that selects the objects of every bucket ("Data events", CloudTrail User Guide). */
const everyBucket = /^arn:[\w-]+:s3(:::)?$/;

const coversAccess = (readWriteType: string, access: Wanted['access']): boolean =>
  readWriteType === 'All' || readWriteType === (access === 'read' ? 'ReadOnly' : 'WriteOnly');

const basicRecords = (selector: Basic, { category, access, resourceType }: Wanted): boolean => {
  if (!coversAccess(selector.readWriteType, access)) return false;
  if (category === 'Management')
    return (
      selector.includesManagementEvents && selector.excludedSources.every((source) => chatty.has(source))
    );
  return selector.dataResources.some(
    ({ type, values }) => type === resourceType && values.some((value) => everyBucket.test(value)),
  );
};

/** Whether a field lets a value through ("AdvancedFieldSelector", CloudTrail API Reference): tests of one field are joined by "and". */
const lets = (field: FieldSelector, value: string): boolean =>
  (field.equals.length === 0 || field.equals.includes(value)) &&
  (field.startsWith.length === 0 || field.startsWith.some((prefix) => value.startsWith(prefix))) &&
  (field.endsWith.length === 0 || field.endsWith.some((suffix) => value.endsWith(suffix))) &&
  !field.notEquals.includes(value) &&
  !field.notStartsWith.some((prefix) => value.startsWith(prefix)) &&
  !field.notEndsWith.some((suffix) => value.endsWith(suffix));

/** Leaving out chatty services is no limit; every other test of the source, the event or the caller is. */
const leavesOutChattyOnly = (field: FieldSelector): boolean =>
  field.field === 'eventSource' &&
  [field.equals, field.startsWith, field.endsWith, field.notStartsWith, field.notEndsWith].every(
    (values) => values.length === 0,
  ) &&
  field.notEquals.every((source) => chatty.has(source));

const advancedRecords = ({ fields }: Advanced, { category, access, resourceType }: Wanted): boolean =>
  fields.every((field) => {
    if (field.field === 'eventCategory') return lets(field, category);
    if (field.field === 'readOnly') return lets(field, String(access === 'read'));
    if (field.field === 'resources.type') return resourceType !== undefined && lets(field, resourceType);
    return leavesOutChattyOnly(field);
  }) && fields.some(({ field }) => field === 'eventCategory');

/** Whether selectors record all such events of the account. A trail without selectors records all management events. */
export const recordsAll = ({ basic, advanced }: TrailSelectors, wanted: Wanted): boolean => {
  if (basic.length === 0 && advanced.length === 0) return wanted.category === 'Management';
  return (
    basic.some((selector) => basicRecords(selector, wanted)) ||
    advanced.some((selector) => advancedRecords(selector, wanted))
  );
};

/** Whether selectors record data events of a kind of resources, perhaps not of all. */
export const recordsSomeData = ({ advanced }: TrailSelectors, resourceTypePrefix: string): boolean =>
  advanced.some(({ fields }) => {
    const category = fields.find(({ field }) => field === 'eventCategory');
    const type = fields.find(({ field }) => field === 'resources.type');
    return (
      category !== undefined &&
      lets(category, 'Data') &&
      [...(type?.equals ?? []), ...(type?.startsWith ?? [])].some((value) =>
        value.startsWith(resourceTypePrefix),
      )
    );
  });
