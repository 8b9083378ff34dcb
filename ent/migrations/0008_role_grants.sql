-- The beginning and the end of a role that was given for a time are told once;
-- until when that was done stands in the row.
ALTER TABLE "role_assignments" ADD COLUMN "announced_at" timestamptz(6) NULL;
