/**
 * A title in double quotation marks, those within it single ones, as American usage has it: the comma or full stop stands inside, and is left out behind a
 * mark that ends a sentence itself.
 */
export function inQuotes(title: string, mark: '.' | ','): string {
  const inner = title
    .replace(/[“„]/g, '‘')
    .replace(/”/g, '’')
    .replace(/(^|[\s([{—–-])"/g, '$1‘')
    .replaceAll('"', '’');
  return `“${inner}${/[.,?!…。！？؟]’?$/u.test(inner) ? '' : mark}”`;
}
