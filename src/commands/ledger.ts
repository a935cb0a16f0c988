// npm run ledger -- [--jsonl] [--conflicts [--jsonl]] [--xlsx FILE] [--bulletin ID] [--where status=in_progress]
import { writeFileSync } from 'node:fs';
import { readSeedBulletins, readSeedLexicon } from '../build.ts';
import { selectMeasures } from '../channels/http/ledger-query.ts';
import { readPlaces } from '../places.ts';
import { createUnitLookup } from '../bulletin/lookup.ts';
import { writeWorkbook } from '../delivery/workbook-file.ts';
import { deriveLedger } from '../ledger/derive.ts';
import { formatConflictLines, formatLedgerLines } from '../ledger/jsonl.ts';
import { renderConflictList, renderLedgerTable } from '../render/ledger-table.ts';
import { renderWorkbook } from '../render/workbook.ts';
import { readArguments, runCommand, UsageError } from './run.ts';

const USAGE = `用法:npm run ledger -- [选项]
  --jsonl              每条举措一行 JSON
  --conflicts          前后不一致的数据(可加 --jsonl)
  --xlsx 文件          写成整改台账工作簿
  --bulletin 编号      哪一份通报,默认第一份
  --where 条件=值      只看符合条件的举措,可重复,如 --where status=in_progress --where dueBefore=2023-10-31
`;

async function runLedger(): Promise<string> {
  const { values: options } = readArguments(
    {
      options: {
        jsonl: { type: 'boolean' },
        conflicts: { type: 'boolean' },
        xlsx: { type: 'string' },
        bulletin: { type: 'string' },
        where: { type: 'string', multiple: true },
      },
    },
    USAGE,
  );
  const { seeds } = readPlaces(process.env);
  const bulletins = readSeedBulletins(seeds);
  const bulletin =
    options.bulletin === undefined ? bulletins[0] : bulletins.find(({ id }) => id === options.bulletin);
  if (bulletin === undefined) {
    throw new UsageError(
      bulletins.length === 0
        ? `${seeds} 中没有通报(*.txt)`
        : `没有通报“${options.bulletin ?? ''}”;现有:${bulletins.map(({ id }) => id).join('、')}`,
    );
  }
  const whole = deriveLedger(bulletin, {
    organizations: readSeedLexicon(seeds).organizationsText,
  });
  const selected = selectMeasures(whole, readWhere(options.where ?? []));
  if (!selected.ok) throw new UsageError(`--where ${selected.problem.message}`);
  const ledger = { ...whole, measures: selected.value };
  const lookup = createUnitLookup(bulletin);
  if (options.xlsx !== undefined) {
    writeFileSync(options.xlsx, await writeWorkbook(renderWorkbook(lookup, ledger)));
    return `已写入 ${options.xlsx}:${ledger.measures.length}条举措\n`;
  }
  if (options.conflicts === true) {
    return options.jsonl === true
      ? formatConflictLines(ledger.conflicts)
      : renderConflictList(lookup, ledger);
  }
  if (options.jsonl === true) return formatLedgerLines(ledger);
  return renderLedgerTable(lookup, ledger.measures, process.stdout.columns || 120);
}

/** `status=in_progress` → the filter by name. */
function readWhere(conditions: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    conditions.map((condition) => {
      const at = condition.indexOf('=');
      if (at < 1) throw new UsageError(`条件应写成 名称=值,不是“${condition}”`);
      return [condition.slice(0, at), condition.slice(at + 1)];
    }),
  );
}

await runCommand(async () => {
  process.stdout.write(await runLedger());
});
