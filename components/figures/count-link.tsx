import Link from 'next/link'

/** A number that opens the rows it counted; nothing to open where there are none. */
export function CountLink({ href, count, label }: { href: string; count: number; label?: string }) {
  if (count === 0) return 0
  return <Link prefetch={false} href={href} aria-label={label && `${label} ${count}`} className="count-link">{count}</Link>
}
