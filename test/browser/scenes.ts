import { STATUS_LABELS, type Status } from '../../src/ledger/ledger.ts';
import type { Scene } from '../channels/scripted.ts';
import type { TestLibrary } from '../channels/library.ts';

/** Answers of every shape the page must show, over the real bulletin. */
export function writeScenes({ bulletin, ledger }: TestLibrary): Scene[] {
  const rows = ledger.measures
    .filter(({ status }) => status.value !== 'completed')
    .slice(0, 30)
    .map(({ unit, status }) => ({
      kind: 'item' as const,
      text: `[${STATUS_LABELS[status.value]}] ${status.citation.quote}`,
      quotes: { [unit]: status.citation.quote },
    }));
  const listRows = (wanted: Status) =>
    ledger.measures
      .filter(({ status }) => status.value === wanted)
      .map(({ unit, status }) => ({
        kind: 'item' as const,
        text: `[${STATUS_LABELS[wanted]}] ${status.citation.quote}`,
        quotes: { [unit]: status.citation.quote },
      }));
  const quoteAll = (wanted: Status) =>
    Object.assign({}, ...listRows(wanted).map(({ quotes }) => quotes)) as Record<string, string>;
  const all = Object.fromEntries(
    ledger.measures.map(({ unit, status }) => [unit, status.citation.quote] as const),
  );
  const problem = bulletin.units.find(({ id }) => id === 'P49')?.text ?? '';
  return [
    {
      when: /闲置房产/u,
      lines: [
        {
          text: '截至目前,11.03万平方米长期闲置房产已盘活6.37万平方米。',
          quotes: { M148: '11.03万平方米长期闲置房产已盘活6.37万平方米' },
        },
        {
          text: '剩余8处房产暂未收回,面积0.1万平方米。',
          quotes: { M148: '剩余8处房产暂未收回,面积0.1万平方米' },
        },
      ],
      suggestions: ['第148条原文', '问题49还有哪些举措', '什么时候完成'],
    },
    {
      when: /被侵占/u,
      lines: [{ text: '剩余8处房产暂未收回。', quotes: { M148: '剩余8处房产暂未收回' } }],
    },
    {
      when: /长期坚持/u,
      lines: [
        { text: '长期坚持的整改措施共27条', quotes: quoteAll('long_term'), marks: 3 },
        ...listRows('long_term').slice(0, 10),
      ],
    },
    {
      when: /没完成/u,
      note: '“未完成”按“正在推进”理解；另有23条为长期坚持。',
      lines: rows,
      suggestions: ['更多', '其中逾期的有哪些', '按部分统计'],
    },
    {
      when: /多少条举措/u,
      lines: [
        {
          text: '通报共列出98个问题、297条整改举措，其中已完成229条、正在推进45条、长期坚持23条。',
          quotes: all,
          marks: 3,
        },
      ],
      suggestions: ['哪些还没完成', '各部分各多少条'],
    },
    {
      when: /总结/u,
      writer: 'llm:qwen3@1a2b3c4d',
      lines: [
        { text: '台账显示，长期闲置房产已盘活过半。', quotes: { M148: '已盘活6.37万平方米' } },
        { text: '被侵占的房产仍有8处未收回。', quotes: { M148: '剩余8处房产暂未收回' } },
      ],
    },
    {
      when: /校长/u,
      note: '通报未载明校长姓名。与之相关的内容见下。',
      lines: [],
      reason: 'not-in-bulletin',
      suggestions: ['有哪些教育方面的举措'],
    },
    {
      when: /问题49/u,
      note: '问题49',
      lines: [{ text: problem, quotes: { P49: problem } }],
    },
    { when: /<img/u, lines: [], note: '<img src=x onerror="document.title=1">', reason: 'out-of-scope' },
  ];
}
