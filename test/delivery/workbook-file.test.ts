import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/delivery/workbook-file.ts';
import type { WorkbookSheet } from '../../src/render/workbook.ts';

/** Files of a zip archive as text, read through its central directory. */
function readZip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    files.set(name, (bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

const SHEETS: readonly WorkbookSheet[] = [
  {
    name: '整改台账',
    columns: [
      { title: '序号', width: 7 },
      { title: '整改举措', width: 20 },
    ],
    rows: [
      [1, '=SUM(A1)<&>“引号”'],
      [2, '已完成14个老旧小区改造,剩余37个老旧小区正陆续加快开展路面破除、管道施工等。'],
      [3, ''],
    ],
  },
  { name: '数据差异', columns: [{ title: '类型', width: 12 }], rows: [] },
];

describe('an .xlsx file', async () => {
  const files = readZip(await writeWorkbook(SHEETS));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  const workbook = files.get('xl/workbook.xml') ?? '';

  it('holds every sheet by its name', () => {
    expect([...workbook.matchAll(/ name="([^"_]+)"/gu)].map(([, name]) => name)).toEqual([
      '整改台账',
      '数据差异',
    ]);
  });

  it('freezes the header, filters every column and keeps the widths', () => {
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
    expect(sheet).toContain('</sheetData><autoFilter ref="A1:B4"/>');
    expect(workbook).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'整改台账'!$A$1:$B$4</definedName>`,
    );
    expect(sheet).toMatch(/<col min="2" max="2" width="20"/u);
  });

  it('wraps text in rows high enough for it', () => {
    expect(files.get('xl/styles.xml')).toContain('wrapText="1"');
    const heights = [...sheet.matchAll(/<row [^>]* ht="([\d.]+)"/gu)].map(([, height]) => Number(height));
    expect(Math.max(...heights)).toBeGreaterThanOrEqual(5 * 15);
  });

  it('keeps text that looks like a formula as escaped text', () => {
    expect(sheet).not.toContain('<f>');
    expect(files.get('xl/sharedStrings.xml')).toContain('=SUM(A1)&lt;&amp;&gt;“引号”');
  });
});
