import { script } from '../run.mjs'

/** takeStep itself, without a web server before it, as the application's role. */
export async function measureRunner({ url, ownerUrl, dataDir }, { seconds }) {
  const { output } = await script('scripts/bench/runner.ts', [String(seconds)], {
    quiet: true, env: { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir, NODE_ENV: 'production' },
  })
  return JSON.parse(output.trim().split('\n').at(-1))
}
