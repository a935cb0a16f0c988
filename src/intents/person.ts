// a person part four names and what was done → every unit that names the person, each in its own words
import type { Citation, Unit } from '../bulletin/bulletin.ts';
import { splitSentences } from '../text/sentences.ts';
import { containsSpan } from '../text/span.ts';
import { claim, draftAnswer, type Intent, type IntentContext } from './intent.ts';
import { readAskingPart } from './asking-part.ts';
import { findLack } from './lack.ts';
import { findMentions } from './mentions.ts';
import { findPersonIn } from './person-name.ts';
import { sentenceAround } from './passage.ts';
import { citeAround, trimCitation } from './quote.ts';

/** 受了什么处分, 怎么处理的, 在名单里出现两次, 因为什么被诫勉. */
const ASKS =
  /处分|处理|处罚|诫勉|问责|追责|警告|名单|免职|撤职|怎么回事|咋回事|挨了|受(?:了|到)|犯了|什么事|哪[几两]处|写到|提到/u;
/** 被撤职的文件是哪天下的, 撤职以后谁接手: what came of it is taken for granted, something else is asked. */
const TAKEN =
  /[被受遭]?(?:撤职|免职|处分|处理|诫勉|问责|警告)(?:以后|之后|后(?=[,，]?[^,，。]*(?:谁|哪))|的(?=[\u4e00-\u9fff]{1,6}(?:是|在|由)(?:哪|谁|什么时候|几)))/gu;
const LONGEST_SENTENCE = 160;

export const personIntent: Intent = {
  name: 'person',
  examples: ['卓毅受了什么处分和处理', '林涛在处分名单里出现两次,各是怎么回事'],
  score: (context) => {
    const { text, references } = context.question;
    if (
      references.length > 0 ||
      !ASKS.test(readAskingPart(text).replace(TAKEN, ' ')) ||
      /措施|举措/u.test(text)
    )
      return 0;
    const name = findPersonIn(context, text);
    return name === null || lacksEverywhere(context, name) ? 0 : 0.91;
  },
  draft: (context) => {
    const name = findPersonIn(context, context.question.text) ?? '';
    const { bulletin, lookup } = context;
    const found = findMentions(bulletin.units, bulletin.source, [name], true);
    const claims = found.flatMap(({ unit: id, citation }) => {
      const unit = lookup.get(id);
      if (unit === undefined) return [];
      const whole = citeStatement(context, unit, citation);
      return [claim(whole.quote, [whole], { kind: 'item' })];
    });
    const units = found.map(({ unit }) => unit);
    return draftAnswer({ claims, candidates: units.slice(0, 10), list: units, shown: units.length });
  },
};

/** What is asked of the person stands in none of the sentences that give the name: the fact intent says so. */
function lacksEverywhere({ question, bulletin }: IntentContext, name: string): boolean {
  return findMentions(bulletin.units, bulletin.source, [name], true).every(({ citation }) => {
    const lack = findLack(question, sentenceAround(bulletin.source, citation), PLAIN_FIT);
    return lack !== null && !lack.elsewhere;
  });
}

/** Nothing missing: only what is asked for is looked at. */
const PLAIN_FIT = {
  missing: [],
  named: 0,
  wording: 1,
  unasked: new Set<number>(),
  nearPairs: new Set<string>(),
  nearCounted: new Set<string>(),
};

/** The sentence that names the person, whole where it is not too long: what it says of others is part of the matter. */
function citeStatement({ bulletin }: IntentContext, unit: Unit, named: Citation): Citation {
  const sentence = splitSentences(bulletin.source, unit.body).find((span) => containsSpan(span, named.span));
  return sentence === undefined || sentence.end - sentence.start > LONGEST_SENTENCE
    ? citeAround(unit, bulletin.source, named.span)
    : trimCitation(unit, bulletin.source, sentence);
}
