/** Kilobytes of script, gzip, of the page with the most; `pages` are their HTML. */
export function heaviestScripts(address: string, pages: readonly string[]): Promise<number>
