'use client'

import { createContext, type ReactNode, useContext } from 'react'

/**
 * The few words the browser says by itself, when no server is there to say them: that a page failed, how an upload fares. All
 * others come with what the server draws, so that no translator has to travel. `{name}` stands where a value goes.
 */
export type Words = {
  readonly error: Readonly<Record<'title' | 'body' | 'reference' | 'retry' | 'home', string>>
  readonly file: Readonly<Record<'help' | 'uploading' | 'uploaded' | 'remove' | 'cancel' | 'giveUp' | 'waitToSend' | 'readyToSend' | 'cutOff', string>>
}

const Kept = createContext<Words | null>(null)

export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <Kept value={words}>{children}</Kept>
}

export function useWords(): Words {
  const words = useContext(Kept)
  if (!words) throw new Error('No words: the layout gives them.')
  return words
}

export const withValues = (words: string, values: Readonly<Record<string, string | number>>) =>
  words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
