import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { here, workFolder } from '../paths.ts';
import { ProgramFailedError, runProgram } from '../run-program.ts';

const oldestPython = [3, 10] as const;
const requirements = here('./ministack/requirements.txt');

/** MiniStack cannot be installed here; the message names cause and fix. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}

/** `3.11` of `Python 3.11.2`; undefined when the program is none or too old. */
const versionOf = async (program: string): Promise<string | undefined> => {
  try {
    const output = await runProgram(program, ['--version'], { timeout: 10_000 });
    const [, major = 0, minor = 0] = (/Python (\d+)\.(\d+)/.exec(output) ?? []).map(Number);
    const isNewEnough = major > oldestPython[0] || (major === oldestPython[0] && minor >= oldestPython[1]);
    return isNewEnough ? `${major}.${minor}` : undefined;
  } catch (error) {
    // No such program: the next name is tried.
    if (error instanceof ProgramFailedError) return undefined;
    throw error;
  }
};

const findPython = async (): Promise<{ program: string; version: string }> => {
  const names = process.env['E2E_PYTHON']
    ? [process.env['E2E_PYTHON']]
    : ['python3', ...[14, 13, 12, 11, 10].map((minor) => `python3.${minor}`), 'python'];
  for (const program of names) {
    const version = await versionOf(program);
    if (version !== undefined) return { program, version };
  }
  throw new InstallError(
    `no Python ${oldestPython.join('.')} or newer among: ${names.join(', ')}. The end-to-end run needs it for MiniStack. ` +
      'Install it (Debian, Ubuntu: apt-get install python3 python3-venv) or name one in E2E_PYTHON.',
  );
};

const createEnvironment = async (python: string, folder: string): Promise<void> => {
  try {
    await runProgram(python, ['-m', 'venv', folder], { timeout: 60_000 });
  } catch (error) {
    throw new InstallError(
      `${python} cannot make a virtual environment in ${folder}. On Debian and Ubuntu the module is a package of its own: apt-get install python3-venv.`,
      { cause: error },
    );
  }
};

const installInto = async (python: string): Promise<void> => {
  const args = [
    '-m',
    'pip',
    'install',
    '--disable-pip-version-check',
    '--no-input',
    '--only-binary=:all:',
    '--require-hashes',
    '-r',
    requirements,
  ];
  try {
    await runProgram(python, args, { timeout: 180_000, log: join(workFolder, 'pip.log') });
  } catch (error) {
    throw new InstallError(
      `pip cannot install ${requirements}: the package index cannot be reached, or an artifact does not have the pinned hash. ` +
        'See .e2e/pip.log; behind a mirror set PIP_INDEX_URL.',
      { cause: error },
    );
  }
};

/**
 * Makes sure that the pinned MiniStack is installed in `.e2e/venv`; an environment made from the same pins by the same Python is
 * used again.
 *
 * @returns the Python program of the environment
 * @throws InstallError when Python, its venv module or the package index fails
 */
export const installMiniStack = async (): Promise<string> => {
  const { program, version } = await findPython();
  const folder = join(workFolder, 'venv');
  const python = join(folder, 'bin', 'python');
  const stamp = join(folder, 'installed');
  const wanted = `${version} ${createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')}`;
  const found = await readFile(stamp, 'utf8').catch(() => '');
  if (found === wanted && (await versionOf(python)) !== undefined) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(workFolder, { recursive: true });
  await createEnvironment(program, folder);
  await installInto(python);
  await writeFile(stamp, wanted);
  return python;
};
