/** What `*` stands for is one whole segment, so `role/*` is every role without a path and none with one. */
const segmentsOf = (text: string): readonly string[] => text.split(/[:/]/);

/** Whether an ARN or name is what a pattern of the settings means: equal but for the segments, between `:` or `/`, that are `*`. */
export const matchesArnPattern = (pattern: string, arn: string): boolean => {
  const wanted = segmentsOf(pattern);
  const segments = segmentsOf(arn);
  return (
    wanted.length === segments.length &&
    wanted.every((part, index) => part === '*' || part === segments[index])
  );
};

/** Whether any pattern of a setting means the ARN; none does where the setting or the ARN is absent. */
export const matchesAnyArnPattern = (
  patterns: readonly string[] | undefined,
  arn: string | undefined,
): boolean => arn !== undefined && patterns?.some((pattern) => matchesArnPattern(pattern, arn)) === true;
