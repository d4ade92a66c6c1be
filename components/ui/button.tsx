'use client'

import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonVariant, buttonClass } from './button-class'
import { Icon, type IconName } from './icon'

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
