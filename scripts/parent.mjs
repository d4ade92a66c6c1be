// Loaded before the program proper (node --import): it ends when the launcher's pipe closes, which
// also happens when the launcher is killed and can tell nobody.
const PATIENCE = 5000

function end() {
  setTimeout(() => process.exit(0), PATIENCE).unref()
  process.kill(process.pid, 'SIGTERM')
}

process.stdin.once('close', end).on('error', () => {}).resume()
// Watching must not keep a program alive that has done its work.
process.stdin.unref?.()
