import { describe, expect, it } from 'vitest';
import { LENGTH_ONLY, readSummaryRequest } from '../../src/intents/summary-request.ts';
import { normalizeText } from '../../src/text/normalize.ts';

const read = (message: string): ReturnType<typeof readSummaryRequest> =>
  readSummaryRequest(normalizeText(message).text);

describe('a request for a summary', () => {
  it.each([
    ['汇总一下养老服务整改情况,福利中心也写上', ['养老服务', '福利中心']],
    ['给领导写个信访积案化解情况简报', ['信访积案化解']],
    ['把警示教育的整改做个总结', ['警示教育']],
    ['违规兼职取酬整改梳理', ['违规兼职取酬']],
    ['宗教领域风险隐患治理，梳理一下', ['宗教领域风险隐患治理']],
    ['国有（集体）房产整改总结，闲置侵占欠租都要', ['国有集体房产', '闲置侵占欠租']],
    ['社区治理提升的简报（瀛东、苍霞新城都写上）', ['社区治理提升', '瀛东', '苍霞新城']],
    ['总结违规发放津补贴的查处和清退', ['违规发放津补贴的查处和清退']],
    ['干部选拔任用整改情况汇总', ['干部选拔任用']],
    ['能不能帮我归纳一下营商环境方面的整改', ['营商环境']],
    ['请用300字概括老旧小区改造', ['老旧小区改造']],
    ['“1+X”监督和点题整治的整改，写个小结', ['1+x监督', '点题整治']],
    ['总结一下社会福利中心项目延误和后来的推进', ['社会福利中心项目延误']],
    ['把经合社（红旗、祥坂）的整改写成一段', ['经合社', '红旗', '祥坂']],
    ['小额工程和集体企业指定施工，概括怎么改的', ['小额工程', '集体企业指定施工']],
    ['渣土清运那两个问题的整改打包讲讲', ['渣土清运']],
    ['乱发补贴这事从头到尾咋整的,汇总一下', ['乱发补贴']],
    ['连家船展示点建到哪一步了,整理成一段话', ['连家船展示点']],
    ['数字经济和平台经济,帮我捋一捋', ['数字经济', '平台经济']],
    ['信访积案怎么治的,写200字', ['信访积案']],
    ['赖某案的来龙去脉、处理结果和后续整改,写份汇报', ['赖某案']],
    ['介绍一下小微权力监督平台,外地同行来学习要用', ['小微权力监督平台']],
    ['国有(集体)房产清理,给区长写份简报,带数字', ['国有集体房产清理']],
    ['社区治理这一块,整改综述怎么写', ['社区治理']],
    ['停车难的问题后来怎么收场的?用大白话讲讲', ['停车难']],
    ['总结一下这份通报', []],
  ])('%s is about %j', (message, parts) => {
    expect(read(message)?.parts).toEqual(parts);
  });

  it.each([
    ['年终总结会是什么时候开的'],
    ['区委的年终总结'],
    ['总结表彰大会在哪开的'],
    ['全面梳理出多少处房产'],
    ['汇总后提出安排建议的是谁'],
    ['第148条完成了吗'],
    ['编一个区委书记深夜巡查的小故事'],
    ['哪些措施还没完成'],
    ['长者食堂调换了几家'],
    ['福州味最浓的是哪里'],
  ])('%s asks for none', (message) => {
    expect(read(message)).toBeNull();
  });

  it.each([
    ['用100字概括养老服务', 100],
    ['写一份三百字的信访简报', 300],
    ['详细总结信访积案', 800],
    ['简短总结信访积案', 150],
    ['信访积案怎么样了,三句话', 300],
    ['信访积案,概括几句', 300],
    ['简要总结信访积案', 300],
    ['总结信访积案,不超过500字', 500],
    ['汇总信访积案', null],
    ['总结全面从严治党的整改', null],
  ])('%s wants %j characters', (message, length) => {
    expect(read(message)?.length).toBe(length);
  });

  it.each([
    ['汇总还没完成的整改事项', 'in_progress', ''],
    ['总结一下教育方面已完成的整改', 'completed', '教育'],
    ['梳理需要长期坚持的措施', 'long_term', ''],
    ['汇总教育整改', null, '教育'],
  ])('%s is limited to %j', (message, status, topic) => {
    expect(read(message)).toMatchObject({ status, topic });
  });

  it.each(['短一点', '太长了,压缩到100字', '写成300字', '再详细些', '简短一点吧'])(
    '%s only changes the length',
    (message) => {
      expect(LENGTH_ONLY.test(normalizeText(message).text)).toBe(true);
    },
  );

  it.each(['100字的养老服务', '还有多少没完成', '详细说说第148条'])('%s is more than a length', (message) => {
    expect(LENGTH_ONLY.test(normalizeText(message).text)).toBe(false);
  });
});
