import { fileURLToPath } from 'node:url';

const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The folder of the project. */
export const projectFolder = at('../../');

/** Where a run keeps what it makes: the Python environment (kept between runs), logs, outputs, results. Ignored by git. */
export const workFolder = at('../../.e2e/');

/** A file or folder of this one, by its path from here. */
export const here = at;
