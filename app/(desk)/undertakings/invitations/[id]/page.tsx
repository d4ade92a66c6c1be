import { loadInvitation } from '@/lib/undertakings/loaders'

/** An invitation is answered on the page of what it invites to. */
export default async function InvitationPage({ params }: PageProps<'/undertakings/invitations/[id]'>) {
  return loadInvitation((await params).id)
}
