import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type Libsql from 'libsql';
import { z } from 'zod';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type SqlValue = string | number | null;

/** The database cannot be opened, read or written; the message tells the operator what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** A lock another program holds (a backup) is waited for this long; the whole process waits with it. */
const BUSY_TIMEOUT_MS = 500;

/** One SQLite file. Statements are prepared once; a write is on the disk when the call, or its transaction, returns. */
export interface Store {
  readonly all: <T>(row: z.ZodType<T>, sql: string, ...values: SqlValue[]) => T[];
  readonly one: <T>(row: z.ZodType<T>, sql: string, ...values: SqlValue[]) => T | undefined;
  /** Returns how many rows were changed. */
  readonly run: (sql: string, ...values: SqlValue[]) => number;
  /** All of `work` or nothing of it; inside another transaction, a part of that. */
  readonly transact: <T>(work: () => T) => T;
  readonly close: () => void;
}

/**
 * Opens (or creates) the database at `path`; `:memory:` keeps nothing. One process per file: the workers
 * of a second process would take over messages the first is working on.
 * Throws StoreError when the file cannot be opened or was written by a newer version.
 */
export async function openStore(path: string): Promise<Store> {
  const { default: Database } = await import('libsql');
  const database = advise(`cannot open the database ${path}; set DATABASE_PATH to a writable file`, () => {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    return new Database(path, { timeout: BUSY_TIMEOUT_MS });
  });
  advise(`cannot use the database ${path}; is it another program's, or on a read-only disk?`, () => {
    // A crash of the machine must not lose what was acknowledged: FULL syncs the WAL at every commit.
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', `busy_timeout = ${BUSY_TIMEOUT_MS}`]) {
      database.pragma(pragma);
    }
    const version = versionRow.parse(database.prepare('PRAGMA user_version').get()).user_version;
    if (version > SCHEMA_VERSION) {
      throw new Error(`it was written by a newer version (schema ${version})`);
    }
    if (version < SCHEMA_VERSION) database.exec(SCHEMA);
  });
  return wrapDatabase(database);
}

const versionRow = z.object({ user_version: z.number() });

function wrapDatabase(database: Libsql.Database): Store {
  const prepared = new Map<string, Libsql.Statement>();
  let open = true;
  // libsql goes on serving prepared statements after close(); a closed store must not write.
  const use = <T>(work: () => T): T => {
    if (!open) throw new StoreError('the database is closed');
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'SqliteError') throw error;
      throw new StoreError(
        `the database refused the operation (disk full, locked or read-only?): ${error.message}`,
        { cause: error },
      );
    }
  };
  const statement = (sql: string): Libsql.Statement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return {
    all: (row, sql, ...values) =>
      use(() =>
        statement(sql)
          .all(...values)
          .map((found) => row.parse(found)),
      ),
    one: (row, sql, ...values) =>
      use(() => {
        const found = statement(sql).get(...values);
        return found === undefined ? undefined : row.parse(found);
      }),
    run: (sql, ...values) => use(() => statement(sql).run(...values).changes),
    transact: (work) => use(() => (database.inTransaction ? work() : database.transaction(work).immediate())),
    close: () => {
      if (!open) return;
      open = false;
      prepared.clear();
      database.close();
    },
  };
}

function advise<T>(advice: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new StoreError(`${advice}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
