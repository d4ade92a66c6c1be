-- 代字 as data of the unit. Until now its short name stood in the pattern of each series.
ALTER TABLE "unit" ADD COLUMN "number_code" TEXT;
ALTER TABLE "unit" ADD CONSTRAINT unit_number_code CHECK (char_length(number_code) BETWEEN 2 AND 12);
CREATE UNIQUE INDEX "unit_number_code_key" ON "unit"("number_code");

-- An office whose letters already carry a code of its own keeps it.
UPDATE unit SET number_code = known.code
FROM (
  SELECT code, min(unit_id::text)::uuid AS unit_id
  FROM (SELECT unit_id, substring(pattern FROM '^(.{1,11}检)行公') AS code FROM number_series) AS found
  WHERE code IS NOT NULL
  GROUP BY code
  HAVING count(DISTINCT unit_id) = 1
) AS known
WHERE unit.id = known.unit_id AND left(known.code, char_length(unit.short_name)) <> unit.short_name;

-- The code is looked up when a number is assigned.
UPDATE number_series AS series
SET pattern = '{code}' || substr(series.pattern, 1 + char_length(unit.short_name) +
  CASE WHEN unit.kind = 'procuratorate' AND substr(series.pattern, char_length(unit.short_name) + 1, 1) = '检' THEN 1 ELSE 0 END)
FROM unit
WHERE unit.id = series.unit_id AND left(series.pattern, char_length(unit.short_name)) = unit.short_name;
