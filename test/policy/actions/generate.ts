import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allActionsFile, coreActionsFile, rcpServicesFile } from './actions-files.ts';

const folder = join(import.meta.dirname, '../../../shared/policy/actions');

writeFileSync(join(folder, 'all-actions.json'), allActionsFile());
writeFileSync(join(folder, 'core-actions.json'), coreActionsFile());
writeFileSync(join(folder, 'rcp-services.json'), rcpServicesFile());
