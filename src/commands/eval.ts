// npm run eval -- questions.jsonl [--json] [--failures] [--halves]: asks every question and prints a table per type
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answerMessage } from '../assistant.ts';
import { loadBrains } from '../brains.ts';
import type { Turn } from '../question/turn.ts';
import { formatHalves } from './eval-halves.ts';
import { formatTable, quantile, summarizeScores, type Measured } from './eval-table.ts';
import { checkFloors, floorsSchema } from './floors.ts';
import { readQuestionSet } from './question-set.ts';
import { scoreAnswer } from './score-answer.ts';
import { findUnsupportedFigures } from './unsupported.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    failures: { type: 'boolean' },
    halves: { type: 'boolean' },
    now: { type: 'string' },
  },
});
if (positionals.length === 0) {
  process.stderr.write('用法:npm run eval -- 题集.jsonl […] [--json] [--failures] [--halves]\n');
  process.exit(2);
}
const missing = positionals.filter((path) => !existsSync(path));
if (missing.length > 0) {
  process.stderr.write(`没有题集 ${missing.join('、')}:请核对路径\n`);
  process.exit(2);
}
const [brain] = loadBrains();
if (brain === undefined) process.exit(2);
let broken = false;
const sets: { path: string; measured: readonly Measured[] }[] = [];
for (const path of positionals) {
  const measured: Measured[] = [];
  const failures: string[] = [];
  for (const question of readQuestionSet(readFileSync(path, 'utf8'), path)) {
    let turn: Turn | undefined;
    for (const [i, expected] of question.turns.entries()) {
      const reply = answerMessage(brain, expected.q, turn === undefined ? {} : { turn }, values.now ?? null);
      turn = reply.turn;
      const score = scoreAnswer(reply.answer, expected, question.type, brain.bulletin.source);
      const unsupported = findUnsupportedFigures(reply.answer, brain);
      measured.push({ type: question.type, score, unsupported, elapsedMs: reply.answer.elapsedMs });
      const id = question.turns.length > 1 ? `${question.id}#${i + 1}` : question.id;
      if (!score.correct || !score.verbatim || unsupported.length > 0) {
        failures.push(
          `${id} [${reply.answer.intent}] ${expected.q}\n    ${score.why} ${unsupported.join(' ')}\n    → ${reply.answer.text.slice(0, 160).replaceAll('\n', ' / ')}`,
        );
      }
    }
  }
  sets.push({ path, measured });
  const rows = summarizeScores(measured);
  const times = measured.map(({ elapsedMs }) => elapsedMs);
  const latency = { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
  const floorsPath = path.replace(/\.jsonl$/u, '.floors.json');
  const floors = existsSync(floorsPath)
    ? floorsSchema.parse(JSON.parse(readFileSync(floorsPath, 'utf8')))
    : {};
  const fallen = checkFloors(rows, floors);
  broken ||= fallen.length > 0;
  if (values.halves === true) {
    for (const line of fallen) process.stderr.write(`低于下限:${line}\n`);
  } else if (values.json === true) {
    process.stdout.write(JSON.stringify({ set: path, rows, latency, fallen }) + '\n');
  } else {
    process.stdout.write(
      `${path}\n${formatTable(rows)}\nlatency p50 ${latency.p50} ms, p99 ${latency.p99} ms\n`,
    );
    if (values.failures === true) process.stdout.write(failures.join('\n') + '\n');
    for (const line of fallen) process.stdout.write(`低于下限:${line}\n`);
    process.stdout.write('\n');
  }
}
if (values.halves === true) process.stdout.write(formatHalves(sets));
process.exitCode = broken ? 1 : 0;
