import type { Origin, Told } from './course'
import { body, court, office, paper } from './course'

/** What becomes of a clue that opens no case. */
export type Fate =
  | 'settled' | 'unfounded' | 'private' | 'outside' | 'toAgency' | 'toOffice' | 'toSuperior' | 'toAuthority' | 'returned' | 'resubmitted' | 'merged'
  | 'fresh' | 'unassigned' | 'awaitingJudge' | 'backToClerk' | 'evaluating' | 'reconsidered'

export type Minor = Told & { readonly fate: Fate; readonly origin: Origin; readonly found?: string; readonly into?: string }

type Line = readonly [fate: Fate, agency: string, domain: string, from: string, title: string, where: string, facts: string, harm: string, found?: string, into?: string]

/** How it came, in one word: `court`, `hotline`, a source of the office's own, or `by:` a sign-in of the place. */
function originOf(place: string, from: string, at: number): Origin {
  const [way = '', login = ''] = from.split(':')
  const limited = place === 'lanan'
  switch (way) {
    case 'court': return court(`（202${5 + (at % 2)}）示${{ liyuan: '990101', jinli: '990102', lanan: '990103', pingyun: '990104', menling: '990105' }[place]}民初${100 + at * 7}号`)
    case 'hotline': return body(`${place}.government`, 'hotline12345', { detail: `热线工单〔${1000 + at * 13}〕` })
    case 'bureau': return body(`${place}.bureau`, 'enforcementSupervision', { detail: '行政执法案卷评查', ...(limited ? { penalty: at % 2 ? 'yes' as const : 'no' as const } : {}) })
    case 'late': return body(`${place}.${login}`, login.startsWith('justice') ? 'enforcementSupervision' : 'dutyFinding', { penalty: 'yes', lateBy: 5 })
    case 'by': return body(`${place}.${login}`, 'dutyFinding', limited ? { penalty: 'no' } : {})
    case 'deputies': return ['liyuan', 'menling'].includes(place) ? office('deputies', '区人大代表建议') : paper(`${place}.congress`, 'deputies', `人大监司〔2026〕${at + 1}号`)
    case 'secret': return office('report', '来信', { reporter: ['江某', '0990-0000123'] })
    default: return office(way, undefined, way === 'ownCase' || way === 'patrol' ? { own: true } : {})
  }
}

export const minorsOf = (place: string, lines: readonly Line[]): Minor[] =>
  lines.map(([fate, agency, domain, from, title, where, facts, harm, found, into], at) => ({
    fate, agency: `${place}.${agency}`, domain, origin: originOf(place, from, at), title, where, facts, harm, ...(found ? { found } : {}), ...(into ? { into } : {}),
  }))

