export type SendAnswer = { id?: string; message?: string }

type Told = { files?: { id: string }[]; refused?: { message: string }[]; message?: string }

/** Sends one file and tells how far it has come; a broken line, or one given up, is an answer without words. */
export function sendFile(file: File, onProgress: (percent: number) => void, givenUp: AbortSignal): Promise<SendAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.set('file', file)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.round((loaded / total) * 100) : 0)
    request.onload = () => resolve(read(request.responseText))
    request.onerror = () => resolve({})
    request.onabort = () => resolve({})
    if (givenUp.aborted) return resolve({})
    givenUp.addEventListener('abort', () => request.abort())
    request.open('POST', '/api/files')
    request.send(form)
  })
}

function read(text: string): SendAnswer {
  try {
    const told = JSON.parse(text) as Told
    return { id: told.files?.[0]?.id, message: told.refused?.[0]?.message ?? told.message }
  } catch {
    return {}
  }
}
