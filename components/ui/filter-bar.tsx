'use client'

import Link from 'next/link'
import { buttonClass } from './button-class'
import type { Option } from './field'
import { fieldId } from './field-id'
import { Icon } from './icon'
import { hrefWith, type Query } from './query'

export type FilterField = { name: string; label: string } & (
  | { kind: 'text' | 'date'; placeholder?: string }
  | { kind: 'select'; options: readonly Option[]; empty: string }
)

export type FilterLabels = { bar: string; apply: string; clear: string; active: string; remove: string }

/**
 * A plain GET form: the state lives in the address, so a filtered list can be sent, marked and gone back to. On a phone it
 * is folded, and what is chosen stands below it in words.
 */
export function FilterBar({
  path,
  fields,
  query,
  keep = [],
  labels,
}: {
  path: string
  fields: readonly FilterField[]
  query: Query
  /** Names that stay when the filter changes, such as the order or the tab. */
  keep?: readonly string[]
  labels: FilterLabels
}) {
  const kept: Query = Object.fromEntries(keep.map((name) => [name, query[name]]))
  const chosen: Query = Object.fromEntries(fields.map(({ name }) => [name, query[name]]))
  const active = fields.filter(({ name }) => query[name])
  return (
    <search aria-label={labels.bar} className="flex flex-col gap-2 print:hidden">
      <details className="filter-fold">
        <summary className={`list-none [&::-webkit-details-marker]:hidden ${buttonClass('secondary')}`}>
          <Icon name="filter" />
          {labels.bar}
          {active.length > 0 && `(${active.length})`}
        </summary>
        <form action={path} method="get" className="flex flex-wrap items-end gap-x-3 gap-y-2 max-sm:mt-2">
          {keep.map((name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />)}
          {fields.map((field) => (
            <FilterControl key={field.name} field={field} value={query[field.name] ?? ''} />
          ))}
          <button type="submit" className={buttonClass('secondary')}>
            <Icon name="filter" />
            {labels.apply}
          </button>
        </form>
      </details>
      {active.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-muted">{labels.active}</span>
          {active.map((field) => (
            <Link
              key={field.name}
              href={hrefWith(path, { ...kept, ...chosen }, { [field.name]: undefined })}
              className="inline-flex min-h-6 items-center gap-1 rounded-md bg-accent-soft px-2 text-accent-strong hover:underline"
            >
              <span className="sr-only">{labels.remove}</span>
              {field.label}：{shownValue(field, query[field.name] ?? '')}
              <Icon name="cross" />
            </Link>
          ))}
          <Link href={hrefWith(path, kept)} className="text-link">
            {labels.clear}
          </Link>
        </div>
      )}
    </search>
  )
}

function shownValue(field: FilterField, value: string) {
  return field.kind === 'select' ? (field.options.find((option) => option.value === value)?.label ?? value) : value
}

function FilterControl({ field, value }: { field: FilterField; value: string }) {
  const id = `filter-${fieldId(field.name)}`
  return (
    <div className={`flex min-w-0 flex-col ${field.kind === 'text' ? 'w-full sm:w-56' : 'w-[calc(50%-0.375rem)] sm:w-40'}`}>
      <label htmlFor={id} className="text-sm text-muted">
        {field.label}
      </label>
      {field.kind === 'select' ? (
        <select id={id} name={field.name} defaultValue={value} key={value} className="control">
          <option value="">{field.empty}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          key={value}
          type={field.kind === 'date' ? 'date' : 'search'}
          name={field.name}
          defaultValue={value}
          placeholder={field.placeholder}
          className="control"
        />
      )}
    </div>
  )
}
