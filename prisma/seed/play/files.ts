import { Readable } from 'node:stream'
import { storeIncoming } from '@/lib/platform/files'
import { person } from './act'
import { drawPicture, type Scene } from './drawings'

/** Bytes on their way in, as an upload of this person's. */
export async function store(login: string, name: string, purpose: string, bytes: Buffer): Promise<string> {
  const answer = await storeIncoming(await person(login), { name, purpose, content: Readable.from([bytes]) })
  if (!answer.ok) throw new Error(`${name}: ${answer.fault}`)
  return answer.file.id
}

type Shot = { readonly name: string; readonly scene: Scene; readonly state?: 'before' | 'after' | 'plain' }

/** A drawing in place of a photograph; `name` says what it shows. */
export const storePicture = (login: string, { name, scene, state = 'plain' }: Shot): Promise<string> =>
  store(login, `${name}（示意图）.png`, 'photograph', drawPicture(name, scene, state))

/** The same place before and after. */
export async function storePair(login: string, name: string, scene: Scene): Promise<{ beforeFileId: string; afterFileId: string }> {
  return {
    beforeFileId: await storePicture(login, { name: `${name} 整改前`, scene, state: 'before' }),
    afterFileId: await storePicture(login, { name: `${name} 整改后`, scene, state: 'after' }),
  }
}

/** A page of paper, as scanned: text only, no seal is drawn. */
export const storeScan = (login: string, name: string, lines: readonly string[]): Promise<string> =>
  store(login, `${name}.pdf`, 'scan', scanOf([...lines, '（样例：演示数据，与真实单位无关，未绘制印章）']))

function scanOf(lines: readonly string[]): Buffer {
  const wrapped = lines.flatMap((line) => line.match(/.{1,34}/gu) ?? [''])
  const text = wrapped.map((line) => `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj T*`).join('\n')
  const content = `BT /F1 13 Tf 20 TL 62 770 Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = file.length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
