import Link from 'next/link'

export type LinkChoice = { readonly href: string; readonly name: string; readonly help: string }

/** What may be begun, each an address of its own with what it is for. */
export function LinkChoices({ choices }: { choices: readonly LinkChoice[] }) {
  return (
    <ul className="flex max-w-3xl flex-col divide-y divide-line">
      {choices.map(({ href, name, help }) => (
        <li key={href} className="py-3">
          <Link className="font-medium text-link" href={href}>{name}</Link>
          <p className="text-muted">{help}</p>
        </li>
      ))}
    </ul>
  )
}
