import { afterAll, describe, expect, it } from 'vitest';
import type { AskContext } from '../src/delivery/ask.ts';
import { ask, citedUnits, loadTwoBulletins } from './two-bulletins.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

/** Messages of one conversation, each with a unit its answer must cite and words it must hold; null for a refusal. */
type Turns = readonly (readonly [message: string, unit: string | null, words?: string])[];

function expectTurns(turns: Turns): void {
  let context: AskContext = {};
  for (const [message, unit, words = ''] of turns) {
    const { answer, turn } = ask(taijiang, message, context);
    const cited = answer.refused
      ? null
      : (citedUnits(answer).find((id) => id === unit) ?? citedUnits(answer));
    expect([message, cited]).toEqual([message, unit]);
    expect(answer.text).toContain(words);
    context = { turn };
  }
}

describe('the end of what was spoken of', () => {
  it.each<{ readonly turns: Turns }>([
    {
      turns: [
        ['无物业小区管理提升先在哪两个社区试点的', 'M76'],
        ['弄好的呢', 'M76', '33个'],
        ['那剩下的哪个月底能完', null],
      ],
    },
    {
      turns: [
        ['福利中心现在归谁接管了', 'M182'],
        ['哪天正式开门收老人', null],
        ['几号能开业', null],
      ],
    },
    {
      turns: [
        ['连家船那个码头桩打了几根', 'M17'],
        ['什么时候能全弄完给个日子', null],
      ],
    },
    {
      turns: [
        ['社区书记一线领办的项目生成多少个', 'M28'],
        ['啥时候能弄完', 'M28', '2023年10月底前'],
      ],
    },
  ])('is told where the bulletin announces it: $turns', ({ turns }) => {
    expectTurns(turns);
  });
});

describe('what was spoken of and its neighbours', () => {
  it.each<{ readonly turns: Turns }>([
    {
      turns: [
        ['里头诉求根本站不住脚的信访积案有几件', 'M68'],
        ['现在办结了几件', 'M70', '全部办结'],
      ],
    },
    {
      turns: [
        ['第三轮巡察书记点了多少人', 'M96'],
        ['巡察制度一共弄了几项', 'M97', '8项'],
      ],
    },
    {
      turns: [
        ['问题三十六指的是什么', 'P36'],
        ['怎么整改的', 'M109', '2484人次'],
        ['展开第三个', 'M109'],
      ],
    },
  ])('are read where they alone say it: $turns', ({ turns }) => {
    expectTurns(turns);
  });
});

describe('the last answer in fewer words', () => {
  it.each(['太长了短点', '说人话', '看不懂', '长话短说', '能不能说简单点'])('%s', (message) => {
    const first = ask(taijiang, '闲置房产盘活了多少');
    const brief = ask(taijiang, message, { turn: first.turn });
    expect(citedUnits(brief.answer)).toEqual(['M148']);
    expect(brief.answer.text).toContain('6.37万平方米');
    expect(brief.answer.text.length).toBeLessThan(first.answer.text.length);
    expect(ask(taijiang, '再短一点', { turn: brief.turn }).answer.text).toContain('6.37万平方米');
  });

  it('is asked back where nothing was said', () => {
    expect(ask(taijiang, '短点').answer).toMatchObject({ refused: true, reason: 'unclear' });
  });
});

describe('who stands behind what was spoken of', () => {
  it.each<{ readonly turns: Turns }>([
    {
      turns: [
        ['渣土清运那273个项目,诫勉了几个人', 'M168'],
        ['诫勉的那两位是谁啊', 'D3.2', '黄金根'],
      ],
    },
    {
      turns: [
        ['国企近亲繁殖调岗降薪的有谁', 'D2.2'],
        ['直接清退走人的呢', 'D2.3', '朱文洁'],
      ],
    },
    {
      turns: [
        ['招标中失职失责的那个幼儿园园长,受了什么处分', 'D1.11'],
        ['名字?', 'D1.11', '林岚'],
      ],
    },
    {
      turns: [
        ['连家船那个码头桩打了几根', 'M17'],
        ['那谁负责盖', 'M18', '责任单位'],
      ],
    },
    {
      turns: [
        ['鳌峰街道挪公款的出纳判了几年', 'M249'],
        ['这人前后挪走多少', 'M249', '1400多万元'],
        ['里头党内警告的是哪几位', 'D1.1'],
      ],
    },
  ])('$turns', ({ turns }) => {
    expectTurns(turns);
  });

  it('is the part of the matter that counts what is asked for', () => {
    expectTurns([
      ['为民办实事那43个项目完成几个了', 'M34'],
      ['还剩多少', 'M34', '16个'],
    ]);
  });
});

