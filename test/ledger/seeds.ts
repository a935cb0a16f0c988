import { readFileSync } from 'node:fs';
import type { Bulletin, Unit } from '../../src/bulletin/bulletin.ts';
import { decodeText } from '../../src/bulletin/decode.ts';
import { parseBulletin } from '../../src/bulletin/parse.ts';
import { deriveLedger } from '../../src/ledger/derive.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';

function readSeed(name: string): string {
  return decodeText(readFileSync(new URL(`../../seeds/${name}`, import.meta.url)));
}

export function readRealBulletin(): Bulletin {
  return parseBulletin('taijiang-2024', readSeed('taijiang-2024.txt'));
}

export function deriveRealLedger(bulletin: Bulletin): Ledger {
  return deriveLedger(bulletin, { organizations: readSeed('lexicon/organizations.txt') });
}

/** A small bulletin of another place and numbering with the given measures under one problem. */
export function writeBulletin(measures: readonly string[], tail = ''): Bulletin {
  const lines = [
    '中共清河县委关于巡视整改进展情况的通报',
    '发布时间:2025年3月10日',
    '2024年5月6日至6月20日,省委巡视一组对清河县开展了巡视。截至2024年11月20日,整改情况如下。',
    '一、集中整改期内巡视整改进展情况',
    '(一)关于民生方面',
    '1.针对项目建设缓慢问题。',
    ...measures.map((text, index) => `(${index + 1})${text}`),
  ];
  return parseBulletin('qinghe-2025', `${lines.join('\n')}\n${tail}`);
}

export function firstMeasure(bulletin: Bulletin): Unit {
  const unit = bulletin.units.find(({ kind }) => kind === 'measure');
  if (unit === undefined) throw new Error('the bulletin has no measure');
  return unit;
}
