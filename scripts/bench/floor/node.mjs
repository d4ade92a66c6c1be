// The lowest floor: Node and pg answer the list as JSON, and nothing else.
import { createServer } from 'node:http'
import pg from 'pg'
import '../../parent.mjs'
import { listSql } from './list-sql.mjs'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const query = { name: 'list', text: listSql, values: JSON.parse(process.env.FLOOR_VALUES) }

createServer(async (request, response) => {
  const { rows } = await pool.query(query)
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(rows))
}).listen(Number(process.env.PORT), '127.0.0.1')
