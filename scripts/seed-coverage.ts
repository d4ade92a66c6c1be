import { writeFileSync } from 'node:fs'
import { countsOf, coverageDocument, coverageFile, coverageRows, seedLines, titlesInSources, titlesPassed } from '../tests/support/seed-coverage'

// Written from what passed in the last `npm test`; `--from-sources` takes the titles as they stand, and the document says so.
const fromSources = process.argv.includes('--from-sources')
const titles = fromSources ? titlesInSources() : titlesPassed()
if (titles === null) {
  console.error('No reports of a whole run: run `npm test` first, or `npm run -s seed-coverage -- --from-sources`.')
  process.exit(1)
}
const rows = coverageRows(seedLines(), titles)
writeFileSync(coverageFile, coverageDocument(rows, fromSources ? 'titles' : 'run'))
console.log(countsOf(rows))
