/** Ways out of the house. */
export const channels = ['mail', 'sms', 'wecom', 'dingtalk'] as const
export type Channel = (typeof channels)[number]

/** How a person wants to be told of a kind of notice. */
export const deliveries = ['atOnce', 'digest', 'off'] as const
export type DeliveryWish = (typeof deliveries)[number]
