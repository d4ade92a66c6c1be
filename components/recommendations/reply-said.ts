/** How a letter stands towards its reply, in one word of a list: what was not served nobody owes an answer to. */
export const replySaid = ({ receivedOn, repliedOn }: { readonly receivedOn: Date | null; readonly repliedOn: Date | null }) =>
  repliedOn ? 'repliedOn' : receivedOn ? 'notReplied' : 'notServed'
