import type { Page } from '@playwright/test'

export type Screen = { readonly name: string; readonly width: number; readonly height: number; readonly letters?: string }

/**
 * What is lost or scrolls in two directions on such a screen (WCAG 1.4.4, 1.4.10): a page wider than the screen, words cut
 * off by their box, a box that scrolls and that the keyboard does not reach.
 */
export async function lostOn(page: Page, { width, height, letters = '' }: Screen): Promise<string[]> {
  await page.setViewportSize({ width, height })
  return page.evaluate(async (size) => {
    const root = document.documentElement
    root.style.fontSize = size
    // What is measured is what was drawn at this size.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const faults: string[] = []
    const wider = root.scrollWidth - root.clientWidth
    if (wider > 0) {
      const outside = [...document.body.querySelectorAll<HTMLElement>('*')].filter((box) => box.getBoundingClientRect().right > root.clientWidth + 0.5)
      // Who stands out furthest in: the boxes around it are only as wide as it makes them.
      const first = outside.filter((box) => !outside.some((other) => other !== box && box.contains(other)))
      faults.push(`${wider} px too wide: ${first.slice(0, 3).map((box) => `${box.tagName.toLowerCase()}.${box.className} "${(box.textContent ?? '').trim().slice(0, 40)}"`).join(', ')}`)
    }
    for (const box of document.body.querySelectorAll<HTMLElement>('*')) {
      const over = { x: box.scrollWidth - box.clientWidth > 1, y: box.scrollHeight - box.clientHeight > 1 }
      if ((!over.x && !over.y) || box.clientWidth <= 1 || box.matches('select, input, textarea, svg *')) continue
      const { overflowX, overflowY, clipPath } = getComputedStyle(box)
      // Only for those who listen, such as the way past the menu until it has the focus.
      if (clipPath !== 'none') continue
      const words = `${box.tagName.toLowerCase()}.${box.className} "${(box.textContent ?? '').trim().slice(0, 20)}"`
      const cut = (way: string) => ['hidden', 'clip'].includes(way)
      // What a title says in full may be cut short where it is drawn.
      if (((over.x && cut(overflowX)) || (over.y && cut(overflowY))) && !box.title) faults.push(`cuts off ${words}`)
      const scrolls = (over.x && ['auto', 'scroll'].includes(overflowX)) || (over.y && ['auto', 'scroll'].includes(overflowY))
      if (scrolls && box.tabIndex < 0 && !box.querySelector('a, button, input, select, textarea, summary')) faults.push(`scrolls out of reach: ${words}`)
    }
    root.style.fontSize = ''
    return faults
  }, letters)
}
