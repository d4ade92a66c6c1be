/** What the people of the second walk write. Fictional. */
export const clueStory = {
  title: '沙溪镇清溪河段工业废水直排线索',
  source: 'ownCase',
  domain: 'environment',
  discoveredOn: '2026-09-13',
  place: '澧源区沙溪镇清溪河下游排口',
  facts: '检察人员在办案中发现清溪河下游排口持续排放黑色废水,水面漂浮油膜并有刺鼻气味,下游两公里处为灌溉取水口,污染仍在扩大。',
  harm: '河道水质恶化,下游灌溉用水安全受到威胁,损害持续扩大。',
  urgent: true,
  penaltyKnown: 'no',
} as const

export const evaluation = {
  authenticity: '检察人员现场目击并拍摄固定。',
  verifiability: '排口位置明确,可采样检测。',
  necessity: '损害仍在扩大,有紧急监督必要。',
  inDomain: 'yes',
  competence: '排口在本区,由本院管辖。',
  outcome: 'open',
  opinion: '建议对水利、生态环境两个部门分别立案。',
  duty: '水利部门负责河道排污口的监督管理,生态环境部门负责水污染防治的监督管理。',
  legalBasis: '《中华人民共和国生态环境法典》第一千零七十六条',
} as const

export const investigation = {
  consultation: {
    topics: '排口的监督管理职责、水质恶化的后果以及应急处置方案。',
    agencyView: '对排放事实没有异议。',
    agencyPlan: '先行封堵排口,溯源查处。',
  },
  closing: {
    investigation: '现场勘查、委托采样检测、询问沿岸群众和排放单位人员。',
    duty: '依照法律规定和权责清单,负有相应的监督管理职责。',
    failure: '对长期存在的排口没有采取有效监管措施。',
    causation: '监管缺位与水质持续恶化有因果关系。',
    legalBasis: '《中华人民共和国生态环境法典》第一千零七十六条',
    opinion: '情况紧急,建议提出检察建议。',
  },
} as const

const common = {
  sourceText: '本院在履行公益诉讼检察职责中发现。',
  evidence: '现场勘查笔录及照片\n水质检测报告',
  legalBasis: '《中华人民共和国生态环境法典》第一千零七十六条',
  urgent: true,
  urgentReason: '废水持续排放,下游灌溉取水口面临污染,损害仍在扩大。',
  contact: '承办检察官',
  contactPhone: '0990-5550100',
  address: '澧源区人民检察院公益诉讼检察部',
} as const

export const letters = {
  water: {
    fields: {
      ...common,
      title: '督促清溪河排污口监督管理',
      harmFacts: '清溪河下游排口持续排放废水,水面漂浮油膜,下游两公里为灌溉取水口。',
      duty: '你局负责河道管理范围内排污口的监督管理。',
      dutyFindings: '你局没有将该排口纳入台账,也没有组织巡查和封堵。',
      reasons: '排口长期存在而无人监管,河道管理职责没有落实。',
    },
    demands: [{ fault: '排口未纳入监管', basis: '河道管理有关规定', measure: '依法处置该排口并完成河道清理', proofWanted: '封堵记录、清淤照片和水质监测报告' }],
  },
  environment: {
    fields: {
      ...common,
      title: '督促查处清溪河废水直排',
      harmFacts: '采样检测显示排放废水多项指标超标,污染持续扩大。',
      duty: '你局负责本区水污染防治的统一监督管理。',
      dutyFindings: '你局接到群众投诉后没有溯源排查,没有对排放单位立案查处。',
      reasons: '对超标排放没有依法查处,致使损害扩大。',
    },
    demands: [{ fault: '没有溯源查处', basis: '水污染防治有关规定', measure: '溯源排查并依法查处超标排放行为', proofWanted: '立案决定、处罚决定和监测报告' }],
  },
} as const
