import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { projectFolder } from '../bundling/bundle-function.ts';
import type { FunctionName } from './own-roles.ts';

const script = fileURLToPath(new URL('../bundling/bundle.ts', import.meta.url));

/** The bundle of a function. Its hash is that of what comes out, so a change that does not reach the bundle deploys nothing. */
export const functionCode = (name: FunctionName): Code =>
  Code.fromAsset(`${projectFolder}functions/${name}`, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never used: bundling is done here, without Docker.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle(folder) {
          execFileSync(process.execPath, [script, name, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
          return true;
        },
      },
    },
  });
