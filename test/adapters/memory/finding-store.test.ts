import { memoryFindingStore } from '../../../shared/adapters/memory/finding-store.ts';
import { describeFindingStore } from '../../contract/finding-store.ts';

describeFindingStore('memory', async () => memoryFindingStore(), 500);
