import type { UnitKind } from '@/lib/platform/roles'

// Fictional places on unassigned codes; no real government is meant.
export type Place = { key: string; code: string; name: string; shortName: string; parent: string | null; agencies: readonly string[]; townships: Readonly<Record<string, string>> }

export type AgencyForm = 'own' | 'branch' | 'vertical'
/** `code` is the end of its 代字: 澧源 + 水. */
type Body = { name: string; code: string; kind?: UnitKind; domains?: readonly string[]; form?: AgencyForm }

/** Bodies of a county by key; `{place}` and `{city}` are filled in. A branch's parent is the city's body of the same key. */
export const bodies: Readonly<Record<string, Body>> = {
  procuratorate: { name: '{place}人民检察院', code: '检', kind: 'procuratorate' },
  court: { name: '{place}人民法院', code: '法', kind: 'court' },
  justice: { name: '{place}司法局', code: '司', kind: 'justiceBureau' },
  ruleOfLaw: { name: '中共{place}委全面依法治{seat}委员会办公室', code: '法办', kind: 'ruleOfLawOffice' },
  office: { name: '{place}人民政府办公室', code: '政办', kind: 'government' },
  finance: { name: '{place}财政局', code: '财', kind: 'finance', domains: ['stateProperty'] },
  congress: { name: '{place}人大常委会监察和司法工作委员会', code: '人监司', kind: 'congress' },
  discipline: { name: '{place}监察委员会', code: '监', kind: 'discipline' },
  politicsLaw: { name: '中共{place}委政法委员会', code: '政法', kind: 'partyCommittee' },
  police: { name: '{city}公安局{short}分局', code: '公', kind: 'publicSecurity', form: 'branch', domains: ['telecomFraud', 'personalInformation', 'minors'] },
  cityPolice: { name: '{place}公安局', code: '公', kind: 'publicSecurity', form: 'own', domains: ['telecomFraud', 'personalInformation', 'minors'] },
  water: { name: '{place}水利局', code: '水', domains: ['environment'] },
  health: { name: '{place}卫生健康局', code: '卫', domains: ['foodAndDrug', 'environment'] },
  housing: { name: '{place}住房和城乡建设局', code: '建', domains: ['workSafety', 'accessibility', 'environment', 'foodAndDrug'] },
  environment: { name: '{city}生态环境局{short}分局', code: '环', form: 'branch', domains: ['environment'] },
  transport: { name: '{place}交通运输局', code: '交', domains: ['workSafety', 'accessibility'] },
  market: { name: '{place}市场监督管理局', code: '市监', domains: ['foodAndDrug', 'workSafety', 'personalInformation'] },
  urban: { name: '{place}城市管理和综合执法局', code: '城管', domains: ['environment', 'accessibility', 'workSafety'] },
  farming: { name: '{place}农业农村局', code: '农', domains: ['farmProduce', 'environment', 'foodAndDrug'] },
  resources: { name: '{city}自然资源和规划局{short}分局', code: '自然资', form: 'branch', domains: ['environment', 'landUse'] },
  cityResources: { name: '{place}自然资源和规划局', code: '自然资', domains: ['environment', 'landUse'] },
  emergency: { name: '{place}应急管理局', code: '应急', domains: ['workSafety'] },
  education: { name: '{place}教育局', code: '教', domains: ['minors', 'foodAndDrug'] },
  culture: { name: '{place}文化广电和旅游局', code: '文旅', domains: ['relics', 'minors'] },
  forestry: { name: '{place}林业局', code: '林', domains: ['environment'] },
  civil: { name: '{place}民政局', code: '民', domains: ['minors', 'heroes'] },
  veterans: { name: '{place}退役军人事务局', code: '退役', domains: ['heroes', 'military'] },
  labour: { name: '{place}人力资源和社会保障局', code: '人社', domains: ['stateProperty', 'women'] },
  insurance: { name: '{place}医疗保障局', code: '医保', domains: ['stateProperty', 'foodAndDrug'] },
  development: { name: '{place}发展和改革局', code: '发改', domains: ['stateProperty'] },
  industry: { name: '{place}工业和信息化局', code: '工信', domains: ['workSafety', 'telecomFraud'] },
  commerce: { name: '{place}商务局', code: '商', domains: ['workSafety'] },
  audit: { name: '{place}审计局', code: '审', domains: ['stateProperty'] },
  statistics: { name: '{place}统计局', code: '统' },
  science: { name: '{place}科学技术局', code: '科' },
  sports: { name: '{place}体育局', code: '体', domains: ['accessibility'] },
  data: { name: '{place}数据局', code: '数', domains: ['personalInformation'] },
  petitions: { name: '{place}信访局', code: '信访' },
  ethnic: { name: '{place}民族宗教事务局', code: '民宗' },
  assets: { name: '{place}国有资产监督管理局', code: '国资', domains: ['stateProperty'] },
  parks: { name: '{place}园林绿化局', code: '园', domains: ['environment'] },
  relics: { name: '{place}文物局', code: '文物', domains: ['relics', 'heroes'] },
  defence: { name: '{place}国防动员办公室', code: '国动', domains: ['military'] },
  investment: { name: '{place}投资促进局', code: '投促' },
  approval: { name: '{place}行政审批服务局', code: '审批' },
  zone: { name: '{place}经济开发区管理委员会', code: '经开', domains: ['environment', 'workSafety'] },
  tax: { name: '国家税务总局{city}{place}税务局', code: '税', form: 'vertical', domains: ['stateProperty'] },
  fire: { name: '{place}消防救援大队', code: '消', form: 'vertical', domains: ['workSafety'] },
  weather: { name: '{place}气象局', code: '气', form: 'vertical', domains: ['workSafety'] },
  tobacco: { name: '{place}烟草专卖局', code: '烟', form: 'vertical', domains: ['minors'] },
}

