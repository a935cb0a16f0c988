// npm run ask -- "问题" [--json] | --batch < questions.jsonl: the terminal channel
import { parseArgs } from 'node:util';
import { answerMessage } from '../assistant.ts';
import { loadBrains } from '../brains.ts';
import { answerBatch } from './batch.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    batch: { type: 'boolean' },
    bulletin: { type: 'string' },
    now: { type: 'string' },
  },
});
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
  process.stderr.write(
    '用法:npm run --silent ask -- "第148条到什么程度了" [--json],或 --batch < 题集.jsonl\n',
  );
  process.exit(2);
} else {
  const { answer } = answerMessage(brain, positionals.join(' '), {}, now);
  process.stdout.write((values.json === true ? JSON.stringify(answer, null, 2) : answer.text) + '\n');
}