export const liyuanMinors = minorsOf('liyuan', [
  ['settled', 'urban', 'environment', 'hotline', '夜市油污流入雨水口', '澧源区临江街道夜市', '夜市三十余个摊位收摊后把洗锅水倒入雨水口，路面油腻打滑，居民半年内投诉九次。', '雨水口堵塞，江边出现油膜。'],
  ['private', 'housing', 'workSafety', 'hotline', '楼上装修开裂纠纷', '澧源区桃坪街道示例苑', '投诉人称楼上住户装修敲墙使自家墙面开裂，要求检察院责令赔偿修复费用。', '投诉人房屋受损。'],
  ['unfounded', 'water', 'environment', 'report', '反映水库投肥养鱼', '澧源区石塘乡示例水库', '举报人称水库承包人夜间投放化肥养鱼，附有一张水面泡沫照片，没有时间和投放人信息。', '担心饮用水源受影响。'],
  ['toAgency', 'transport', 'workSafety', 'volunteers', '公交站台玻璃破碎', '澧源区示例大道公交站', '站台广告灯箱玻璃破碎，碎片散落候车区，志愿者拍照后上传。', '候车人员可能被划伤。'],
  ['settled', 'market', 'foodAndDrug', 'media', '集市散装白酒无标识', '澧源区柳河镇集市', '媒体报道集市两家酒坊售卖散装白酒无生产日期和酒精度，现场未见检验报告。', '消费者饮用安全没有保障。'],
  ['returned', 'environment', 'environment', 'by:yunling.liaison', '山塘水质发黑', '澧源区云岭镇示例山塘', '山塘水体发黑有异味，移送材料只有一张照片，没有说明塘的权属、面积和污染来源。', '周边菜地灌溉受影响。'],
  ['resubmitted', 'farming', 'farmProduce', 'by:shaxi.liaison', '豇豆种植户使用禁限用农药', '澧源区沙溪镇示例村', '镇农技站抽查发现三户豇豆地头遗弃禁限用农药瓶，采收记录缺失，准备上市约两吨。', '农产品质量安全存在风险。'],
  ['toOffice', 'environment', 'environment', 'ownCase', '跨区倾倒陶瓷废泥', '澧源区与津澧市交界采石坑', '办案中发现陶瓷废泥由外区运来倾倒，倾倒点位于邻市境内约三百米，涉及车辆四台。', '倾倒点渗水影响下游沟渠。'],
  ['outside', 'civil', 'elderly', 'hotline12309', '老年人购买保健品被骗', '澧源区', '来电人称多名老人参加免费旅游后购买高价保健床垫，要求退款并查处讲课人员。', '老年人财产受损。'],
  ['settled', 'forestry', 'environment', 'patrol', '林地内焚烧秸秆', '澧源区石塘乡林缘地带', '巡查发现林缘三处焚烧秸秆痕迹，过火草地约二百平方米，村护林员未到场。', '存在引发山火的危险。'],
  ['toAuthority', 'police', 'telecomFraud', 'ownCase', '出租对公账户线索', '澧源区', '审查刑事案件时发现同一地址注册公司十一家，对公账户短期内大额快进快出。', '可能为电信网络诈骗提供结算帮助。'],
  ['merged', 'housing', 'workSafety', 'hotline', '小学路口井盖下沉', '澧源区桃坪街道小学路', '家长反映学校门口井盖下沉约八厘米，雨天积水看不清，学生骑车摔倒。', '学生通行存在危险。', '2026-05-04', '老城区窨井盖缺损沉降'],
  ['merged', 'urban', 'accessibility', 'volunteers', '商业街花箱压占盲道', '澧源区临江街道示例商业街', '志愿者反映商业街东段新增花箱压占盲道，视障人士被绊倒。', '盲道无法使用。', '2025-01-06', '商业街盲道被占用'],
  ['unfounded', 'emergency', 'workSafety', 'report', '反映烟花仓库超量存放', '澧源区柳河镇', '举报称镇郊仓库超量存放烟花，经两次夜间查看，该处为化肥经销点仓库，未见烟花。', '担心爆炸。'],
  ['settled', 'health', 'foodAndDrug', 'volunteers', '理发店公用毛巾不消毒', '澧源区临江街道六家理发店', '志愿者走访六家理发店，四家毛巾未消毒直接使用，消毒柜未通电。', '皮肤病传播风险。'],
  ['toAgency', 'resources', 'environment', 'hotline', '村民建房堆土占路', '澧源区云岭镇示例村', '村民建房把土方堆放在村道和排水沟内，雨天泥水入户，镇里正在协调。', '通行和排水受影响。'],
  ['settled', 'education', 'minors', 'deputies', '校车停靠点无标线', '澧源区沙溪镇', '反映五处校车停靠点没有停车标线和候车安全区，学生在路边候车。', '学生上下车存在交通风险。'],
  ['reconsidered', 'market', 'foodAndDrug', 'bureau', '小作坊豆制品处罚明显偏轻', '澧源区', '案卷评查发现同类违法的四家豆制品小作坊处罚幅度相差悬殊，其中一家涉案货值较大仅警告。', '食品安全违法成本过低。', '2026-03-09'],
  ['settled', 'commerce', 'workSafety', 'enforcementPlatform', '废旧物资回收站堆垛过高', '澧源区工业片区', '平台预警回收站废纸堆垛高度超过六米，占用防火间距，消防水池干涸。', '火灾危险。'],
  ['settled', 'insurance', 'stateProperty', 'dataModel', '同一日异地重复住院结算', '澧源区', '数据比对发现八名参保人同一日在两地住院结算，涉及基金四万一千元，其中五笔系补录日期错误。', '医保基金可能损失。'],
  ['private', 'labour', 'stateProperty', 'report', '个人社保补缴争议', '澧源区', '来信人要求单位补缴十年前社会保险，单位已注销，属于个人权益争议。', '来信人待遇受影响。'],
  ['evaluating', 'water', 'environment', 'by:taoping.liaison', '沟渠水葫芦覆盖', '澧源区桃坪街道示例沟渠', '沟渠约一公里水面被水葫芦覆盖，水体缺氧死鱼，排涝泵站进水口堵塞，清捞队两月未到场。', '排涝和水生态受影响。', '2026-11-03'],
  ['evaluating', 'environment', 'environment', 'volunteers', '喷漆店无净化设施', '澧源区柳河镇汽修街', '三家喷漆店露天喷漆，没有集气和净化设施，隔壁幼儿园教室内可闻到刺激性气味。', '幼儿健康受影响。', '2026-10-26'],
  ['fresh', 'transport', 'workSafety', 'court', '桥梁限高设施被拆', '澧源区示例大桥', '审理交通事故责任纠纷发现，桥头限高架被撞毁后四个月未恢复，超重货车日均通行五十余辆。', '桥梁结构安全受威胁。', '2026-11-13'],
  ['awaitingJudge', 'market', 'foodAndDrug', 'court', '冷库过期冻品流入餐馆', '澧源区', '审理仓储合同纠纷发现，冷库清理出的过期冻品十一吨被低价转卖给餐馆，去向不明。', '消费者食品安全受威胁。', '2026-11-17'],
  ['backToClerk', 'housing', 'workSafety', 'court', '外墙瓷砖脱落', '澧源区临江街道示例大厦', '审理物业服务合同纠纷发现，大厦外墙瓷砖多次脱落，业主和物业互相推诿，楼下为人行道。', '行人安全受威胁。', '2026-11-11'],
  ['unassigned', 'urban', 'environment', 'hotline', '垃圾中转站污水外溢', '澧源区桃坪街道中转站', '热线反映中转站渗滤液外溢到路面，压缩设备故障一个月，夜间异味严重。', '周边居民生活受影响。', '2026-11-16'],
  ['unassigned', 'resources', 'environment', 'by:liuhe.liaison', '河滩挖土烧砖', '澧源区柳河镇河滩', '有人在河滩连片挖土运往砖厂，形成深坑三处，约两亩，坑内积水两米，无警示。', '滩地损毁，有溺水危险。', '2026-11-18'],
])

