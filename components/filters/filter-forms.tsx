'use client'

import { useActionState, useId } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { editFilter, saveFilter } from '@/lib/filters/actions'

export type FilterWords = Readonly<Record<'save' | 'saveButton' | 'name' | 'manage' | 'rename' | 'delete', string>>

/** The filter as it stands, under a name. Works before scripts load. */
export function SaveFilter({ list, query, words }: { list: string; query: Readonly<Record<string, string>>; words: FilterWords }) {
  const [state, submit] = useActionState(saveFilter, {})
  const id = useId()
  return (
    <details className="text-sm" open={state.message !== undefined}>
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-link">{words.save}</summary>
      <form action={submit} className="mt-2 flex flex-wrap items-end gap-2">
        <input type="hidden" name="list" value={list} />
        {Object.entries(query).map(([key, value]) => <input key={key} type="hidden" name={`query.${key}`} value={value} />)}
        <div className="flex flex-col">
          <label htmlFor={id} className="text-muted">{words.name}</label>
          <input id={id} name="name" required maxLength={20} className="control w-48" />
        </div>
        <button type="submit" className={buttonClass('secondary')}>{words.saveButton}</button>
        <Wrong message={state.message} />
      </form>
    </details>
  )
}

export function ManageFilters({ saved, words }: { saved: readonly { id: string; name: string }[]; words: FilterWords }) {
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-link">{words.manage}</summary>
      <ul className="mt-2 flex flex-col gap-2">
        {saved.map((filter) => <li key={filter.id}><EditFilter filter={filter} words={words} /></li>)}
      </ul>
    </details>
  )
}

function EditFilter({ filter: { id, name }, words }: { filter: { id: string; name: string }; words: FilterWords }) {
  const [state, submit] = useActionState(editFilter, {})
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={id} />
      <input name="name" aria-label={`${words.name} ${name}`} defaultValue={name} required maxLength={20} className="control w-48" />
      <button type="submit" name="what" value="rename" className={buttonClass('secondary')} aria-label={`${words.rename} ${name}`}>{words.rename}</button>
      <button type="submit" name="what" value="delete" className={buttonClass('secondary')} aria-label={`${words.delete} ${name}`}>{words.delete}</button>
      <Wrong message={state.message} />
    </form>
  )
}

const Wrong = ({ message }: { message: string | undefined }) => (message ? <p role="alert" className="text-red">{message}</p> : null)
