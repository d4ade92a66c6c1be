// COPY over pg's own connection: enough below its documented surface to need no other package.

/** COPY … TO STDOUT into a stream, no faster than it takes it; answers the number of rows and ends the stream. */
export function copyOut(client, sql, sink) {
  return new Promise((resolve, reject) => {
    let rows = 0
    client.query({
      submit: (connection) => void connection.query(sql),
      handleCopyData({ chunk }, { stream }) {
        // A copy: the connection reads its next bytes into the same memory.
        if (sink.write(Buffer.from(chunk)) || stream.isPaused()) return
        stream.pause()
        sink.once('drain', () => stream.resume())
      },
      handleCommandComplete: ({ text }) => void (rows = Number(text.split(' ')[1])),
      handleReadyForQuery({ stream }) {
        // What had arrived already was handed on while paused, and a stream that ends drains no more.
        stream.resume()
        sink.end(() => resolve(rows))
      },
      handleError: (error) => sink.destroy(error) && reject(error),
    })
  })
}

/** COPY … FROM STDIN out of a stream; answers the number of rows. */
export async function copyIn(client, sql, source) {
  let connection
  let rows = 0
  let begun
  const begins = new Promise((resolve) => (begun = resolve))
  const ends = new Promise((resolve, reject) => {
    client.query({
      submit: (given) => void (connection = given).query(sql),
      handleCopyInResponse: () => begun(),
      handleCommandComplete: ({ text }) => void (rows = Number(text.split(' ')[1])),
      handleReadyForQuery: () => resolve(),
      handleError: (error) => reject(error),
    })
  })
  let failed = false
  ends.catch(() => (failed = true))
  await Promise.race([begins, ends])
  try {
    for await (const chunk of source) {
      if (failed) break
      connection.sendCopyFromChunk(chunk)
      const { stream } = connection
      if (stream.writableNeedDrain) await Promise.race([ends, new Promise((resolve) => stream.once('drain', resolve))])
    }
    connection.endCopyFrom()
  } catch (error) {
    connection.sendCopyFail(error.message)
    await ends.catch(() => {})
    throw error
  }
  await ends
  return rows
}