export const menlingMinors = minorsOf('menling', [
  ['settled', 'resources', 'environment', 'patrol', '林道旁小型取土点', '门岭区栖岭镇', '巡查发现林道旁取土点一处，面积约三百平方米，系修路备土，未办理临时用地手续。', '林地植被受损。'],
  ['settled', 'urban', 'environment', 'hotline', '河畔烧烤摊占绿', '门岭区河畔公园', '夏季烧烤摊占用草坪经营，油污和竹签遍地，草坪板结约四百平方米。', '公共绿地受损。'],
  ['unfounded', 'health', 'foodAndDrug', 'report', '反映养老院使用过期药', '门岭区', '来信称养老院给老人服用过期药，未写明养老院名称、时间和人员，回访电话为空号。', '担心老人健康。'],
  ['toAgency', 'transport', 'workSafety', 'hotline', '隧道灯不亮', '门岭区鹿坪镇隧道', '隧道内照明灯约三分之一不亮，反光标识脱落，养护单位已接单待修。', '行车视距不足。'],
  ['settled', 'emergency', 'workSafety', 'by:industry.liaison', '特种作业人员无证焊接', '门岭区开发区工地', '行业检查发现工地五名焊工无证作业，动火审批空白，氧气乙炔混放。', '火灾爆炸风险。'],
  ['returned', 'market', 'foodAndDrug', 'by:yunquan.liaison', '集市熟食无防蝇设施', '门岭区云泉镇集市', '函件反映集市熟食摊无防蝇防尘设施，没有列明摊位、经营者和检查情况，也未附照片。', '食品卫生风险。'],
  ['resubmitted', 'relics', 'relics', 'by:qingyan.liaison', '古井被水泥封盖', '门岭区青堰镇示例村', '村内登记在册的古井被水泥封盖改作停车位，井栏石刻移作台阶，村委会不掌握经过。', '不可移动文物受损。'],
  ['merged', 'emergency', 'workSafety', 'hotline', '物流园夜间有人卖柴油', '门岭区松沟镇物流园', '居民反映物流园外夜间有人用厢式车卖柴油，油味大，担心爆炸。', '居民安全受威胁。', '2025-04-28', '流动黑加油车非法售油'],
  ['merged', 'huaiyin', 'workSafety', 'volunteers', '楼道充电线外挂', '门岭区槐荫里街道二号院', '志愿者反映二号院从五楼窗口垂下电线给电动车充电，雨天未收。', '火灾触电风险。', '2026-07-06', '老旧小区飞线充电和楼道停放电动车'],
  ['toSuperior', 'insurance', 'stateProperty', 'dataModel', '连锁药店跨区套刷医保', '门岭区及邻区', '数据比对发现一家连锁药店在三个区的门店以保健品串换药品，涉及多地医保基金，宜由上级统一办理。', '医保基金损失。'],
  ['toAuthority', 'labour', 'stateProperty', 'ownCase', '虚报就业补贴涉嫌诈骗', '门岭区', '办案中发现培训机构用虚假学员名册申领补贴，金额较大，涉嫌刑事犯罪。', '财政资金损失。'],
  ['settled', 'parks', 'environment', 'deputies', '行道树过度修剪', '门岭区映滨街道', '代表反映行道树被截干修剪，一百二十株悬铃木只剩主干，夏季没有树荫。', '城市绿化受损。'],
  ['private', 'housing', 'accessibility', 'hotline', '个人要求加装电梯', '门岭区杉口街道', '来电人因邻居不同意加装电梯，请求检察院督促住建部门强制推进。', '个人出行不便。'],
  ['settled', 'education', 'minors', 'volunteers', '校门口盲盒文具含小磁珠', '门岭区三所小学周边', '文具店售卖含可脱落小磁珠的盲盒，无适用年龄警示，已有学生误吞。', '未成年人身体健康受威胁。'],
  ['settled', 'fire', 'workSafety', 'bureau', '处罚后未复查的公共娱乐场所', '门岭区', '案卷评查发现两家歌厅疏散指示失效被处罚后，卷内没有复查记录，现场仍未整改。', '公共安全风险。'],
  ['settled', 'development', 'stateProperty', 'enforcementPlatform', '充电桩补贴重复申领', '门岭区', '平台数据显示同一车位充电桩补贴两次，涉及三十六个车位共十万余元。', '财政补贴资金损失。'],
  ['outside', 'culture', 'internet', 'publicOpinion', '网络直播低俗表演', '门岭区', '网民反映主播在景区直播低俗表演，经查不属于当前可以提起公益诉讼的领域。', '影响公共文明。'],
  ['settled', 'statistics', 'personalInformation', 'ownCase', '调查问卷纸张外流', '门岭区', '办案中发现废品站收购的入户调查表含住户电话，共四百余份。', '个人信息泄露风险。'],
  ['evaluating', 'weather', 'workSafety', 'by:emergency.liaison', '观景台无防雷装置', '门岭区栖岭镇观景台', '山顶观景台金属栏杆没有接地，夏季游客较多，去年曾有雷击烧毁监控设备的记录。', '游客人身安全受威胁。', '2026-10-30'],
  ['evaluating', 'sports', 'accessibility', 'volunteers', '健身步道坡口台阶', '门岭区滨水健身步道', '步道十二处坡口设置台阶，轮椅和婴儿车无法通过，无绕行提示。', '残疾人等群体无法使用。', '2026-10-20'],
  ['unassigned', 'water', 'environment', 'by:lanxi.liaison', '山洪沟被填埋建棚', '门岭区蓝汐镇示例沟', '山洪沟下段被填平搭建养殖大棚两座，沟道宽度由八米缩窄至不足三米。', '影响行洪安全。', '2026-11-17'],
  ['fresh', 'tobacco', 'minors', 'court', '文具店代购电子烟', '门岭区', '审理未成年人案件发现，两家文具店通过群聊向学生代购电子烟，单月交易三十余次。', '未成年人身心健康受侵害。', '2026-11-12'],
])

