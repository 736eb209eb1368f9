-- Who spoke for somebody before a colleague does, while away; it comes back when the absence is over.
CREATE TABLE lent_voices (
    case_id BIGINT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    staff_id BIGINT NOT NULL REFERENCES staff (id)
);
CREATE INDEX lent_voices_by_staff ON lent_voices (staff_id);
