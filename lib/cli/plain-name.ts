/** Whether a file is plain text by its name, whatever it begins with. */
export function isPlainText(path: string): boolean {
  return /\.(?:txt|text)(?:\.gz)?$/i.test(path);
}
