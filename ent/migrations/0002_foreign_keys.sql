-- Foreign keys, composite and restrictive: a row can only point into its own
-- reseller. One clause a statement, each by name.

ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "idempotency_records" ADD CONSTRAINT "idempotency_records_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_organizations_children" FOREIGN KEY ("reseller_id", "parent_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "users" ADD CONSTRAINT "users_organizations_organization" FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "users" ADD CONSTRAINT "users_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organizations_organization" FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_users_user" FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_users_user" FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organizations_organization" FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "module_grants" ADD CONSTRAINT "module_grants_memberships_membership" FOREIGN KEY ("reseller_id", "membership_id") REFERENCES "memberships" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "module_grants" ADD CONSTRAINT "module_grants_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "roles" ADD CONSTRAINT "roles_organizations_organization" FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "roles" ADD CONSTRAINT "roles_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_users_user" FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_roles_role" FOREIGN KEY ("reseller_id", "role_id") REFERENCES "roles" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_organizations_organization" FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_roles_role" FOREIGN KEY ("reseller_id", "role_id") REFERENCES "roles" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_users_user" FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "sub_account_grants" ADD CONSTRAINT "sub_account_grants_memberships_membership" FOREIGN KEY ("reseller_id", "membership_id") REFERENCES "memberships" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "sub_account_grants" ADD CONSTRAINT "sub_account_grants_organizations_organization" FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "sub_account_grants" ADD CONSTRAINT "sub_account_grants_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
