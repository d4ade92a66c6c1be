import type { IconName } from '@/components/ui/icon'
import { figureReaders } from '@/lib/figures/schema'
import { workers } from '@/lib/handovers/schema'
import { administrators } from '@/lib/platform/roles'

/** All places of the shell, in the order they are drawn; words in messages/<locale>/shell.json. */
export const navGroups = [
  {
    key: 'work',
    items: [
      { key: 'desk', href: '/', icon: 'desk' },
      { key: 'clues', href: '/clues', icon: 'flag' },
      { key: 'cases', href: '/cases', icon: 'folder' },
      { key: 'recommendations', href: '/recommendations', icon: 'paper' },
      { key: 'caseFamilies', href: '/case-families', icon: 'link' },
      { key: 'meetings', href: '/meetings', icon: 'people' },
      { key: 'undertakings', href: '/undertakings', icon: 'people' },
      { key: 'roster', href: '/roster', icon: 'people' },
      { key: 'actionItems', href: '/action-items', icon: 'check' },
      { key: 'bulletins', href: '/bulletins', icon: 'paper' },
      { key: 'letters', href: '/letters', icon: 'letter' },
      { key: 'exchange', href: '/exchange', icon: 'swap' },
      { key: 'outcomes', href: '/outcomes', icon: 'check' },
      { key: 'figures', href: '/figures', icon: 'chart' },
      { key: 'oversight', href: '/oversight', icon: 'swap' },
      { key: 'notices', href: '/notices', icon: 'bell' },
    ],
  },
  {
    key: 'basis',
    items: [
      { key: 'charters', href: '/charters', icon: 'scales' },
      { key: 'powers', href: '/powers', icon: 'columns' },
      { key: 'timeLimits', href: '/rules', icon: 'clock' },
      { key: 'calendar', href: '/calendar', icon: 'calendar' },
      { key: 'guide', href: '/guide', icon: 'book' },
    ],
  },
  {
    key: 'manage',
    items: [
      { key: 'units', href: '/admin/units', icon: 'building' },
      { key: 'regions', href: '/admin/regions', icon: 'pin' },
      { key: 'users', href: '/admin/users', icon: 'people' },
      { key: 'imports', href: '/admin/imports', icon: 'upload' },
      { key: 'handovers', href: '/handovers', icon: 'people' },
      { key: 'calendarYears', href: '/admin/calendar', icon: 'calendar' },
      { key: 'settings', href: '/admin/settings', icon: 'settings' },
      { key: 'deliveries', href: '/admin/deliveries', icon: 'bell' },
      { key: 'upkeep', href: '/admin/upkeep', icon: 'shield' },
      { key: 'audit', href: '/admin/audit', icon: 'shield' },
    ],
  },
] as const satisfies readonly { key: string; items: readonly { key: string; href: string; icon: IconName }[] }[]

export type NavKey = (typeof navGroups)[number]['items'][number]['key']

/** Only what this person may open; a group with nothing in it is not drawn. */
export function visibleGroups(may: (key: NavKey) => boolean) {
  return navGroups
    .map(({ key, items }) => ({ key, items: items.filter((item) => may(item.key)) }))
    .filter(({ items }) => items.length > 0)
}

// Which places make sense to a role. What a person may do there is each page's own question.
const managedBy: Partial<Record<NavKey, readonly string[]>> = {
  figures: figureReaders,
  units: ['systemAdmin', 'securityAdmin'],
  users: ['systemAdmin', 'securityAdmin'],
  regions: ['systemAdmin', 'securityAdmin'],
  handovers: [...workers],
  imports: ['systemAdmin'],
  calendarYears: ['systemAdmin', 'securityAdmin'],
  settings: ['systemAdmin', 'securityAdmin'],
  deliveries: ['systemAdmin'],
  oversight: ['superiorOfficer', 'prosecutor', 'departmentHead', 'chiefProsecutor', 'caseManager'],
  upkeep: ['systemAdmin'],
  audit: ['auditAdmin'],
}

/** The three administrators do no business, everybody else nothing of theirs. */
export function mayOpen(roles: readonly string[], key: NavKey) {
  const managers = managedBy[key]
  if (managers) return managers.some((role) => roles.includes(role))
  const doesBusiness = roles.some((role) => !(administrators as readonly string[]).includes(role))
  return doesBusiness || ['desk', 'notices', 'timeLimits', 'calendar', 'guide'].includes(key)
}
