import type { ComponentProps, ReactNode } from 'react'

/**
 * One column. `hidden` holds what travels unseen, such as a request id and a row's version. The browser's own
 * bubbles are off: what is wrong is said at the field and in the summary.
 */
export function Form({
  hidden = {},
  children,
  width = 'form',
  ...rest
}: {
  hidden?: Readonly<Record<string, string | number>>
  children: ReactNode
  width?: 'form' | 'full'
} & Omit<ComponentProps<'form'>, 'className' | 'style' | 'hidden'>) {
  return (
    <form noValidate {...rest} className={`flex flex-col gap-6 ${width === 'form' ? 'max-w-2xl' : ''}`}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

export function FormSection({ title, help, children }: { title: ReactNode; help?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-5 border-t border-line pt-4">
      <legend className="float-left w-full text-lg font-semibold">{title}</legend>
      {help && <p className="clear-both -mt-3 text-sm text-muted">{help}</p>}
      {children}
    </fieldset>
  )
}

/** Fields that belong side by side, where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">{children}</div>
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line pt-4">{children}</div>
}
