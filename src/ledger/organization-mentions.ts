// text → spans of every shape → titles in 《》 and projects dropped → longest of overlapping spans
import type { Span } from '../text/span.ts';
import { findNamed } from './organization-named.ts';

/** A body that is only part of another name is no mention: 区社会福利中心项目, 红星经合社飞地厂房地块, 瀛洲街道周边. */
const OTHER_NAME =
  /^(?:[(（][^()（）]{1,8}[)）])?(?:项目|工程(?!处|公司|科)|地块|飞地|周边|辖区内|楼|平台(?!公司)|大楼|达标建设|建设(?!局|开发|公司)|改建|改扩建|制度)|^[\u4e00-\u9fff]{2,8}?(?:养老服务中心|照料中心|幼儿园|小学|医院)/u;
const BODY_ALWAYS = /(?:委|政府|局|纪委监委|法院|人大|政协)$/u;

/** All bodies of `text` by shape, in order, without overlaps. */
export function findSpans(text: string, shapes: readonly RegExp[], names: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) {
      if (match[0] !== '') spans.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  spans.push(...findNamed(text));
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      // 上级组织部门 is no 组织部
      if (!(name.endsWith('部') && text.startsWith('门', end))) spans.push({ start: at, end });
    }
  }
  const titles = [...text.matchAll(/《[^《》]*》/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return keepLongest(
    spans.filter(
      (span) =>
        !titles.some((title) => title.start < span.end && span.start < title.end) &&
        (BODY_ALWAYS.test(text.slice(span.start, span.end)) ||
          !OTHER_NAME.test(text.slice(span.end, span.end + 16))),
    ),
  );
}

/** Longer spans first, then earlier ones; what overlaps a kept span is dropped. */
export function keepLongest(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  const ordered = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const span of ordered) {
    if (!kept.some((other) => other.start < span.end && span.start < other.end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