const core = ['procuratorate', 'court', 'justice', 'office', 'finance', 'water', 'health', 'housing', 'environment', 'transport', 'market', 'urban', 'farming', 'emergency']
const usual = [...core, 'education', 'culture', 'forestry', 'civil', 'veterans', 'labour', 'tax', 'fire']

export const places: readonly Place[] = [
  { key: 'province', code: '99', name: '示范省', shortName: '示范省', parent: null, agencies: [], townships: {} },
  { key: 'shifan', code: '9901', name: '示范市', shortName: '示范', parent: '99', agencies: [], townships: {} },
  {
    key: 'liyuan', code: '990101', name: '澧源区', shortName: '澧源', parent: '9901',
    agencies: [...usual, 'police', 'resources', 'commerce', 'insurance'],
    townships: { linjiang: '临江街道办事处', taoping: '桃坪街道办事处', shaxi: '沙溪镇人民政府', liuhe: '柳河镇人民政府', yunling: '云岭镇人民政府', shitang: '石塘乡人民政府' },
  },
  {
    key: 'jinli', code: '990102', name: '津澧市', shortName: '津澧', parent: '9901',
    agencies: [...usual, 'ruleOfLaw', 'discipline', 'congress', 'cityPolice', 'cityResources', 'industry'],
    townships: { jiangan: '江岸里街道办事处', hepu: '荷浦镇人民政府', maoxi: '茅汐镇人民政府', baitan: '柏滩镇人民政府' },
  },
  {
    key: 'lanan', code: '990103', name: '岚安市', shortName: '岚安', parent: '9901',
    agencies: [...usual, 'ruleOfLaw', 'discipline', 'congress', 'politicsLaw', 'cityPolice', 'cityResources', 'zone', 'data', 'audit'],
    townships: { haitang: '海棠街道办事处', wenfeng: '文枫街道办事处', yanzhou: '雁洲镇人民政府', lubu: '芦埠镇人民政府', qingyun: '晴云镇人民政府', taoling: '陶岭镇人民政府' },
  },
  {
    key: 'pingyun', code: '990104', name: '平云区', shortName: '平云', parent: '9901',
    agencies: [...usual, 'congress', 'police', 'resources', 'relics', 'parks'],
    townships: { yuhe: '玉禾街道办事处', cuihu: '翠湖街道办事处', songlin: '松麟乡人民政府' },
  },
  {
    key: 'menling', code: '990105', name: '门岭区', shortName: '门岭', parent: '9901',
    agencies: [
      ...usual, 'ruleOfLaw', 'police', 'resources', 'insurance', 'development', 'industry', 'commerce', 'audit', 'statistics', 'science', 'sports',
      'data', 'petitions', 'ethnic', 'assets', 'parks', 'relics', 'defence', 'investment', 'approval', 'weather', 'tobacco',
    ],
    townships: {
      huaiyin: '槐荫里街道办事处', yingbin: '映滨街道办事处', shankou: '杉口街道办事处', heyan: '禾堰街道办事处',
      yunquan: '云泉镇人民政府', songgou: '松沟镇人民政府', qingyan: '青堰镇人民政府', luping: '鹿坪镇人民政府',
      xiling: '栖岭镇人民政府', boyang: '柏洋镇人民政府', lanxi: '蓝汐镇人民政府', tanshan: '檀杉镇人民政府',
    },
  },
]

/** The city's own bodies: superiors of branches and of the procuratorates and courts below. */
export const cityBodies: Readonly<Record<string, Body>> = {
  procuratorate: { name: '示范市人民检察院', code: '检', kind: 'procuratorate' },
  court: { name: '示范市中级人民法院', code: '中法', kind: 'court' },
  justice: { name: '示范市司法局', code: '司', kind: 'justiceBureau' },
  office: { name: '示范市人民政府办公室', code: '政办', kind: 'government' },
  environment: { name: '示范市生态环境局', code: '环', domains: ['environment'] },
  resources: { name: '示范市自然资源和规划局', code: '自然资', domains: ['environment', 'landUse'] },
  police: { name: '示范市公安局', code: '公', kind: 'publicSecurity', form: 'own' },
}

export const provinceBodies: Readonly<Record<string, Body>> = { procuratorate: { name: '示范省人民检察院', code: '检', kind: 'procuratorate' } }
