import Link from 'next/link'

export type Tab = { href: string; label: string; count?: number | string; current?: boolean }

/** Links between the views of one record; the open one is marked. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-1">
        {tabs.map(({ href, label: name, count, current = false }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? 'page' : undefined}
              className="-mb-px inline-flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-3 whitespace-nowrap text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-accent"
            >
              {name}
              {count !== undefined && <span className="text-sm text-muted">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
