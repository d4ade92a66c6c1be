-- Words that stand only in the account of facts are the office's own: an agency that may see the case must not learn them by asking
-- for them. They go behind `i/`, and `k/<office>` says who may ask (lib/platform/search.ts). A pair of Chinese characters stands in
-- the open texts exactly where they contain it; a Latin word or number only where it stands there as a whole.
UPDATE case_file c SET search = array_to_tsvector(
  ARRAY(
    SELECT CASE
      WHEN lexeme = ANY(c.audience) OR lexeme LIKE 'i/%' OR lexeme LIKE 'k/%' THEN lexeme
      WHEN lexeme ~ '^[a-z0-9]+$' AND told.words ~ ('(^|[^a-z0-9])' || lexeme || '($|[^a-z0-9])') THEN lexeme
      WHEN lexeme !~ '^[a-z0-9]+$' AND strpos(told.words, lexeme) > 0 THEN lexeme
      ELSE 'i/' || lexeme
    END
    FROM unnest(tsvector_to_array(c.search)) lexeme
  ) || ('k/' || c.procuratorate_id)
)
FROM (
  SELECT o.id, lower(normalize(concat_ws(E'\n', o.number, o.title, o.place, a.name), NFKC)) AS words
  FROM case_file o JOIN unit a ON a.id = o.agency_id
) told
WHERE told.id = c.id AND c.search IS NOT NULL;
