// the frame of a command: its arguments read, its errors said in one line that tells what to do
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { NoBulletinError } from '../brain.ts';
import { ConfigError } from '../config.ts';
import { UnknownFilterError } from '../ledger/facts.ts';

/** Wrong use of the command line; the message says what is right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const ADVICE = [UsageError, ConfigError, NoBulletinError, UnknownFilterError];
const USAGE_STATUS = 2;

/** `parseArgs` with `--help`: prints `usage` and ends. @throws UsageError for arguments the command does not know */
export function readArguments<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    process.stdout.write(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** Runs a command: what a person can mend is one line, anything else keeps its stack. */
export async function runCommand(main: () => Promise<void> | void): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = error instanceof UsageError ? USAGE_STATUS : 1;
  }
}

export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (ADVICE.some((kind) => error instanceof kind)) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (path === undefined || code === undefined) return error.stack ?? error.message;
  return `${FILE_TROUBLE[code] ?? '读写不了'}:${path}(${code})`;
}

const FILE_TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '这是文件夹,不是文件',
  ENOTDIR: '路径中有一段不是文件夹',
  ENOSPC: '磁盘已满',
  EBUSY: '文件正被别的程序打开',
};
