/** Structured facts of one log line. Numbers, ids and codes only: never a question, an answer or a name. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** What delivery and channels need of a logger; a pino logger fits as it is. */
export interface Log {
  readonly info: (fields: LogFields, message: string) => void;
  readonly warn: (fields: LogFields, message: string) => void;
  readonly error: (fields: LogFields, message: string) => void;
}
