export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { markSources } = await import('./lib/platform/source-address')
  markSources()
}
