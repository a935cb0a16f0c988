import { readFileSync } from 'node:fs';
import ts from 'typescript';

export interface Import {
  readonly from: string;
  /** `../text/span.ts`, `zod`, `node:fs`. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every import of a source file, static, dynamic and type-only, and every re-export. */
export function readImports(path: string, source: string = readFileSync(path, 'utf8')): Import[] {
  const imports: Import[] = [];
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023, true);
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean): void => {
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) {
      imports.push({ from: path, to: specifier.text, typeOnly });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return imports;
}
