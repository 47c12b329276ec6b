import { memoryInventory } from '../../../shared/adapters/memory/inventory.ts';
import { describeInventory } from '../../contract/inventory.ts';

describeInventory('memory', async () => {
  const inventory = memoryInventory();
  return [inventory, inventory];
});
