// sheets → .xlsx; the only file that knows the writer library, loaded when first used
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Cell, Feature, Row, Sheet } from 'write-excel-file/node';
import { measureWidth } from '../render/display-width.ts';
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
    data: [writeHeader(sheet), ...sheet.rows.map((row) => writeRow(sheet, row))],
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

/** Height of a line of 11 point text, and the greatest height a row may have, in points. */
const LINE_HEIGHT = 15;
const HIGHEST_ROW = 409;

/** Rows carry their height: spreadsheet programs do not measure wrapped text on opening. */
function writeRow(sheet: WorkbookSheet, row: WorkbookSheet['rows'][number]): Row {
  const lines = row.map((value, index) => countLines(String(value), sheet.columns[index]?.width ?? 10));
  const height = Math.min(HIGHEST_ROW, Math.max(1, ...lines) * LINE_HEIGHT + 3);
  return row.map((value) => writeCell(value, height));
}

/** Lines that `text` takes when wrapped at `width` characters; a Chinese character is two wide. */
function countLines(text: string, width: number): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(measureWidth(line) / Math.max(width - 2, 2))))
    .reduce((sum, lines) => sum + lines, 0);
}

/** Text is typed as text, so that nothing that begins with = is ever a formula. */
function writeCell(value: string | number, height: number): Cell {
  if (typeof value === 'number') {
    return { value, type: Number, align: 'center', alignVertical: 'top', height };
  }
  if (value === '') return null;
  return { value: value.slice(0, LONGEST_CELL), type: String, wrap: true, alignVertical: 'top', height };
}

/**
 * A filter on every column: `<autoFilter ref="A1:I298"/>` right behind `</sheetData>`, where the format's schema wants it, and
 * the hidden name `_xlnm._FilterDatabase`, without which LibreOffice shows no filter.
 */
function addFilters(sheets: readonly WorkbookSheet[]): Feature<Content> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (sheet === undefined) return xml;
            const filter = `<autoFilter ref="A1:${columnName(sheet.columns.length)}${sheet.rows.length + 1}"/>`;
            return xml.replace('</sheetData>', `</sheetData>${filter}`);
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const names = sheets.map(nameFilter).join('');
            return xml
              .replace(/<definedNames\/>|<definedNames><\/definedNames>/u, '')
              .replace('</sheets>', `</sheets><definedNames>${names}</definedNames>`);
          },
        },
      },
    },
  };
}

function nameFilter(sheet: WorkbookSheet, index: number): string {
  const range = `$A$1:$${columnName(sheet.columns.length)}$${sheet.rows.length + 1}`;
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${sheet.name}'!${range}</definedName>`;
}

/** 1 → A, 26 → Z, 27 → AA. */
function columnName(index: number): string {
  const rest = Math.floor((index - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((index - 1) % 26));
}
