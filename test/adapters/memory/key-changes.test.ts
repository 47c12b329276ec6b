import { memoryKeyChanges } from '../../../shared/adapters/memory/key-changes.ts';
import { describeKeyChanges } from '../../contract/key-changes.ts';

describeKeyChanges('memory', async () => memoryKeyChanges());
