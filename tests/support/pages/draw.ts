import { isValidElement, type ReactNode } from 'react'

type Component = (props: Record<string, unknown>) => unknown

/** A browser's component asks for its hooks, which only a browser's React has; what it is given was drawn by the server. */
const wantsBrowser = (error: unknown) => error instanceof TypeError && /of null \(reading 'use/.test(error.message)

/** Draws a page as the server does, to the end of every component that runs there: whoever asks the database in there has asked. */
export async function draw(node: unknown): Promise<void> {
  if (Array.isArray(node)) {
    for (const each of node) await draw(each)
    return
  }
  if (node instanceof Promise) return draw(await node)
  if (!isValidElement<Record<string, unknown>>(node as ReactNode)) return
  const { type, props } = node as { type: unknown; props: Record<string, unknown> }
  if (typeof type === 'function')
    try {
      return await draw(await (type as Component)(props))
    } catch (error) {
      if (!wantsBrowser(error)) throw error
    }
  for (const value of Object.values(props)) await draw(value)
}
