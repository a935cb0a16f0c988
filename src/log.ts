import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import type { Log } from './delivery/log.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** A platform's token stands in every address of its API: /bot123:AAA…/sendMessage. */
const TOKEN_IN_ADDRESS = /(bot)?\d{6,}:[\w-]{30,}/gu;

/**
 * JSON lines on stdout. Fields hold numbers, ids and codes (`LogFields`); strings are cleaned of anything
 * that looks like a bot token, and of line breaks, all the same.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }), log: cleanFields },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function cleanFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value) : value,
    ]),
  );
}

function cleanText(text: string): string {
  return text.replace(TOKEN_IN_ADDRESS, '<token>').replace(/[\r\n]+/gu, ' ');
}
