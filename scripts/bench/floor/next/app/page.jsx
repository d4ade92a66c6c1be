import { headers } from 'next/headers'
import pg from 'pg'
import { listSql } from '../../list-sql.mjs'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const query = { name: 'list', text: listSql, values: JSON.parse(process.env.FLOOR_VALUES ?? '[]') }

export default async function Page() {
  await headers()
  const { rows } = await pool.query(query)
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td><a href={`/clues/${row.id}`}>{row.number}</a></td>
            <td>{row.title}</td>
            <td>{row.unit}</td>
            <td>{row.status}</td>
            <td>{row.due}</td>
            <td>{row.handler}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
