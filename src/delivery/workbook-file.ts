// sheets → .xlsx; the only file that knows the writer library, loaded when first used
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Cell, Feature, Row, Sheet } from 'write-excel-file/node';
import type { WorkbookSheet } from '../render/workbook.ts';

/** What the library lets a feature write; none of ours does. */
type Content = Stream | Buffer | Blob;

/** Excel refuses cells longer than this (UTF-16 code units). */
const LONGEST_CELL = 32_767;
const FONT = { fontFamily: '宋体', fontSize: 11 } as const;

/** The workbook as the bytes of an .xlsx file: frozen header, filter on every column, widths, wrapped text. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets.map(writeSheet), { ...FONT, features: [addFilters(sheets)] }).toBuffer();
}

function writeSheet(sheet: WorkbookSheet): Sheet<Content> {
  return {
    sheet: sheet.name,
    data: [writeHeader(sheet), ...sheet.rows.map((row) => row.map(writeCell))],
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

function writeHeader(sheet: WorkbookSheet): Row {
  return sheet.columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#D9E2F3',
    wrap: true,
  }));
}

/** Text is typed as text, so that nothing that begins with = is ever a formula. */
function writeCell(value: string | number): Cell {
  if (typeof value === 'number') {
    return { value, type: Number, align: 'center', alignVertical: 'top' };
  }
  if (value === '') return null;
  return { value: value.slice(0, LONGEST_CELL), type: String, wrap: true, alignVertical: 'top' };
}

/** `<autoFilter ref="A1:I298"/>` right behind `</sheetData>`, where the schema of the format wants it. */
function addFilters(sheets: readonly WorkbookSheet[]): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (sheet === undefined) return xml;
            const range = `A1:${columnName(sheet.columns.length)}${sheet.rows.length + 1}`;
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
          },
        },
      },
    },
  };
}

/** 1 → A, 26 → Z, 27 → AA. */
function columnName(index: number): string {
  const rest = Math.floor((index - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((index - 1) % 26));
}