export const lananMinors = minorsOf('lanan', [
  ['settled', 'environment', 'environment', 'bureau', '养殖场处罚后仍在排污', '岚安市雁洲镇', '执法监督发现对一养殖场作出处罚后未跟踪整改，储粪池溢流至机耕道。', '周边环境污染。'],
  ['settled', 'market', 'foodAndDrug', 'late:market.liaison', '学校周边无证烘焙店', '岚安市海棠街道', '检查发现学校周边两家烘焙店无食品经营许可，使用过期奶油，已作出处罚但未关停。', '学生食品安全受威胁。'],
  ['settled', 'water', 'environment', 'by:lubu.liaison', '河道内设置阻水渔具', '岚安市芦埠镇芦埠河', '河道内设置地笼和拦网五十余处，阻碍行洪，误捕小鱼。', '水生生物资源和行洪受影响。'],
  ['toAgency', 'urban', 'environment', 'hotline', '小区垃圾分类亭破损', '岚安市文枫街道', '热线反映分类亭顶棚破损漏雨，垃圾桶满溢，物业已报修。', '居民环境卫生受影响。'],
  ['unfounded', 'zone', 'environment', 'report', '反映化工厂夜间排气', '岚安市经济开发区', '举报称一化工厂夜间排放刺激性气体，连续三夜走航监测未见异常，排口数据正常。', '担心空气污染。'],
  ['settled', 'labour', 'stateProperty', 'dataModel', '重复领取失业保险金', '岚安市', '数据比对发现十六人就业参保后仍领取失业保险金，合计三万八千元。', '失业保险基金损失。'],
  ['returned', 'resources', 'environment', 'by:taoling.liaison', '山体滑坡点未治理', '岚安市陶岭镇', '函件反映雨后滑坡，未说明责任主体、治理计划以及是否作出处理，缺少现场资料。', '存在次生灾害风险。'],
  ['toOffice', 'environment', 'environment', 'ownCase', '跨市转移铝灰', '岚安市', '核查发现铝灰贮存和倾倒主要发生在邻区，本市仅为运输途经地。', '危险废物污染风险。'],
  ['merged', 'haitang', 'workSafety', 'hotline', '出租屋楼梯口充电', '岚安市海棠街道示例城中村', '租客反映楼梯口停满电动车充电，夜里插座冒火花。', '租客生命安全受威胁。', '2026-07-13', '城中村出租屋电动车入户充电'],
  ['settled', 'culture', 'relics', 'deputies', '古街石板路被切割埋管', '岚安市晴云镇古街', '反映古街石板被切割埋设管线，修复使用水泥，约六十米。', '历史风貌受损。'],
  ['private', 'housing', 'workSafety', 'hotline', '房屋漏水邻里纠纷', '岚安市海棠街道', '来电人与楼上因漏水发生纠纷，要求住建部门赔偿。', '个人房屋受损。'],
  ['settled', 'data', 'personalInformation', 'ownCase', '停车收费公示车牌和手机号', '岚安市', '停车场公示欠费名单含完整车牌和手机号四十余条。', '个人信息泄露。'],
  ['toAuthority', 'police', 'telecomFraud', 'bureau', '两卡线索未移送', '岚安市', '执法监督发现通信门店代开电话卡线索未移送公安机关，涉及开卡二百余张。', '电信网络诈骗风险。'],
  ['evaluating', 'farming', 'farmProduce', 'by:emergency.liaison', '农药店销售无登记农药', '岚安市陶岭镇', '联合检查发现两家农药店销售无登记证农药，台账缺失，销往周边蔬菜基地。', '农产品质量安全受威胁。', '2026-10-28'],
  ['unassigned', 'environment', 'environment', 'by:qingyun.liaison', '石材厂切割废水入溪', '岚安市晴云镇', '三家石材厂沉淀池满溢，白色切割废水流入小溪，溪床淤积约四百米。', '溪流生态受损。', '2026-11-16'],
  ['unassigned', 'market', 'foodAndDrug', 'late:justice.liaison', '行政处罚案卷反映餐具消毒问题', '岚安市', '检查处罚案卷发现一家集中消毒餐具企业两次检出大肠菌群，处罚后未复检仍供货六十余家餐馆。', '消费者健康受威胁。', '2026-11-02'],
])

