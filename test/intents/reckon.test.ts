import { afterAll, describe, expect, it } from 'vitest';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, qinghe, remove } = loadTwoBulletins();
afterAll(remove);

describe('what is left, shares and sums are computed from the figures of one matter', () => {
  it.each([
    ['营商环境那一百三十多条改革,剩几条没落地', 'M59', '137条−129条=8条'],
    ['居民提的八百多条意见里还有几条没解决掉', 'M28', '864条−840个=24条'],
    ['居民提的那些意见还有多少没解决掉', 'M28', '864条−840个=24条'],
    ['2012年以后进国企的亲戚,没经招聘直接进的占几成', 'M218', '9人÷17名≈52.94%'],
    ['巡视反馈问题立起来的87件里,没办完的占几成', 'S4.0', '22件÷87件≈25.29%'],
    ['海荣产业园申请入驻的企业里有几家还没进来', 'M51', '96家−73家=23家'],
    ['395宗历史违建,真正拆掉的比例', 'M271', '68宗÷395宗≈17.22%'],
    ['巡视组移交的信访件,归纪检监察管的占几成', 'S4.0', '24件÷30件'],
    ['前九个月立的案子,自己查办的占百分之多少', 'M115', '49件÷57件≈85.96%'],
    ['违规录用的39名近亲属中2012年以前进来的占几成', 'M218', '22名÷39名≈56.41%'],
    ['区金科局违规补贴应退的钱,已经追回来的占几个百分点', 'M191', '÷(2653938元+262562元)≈91%'],
    ['近三年市民投诉环保的,各类凑一起是多少件', 'M31', '=37705件'],
    ['五讲活动那五个“进”各家场次加一块到底多少', 'M12', '=756场'],
    ['7月份到现在三个实践基地加起来接了多少批客人', 'M21', '132批次+69批次+150批次=351批次'],
    ['纪检系统主题党日加上讲党课,合着多少次', 'M135', '15次+17次=32次'],
    ['18年以来招投标的那八条线索,最后一共处理多少人', 'M296', '3人+19人=22人'],
    ['126个老小区里消防设施已经改好的总共有多少个', 'M78', '14个+62个=76个'],
    ['去年给52个社区拨的钱总数是多少', 'M27', '680万元+14万元=694万元'],
    ['前前后后一共多少处公房叫人占过(收回的没收回的都算)', 'M148', '53处+8处=61处'],
  ])('%s', (message, unit, expected) => {
    const { intent, units, text } = ask(taijiang, message);
    expect(intent).toBe('compute');
    expect(units).toEqual([unit]);
    expect(text).toContain(expected);
  });

  it('quotes what is left where the bulletin prints it', () => {
    expect(ask(taijiang, '“一线领办”项目还剩几个没做完').text).toContain('剩余13个项目');
    expect(ask(taijiang, '“一线领办”项目还剩几个没做完').text).not.toContain('计算');
  });

  it.each([
    '395宗违建里面别墅的占几成',
    '红星小学学位占全区学位的几成',
    '136处欠租房产中单户欠得最多的是谁,欠了多少',
    '录进系统的3419处国有(集体)房产,加起来建筑面积有多少平方米?',
  ])('computes nothing where the part is not told: %s', (message) => {
    expect(ask(taijiang, message).text).not.toContain('计算');
  });
});

describe('the greatest and the least of figures told side by side', () => {
  it.each([
    ['空着的公家房子,靠哪种法子盘活的面积最大', 'M148', '最大的是:提供安置用房盘活1.93万平方米'],
    ['点题整治收拾了17个人,哪种处理用得最多', 'M132', '最多的是:谈话提醒10人'],
    ['征迁的几个地块当中完成率最低的是哪个', 'M20', '状元新村地块'],
    ['五讲活动进哪儿的场次最少,几场', 'M12', '最少的是:进网络32场'],
  ])('%s', (message, unit, expected) => {
    const { units, text } = ask(taijiang, message);
    expect(units).toEqual([unit]);
    expect(text).toContain(expected);
  });

  it('says nothing of things the figures are not told of', () => {
    expect(ask(taijiang, '噪声投诉最多的小区叫什么').refusal).not.toBeNull();
  });
});

