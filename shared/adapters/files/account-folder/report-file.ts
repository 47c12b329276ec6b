import * as z from 'zod/mini';
import { readCredentialReport } from '../../../account/credential-report.ts';
import type { CredentialReport } from '../../../account/snapshot-credentials.ts';
import type { Source } from '../../../account/source.ts';
import { cliTime } from './cli-time.ts';
import type { FoundFile } from './folder.ts';
import { type FolderFault, faultText, jsonIn } from './read-file.ts';
import { BadShapeError, shaped } from './shape.ts';

export interface ReportFile {
  readonly source: Source<CredentialReport>;
  readonly faults: readonly FolderFault[];
}

const answer = z.object({ Content: z.string('expected text'), GeneratedTime: z.exactOptional(cliTime) });

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

/** The CSV in what people save: the CSV itself, the `Content` of the answer (base64), or the whole answer of the command. */
const csvIn = ({ text, readAt }: FoundFile): { readonly csv: string; readonly readAt: string } => {
  const start = text.trimStart();
  if (start.startsWith('{')) {
    const { Content, GeneratedTime } = shaped(answer, jsonIn(text));
    return { csv: fromBase64(Content), readAt: GeneratedTime ?? readAt };
  }
  const isBase64 = !start.includes(',') && /^[A-Za-z0-9+/\s]{40,}={0,2}\s*$/.test(start);
  return { csv: isBase64 ? fromBase64(start) : text, readAt };
};

const malformed = (fault: FolderFault): ReportFile => ({
  source: { status: 'unavailable', reason: 'malformed', cause: faultText(fault) },
  faults: [fault],
});

/** The credential report of the folder. */
export const readReportFile = (found: FoundFile): ReportFile => {
  const { file } = found;
  try {
    const { csv, readAt } = csvIn(found);
    const reading = readCredentialReport(csv);
    if (reading.status === 'unreadable')
      return malformed({ file, place: reading.place, cause: reading.cause });
    return {
      source: { status: 'read', value: reading.report, readAt },
      faults: reading.faults.map(({ line, column, cause }) => ({
        file,
        place: `line ${line}, ${column}`,
        cause,
      })),
    };
  } catch (error) {
    if (!(error instanceof BadShapeError)) throw error;
    return malformed({ file, place: error.place, cause: error.message });
  }
};
