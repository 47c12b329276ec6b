import { assumedByService, autoscaling, decrypt, instance, lambdaStart, pod } from './machines.ts';
import { bucketCheck, rotation, watcher } from './watchers.ts';
import { type Chatter, functionName, services } from './workloads.ts';

/** What goes on day and night, with how often it does. */
export const chatter: readonly (readonly [weight: number, Chatter])[] = [
  [24, assumedByService('lambda.amazonaws.com', functionName, (random) => functionName(random))],
  [
    10,
    assumedByService(
      'ecs-tasks.amazonaws.com',
      (random) => `${random.pick(services)}-task`,
      (random) => random.hex(32),
    ),
  ],
  [
    6,
    assumedByService(
      'ec2.amazonaws.com',
      () => 'ecs-node',
      (random) => `i-0${random.hex(16)}`,
    ),
  ],
  [
    3,
    assumedByService(
      'states.amazonaws.com',
      () => 'nightly-flow',
      (random) => random.code(20),
    ),
  ],
  [10, lambdaStart],
  [30, decrypt],
  [16, instance],
  [6, pod],
  [8, autoscaling],
  [18, watcher],
  [8, bucketCheck],
  [0.3, rotation],
];
