// a person part four names and what was done → every unit that names the person, each in its own words
import type { Citation, Unit } from '../bulletin/bulletin.ts';
import { splitSentences } from '../text/sentences.ts';
import { containsSpan } from '../text/span.ts';
import { claim, draftAnswer, type Intent, type IntentContext } from './intent.ts';
import { readAskingPart } from './asking-part.ts';
import { findLack } from './lack.ts';
import { findMentions } from './mentions.ts';
import { findPersonsIn } from './person-name.ts';
import { sentenceAround } from './passage.ts';
import { citeAround, trimCitation } from './quote.ts';
import { nameAtEnd } from './surnames.ts';

/** 受了什么处分, 怎么处理的, 在名单里出现两次, 因为什么被诫勉. */
const ASKS =
  /处分|处理|处罚|诫勉|问责|追责|警告|名单|免职|撤职|怎么回事|咋回事|挨了|受(?:了|到)|犯了|什么事|哪[几两]处|写到|提到/u;
/** 被撤职的文件是哪天下的, 撤职以后谁接手: what came of it is taken for granted, something else is asked. */
const TAKEN =
  /[被受遭]?(?:撤职|免职|处分|处理|诫勉|问责|警告)(?:以后|之后|后(?=[,，]?[^,，。]*(?:谁|哪))|的(?=[\u4e00-\u9fff]{1,6}(?:是|在|由)(?:哪|谁|什么时候|几)))/gu;
/** 到底什么职务,前后两处写的好像不是一个: what several places say of a person. */
const SEVERAL_PLACES = /职务|身份|哪个单位|什么官/u;
const PLACES = /[两几各]处|前后|前面[^。?]*后面|不一样|不一致|对不上|到底/u;
/** 在整改措施里和在处分名单里: both are asked for, not the measures alone. */
const MEASURES = /措施|举措/u;
const LISTED = /名单|第[四4]部分/u;
const LONGEST_SENTENCE = 160;
const MOST_PERSONS = 4;

export const personIntent: Intent = {
  name: 'person',
  examples: ['卓毅受了什么处分和处理', '林涛在处分名单里出现两次,各是怎么回事'],
  score: (context) => {
    const { text, references } = context.question;
    const asks =
      ASKS.test(readAskingPart(text).replace(TAKEN, ' ')) || (SEVERAL_PLACES.test(text) && PLACES.test(text));
    if (references.some(({ kind }) => kind === 'measure') || !asks) return 0;
    if ((references.length > 0 || MEASURES.test(text)) && !LISTED.test(text)) return 0;
    const names = findPersonsIn(context, text, MOST_PERSONS);
    return names.length === 0 || names.every((name) => lacksEverywhere(context, name)) ? 0 : 0.91;
  },
  draft: (context) => {
    const names = findPersonsIn(context, context.question.text, MOST_PERSONS);
    const { bulletin, lookup } = context;
    // In the order they are asked for; a sentence that names two of them is told once.
    const told: Citation[] = [];
    for (const name of names)
      for (const { unit: id, citation } of findMentions(bulletin.units, bulletin.source, [name], true)) {
        const unit = lookup.get(id);
        if (unit === undefined || told.some(({ span }) => containsSpan(span, citation.span))) continue;
        told.push(citeStatement(context, unit, citation));
      }
    const units = [...new Set(told.map(({ unit }) => unit))];
    return draftAnswer({
      claims: told.map((whole) => claim(whole.quote, [whole], { kind: 'item' })),
      notes: findStrangers(context, names).map((name) => `通报没有提到${name}。`),
      candidates: units.slice(0, 10),
      list: units,
      shown: units.length,
    });
  },
};

/** 赵六和钱七分别怎么处理的: who stands beside a person the bulletin names, and is named nowhere. */
function findStrangers({ question, bulletin }: IntentContext, names: readonly string[]): readonly string[] {
  const beside = question.text.split(BESIDE);
  if (beside.length < 2) return [];
  return beside.flatMap((part) => {
    const name = nameAtEnd(part.replace(BEHIND_NAME, ''));
    const known = names.some((one) => part.includes(one)) || bulletin.source.includes(name);
    return name === '' || known ? [] : [name];
  });
}

const BESIDE = /[、和跟与]/u;
const BEHIND_NAME = /(?:分别|各|都|这|那|两|俩|谁|,|怎么|咋|受|被|因|为).*$/u;

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
