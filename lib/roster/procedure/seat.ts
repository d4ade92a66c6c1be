import { declareProcedure, practice, setting } from '@/lib/engine/procedure/declare'
import {
  abolishInput, confirmInput, confirmOnPaperInput, openSeatInput, partyRoles, releaseInput, remindInput, replaceInput, seatStates, toldRoles, vacateInput,
} from '../schema/group'

const duty = 'groupSeat.confirm'
const confirming = [practice('各单位确认由谁担任本单位的席位'), setting('本地设置：确认席位的期限')]
const start = { rule: 'group_seat_confirm', duty, owedBy: 'unit', owedTo: 'desk' } as const
const toUnit = [{ party: 'unit', roles: toldRoles }] as const

/** 席位: it belongs to a post and stays; who sits in it is what the unit confirms. */
export const seatProcedure = declareProcedure({
  name: 'groupSeat',
  states: seatStates,
  final: ['abolished'],
  steps: {
    open: { from: 'new', to: ['open'], by: partyRoles, input: openSeatInput, nested: true, basis: confirming, clocks: { starts: [start] }, notices: toUnit },
    confirm: { from: ['open'], to: ['confirmed'], by: partyRoles, input: confirmInput, basis: confirming, clocks: { satisfies: [{ duty }] } },
    replace: { from: ['confirmed'], to: [], by: partyRoles, input: replaceInput, aside: true, basis: [practice('人员变动的，席位不变，由继任者接替')] },
    confirmOnPaper: {
      from: ['open'], to: ['confirmed'], by: partyRoles, input: confirmOnPaperInput, aside: true, basis: [practice('没有账号的单位书面确认的，由登记单位代录')],
      clocks: { satisfies: [{ duty, on: 'confirmedOn' }] },
    },
    vacate: {
      from: ['confirmed'], to: ['open'], by: partyRoles, input: vacateInput, aside: true, basis: [practice('人员离任、继任者未到的，席位空缺'), ...confirming],
      clocks: { starts: [start] }, notices: toUnit,
    },
    remind: { from: ['open'], to: [], by: partyRoles, input: remindInput, aside: true, basis: [practice('逐一提醒尚未确认成员的单位')], notices: toUnit },
    abolish: { from: ['open', 'confirmed'], to: ['abolished'], by: partyRoles, input: abolishInput, aside: true, basis: [practice('机构、职务撤并的，席位撤销')], clocks: { cancels: ['*'] } },
    release: { from: ['open', 'confirmed'], to: ['abolished'], by: partyRoles, input: releaseInput, nested: true, basis: [practice('领导小组撤销，席位随之撤销')], clocks: { cancels: ['*'] } },
  },
})
