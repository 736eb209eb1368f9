-- When the words of an answer were put right after they had left; nothing of those that stand as they left.
ALTER TABLE case_messages ADD COLUMN corrected_at BIGINT;
