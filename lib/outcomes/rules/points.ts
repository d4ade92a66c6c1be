import { linesOf } from '@/lib/platform/lines'

const longest = 200
const most = 9999

/** `滨河路西段飞线充电｜3`: a point a line, how many it counts after a bar; one where nothing is said. Null names a line that is wrong. */
export function pointsOf(text: string): { name: string; count: number }[] | null {
  const points = linesOf(text).map((line) => {
    const [name = '', count = '1'] = line.split(/[|｜]/).map((part) => part.trim())
    return { name, count: /^\d{1,4}$/.test(count) ? Number(count) : 0 }
  })
  return points.length > 0 && points.every(({ name, count }) => name !== '' && name.length <= longest && count > 0 && count <= most) ? points : null
}
