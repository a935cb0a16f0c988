// npm run ask -- "问题" [--json] | --batch < questions.jsonl: the terminal channel
import { parseArgs } from 'node:util';
import type { Answer } from '../answer/answer.ts';
import { answerMessage } from '../assistant.ts';
import { loadBrains } from '../brains.ts';
import { describeAsOf } from '../render/as-of.ts';
import { answerBatch } from './batch.ts';

const USAGE =
  '用法:npm run --silent ask -- "第148条到什么程度了" [--json],或 --batch < 题集.jsonl\n' +
  '选项:--bulletin 通报编号、--now 2024-02-01\n';

const { values, positionals } = readArguments();
// Whoever reads may stop reading (| head): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const brains = loadBrains();
const brain =
  values.bulletin === undefined ? brains[0] : brains.find(({ bulletin }) => bulletin.id === values.bulletin);
if (brain === undefined) {
  process.stderr.write(
    `没有名为“${values.bulletin ?? ''}”的通报,现有:${brains.map(({ bulletin }) => bulletin.id).join('、')}\n`,
  );
  process.exit(2);
}
const now = values.now ?? null;
if (values.batch === true) {
  await answerBatch(process.stdin, (line) => process.stdout.write(line + '\n'), brain, now);
} else if (positionals.length === 0) {
  process.stderr.write(USAGE);
  process.exit(2);
} else {
  const { answer } = answerMessage(brain, positionals.join(' '), {}, now);
  process.stdout.write(
    (values.json === true ? JSON.stringify(answer, null, 2) : renderTerminal(answer)) + '\n',
  );
}

/** The answer, and under what states something about the bulletin as of when. */
function renderTerminal({ text, citations, asOf }: Answer): string {
  const dates = citations.length === 0 ? '' : describeAsOf(asOf);
  return dates === '' ? text : `${text}\n${dates}`;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        batch: { type: 'boolean' },
        bulletin: { type: 'string' },
        now: { type: 'string' },
      },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(2);
  }
}
