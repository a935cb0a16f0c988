// wholes that the bulletin tells by their parts alone: added up; printed wholes, one part, parts of different things: not
import { afterAll, expect, it } from 'vitest';
import { loadTwoBulletins } from '../two-bulletins.ts';
import { ask } from './ledger-scene.ts';

const { taijiang, remove } = loadTwoBulletins();
afterAll(remove);

it.each([
  ['近三年环保投诉一共多少件', '19812件+2152件+197件+104件+15440件=37705件'],
  ['企业库里一共收了多少家', '119家+27家=146家'],
  ['土方外运一共扣了人家多少钱', '373万元+5.3万元=378.3万元'],
  ['执法大队到2023年底通过退休总共消化多少人', '2人+3人=5人'],
  ['被侵占房产原先一共有多少处', '53处+8处=61处'],
  ['三处基地7月以来接待的总人次', '3048人次+1360人次+3664人次=8072人次'],
  ['小微权力监督平台发现的4个问题总共处理了几人', '1人+1人+1人+2人+1人=6人'],
  ['社团兼职牵涉几名干部', '1名(陈汉春)+21名=22名'],
  ['老旧小区改造2023和2024两年一共列入多少个小区', '37个+25个=62个'],
])('%s', (message, expected) => {
  expect(ask(taijiang, message).text).toContain(`计算:${expected}`);
});

it.each([
  ['a whole and what was done of it', '改革事项清单一共多少条'],
  ['one part is named', '社区办公经费一共多少'],
  ['one stage and the next', '海荣产业园一共有多少家企业申请入驻'],
  ['the whole is printed', '巡视组一共移交多少件信访件'],
  ['what was done is asked for', '洋中街道清退津补贴涉及多少人'],
  ['one part is named in front of another figure', '苍霞人家总共接待多少人次'],
  ['one part is named by its number', '第二轮中央环保督察一共反馈几个涉及台江的问题'],
  ['one of several deeds is named', '醉酒驾驶一共查处多少人'],
  ['one figure is of a phrase with 和', '派驻机构批评教育帮助和处理总共多少人'],
  ['measures are counted', '提到回头看三个字的总共几条'],
])('not added where %s', (_, message) => {
  expect(ask(taijiang, message).text).not.toContain('计算:');
});
