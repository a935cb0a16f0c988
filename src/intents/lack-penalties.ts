// what was done with a person, why and for how long: the words that ask for it ↔ the words a sentence that states it holds
import type { LackKind } from './lack-kinds.ts';

/** 撤职; 登记过 and 书记过问 are none. */
const PENALTY = '(?:撤职|撤了职|免职|开除|双开|判刑|坐牢|逮捕|辞职|降级|(?<![登书惦])记过|罢免)';
/** 撤职了没, 是训话还是记过, 离开除还差几级. */
const WHETHER = `${PENALTY}了?(?:没(?:有)?|吗|还是|还差)|(?:还是|有没有|是不是)${PENALTY}`;

export const PENALTY_KINDS: readonly LackKind[] = [
  {
    name: '这一处理',
    elsewhere: true,
    asked: new RegExp(`^(?!.*(?:${WHETHER})).*${PENALTY}`, 'u'),
    held: /撤职|免职|免去|开除|判处|移送|留置|辞去|降级|降职|记过|清退|四种形态/u, // 因为什么被撤职的
  },
  {
    name: '这一处理',
    elsewhere: true,
    asked: new RegExp(WHETHER, 'u'), // 撤职了没 is answered by whatever was done
    held: /撤职|免职|免去|开除|判处|移送|留置|辞去|降级|降职|记过|清退|警告|诫勉|调整岗位|谈话/u,
  },
  {
    name: '处分的缘由',
    asked: /被(?:处分|抓|立案|问责|撤|免)/u,
    held: /处分|更换|及时予以调整|警告|诫勉|谈话|立案|问责|免|撤|批评|查处|移送|开除|调整岗位|处理/u,
  },
  {
    name: '立案的事由',
    asked:
      /立案(?:的)?(?:事由|原因|理由|缘由)|违纪(?:的)?(?:情节|事实|细节)|犯(?:的|了)(?:是)?(?:什么|啥|哪)(?:事|条|错)|(?:为什么|为啥|为何|因为?(?:什么|啥))(?:事情?)?(?:被)?(?:党纪|政务)?立案/u,
    held: /因(?!被)|由于|违反|违规|涉嫌|存在|失职|不到位|不力|挪用|受贿|拖欠|拒/u,
  },
  {
    name: '误了的事',
    asked: /误了(?:什么|啥|哪)/u, // 玩忽职守是误了什么事
    held: /导致|造成|致使|引发|影响/u,
  },
  {
    name: '处分的结果',
    personal: true,
    asked: /(?:最终|最后|后来|结果)[^,。]{0,10}(?:什么|啥|何种|哪种)处(?:分|理)/u,
    held: /警告|记过|撤职|开除|降级|诫勉|谈话|批评|免去|留党|清退/u,
  },
  {
    name: '刑期',
    elsewhere: true,
    asked: /判(?:了|处)?(?:几|多少|多久)|怎么判|刑期/u,
    held: /判处|有期徒刑|无期|裁决|判决/u,
  },
  { name: '关押的地方', asked: /监狱|看守所|(?<!把)关在|服刑/u, held: /监狱|看守所|关押|服刑/u },
];
