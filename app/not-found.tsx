import { Missing } from '@/components/shell/missing'

export default function NotFoundPage() {
  return <Missing />
}
