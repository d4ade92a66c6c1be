'use client'

import Link from 'next/link'

/** Where this page stands; the last one is the page itself and leads nowhere. */
export function Breadcrumbs({ label, trail }: { label: string; trail: readonly { label: string; href?: string }[] }) {
  return (
    <nav aria-label={label} className="-mb-4 print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
        {trail.map(({ label: name, href }, index) => (
          <li key={name} className="flex items-center gap-1.5">
            {index > 0 && <span aria-hidden>/</span>}
            {href ? (
              <Link href={href} className="inline-block min-h-6 hover:text-accent hover:underline">
                {name}
              </Link>
            ) : (
              <span aria-current="page">{name}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
