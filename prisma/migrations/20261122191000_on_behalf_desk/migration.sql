-- What a body without accounts still owes within itself waits with the office that enters for it: asked by place, not by that body.
CREATE INDEX deadline_open_handling ON "deadline" (region_code, end_on, id) WHERE subject_type = 'handling' AND status IN ('running', 'paused');