describe('the time between two dates of one matter', () => {
  it.each([
    ['赖悦心从被开除到判下来,中间隔了多久', 'M175', '126天(4个月4天)'],
    ['养老那个社会福利中心,从动工到验收过关拖了几年', 'M181', '1253天(3年5个月6天)'],
    ['津补贴自查自纠回头看前后搞了几天', 'M188', '10天'],
    ['省里巡视组在区里待了多少天', 'S0.0', '42天'],
    ['巡视结束到反馈隔了几天', 'S0.0', '50天'],
    ['从巡视进驻到反馈意见一共多少天', 'S0.0', '92天'],
    ['巡视反馈后多少天才开的专题民主生活会', 'S1.1', '38天'],
  ])('%s', (message, unit, expected) => {
    const { units, text } = ask(taijiang, message);
    expect(units).toEqual([unit]);
    expect(text).toContain(expected);
  });
});

it('the ends may stand in two measures', () => {
  const { units, text } = ask(taijiang, '巡察组撤点以后,过了多少天五人小组才听汇报');
  expect(units).toEqual(['M95', 'M96']);
  expect(text).toContain('34天');
});

describe('the first and the last of several bodies', () => {
  it.each([
    ['人大、政府、政协三家党组开从严治党专题会,谁最晚?哪天', '最晚的是:区人大常委会党组(9月8日)'],
    ['三家党组里哪家最早开的从严治党专题会', '最早的是:区政协党组(2023年8月9日)'],
  ])('%s', (message, expected) => {
    const { units, text } = ask(taijiang, message);
    expect(units).toEqual(['M92']);
    expect(text).toContain(expected);
  });
});

describe('means', () => {
  it.each([
    ['新落地的数字经济项目平均一个投多少钱', 'M54', '43.8亿元÷61个≈每个0.718亿元'],
    ['查党委会议记录那回,平均每家单位查出几个问题', 'M207', '39个÷20个≈每个1.95个'],
    ['13件信访积案摊到包案的处级领导头上,一人平均几件', 'M69', '13件÷10名≈每名1.3件'],
    ['环保案件平均一起罚多少', 'M31', '297.17万元÷614起≈每起0.484万元'],
  ])('%s', (message, unit, expected) => {
    const { units, text } = ask(taijiang, message);
    expect(units).toEqual([unit]);
    expect(text).toContain(expected);
  });

  it.each(['每个学校平均多少学生', '人均住房面积多少'])(
    'are not made of figures of other things: %s',
    (message) => {
      expect(ask(taijiang, message).refusal).not.toBeNull();
    },
  );
});

describe('what a measure lists is counted', () => {
  it.each([
    ['房产管理的办法修订好了几部', 'M150', '共5部'],
    ['第136条提到的成文规定有多少份', 'M136', '共4份'],
    ['盘活闲置房产列出来的路子有几种', 'M148', '共7种'],
    ['财务培训和讲座那条,登台讲课的人点了几位名字', 'M173', '(何心国、黄长发、林争),共3位'],
    ['财务讲座讲课的人有几位', 'M173', '共3位'],
  ])('%s', (message, unit, expected) => {
    const { units, text } = ask(taijiang, message);
    expect(units).toEqual([unit]);
    expect(text).toContain(expected);
  });

  it('unless the bulletin prints the number', () => {
    expect(ask(taijiang, '教育整顿后区纪委健全内控机制出台了多少项制度?').text).toContain('21项');
  });
});

describe('a bulletin of another place', () => {
  it.each([
    ['闲置的扶持资金拨付了百分之几', '960万元÷1280万元=75%'],
    ['老城区供水管网更换完成了几成', '9公里÷14公里≈64.29%'],
  ])('%s', (message, expected) => {
    expect(ask(qinghe, message).text.normalize('NFKC')).toContain(expected);
  });
});
