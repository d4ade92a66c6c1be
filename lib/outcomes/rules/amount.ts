const written = /^\d{1,11}(\.\d+)?$/

/** `21.56` with a scale of two is 2156; null where it is no such number or finer than is kept. Never through a float. */
export function amountOf(text: string, scale: number): bigint | null {
  const [whole = '', behind = ''] = text.replaceAll(/[,，\s]/g, '').split('.')
  if (!written.test(behind ? `${whole}.${behind}` : whole) || behind.length > scale) return null
  const amount = BigInt(whole + behind.padEnd(scale, '0'))
  return amount > 0n ? amount : null
}

/** As people write it: noughts at the end of land and areas are dropped by whoever wants, never here. */
export function amountText(amount: bigint, scale: number): string {
  const digits = amount.toString().padStart(scale + 1, '0')
  const [whole, behind] = [digits.slice(0, digits.length - scale), digits.slice(digits.length - scale)]
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${scale > 0 ? `.${behind}` : ''}`
}
