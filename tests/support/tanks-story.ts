/** What the people of the first walk write. Fictional. */
export const clueStory = {
  title: '桃坪街道三处小区二次供水水箱长期未清洗消毒线索',
  source: 'courtTrial',
  domain: 'foodAndDrug',
  discoveredOn: '2026-02-27',
  place: '澧源区桃坪街道桃源小区等三处小区',
  facts: '本院在审理物业服务合同纠纷案件中发现,桃坪街道三处小区二次供水水箱三年以上没有清洗消毒,没有水质检测记录,居民饮用水存在安全隐患。',
  harm: '三处小区约两千户居民饮用水安全受到威胁。',
  relatedJudgment: '民事判决书一份(已生效)',
  materials: '民事判决书复印件一份,现场照片六张。',
  penaltyKnown: 'unclear',
} as const

export const evaluation = {
  authenticity: '线索来源于生效判决认定的事实,真实可信。',
  verifiability: '水箱位置明确,可现场勘查并调取检测资料。',
  necessity: '涉及面广,行政监管缺位,有监督必要。',
  inDomain: 'yes',
  competence: '涉及本区两个行政机关,由本院管辖。',
  outcome: 'open',
  opinion: '建议对卫生健康、住建两个部门分别立案。',
  duty: '卫生健康部门负责饮用水卫生监督,住房和城乡建设部门负责二次供水设施管理的监督。',
  legalBasis: '《中华人民共和国行政诉讼法》第二十五条第四款',
} as const

export const investigation = {
  consultation: {
    topics: '是否存在违法行使职权或者不作为、公共利益受侵害的后果以及整改方案。',
    agencyView: '对检察机关指出的问题没有异议,愿意整改。',
    agencyPlan: '制定清洗消毒和检测计划,逐处落实。',
  },
  closing: {
    investigation: '调取判决书、现场勘查三处小区水箱间、询问物业企业负责人。',
    duty: '依照有关法律法规和权责清单,负有饮用水安全监督管理职责。',
    failure: '三年内没有组织监督检查,没有督促清洗消毒和检测。',
    causation: '监管缺位与饮用水安全隐患持续存在有因果关系。',
    legalBasis: '《中华人民共和国传染病防治法》\n《生活饮用水卫生监督管理办法》',
    opinion: '建议提出检察建议。',
  },
} as const

const common = {
  sourceText: '本院在履行公益诉讼检察职责中,收到澧源区人民法院移送的线索。',
  evidence: '生效民事判决书\n现场勘查笔录及照片',
  legalBasis: '《生活饮用水卫生监督管理办法》第七条',
  contact: '承办检察官',
  contactPhone: '0990-5550100',
  address: '澧源区人民检察院公益诉讼检察部',
}

const demands = {
  health: [
    { fault: '未开展二次供水卫生监督检查', basis: '《生活饮用水卫生监督管理办法》第七条', measure: '对三处小区二次供水单位开展监督检查,督促清洗消毒', proofWanted: '监督检查笔录、清洗消毒记录和照片' },
    { fault: '未开展水质抽检', basis: '《生活饮用水卫生监督管理办法》第七条', measure: '对三处小区末梢水开展抽检并公示结果', proofWanted: '检测报告和公示照片' },
  ],
  housing: [
    { fault: '设施维护责任未落实', basis: '《城市供水条例》第七条', measure: '督促物业企业修复水箱间门锁和通气孔防护', proofWanted: '维修记录和整改前后照片' },
    { fault: '没有设施管理台账', basis: '《城市供水条例》第七条', measure: '建立二次供水设施清洗消毒台账并在小区公示', proofWanted: '台账和公示照片' },
  ],
}

const fields = {
  health: {
    ...common,
    title: '督促履行二次供水卫生监督职责',
    harmFacts: '桃源小区等三处小区二次供水水箱长期未清洗消毒,约两千户居民饮用水卫生安全受到威胁。',
    duty: '你局负责本区生活饮用水卫生监督管理工作。',
    dutyFindings: '你局三年内没有对上述小区二次供水单位开展卫生监督检查,没有抽检水质。',
    reasons: '饮用水卫生监督是你局法定职责,监督检查缺位致使隐患长期存在。',
  },
  housing: {
    ...common,
    title: '督促履行二次供水设施监管职责',
    harmFacts: '三处小区水箱间门锁损坏、通气孔无防护,设施维护责任不落实。',
    duty: '你局负责本区城镇供水和物业服务活动的监督管理工作。',
    dutyFindings: '你局没有督促物业企业落实设施维护,也没有建立二次供水设施底数台账。',
    reasons: '设施管理混乱是水质风险的源头,依法应当由你局督促整改。',
  },
}

/** The two letters; their fields and their demands. */
export const letters = {
  health: { fields: fields.health, demands: demands.health },
  housing: { fields: fields.housing, demands: demands.housing },
}
