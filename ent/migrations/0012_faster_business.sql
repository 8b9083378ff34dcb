-- The id of a usage record is made of what it is known by: the key of the table
-- tells alone what is there already, and a record has one index to be written
-- to instead of two. internal/usage makes it the same way.
UPDATE "usage_records" SET "id" = encode(substr(uuid_send("organization_id"), 13, 4) ||
  substr(sha256(uuid_send("organization_id") || convert_to("metric" || '/' || "record_key", 'UTF8')), 1, 12), 'hex')::uuid;
ALTER TABLE "usage_records" DROP CONSTRAINT "usage_records_record_key";

-- The report of credits reads the entries since a day, of all organizations.
CREATE INDEX "credit_entries_reported" ON "credit_entries" ("reseller_id", "created_at") WHERE "ledger" = 'ORGANIZATION';
-- Invoices by their status are told apart by their ids, not by their numbers:
-- without this the list sorts all invoices there are for one page.
CREATE INDEX "invoices_by_status" ON "invoices" ("reseller_id", "status", "id");
