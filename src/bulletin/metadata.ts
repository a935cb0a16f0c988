import { findDates } from '../text/dates.ts';
import { foldWidth } from '../text/width.ts';
import type { BulletinMeta } from './bulletin.ts';

/** How much of the text's start and end is searched for title, dates and contact. */
const HEAD = 3000;
const TAIL = 1500;

/** Reads title, issuer, dates and contact from the text itself; what is not printed is null. */
export function readMetadata(source: string): BulletinMeta {
  const folded = foldWidth(source);
  const head = folded.slice(0, HEAD);
  const tail = folded.slice(-TAIL);
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const title =
    lines
      .slice(0, 12)
      .find((line) => /关于.*(?:整改|巡视|巡察).*(?:通报|公告|公布|报告|情况)$/u.test(line)) ??
    lines.find((line) => /(?:整改|巡视|巡察)/u.test(line)) ??
    lines[0] ??
    '';
  const published =
    firstDay(/(?:发布时间|发布日期|时间|日期)[::]\s*([0-9０-９年月日./-]+)/u.exec(head)?.[1]) ??
    lastDay(tail);
  return {
    title,
    issuer: /来源[::]\s*([^\s]+)/u.exec(head)?.[1] ?? /^(.+?)关于/u.exec(title)?.[1] ?? null,
    published,
    dataAsOf: newestAsOf(folded),
    inspection: readInspection(head),
    feedback: readFeedback(head),
    contact: {
      phone: /(?:联系电话|电话)[::]\s*([0-9０-９(（)）-]{5,})/u.exec(tail)?.[1] ?? null,
      address:
        /(?:通信地址|通讯地址|邮寄地址|地址|邮政信箱)[::]\s*([^;；。\n]+)/u.exec(tail)?.[1]?.trim() ?? null,
      email: /[A-Za-z0-9._-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/u.exec(tail)?.[0] ?? null,
    },
  };
}

function firstDay(text: string | undefined): string | null {
  if (text === undefined) return null;
  return findDates(text.normalize('NFKC')).find((date) => date.precision === 'day')?.start ?? null;
}

function lastDay(text: string): string | null {
  return findDates(text).findLast((date) => date.precision === 'day')?.start ?? null;
}

/** The newest day of 「截至2023年10月18日」, 「截至2023年9月底」. */
function newestAsOf(source: string): string | null {
  let newest: string | null = null;
  for (const match of source.matchAll(/截[至止]\s*(?=[0-9一二])/gu)) {
    const after = source.slice(match.index + match[0].length, match.index + match[0].length + 24);
    const date = findDates(after)[0];
    if (date?.span.start === 0 && date.end !== null && (newest === null || date.end > newest))
      newest = date.end;
  }
  return newest;
}

/** 「2023年4月17日至5月29日,省委巡视四组对…开展巡视」 */
function readInspection(head: string): BulletinMeta['inspection'] {
  for (const sentence of head.split(/[。\n]/u)) {
    if (!/(?:开展|进行)(?:了)?[^,，]{0,12}(?:巡视|巡察)/u.test(sentence)) continue;
    const [from, to] = findDates(sentence).filter((date) => date.precision === 'day');
    if (
      from?.start != null &&
      to?.start != null &&
      /[至到—–-]/u.test(sentence.slice(from.span.end, to.span.start))
    ) {
      return { start: from.start, end: to.start };
    }
  }
  return null;
}

/** 「2023年7月18日,省委巡视四组向青禾区委反馈了巡视意见」 */
function readFeedback(head: string): string | null {
  const sentence = head.split(/[。\n]/u).find((part) => /反馈(?:了)?[^,，]{0,8}(?:意见|情况)/u.test(part));
  if (sentence === undefined) return null;
  return findDates(sentence).findLast((date) => date.precision === 'day')?.start ?? null;
}
