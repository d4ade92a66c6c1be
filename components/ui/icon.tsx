'use client'

/** Line drawings on a 16 × 16 grid, in the colour of the text beside them. */
const drawings = {
  arrowLeft: 'M9.5 3.5 5 8l4.5 4.5',
  arrowRight: 'M6.5 3.5 11 8l-4.5 4.5',
  badge: 'M8 1.5 13 4v4.5L8 14.5 3 8.5V4zM8 5v3M6.5 6.5h3',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3zM6.5 12.5a1.5 1.5 0 0 0 3 0',
  book: 'M8 3.5C6.5 2.5 4 2.5 2 3v10c2-.5 4.5-.5 6 .5 1.5-1 4-1 6-.5V3c-2-.5-4.5-.5-6 .5v10',
  building: 'M3 14V2.5h7V14M10 6h3v8M1.5 14h13M5.5 5.5h2M5.5 8h2M5.5 10.5h2',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  camera: 'M2 5h3l1-1.5h4L11 5h3v8H2zM8 6.5a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6',
  chart: 'M2.5 13.5h11M4 13.5V9M8 13.5V3.5M12 13.5V6.5',
  check: 'M3 8.5 6.5 12 13 4.5',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v3.3l2.2 1.4',
  coin: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5.5 5 8 8l2.5-3M8 8v3.5M6 9h4',
  columns: 'M2 6 8 2l6 4zM3.5 6v6M6.5 6v6M9.5 6v6M12.5 6v6M2 13.5h12',
  cross: 'M4 4l8 8M12 4l-8 8',
  desk: 'M2.5 3h11v7h-11zM8 10v3M5 13.5h6',
  download: 'M8 2.5v7.5M5 7.5l3 3 3-3M3 13.5h10',
  error: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v3.5M8 10.8v.2',
  filter: 'M2.5 3.5h11L9.5 8.5v4l-3 1v-5z',
  flag: 'M3.5 14V2.5M3.5 3h9l-2 3 2 3h-9',
  folder: 'M1.5 4h4.5l1.5 1.5h7V13h-13z',
  gavel: 'M7 3l4 4M5.5 4.5l4 4M8.5 5.5 2.5 12M9 13.5h5M6.3 2.2l5.5 5.5',
  house: 'M2 8l6-5 6 5M4 7v6.5h8V7M6.5 13.5V10h3v3.5',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7.5v3.5M8 5v.2',
  letter: 'M2 3.5h12v9H2zM2 4.5l6 4.5 6-4.5',
  link: 'M6.5 9.5l3-3M7 5l1.5-1.5a2.5 2.5 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.5 2.5 0 0 1-4-4L5 7',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  paper: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 7.5h5M5.5 9.5h5M5.5 11.5h3',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  people: 'M6 3a2.2 2.2 0 1 0 0 4.4A2.2 2.2 0 0 0 6 3M2 13c0-2.5 1.6-4 4-4s4 1.5 4 4M10.5 3.5a2 2 0 0 1 0 3.8M11.5 9.2c1.6.4 2.5 1.8 2.5 3.8',
  person: 'M8 2.5a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2M3 13.5c0-2.8 2-4.5 5-4.5s5 1.7 5 4.5',
  photo: 'M2 3h12v10H2zM2.5 11.5l3.5-4 2.5 3 2-2 3 3M10.5 5.5v.2',
  pin: 'M8 14S3.5 9.8 3.5 6.3a4.5 4.5 0 0 1 9 0C12.5 9.8 8 14 8 14M8 5v2.5',
  plus: 'M8 3v10M3 8h10',
  print: 'M4.5 6V2h7v4M4.5 11.5h-3V6h13v5.5h-3M4.5 9.5h7V14h-7z',
  scales: 'M8 2v11.5M5 13.5h6M3 4h10M3 4 1.5 9h3zM13 4l-1.5 5h3z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3 14 14',
  seal: 'M6 2.5h4v3l-1 2v1.5h3.5V12h-9V9H7V7.5l-1-2zM3.5 14h9',
  settings: 'M2.5 4.5h6M11.5 4.5h2M10 3v3M2.5 11.5h2M7.5 11.5h6M6 10v3',
  shield: 'M8 1.5 13.5 3.5v4c0 3.5-2.3 5.800-5.5 7-3.200-1.200-5.5-3.5-5.5-7v-4z',
  swap: 'M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13',
  upload: 'M8 10.5V3M5 5.5l3-3 3 3M3 13.5h10',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.700v.2',
} as const

export type IconName = keyof typeof drawings

/** Decoration beside words; give `label` only where it stands alone. */
export function Icon({ name, label, size = 16 }: { name: IconName; label?: string; size?: 16 | 20 | 24 | 32 }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} className="icon" {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      <path d={drawings[name]} />
    </svg>
  )
}
