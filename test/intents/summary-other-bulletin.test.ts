import { describe, expect, it } from 'vitest';
import type { Brain } from '../../src/brains.ts';
import { createUnitLookup } from '../../src/bulletin/lookup.ts';
import { parseBulletin } from '../../src/bulletin/parse.ts';
import { summaryIntent } from '../../src/intents/summary.ts';
import { deriveLedger } from '../../src/ledger/derive.ts';
import { buildSearchData } from '../../src/search/build-search.ts';
import { createSearchEngine } from '../../src/search/engine.ts';
import { readLexicon } from '../../src/search/lexicon.ts';
import { tokenizerOf } from '../search/cutting.ts';
import { askOf } from './summary-scene.ts';

const TEXT = `中共青禾县委关于巡察整改进展情况的通报

发布时间:2022-03-01

根据县委统一部署,2021年9月1日至10月20日,县委第二巡察组开展了巡察。现将整改情况公布如下:

一、整改组织落实情况

县委成立整改工作领导小组,研究制定整改措施9条。

二、整改进展情况

(一)落实决策部署方面

1.关于农村饮水安全保障不力的问题。

(1)完成14个行政村供水管网改造,新建蓄水池6座,受益群众3210人。

(2)落实管护经费86万元,聘用管水员22名;剩余3个村的净化设备正在安装,2022年4月底前完成。

2.关于乡村公路养护滞后的问题。

(1)修复水毁路段12处、共8.4公里,投入资金230万元。

(2)建立“路长制”,每月对全县37条村道开展巡查。

(二)落实全面从严治党方面

1.关于公车管理不规范的问题。

(1)修订《青禾县公务用车管理办法》,封停超标车辆5辆。

(2)县纪委对2名责任人给予党内警告处分。

欢迎干部群众监督。联系电话:0000-1234567。

中共青禾县委

2022年3月1日
`;

function buildBrain(): Brain {
  const bulletin = parseBulletin('qinghe-2022', TEXT);
  const lexicon = readLexicon({ dictionary: '', thesaurus: '', stopwords: '', organizations: '' });
  const tokenize = tokenizerOf(lexicon);
  const ledger = deriveLedger(bulletin, { organizations: '' });
  return {
    bulletin,
    lookup: createUnitLookup(bulletin),
    ledger,
    facts: new Map(ledger.measures.map((one) => [one.unit, one])),
    engine: createSearchEngine(bulletin, buildSearchData(bulletin, [], tokenize, []), tokenize),
    correct: (text) => ({ text, corrections: [] }),
    examples: [],
  };
}

describe('a bulletin of another place, whose numbers restart and that has no everyday wordings', () => {
  const brain = buildBrain();

  it('is summarised by topic', () => {
    const { claims } = summaryIntent.draft(askOf(brain, '汇总一下农村饮水安全整改情况'));
    const text = claims.map((one) => one.text).join('\n');
    expect(claims[0]?.text).toBe(
      '农村饮水安全方面,通报载明相关整改措施2条(问题1),其中已完成1条、正在推进1条。',
    );
    expect(text).toContain('关于农村饮水安全保障不力的问题:完成14个行政村供水管网改造');
    expect(text).toContain('剩余3个村的净化设备正在安装');
    expect(text).not.toContain('公里');
  });

  it('is summarised as a whole by section', () => {
    const { claims } = summaryIntent.draft(askOf(brain, '总结一下这份通报'));
    expect(claims.map((one) => one.text).join('\n')).toContain('整改措施6条');
  });
});
