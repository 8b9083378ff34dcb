-- Filters of the list of users that look at memberships, and what the sweeps
-- look for: suspensions and grants that begin or end by themselves.

CREATE INDEX "module_grants_by_module" ON "module_grants" ("reseller_id", "module", "membership_id");
CREATE INDEX "sub_account_grants_by_organization" ON "sub_account_grants" ("reseller_id", "organization_id", "membership_id");
CREATE INDEX "memberships_by_status" ON "memberships" ("reseller_id", "status", "user_id") WHERE "status" <> 'ACTIVE';
CREATE INDEX "users_by_suspension_end" ON "users" ("reseller_id", "suspended_until") WHERE "status" = 'SUSPENDED' AND "suspended_until" IS NOT NULL;
CREATE INDEX "users_without_second_factor" ON "users" ("reseller_id", "sort_name", "id") WHERE "status" <> 'DELETED' AND "two_factor_at" IS NULL;
CREATE INDEX "users_with_second_factor" ON "users" ("reseller_id", "sort_name", "id") WHERE "status" <> 'DELETED' AND "two_factor_at" IS NOT NULL;
CREATE INDEX "role_assignments_by_start" ON "role_assignments" ("reseller_id", "starts_at") WHERE "starts_at" IS NOT NULL;
CREATE INDEX "role_assignments_by_end" ON "role_assignments" ("reseller_id", "expires_at") WHERE "expires_at" IS NOT NULL;

-- Administrators in force, who are few: whether somebody is the last one is
-- asked before every change that could leave none.
CREATE INDEX "users_reseller_admins" ON "users" ("reseller_id", "id") WHERE "reseller_role" = 'RESELLER_ADMIN' AND "status" = 'ACTIVE';
CREATE INDEX "users_tenant_admins" ON "users" ("reseller_id", "organization_id", "id") WHERE "user_type" = 'TENANT_ADMIN' AND "status" = 'ACTIVE';
CREATE INDEX "memberships_admins" ON "memberships" ("reseller_id", "organization_id", "user_id") WHERE "client_access" = 'ADMIN' AND "status" = 'ACTIVE';
