const slug = (text: string) => text.replaceAll(/[^\w-]/g, '-')

/** The id of a field, by which errors and other places lead to it; `form` is the step where a page has several forms. */
export const fieldId = (name: string, form = '') => `field-${slug(name)}${form && `--${slug(form)}`}`
