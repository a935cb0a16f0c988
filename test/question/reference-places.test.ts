import { describe, expect, it } from 'vitest';
import { createUnitLookup } from '../../src/bulletin/lookup.ts';
import { readReferences } from '../../src/question/references.ts';
import { normalizeText } from '../../src/text/normalize.ts';
import { taijiang } from '../bulletin/bulletins.ts';

const lookup = createUnitLookup(taijiang);
const read = (message: string) => readReferences(normalizeText(message).text, lookup);
const named = (message: string): string[] => read(message).flatMap(({ units }) => units);

describe('a place within a part', () => {
  it.each([
    ['第三部分的第(四)点', ['S3.4']],
    ['第三部分(二)', ['S3.2']],
    ['第二部分第(三)方面第一个问题', ['P67']],
    ['第一个方面最后一个问题是什么', ['P29']],
    ['第三方面第十个问题', ['P76']],
    ['二(四)是什么', ['S2.4']],
    ['一(二)的原文', ['S1.2']],
    ['措施编号为一百二十的那条', ['M120']],
    ['党纪政务处分第(十)项', ['D1.10']],
    ['一、(二)落实什么', ['S1.2']],
    ['三(4)讲什么', ['S3.4']],
    ['第三部分第二条', ['S3.2']],
    ['第三部分共几点', ['S3.0']],
    ['第四部分(三)里的第(5)个', ['D3.5']],
    ['第四部分第二项最后一个', ['D2.6']],
    ['诫勉谈话的最后一条', ['D3.13']],
    ['四(三)(7)', ['D3.7']],
  ])('%s', (message, units) => {
    expect(named(message)).toEqual(units);
  });

  it('is none beyond the last', () => {
    expect(read('第三方面第一百个问题')).toMatchObject([{ kind: 'problem', units: [] }]);
  });
});