export const jinliMinors = minorsOf('jinli', [
  ['settled', 'farming', 'environment', 'patrol', '农药包装物遗弃田头', '津澧市柏滩镇', '巡查发现田头和沟渠遗弃农药包装物八十余处，回收点只有一处且上锁。', '面源污染。'],
  ['settled', 'housing', 'workSafety', 'hotline', '建筑起重机械超期使用', '津澧市城北工地', '热线反映塔吊检测过期仍在使用，现场两台已停用，一台补检合格。', '施工安全风险。'],
  ['unfounded', 'water', 'environment', 'report', '反映河道非法采砂', '津澧市白滩镇', '举报河道采砂，经查为获批疏浚工程，许可手续和采量台账齐全。', '担心河床破坏。'],
  ['toAgency', 'urban', 'accessibility', 'volunteers', '人行道停车桩过密', '津澧市江岸里街道', '人行道停车桩间距不足六十厘米，轮椅无法通过，城管部门已列入改造。', '无障碍通行受影响。'],
  ['returned', 'industry', 'workSafety', 'by:maoxi.liaison', '竹器厂粉尘问题', '津澧市茅汐镇', '函件反映竹器厂粉尘大，没有企业名称、规模和检查记录，材料不足。', '粉尘爆炸风险。'],
  ['settled', 'culture', 'minors', 'volunteers', '网吧接纳未成年人', '津澧市', '志愿者周末观察两家网吧，未查验身份接纳未成年人六人次。', '未成年人身心健康受影响。'],
  ['merged', 'farming', 'environment', 'hotline', '湖汊出现蓝藻', '津澧市荷浦镇湖汊', '居民反映湖汊水面绿色漂浮物，气味腥臭，上游有养猪场。', '水体污染。', '2025-02-17', '养殖场粪污还田不规范'],
  ['toAuthority', 'tax', 'stateProperty', 'ownCase', '虚开发票套取补贴', '津澧市', '办案中发现合作社虚开农产品发票套取项目补贴，涉嫌犯罪。', '国有财产损失。'],
  ['settled', 'health', 'environment', 'bureau', '诊所处罚裁量不当', '津澧市', '案卷评查发现对诊所医疗废物混放的处罚低于裁量基准下限，未说明理由。', '监管效果减弱。'],
  ['private', 'resources', 'environment', 'report', '宅基地界址争议', '津澧市荷浦镇', '来信人与邻居因宅基地界址发生争议，请求监督自然资源部门重新发证。', '个人权益受影响。'],
  ['evaluating', 'emergency', 'workSafety', 'deputies', '烟花零售点紧邻加油站', '津澧市江岸里街道', '代表反映一烟花零售点距加油站不足二十米，春节前已开始备货。', '公共安全受威胁。', '2026-10-27'],
  ['unassigned', 'water', 'environment', 'by:hepu.liaison', '湖堤挖堤取土', '津澧市荷浦镇湖堤', '湖堤内坡被挖取土方约两百立方米用于填塘，堤脚裸露，已设围挡。', '堤防安全受影响。', '2026-11-17'],
])

