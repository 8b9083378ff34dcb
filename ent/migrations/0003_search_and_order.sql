-- Indexes that ent cannot declare: partial ones, nulls last in both directions,
-- and trigram search. Every index for lists leads with reseller_id and, for
-- customers' own lists, account_id.

-- One address and one external id per organization, among users not deleted.
CREATE UNIQUE INDEX "users_email_key" ON "users" ("reseller_id", "organization_id", "email_key") WHERE "status" <> 'DELETED';
CREATE UNIQUE INDEX "users_external_id_key" ON "users" ("reseller_id", "organization_id", "external_id") WHERE "status" <> 'DELETED' AND "external_id" IS NOT NULL;

-- One open invitation per organization and address.
CREATE UNIQUE INDEX "invitations_open_key" ON "invitations" ("reseller_id", "organization_id", "email_key") WHERE "status" = 'PENDING';

-- Orders of all users a reseller's staff sees.
CREATE INDEX "users_by_name" ON "users" ("reseller_id", "sort_name", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_by_email" ON "users" ("reseller_id", "email_key", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_by_role" ON "users" ("reseller_id", "role_rank", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_by_status" ON "users" ("reseller_id", "status", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_by_created" ON "users" ("reseller_id", "created_at", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_by_login" ON "users" ("reseller_id", "last_login_at", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_by_login_desc" ON "users" ("reseller_id", "last_login_at" DESC NULLS LAST, "id" DESC) WHERE "status" <> 'DELETED';
CREATE INDEX "users_by_activity" ON "users" ("reseller_id", "last_activity_at", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_by_activity_desc" ON "users" ("reseller_id", "last_activity_at" DESC NULLS LAST, "id" DESC) WHERE "status" <> 'DELETED';

-- The same orders within one account.
CREATE INDEX "users_account_by_name" ON "users" ("reseller_id", "account_id", "sort_name", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_account_by_email" ON "users" ("reseller_id", "account_id", "email_key", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_account_by_role" ON "users" ("reseller_id", "account_id", "role_rank", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_account_by_status" ON "users" ("reseller_id", "account_id", "status", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_account_by_created" ON "users" ("reseller_id", "account_id", "created_at", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_account_by_login" ON "users" ("reseller_id", "account_id", "last_login_at", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_account_by_login_desc" ON "users" ("reseller_id", "account_id", "last_login_at" DESC NULLS LAST, "id" DESC) WHERE "status" <> 'DELETED';
CREATE INDEX "users_account_by_activity" ON "users" ("reseller_id", "account_id", "last_activity_at", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_account_by_activity_desc" ON "users" ("reseller_id", "account_id", "last_activity_at" DESC NULLS LAST, "id" DESC) WHERE "status" <> 'DELETED';

-- The nested list of one organization, and the counts of seats.
CREATE INDEX "users_organization_by_name" ON "users" ("reseller_id", "organization_id", "sort_name", "id") WHERE "status" <> 'DELETED';

-- Filters that pick few rows.
CREATE INDEX "users_by_reseller_role" ON "users" ("reseller_id", "reseller_role", "sort_name", "id") WHERE "status" <> 'DELETED' AND "reseller_role" IS NOT NULL;
CREATE INDEX "users_by_user_type" ON "users" ("reseller_id", "user_type", "sort_name", "id") WHERE "status" <> 'DELETED' AND "user_type" IS NOT NULL;
CREATE INDEX "users_by_status_name" ON "users" ("reseller_id", "status", "sort_name", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "users_by_external_id" ON "users" ("reseller_id", "external_id", "id") WHERE "status" <> 'DELETED' AND "external_id" IS NOT NULL;
CREATE INDEX "users_search" ON "users" USING gin ("search_text" gin_trgm_ops) WHERE "status" <> 'DELETED';

-- Organizations.
CREATE INDEX "organizations_by_name" ON "organizations" ("reseller_id", "sort_name", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_by_status" ON "organizations" ("reseller_id", "status", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_by_created" ON "organizations" ("reseller_id", "created_at", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_by_kind" ON "organizations" ("reseller_id", "kind", "sort_name", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_by_account" ON "organizations" ("reseller_id", "account_id", "sort_name", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_search" ON "organizations" USING gin ("search_text" gin_trgm_ops) WHERE "status" <> 'DELETED';

-- Invitations by address, for search.
CREATE INDEX "invitations_search" ON "invitations" USING gin ("email_key" gin_trgm_ops);
