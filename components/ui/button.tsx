import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type ButtonVariant = 'primary' | 'secondary' | 'plain'

const looks: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink hover:border-accent hover:text-accent',
  plain: 'border-transparent text-accent hover:bg-accent-soft',
}

const frame =
  'inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md border px-3.5 py-1 font-medium no-underline ' +
  'pointer-coarse:min-h-11 disabled:border-line disabled:bg-sunken disabled:text-muted ' +
  'aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted'

export function buttonClass(variant: ButtonVariant = 'secondary') {
  return `${frame} ${looks[variant]}`
}

type Looks = { variant?: ButtonVariant; icon?: IconName; children: ReactNode }

export function Button({ variant, icon, children, type = 'button', ...rest }: Looks & Omit<ComponentProps<'button'>, 'className' | 'style'>) {
  return (
    <button type={type} className={buttonClass(variant)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

export function LinkButton({ variant, icon, children, ...rest }: Looks & Omit<ComponentProps<typeof Link>, 'className' | 'style'>) {
  return (
    <Link className={buttonClass(variant)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
