import { redirect } from 'next/navigation'
import { loadAttendance } from '@/lib/meetings/loaders/meeting'

/** A notice names the row of one unit; it stands on the page of the meeting. */
export default async function AttendanceRoute({ params }: PageProps<'/meetings/attendances/[id]'>) {
  redirect(await loadAttendance((await params).id))
}
