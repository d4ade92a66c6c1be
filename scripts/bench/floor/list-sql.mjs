// The list in one statement, as the floors ask it: clues of an office at a stage, by deadline.
export const listSql = `
  SELECT c.id, c.number, c.title, c.status, s.short_name AS unit, to_char(d.end_on, 'YYYY-MM-DD') AS due, u.name AS handler
  FROM deadline d JOIN clue c ON c.id = d.subject_id JOIN unit s ON s.id = c.sender_unit_id LEFT JOIN app_user u ON u.id = c.handler_id
  WHERE d.owed_by_unit_id = $1::uuid AND d.status IN ('running', 'paused') AND d.subject_type = 'clue' AND c.status = $2
  ORDER BY d.end_on, d.id LIMIT 20`
