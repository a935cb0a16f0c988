import type { Answer } from '../answer/answer.ts';

/** 据2024年1月26日发布的通报，数据截至2023年10月。 Empty when the bulletin gives neither date. */
export function describeAsOf({ published, data }: Answer['asOf']): string {
  const from = published === null ? '' : `据${writeDay(published)}发布的通报`;
  const until = data === null ? '' : `数据截至${writeDay(data).replace(/\d+日$/, '')}`;
  const said = [from, until].filter((part) => part !== '').join('，');
  return said === '' ? '' : `${said}。`;
}

/** `2024-01-26` → 2024年1月26日; anything else as it stands. */
export function writeDay(iso: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return year === '' ? iso : `${year}年${Number(month)}月${Number(day)}日`;
}