describe('what is left', () => {
  it.each<{ readonly turns: Turns }>([
    {
      turns: [
        ['23个专班一年定了多少项目标任务', 'M24', '69项'],
        ['已经汇报过的专班有几个', 'M24', '13个'],
        ['那还剩几个没汇报', 'M24', '23个−13个=10个'],
      ],
    },
    {
      turns: [
        ['社区一共收了多少条居民意见', 'M28', '864条'],
        ['没解决的还剩几条', 'M28', '864条−840个=24条'],
        ['一线领办项目呢,还差几个', 'M28', '剩余13个'],
      ],
    },
    {
      turns: [
        ['区级为民办实事项目共多少', 'M226'],
        ['做完的几个', 'M34', '27个'],
        ['剩下的呢', 'M34', '16个'],
        ['谁盯着的', 'M34', '督查室'],
        ['总投资', 'M226', '5.9亿元'],
      ],
    },
    {
      turns: [
        ['污水管网年度新建改造任务是多少米', 'M278', '500米'],
        ['实际完成数比任务多出多少', 'M278', '800米−500米=300米'],
      ],
    },
    {
      turns: [
        ['五讲活动进社区几场', 'M12', '515场'],
        ['五类全加上', 'M12', '756场'],
      ],
    },
  ])('$turns', ({ turns }) => {
    expectTurns(turns);
  });
});

describe('what is asked without a subject', () => {
  it.each<{ readonly turns: Turns }>([
    {
      turns: [
        ['朴朴累计纳统多少', 'M55', '49.83亿'],
        ['比去年呢', 'M55', '10.4%'],
      ],
    },
    {
      turns: [
        ['龙湖智创生活在创实大厦哪一层', 'M56', '7层'],
        ['给区里交了多少税', 'M56', '200万元'],
      ],
    },
    {
      turns: [
        ['省委巡视组什么时候进来的', 'S0.0'],
        ['到哪天结束', 'S0.0', '5月29日'],
      ],
    },
    {
      turns: [
        ['进区级重点项目库的党建品牌有几个', 'M234', '9个'],
        ['多久亮晒一次', 'M234', '每季度'],
      ],
    },
  ])('stays with the unit in hand: $turns', ({ turns }) => {
    expectTurns(turns);
  });
});

describe('what the unit in hand does not say', () => {
  it.each<{ readonly turns: Turns }>([
    {
      turns: [
        ['扶持的夜市有哪几个', 'M55'],
        ['有多少个摊位', null],
      ],
    },
    {
      turns: [
        ['民生支出花了多少', 'M35', '133899万元'],
        ['比去年呢', null],
      ],
    },
    {
      turns: [
        ['近亲繁殖被调岗降薪的是哪些人', 'D2.2'],
        ['其中党员几个', null],
      ],
    },
  ])('is refused: $turns', ({ turns }) => {
    expectTurns(turns);
  });

  it.each<{ readonly turns: Turns }>([
    {
      turns: [
        ['区级医院总投资多少', 'M41', '1.5亿元'],
        ['啥时候开工', 'M41', '2024年5月'],
      ],
    },
    {
      turns: [
        ['赖悦心最后判了几年', 'M175', '10年'],
        ['哪天判的', 'M175', '7月17日'],
        ['他前前后后挪了多少钱', 'M249', '1400多万元'],
      ],
    },
    {
      turns: [
        ['第60个问题有哪几条措施', 'M181'],
        ['其中没完成的', 'M183'],
      ],
    },
    {
      turns: [
        ['灯下黑那条线索办到哪一步了', 'M141'],
        ['移交的信访件多少', 'S4.0', '30件'],
        ['下一条', 'M142'],
      ],
    },
  ])('is told where it stands: $turns', ({ turns }) => {
    expectTurns(turns);
  });
});
