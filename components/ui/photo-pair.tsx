import type { ReactNode } from 'react'
import { Icon } from './icon'

export type Photo = { src: string; alt: string; caption?: ReactNode }

/** The same place before and after, side by side also on a phone. A missing one says so. */
export function PhotoPair({ before, after, labels }: {
  before?: Photo
  after?: Photo
  labels: { before: string; after: string; missing: string }
}) {
  return (
    <div className="grid max-w-xl grid-cols-2 gap-2">
      <PhotoCard photo={before} label={labels.before} missing={labels.missing} />
      <PhotoCard photo={after} label={labels.after} missing={labels.missing} />
    </div>
  )
}

/** `picture`, because the address needs the reader's own session and must not pass an optimiser. */
export function PhotoCard({ photo, label, missing }: { photo?: Photo; label?: string; missing: string }) {
  return (
    <figure className="min-w-0 rounded-md border border-line bg-sunken">
      {photo ? (
        <a href={photo.src} className="block">
          <picture>
            <img src={photo.src} alt={photo.alt} loading="lazy" width={480} height={360} className="aspect-4/3 w-full rounded-t-md object-cover" />
          </picture>
        </a>
      ) : (
        <div className="flex aspect-4/3 flex-col items-center justify-center gap-1 text-sm text-muted">
          <Icon name="photo" size={24} />
          {missing}
        </div>
      )}
      <figcaption className="rounded-b-md border-t border-line bg-surface px-2 py-1 text-sm">
        {label && <span className="mr-2 font-medium">{label}</span>}
        {photo?.caption && <span className="text-muted">{photo.caption}</span>}
      </figcaption>
    </figure>
  )
}
