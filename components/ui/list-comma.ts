import { getTranslations } from 'next-intl/server'

/** What stands between the words of a list: 、 or a comma, as the reader's language has it. */
export const listComma = async (): Promise<string> => (await getTranslations('common'))('listComma')
