import { Section } from '@/components/ui/section'

/** Files of a record, to read or to take along. */
export function FileTable({ title, files, empty }: { title: string; files: readonly { readonly id: string; readonly name: string }[]; empty: string }) {
  return (
    <Section title={title} count={files.length}>
      {files.length === 0 ? <p className="text-muted">{empty}</p> : (
        <ul className="flex flex-col gap-1">
          {files.map(({ id, name }) => <li key={id}><a className="inline-block min-h-6 text-link" href={`/api/files/${id}`} download>{name}</a></li>)}
        </ul>
      )}
    </Section>
  )
}
