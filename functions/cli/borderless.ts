/** The `chars` of a cli-table3 table without lines, so that it can be copied, piped and read on a narrow terminal. */
export const borderless: Readonly<Record<string, string>> = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
    .split(' ')
    .map((part) => [part, '']),
);
