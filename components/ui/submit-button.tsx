'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonVariant, buttonClass } from './button-class'
import { useHeld } from './form-hold'

/**
 * Says what it is doing while the form is under way; the consequence stands below it. While the form is held back it can
 * be reached and pressed, and the reason is read out: a dead button says nothing.
 */
export function SubmitButton({
  children,
  pendingLabel,
  consequence,
  variant = 'primary',
  name,
  value,
  formAction,
  disabled = false,
}: {
  children: ReactNode
  pendingLabel: string
  consequence?: ReactNode
  variant?: ButtonVariant
  name?: string
  value?: string
  /** Where this button sends the form, if not where the form goes. */
  formAction?: (form: FormData) => void
  disabled?: boolean
}) {
  const { pending } = useFormStatus()
  const { words, noteId } = useHeld()
  return (
    <>
      <button
        type="submit" name={name} value={value} formAction={formAction} disabled={disabled || pending} aria-busy={pending} className={buttonClass(variant)}
        {...(words ? { 'aria-disabled': true, 'aria-describedby': noteId } : {})}
      >
        {pending ? pendingLabel : children}
      </button>
      {consequence && <span className="order-last block basis-full text-sm text-muted">{consequence}</span>}
    </>
  )
}