export const pingyunMinors = minorsOf('pingyun', [
  ['settled', 'housing', 'accessibility', 'volunteers', '地下通道无障碍升降机停用', '平云区玉禾街道地下通道', '通道两台无障碍升降机停用半年，操作面板被拆，轮椅使用者须绕行一公里。', '残疾人出行受阻。'],
  ['settled', 'emergency', 'workSafety', 'hotline', '加油站便利店卖散装汽油', '平云区', '热线反映加油站用塑料桶卖散装汽油，登记簿空白，检查后停止。', '公共安全风险。'],
  ['unfounded', 'urban', 'environment', 'report', '反映工地夜间埋垃圾', '平云区松麟乡', '举报工地夜间填埋生活垃圾，开挖三处探坑，均为素土回填。', '担心土壤污染。'],
  ['toAgency', 'transport', 'workSafety', 'hotline', '共享单车堵塞站口', '平云区翠湖街道', '共享单车堆放堵塞公交站口，运营企业已清运并设电子围栏。', '通行受阻。'],
  ['settled', 'relics', 'relics', 'patrol', '石刻题记被涂刷', '平云区松麟乡', '巡查发现石刻题记旁被涂刷广告红漆，面积约两平方米。', '文物受污损。'],
  ['merged', 'health', 'foodAndDrug', 'hotline', '自来水发黄有异味', '平云区翠湖街道示例小区', '居民反映高层住户自来水发黄有异味，物业称水箱两年未洗。', '饮用水安全受威胁。', '2025-04-01', '二次供水水箱未按规定清洗消毒'],
  ['settled', 'environment', 'environment', 'media', '洗煤泥堆未覆盖', '平云区', '媒体报道煤泥堆未覆盖，大风天扬尘，核查时已覆盖防尘网并喷淋。', '大气环境受影响。'],
  ['outside', 'civil', 'elderly', 'hotline12309', '赡养纠纷求助', '平云区', '八旬老人来电反映子女拒绝赡养，请求帮助，已引导申请法律援助和支持起诉。', '老人生活困难。'],
  ['settled', 'parks', 'environment', 'deputies', '公园湖面禁钓区垂钓抛饵', '平云区翠湖公园', '代表反映禁钓区每日数十人垂钓抛饵，湖水富营养化，岸边垃圾多。', '湖水水质受影响。'],
  ['evaluating', 'police', 'personalInformation', 'volunteers', '小区人脸识别门禁强制采集', '平云区翠湖街道', '三个小区未提供其他通行方式，强制采集业主人脸信息，存储电脑在门卫室无口令。', '个人生物识别信息泄露风险。', '2026-11-02'],
  ['unassigned', 'water', 'environment', 'by:songlin.liaison', '河道内种植高秆作物', '平云区松麟乡河滩', '河滩连片种植高秆玉米约二十亩，枯秆未清，汛期阻水漂浮，今年已冲毁一处便桥。', '行洪安全受影响。', '2026-11-18'],
])
