/** The product's mark: two strokes that meet, a promise and its keeping. */
export function Brand({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-semibold whitespace-nowrap text-ink">
      <svg viewBox="0 0 24 24" width={24} height={24} aria-hidden focusable="false" className="text-accent">
        <rect width="24" height="24" rx="5" fill="currentColor" />
        <path d="M6 15.5 10.5 6.5M13.5 6.5 18 15.5M8 17.5h8" fill="none" stroke="var(--on-accent)" strokeWidth="2" strokeLinecap="round" />
      </svg>
      {name}
    </span>
  )
}
