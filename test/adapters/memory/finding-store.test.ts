import { memoryFindingStore } from '../../../shared/adapters/memory/finding-store.ts';
import { describeFindingStore } from '../../contract/finding-store.ts';
import { describeReviewFindings } from '../../contract/review-findings.ts';

describeFindingStore('memory', async () => memoryFindingStore(), 500);
describeReviewFindings('memory', async () => memoryFindingStore(), 500);
