'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonVariant, buttonClass } from './button'

/** Says what it is doing while the form is under way; the consequence stands below it. */
export function SubmitButton({
  children,
  pendingLabel,
  consequence,
  variant = 'primary',
  name,
  value,
  disabled = false,
}: {
  children: ReactNode
  pendingLabel: string
  consequence?: ReactNode
  variant?: ButtonVariant
  name?: string
  value?: string
  disabled?: boolean
}) {
  const { pending } = useFormStatus()
  return (
    <>
      <button type="submit" name={name} value={value} disabled={disabled || pending} aria-busy={pending} className={buttonClass(variant)}>
        {pending ? pendingLabel : children}
      </button>
      {consequence && <span className="order-last block basis-full text-sm text-muted">{consequence}</span>}
    </>
  )
}
