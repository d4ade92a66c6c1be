export * from '../recommendations/ground'

/** 2027 as a notice might arrange it: every statutory festival, and days around them. */
export const notice2027 = [
  '2027-01-01 2027-01-03 元旦 放假',
  '2027-02-05 2027-02-11 春节 放假',
  '2027-02-20 上班',
  '2027-03-20 上班',
  '2027-04-03 2027-04-05 清明节 放假',
  '2027-05-01 2027-05-05 劳动节 放假',
  '2027-06-09 端午节 放假',
  '2027-09-15 中秋节 放假',
  '2027-10-01 2027-10-07 国庆节 放假',
].join('\n')

export const admin = 'province.admin'

export const yearInput = (days = notice2027) => ({ year: '2027', title: '关于2027年部分节假日安排的通知', number: '示例〔2026〕1号', days })
