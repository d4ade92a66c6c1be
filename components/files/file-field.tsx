'use client'

import { useEffect, useRef, useState } from 'react'
import { useControlProps, Field, type FieldText } from '@/components/ui/field'
import { useHold } from '@/components/ui/form-hold'
import { Icon } from '@/components/ui/icon'
import { useWords, withValues } from '@/components/ui/words'
import { endings } from '@/lib/platform/files/kinds'
import { sendFile } from './send-file'

type Kept = { readonly id: string; readonly name?: string }

const idsIn = (value: string | readonly string[] | undefined) => [value ?? []].flat().filter((id) => id !== '')

/**
 * Sends files ahead as soon as they are chosen and keeps their ids in the form. Before scripts load it is a plain file
 * control under `$upload.<name>`, which the action of the step takes in itself.
 */
export function FileField({ multiple = false, value, accept = endings.join(','), ...text }: FieldText & {
  multiple?: boolean
  value?: string | readonly string[]
  accept?: string
}) {
  const { file: words } = useWords()
  const control = useRef<HTMLInputElement>(null)
  const [kept, setKept] = useState<readonly Kept[]>(() => idsIn(value).map((id) => ({ id })))
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null)
  const [refused, setRefused] = useState<readonly string[]>([])
  const underWay = useRef<AbortController>(null)
  // The control is shut while it sends, which takes the focus from it.
  const wasFocused = useRef(false)
  useEffect(() => {
    if (sending || !wasFocused.current) return
    wasFocused.current = false
    if (document.activeElement === document.body) control.current?.focus()
  }, [sending])
  // A file that is not here yet would be missing from what is sent.
  useHold(sending ? { wait: words.waitToSend, ready: words.readyToSend } : null)
  useEffect(() => () => underWay.current?.abort(), [])
  const name = multiple ? `${text.name}[]` : text.name

  // Hidden fields make no event of their own; the draft listens to this one.
  const tellForm = () => queueMicrotask(() => control.current?.dispatchEvent(new Event('input', { bubbles: true })))

  async function send(files: readonly File[]) {
    setRefused([])
    wasFocused.current = document.activeElement === control.current
    const { signal } = (underWay.current = new AbortController())
    for (const file of files) {
      if (signal.aborted) break
      setSending({ name: file.name, percent: 0 })
      const answer = await sendFile(file, (percent) => setSending({ name: file.name, percent }), signal)
      if (signal.aborted && !answer.id) break
      if (answer.id) setKept((before) => [...(multiple ? before : []), { id: answer.id!, name: file.name }])
      else setRefused((before) => [...before, `${file.name}: ${answer.message ?? words.cutOff}`])
    }
    setSending(null)
    if (control.current) control.current.value = ''
    tellForm()
  }

  const drop = (id: string) => {
    setKept((before) => before.filter((file) => file.id !== id))
    tellForm()
  }

  const error = refused.length > 0 ? refused.join(' ') : text.error
  return (
    <Field {...text} help={text.help ?? words.help} error={error}>
      <input
        {...useControlProps({ ...text, required: text.required && kept.length === 0, help: text.help ?? words.help, error })}
        ref={control}
        type="file"
        name={`$upload.${name}`}
        multiple={multiple}
        accept={accept}
        disabled={sending !== null}
        onChange={(event) => void send([...(event.target.files ?? [])])}
        className="control border-dashed file:mr-3 file:rounded-sm file:border file:border-line-strong file:bg-sunken file:px-2 file:text-ink"
      />
      <div className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        <p role="status">{sending && withValues(words.uploading, sending)}</p>
        {sending && (
          <button type="button" onClick={() => underWay.current?.abort()} aria-label={withValues(words.cancel, sending)} className="text-link min-h-8">
            {words.giveUp}
          </button>
        )}
      </div>
      {kept.length > 0 && (
        <ul className="flex flex-col gap-1">
          {kept.map(({ id, name: label = words.uploaded }) => (
            <li key={id} className="flex items-center gap-2 text-sm">
              <input type="hidden" name={name} value={id} data-draft />
              <Icon name="paper" />
              <a href={`/api/files/${id}`} className="text-link min-w-0 break-all">
                {label}
              </a>
              <button type="button" onClick={() => drop(id)} aria-label={withValues(words.remove, { name: label })} className="rounded-sm p-1 hover:bg-sunken">
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  )
}
