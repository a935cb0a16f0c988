// 总投资多少、能新增多少学位 → parts, each with its own ask → the passages the best one does not hold
import { readAskedFor } from '../question/asked-for.ts';
import { overlapsAny } from './answer-set.ts';
import type { IntentContext } from './intent.ts';
import { judgeScope } from './judge.ts';
import { findPassages, followPassage, type Passage } from './passage.ts';

const ASK = '(?:多少|几|什么|啥|哪|谁|怎|咋|何时|率|吗|没有)';
const BREAK = new RegExp(`(?<=${ASK}[^、,，;；。?？]{0,12})[、,，;；。?？](?=[^、,，;；]{0,24}${ASK})`, 'gu');
/** 「苍霞人家全年和7月以来各多少人次」: two subjects, one ask. */
const EACH =
  /^(?<first>.+?)(?:和|与|及|、|跟)(?<second>[^和与及、跟]+?)(?:的)?(?:各|分别)(?:自|是|有|为)?(?<ask>.*(?:多少|几|什么|哪|谁).*)$/u;
const MOST_PARTS = 3;
/** A part's passage this much below its own best possible is not shown. */
const LEAST_SCORE = 0.9;

/** The questions inside one question; one when it asks for one thing. */
function splitParts(text: string): string[] {
  const each = EACH.exec(text)?.groups;
  if (each !== undefined) return ['first', 'second'].map((name) => `${each[name] ?? ''}${each['ask'] ?? ''}`);
  return text
    .split(BREAK)
    .filter((part) => part.length > 2)
    .slice(0, MOST_PARTS);
}

/** Passages that answer the parts of the question `best` does not reach; empty for a single question. */
export function findFurther(context: IntentContext, best: Passage): Passage[] {
  const { question, engine, bulletin } = context;
  const parts = splitParts(question.text);
  if (parts.length < 2) return [];
  const chosen: Passage[] = [best];
  for (const text of parts) {
    const options = { limit: 8, leaning: question.text, bonus: new Map([[best.unit, 0.15]]) };
    const ranked = engine.rank(text, options);
    const [found] = findPassages(bulletin.source, ranked, { text, askedFor: readAskedFor(text) });
    if (
      found === undefined ||
      found.typed < 1 ||
      found.score < LEAST_SCORE ||
      judgeScope(context, found) !== null
    )
      continue;
    const clauses = ranked.find(({ unit }) => unit === found.unit)?.clauses ?? [];
    const passage = followPassage(bulletin.source, found, clauses);
    if (!overlapsAny(passage, chosen)) chosen.push(passage);
  }
  return chosen.slice(1);
}
