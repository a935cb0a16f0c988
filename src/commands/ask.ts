// npm run ask -- "问题" [--json] | --batch < questions.jsonl: the terminal channel
import type { Answer } from '../answer/answer.ts';
import { answerMessage } from '../assistant.ts';
import { loadBrains } from '../brains.ts';
import { describeAsOf } from '../render/as-of.ts';
import { answerBatch } from './batch.ts';
import { readArguments, runCommand, UsageError } from './run.ts';

const USAGE =
  '用法:npm run --silent ask -- "第148条到什么程度了" [--json],或 --batch < 题集.jsonl\n' +
  '选项:--bulletin 通报编号、--now 2024-02-01\n';

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        batch: { type: 'boolean' },
        bulletin: { type: 'string' },
        now: { type: 'string' },
      },
    },
    USAGE,
  );
  if (values.batch !== true && positionals.length === 0) throw new UsageError(USAGE);
  const now = readDay(values.now);
  // Whoever reads may stop reading (| head): that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const brains = loadBrains();
  const brain = brains.find(
    ({ bulletin }) => values.bulletin === undefined || bulletin.id === values.bulletin,
  );
  if (brain === undefined) {
    const known = brains.map(({ bulletin }) => bulletin.id).join('、');
    throw new UsageError(`没有名为“${values.bulletin ?? ''}”的通报,现有:${known}`);
  }
  if (values.batch === true) {
    await answerBatch(process.stdin, (line) => process.stdout.write(line + '\n'), brain, now);
    return;
  }
  const { answer } = answerMessage(brain, positionals.join(' '), {}, now);
  process.stdout.write(
    (values.json === true ? JSON.stringify(answer, null, 2) : renderTerminal(answer)) + '\n',
  );
});

/** The answer, and under what states something about the bulletin as of when. */
function renderTerminal({ text, citations, asOf }: Answer): string {
  const dates = citations.length === 0 ? '' : describeAsOf(asOf);
  return dates === '' ? text : `${text}\n${dates}`;
}

/** `--now 2024-02-01`; null for the bulletin's own publication date. */
function readDay(text: string | undefined): string | null {
  if (text === undefined) return null;
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw new UsageError(`--now 应为 2024-02-01 这样的日期,不是“${text}”`);
  return text;
}
