-- The audit log by the type of what a line is about: a type that is rarely
-- touched would be looked for in all lines there are.
CREATE INDEX "audit_events_by_target_type" ON "audit_events" ("reseller_id", "target_type", "created_at", "id");
