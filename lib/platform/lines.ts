/** What people type as a list: one a line, without empty ones. */
export const linesOf = (text: string | undefined): string[] =>
  (text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')
