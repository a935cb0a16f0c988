import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';

function logLine(fields: Record<string, string | number>): Record<string, unknown> {
  const output = new PassThrough();
  createLog('info', output).info(fields, 'said');
  return JSON.parse(String(output.read())) as Record<string, unknown>;
}

describe('a log line', () => {
  it('is JSON with level, time and message', () => {
    const line = logLine({ channel: 'web', ms: 3 });
    expect(line).toMatchObject({ level: 'info', channel: 'web', ms: 3, msg: 'said' });
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT/u);
  });

  it('never carries a bot token, which stands in every address of the Bot API', () => {
    const address = 'https://api.telegram.org/bot123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr/sendMessage';
    expect(logLine({ error: address })['error']).toBe('https://api.telegram.org/<token>/sendMessage');
  });

  it('stays one line whatever it is given', () => {
    expect(logLine({ error: 'a\r\n{"level":"forged"}' })['error']).toBe('a {"level":"forged"}');
  });
});
