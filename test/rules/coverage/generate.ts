import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsFile, knownNamesFile } from './actions-file.ts';

const folder = join(import.meta.dirname, '../../../shared/rules/coverage');

writeFileSync(join(folder, 'actions.json'), actionsFile());
writeFileSync(join(folder, 'known-names.ts'), knownNamesFile());
