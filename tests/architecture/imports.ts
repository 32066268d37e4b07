import ts from 'typescript';

/** A text file of `src/`, with its path from the project's root. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** One import, export-from, `import()` or type import of a module. */
export interface Import {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

/** What a file takes from other modules and from the platform. */
export interface Usage {
  readonly imports: readonly Import[];
  /** Free names and the members and calls of them, such as `document`, `Date.now`, `new Date()`. */
  readonly globals: ReadonlySet<string>;
}

/** Reads the code of a `.ts`, `.tsx` or `.astro` file (there: the frontmatter and every script). */
export function readUsage({ path, text }: SourceText): Usage {
  const imports: Import[] = [];
  const globals = new Set<string>();
  for (const code of path.endsWith('.astro') ? astroCode(text) : [text]) {
    const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind);
    const declared = new Set<string>();
    const names: string[] = [];
    walk(file, (node) => {
      imports.push(...importsOf(node));
      const declaration = declaredName(node);
      if (declaration) declared.add(declaration);
      const name = globalName(node);
      if (name) names.push(name);
    });
    for (const name of names)
      if (!declared.has(name.replace(/^new /, '').split(/[.(]/)[0] ?? '')) globals.add(name);
  }
  if (path.endsWith('.astro')) imports.push(...scriptSources(text));
  return { imports, globals };
}

function astroCode(text: string): string[] {
  const frontmatter = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  return [frontmatter, ...scripts];
}

function scriptSources(text: string): Import[] {
  return [...text.matchAll(/<script\b[^>]*\ssrc="(\.[^"]+)"/g)].map((match) => ({
    specifier: match[1] ?? '',
    isTypeOnly: false,
  }));
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function importsOf(node: ts.Node): Import[] {
  if (ts.isImportDeclaration(node)) return imported(node.moduleSpecifier, isTypeClause(node.importClause));
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return imported(node.moduleSpecifier, isTypeExport(node));
  if (ts.isExternalModuleReference(node)) return imported(node.expression, false);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return imported(node.argument.literal, true);
  if (ts.isCallExpression(node) && isImportCall(node)) return imported(node.arguments[0], false);
  return [];
}

/** A specifier that is computed at run time, such as the URL of a search index, is no import of a module here. */
function imported(specifier: ts.Node | undefined, isTypeOnly: boolean): Import[] {
  return specifier && ts.isStringLiteralLike(specifier) ? [{ specifier: specifier.text, isTypeOnly }] : [];
}

function isImportCall({ expression }: ts.CallExpression): boolean {
  return (
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require')
  );
}

function isTypeClause(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function isTypeExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  if (!exportClause || !ts.isNamedExports(exportClause)) return false;
  return exportClause.elements.length > 0 && exportClause.elements.every((element) => element.isTypeOnly);
}

function declaredName(node: ts.Node): string | undefined {
  const isDeclaration =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isImportSpecifier(node);
  return isDeclaration && node.name && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

function globalName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const owner = node.expression.getText();
    return owner === 'globalThis' || owner === 'self' ? node.name.text : `${owner}.${node.name.text}`;
  }
  if (ts.isBindingElement(node)) return destructuredName(node);
  if (ts.isNewExpression(node) && !node.arguments?.length) return `new ${node.expression.getText()}()`;
  return ts.isIdentifier(node) && isReference(node) ? node.text : undefined;
}

/** `Math.random` for `const { random } = Math`. */
function destructuredName({ name, propertyName, parent }: ts.BindingElement): string | undefined {
  if (!ts.isVariableDeclaration(parent.parent) || !parent.parent.initializer) return undefined;
  return `${parent.parent.initializer.getText()}.${(propertyName ?? name).getText()}`;
}

/** Whether an identifier reads a name of its scope, rather than naming a member, a property or itself. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  const isNamed =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isJsxAttribute(parent);
  return !(isNamed && parent.name === node);
}
