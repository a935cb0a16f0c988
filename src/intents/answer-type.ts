import type { AskedFor } from '../question/question.ts';
import { findAmounts } from '../text/amounts.ts';
import { findDates } from '../text/dates.ts';

/** A person with a post or punished by name, a Chinese name after a title or before 同志. */
const PERSON =
  /(?:书记|主任|局长|校长|园长|厂长|经理|队长|院长|区长|所长|科长|出纳|教授|董事长|委员|组长|会计|职员|同志|等\d+人)/u;
const ORGANIZATION =
  /(?:局|委|办|院|街道|社区|集团|公司|中心|小组|专班|学校|小学|大队|中队|银行|法院|居委会|部门|部|厅|党组|党工委|经合社|组)(?![\p{L}]{0,2}长)/u;
const PLACE = /(?:路|街|号|社区|街道|大厦|广场|馆|园|楼|层|地块|中心|基地|市|省|县|区)/u;
const REASON = /因|由于|鉴于|为了?|导致|造成|不符合|未|故|存在/u;

/** True when `text` holds the kind of words the question asks for. */
export function holdsAnswer(text: string, kind: AskedFor): boolean {
  switch (kind) {
    case 'amount':
      return findAmounts(withoutDates(text)).length > 0;
    case 'date':
      return (
        findDates(text).some((date) => date.precision !== 'vague' || /年内|年底|月底/u.test(date.text)) ||
        /个月|时限|\d+天/u.test(text)
      );
    case 'person':
      return PERSON.test(text);
    case 'organization':
      return ORGANIZATION.test(text);
    case 'place':
      return PLACE.test(text);
    case 'document':
      return text.includes('《');
    case 'reason':
      return REASON.test(text);
    case 'manner':
    case 'yes-no':
    case 'content':
      return true;
  }
}

function withoutDates(text: string): string {
  let rest = text;
  for (const { text: date } of findDates(text)) rest = rest.replace(date, ' ');
  return rest;
}
