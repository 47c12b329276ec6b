import { sourceCalls } from '../../../shared/account/source-calls.ts';
import type { CollectNews } from '../../../shared/app/collect-account.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { painted } from '../terminal.ts';

type Access = Extract<CollectNews, { kind: 'access' }>;

const sourceLine = (news: Exclude<CollectNews, Access>, output: NodeJS.WriteStream): string => {
  const { title } = sourceCalls[news.source];
  if (news.kind === 'kept') return `${title}: kept of the run that was cut off`;
  const [failed] = Object.entries(news.collected.failures);
  const said = failed && painted('yellow', ` ${terminalText(`${failed[0]}: ${failed[1].code}`)}`, output);
  return `[${news.done}/${news.of}] ${title}${said ?? ''}`;
};

/** So many users and roles are a line, where lines cannot be written over. */
const everySoMany = 100;

/** Tells on stderr what is read: a line for each source; users and roles in one line that is written over. */
export const collectProgress = (output: NodeJS.WriteStream = process.stderr) => {
  const access = ({ done, of }: Access): void => {
    const text = `services last accessed: ${done} of ${of} users and roles`;
    if (output.isTTY) output.write(`\r\u001b[K${text}${done === of ? '\n' : ''}`);
    else if (done === of || done % everySoMany === 0) output.write(`${text}\n`);
  };
  return (news: CollectNews): void => {
    if (news.kind === 'access') access(news);
    else output.write(`${sourceLine(news, output)}\n`);
  };
};
