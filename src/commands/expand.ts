// npm run expand -- [--bulletin ID] [--out FILE] [--concurrency N]
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { withPatience } from '../answer/ask-json.ts';
import { expandUnit } from '../answer/expand.ts';
import { createModel } from '../answer/model.ts';
import { loadBrains } from '../brains.ts';
import { ConfigError, readConfig } from '../config.ts';
import { readPlaces } from '../places.ts';
import { readPrompts } from '../prompts.ts';
import { readDoneUnits, runExpansion } from './expansion-job.ts';

/** One answer may take this long; reasoning models are slow. */
const LIMIT_MS = 180_000;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      bulletin: { type: 'string' },
      out: { type: 'string' },
      concurrency: { type: 'string', default: '2' },
    },
  });
  const { model: settings } = readConfig(process.env);
  if (settings.mode === 'off') {
    throw new ConfigError(
      '请先设置 LLM_BASE_URL 和 LLM_MODEL（本地服务可不设 LLM_API_KEY），再运行 npm run expand',
    );
  }
  const brains = loadBrains();
  const brain = brains.find(
    ({ bulletin }) => values.bulletin === undefined || bulletin.id === values.bulletin,
  );
  if (brain === undefined) throw new ConfigError(`没有通报 ${values.bulletin ?? ''}：请看 seeds/ 中的文件名`);
  const { bulletin, lookup } = brain;
  const file = values.out ?? join(readPlaces(process.env).seeds, `${bulletin.id}.queries.jsonl`);
  const model = createModel(settings);
  const { expand: prompt } = await readPrompts();
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
  });
  await model.probe(AbortSignal.any([stop.signal, AbortSignal.timeout(LIMIT_MS)]));
  const { written, failed } = await runExpansion({
    units: bulletin.units,
    done: readDoneUnits(mendEnd(file)),
    expand: (unit) =>
      withPatience(
        () =>
          expandUnit(unit, lookup.label(unit.id), {
            model,
            prompt,
            signal: AbortSignal.any([stop.signal, AbortSignal.timeout(LIMIT_MS)]),
          }),
        {
          tries: 6,
          pauseMs: 2_000,
          longestPauseMs: 60_000,
          sleep: (ms, signal) => sleep(ms, undefined, { signal }),
        },
        stop.signal,
      ),
    append: (jsonl) => {
      appendFileSync(file, jsonl);
    },
    report: ({ unit, finished, total, queries, failure }) => {
      process.stderr.write(`${finished}/${total} ${unit} ${failure ?? `${queries} 个问法`}\n`);
    },
    concurrency: Math.max(1, Number(values.concurrency) || 1),
    signal: stop.signal,
  });
  process.stdout.write(`写入 ${written} 行：${file}\n`);
  if (failed.length > 0)
    process.stderr.write(`未完成 ${failed.length} 个单元，可再次运行续做：${failed.join(' ')}\n`);
  return failed.length > 0 || stop.signal.aborted ? 1 : 0;
}

/** The file without a last line that was cut while being written. */
function mendEnd(file: string): string {
  if (!existsSync(file)) return '';
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text && !text.trimEnd().endsWith('}')) truncateSync(file, Buffer.byteLength(whole));
  else if (whole !== text) appendFileSync(file, '\n');
  return whole === text || text.trimEnd().endsWith('}') ? text : whole;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
