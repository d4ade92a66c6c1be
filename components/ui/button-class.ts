export type ButtonVariant = 'primary' | 'secondary' | 'plain'

/** For what must be a link or a button of its own kind; its look stands in marks.css. */
export const buttonClass = (variant: ButtonVariant = 'secondary') => (variant === 'plain' ? 'button' : `button button-${variant}`)
