-- Tables and the indexes that the entities declare. Keys lead with reseller_id,
-- so that one reseller's rows stay together.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE "sign_in_throttles" (
  "id" text NOT NULL,
  "failures" bigint NOT NULL DEFAULT 0,
  "window_started_at" timestamptz(6) NOT NULL,
  "blocked_until" timestamptz(6) NULL,
  CONSTRAINT "sign_in_throttles_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "login_directories" (
  "id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "owner_reseller_id" uuid NOT NULL,
  "organization_id" uuid NOT NULL,
  "email_key" text NOT NULL,
  CONSTRAINT "login_directories_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "resellers" (
  "id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "name" text NOT NULL,
  "root_organization_id" uuid NOT NULL,
  CONSTRAINT "resellers_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "audit_events" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "organization_id" uuid NOT NULL,
  "action" text NOT NULL,
  "actor_id" uuid NULL,
  "actor_name" text NOT NULL DEFAULT '',
  "actor_email" text NOT NULL DEFAULT '',
  "on_behalf_of_id" uuid NULL,
  "on_behalf_of_name" text NOT NULL DEFAULT '',
  "target_type" text NOT NULL,
  "target_id" uuid NULL,
  "target_name" text NOT NULL DEFAULT '',
  "changes" jsonb NOT NULL,
  "reason" text NULL,
  "request_id" text NOT NULL DEFAULT '',
  "ip" text NOT NULL DEFAULT '',
  CONSTRAINT "audit_events_pkey" PRIMARY KEY ("reseller_id", "created_at", "id")
);

CREATE TABLE "idempotency_records" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "actor_id" uuid NOT NULL,
  "operation" text NOT NULL,
  "key" text NOT NULL,
  "input_hash" bytea NOT NULL,
  "result" bytea NOT NULL,
  CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "organizations" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "kind" text NOT NULL,
  "path" text NOT NULL,
  "name" text NOT NULL,
  "sort_name" text NOT NULL,
  "search_text" text NOT NULL,
  "status" text NOT NULL DEFAULT 'ACTIVE',
  "legal_name" text NOT NULL DEFAULT '',
  "address" text NOT NULL DEFAULT '',
  "contact_name" text NOT NULL DEFAULT '',
  "contact_email" text NOT NULL DEFAULT '',
  "phone" text NOT NULL DEFAULT '',
  "tags" jsonb NOT NULL,
  "seat_limit" bigint NULL,
  "deleted_at" timestamptz(6) NULL,
  "parent_id" uuid NULL,
  CONSTRAINT "organizations_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "users" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "email" text NOT NULL,
  "email_key" text NOT NULL,
  "email_verified_at" timestamptz(6) NULL,
  "first_name" text NOT NULL DEFAULT '',
  "last_name" text NOT NULL DEFAULT '',
  "display_name" text NOT NULL,
  "sort_name" text NOT NULL,
  "search_text" text NOT NULL,
  "phone" text NULL,
  "external_id" text NULL,
  "timezone" text NULL,
  "locale" text NULL,
  "avatar_url" text NULL,
  "user_type" text NULL,
  "reseller_role" text NULL,
  "role_rank" smallint NOT NULL DEFAULT 99,
  "status" text NOT NULL,
  "last_login_at" timestamptz(6) NULL,
  "last_activity_at" timestamptz(6) NULL,
  "password_hash" text NULL,
  "must_change_password" boolean NOT NULL DEFAULT false,
  "terms_version" text NULL,
  "terms_accepted_at" timestamptz(6) NULL,
  "suspended_at" timestamptz(6) NULL,
  "suspended_by" uuid NULL,
  "suspension_motive" text NULL,
  "suspension_reason" text NULL,
  "deleted_at" timestamptz(6) NULL,
  "deleted_by" uuid NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "users_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "invitations" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "email" text NOT NULL,
  "email_key" text NOT NULL,
  "status" text NOT NULL DEFAULT 'PENDING',
  "token_hash" bytea NOT NULL,
  "expires_at" timestamptz(6) NOT NULL,
  "invited_by" uuid NULL,
  "message" text NULL,
  "send_count" bigint NOT NULL DEFAULT 1,
  "last_sent_at" timestamptz(6) NOT NULL,
  "accepted_at" timestamptz(6) NULL,
  "revoked_at" timestamptz(6) NULL,
  "revoked_by" uuid NULL,
  "organization_id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  CONSTRAINT "invitations_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "memberships" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "status" text NOT NULL DEFAULT 'ACTIVE',
  "client_access" text NOT NULL DEFAULT 'USER',
  "invited_by" uuid NULL,
  "joined_at" timestamptz(6) NULL,
  "ended_at" timestamptz(6) NULL,
  "user_id" uuid NOT NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "memberships_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "module_grants" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "module" text NOT NULL,
  "membership_id" uuid NOT NULL,
  CONSTRAINT "module_grants_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "roles" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "key" text NOT NULL,
  "name" text NOT NULL,
  "description" text NOT NULL DEFAULT '',
  "family" text NOT NULL,
  "system" boolean NOT NULL DEFAULT false,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "roles_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "role_assignments" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "granted_by" uuid NULL,
  "starts_at" timestamptz(6) NULL,
  "expires_at" timestamptz(6) NULL,
  "user_id" uuid NOT NULL,
  "role_id" uuid NOT NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "role_assignments_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "role_permissions" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "permission" text NOT NULL,
  "role_id" uuid NOT NULL,
  CONSTRAINT "role_permissions_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "sessions" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "token_hash" bytea NOT NULL,
  "ip" text NOT NULL DEFAULT '',
  "user_agent" text NOT NULL DEFAULT '',
  "last_seen_at" timestamptz(6) NOT NULL,
  "expires_at" timestamptz(6) NOT NULL,
  "revoked_at" timestamptz(6) NULL,
  "revoked_reason" text NULL,
  "user_id" uuid NOT NULL,
  CONSTRAINT "sessions_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE TABLE "sub_account_grants" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "membership_id" uuid NOT NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "sub_account_grants_pkey" PRIMARY KEY ("reseller_id", "id")
);

CREATE INDEX "signinthrottle_window_started_at"
  ON "sign_in_throttles" ("window_started_at");
CREATE INDEX "logindirectory_email_key"
  ON "login_directories" ("email_key");
CREATE INDEX "auditevent_reseller_id_account_id_created_at_id"
  ON "audit_events" ("reseller_id", "account_id", "created_at", "id");
CREATE INDEX "auditevent_reseller_id_organization_id_created_at_id"
  ON "audit_events" ("reseller_id", "organization_id", "created_at", "id");
CREATE INDEX "auditevent_reseller_id_target_id_created_at_id"
  ON "audit_events" ("reseller_id", "target_id", "created_at", "id");
CREATE INDEX "auditevent_reseller_id_actor_id_created_at_id"
  ON "audit_events" ("reseller_id", "actor_id", "created_at", "id");
CREATE INDEX "auditevent_reseller_id_action_created_at_id"
  ON "audit_events" ("reseller_id", "action", "created_at", "id");
CREATE UNIQUE INDEX "idempotencyrecord_reseller_id_actor_id_operation_key"
  ON "idempotency_records" ("reseller_id", "actor_id", "operation", "key");
CREATE INDEX "idempotencyrecord_reseller_id_created_at"
  ON "idempotency_records" ("reseller_id", "created_at");
CREATE INDEX "organization_reseller_id_parent_id_sort_name_id"
  ON "organizations" ("reseller_id", "parent_id", "sort_name", "id");
CREATE INDEX "organization_reseller_id_path"
  ON "organizations" ("reseller_id", "path");
CREATE INDEX "invitation_reseller_id_user_id"
  ON "invitations" ("reseller_id", "user_id");
CREATE INDEX "invitation_reseller_id_created_at_id"
  ON "invitations" ("reseller_id", "created_at", "id");
CREATE INDEX "invitation_reseller_id_expires_at_id"
  ON "invitations" ("reseller_id", "expires_at", "id");
CREATE INDEX "invitation_reseller_id_email_key_id"
  ON "invitations" ("reseller_id", "email_key", "id");
CREATE INDEX "invitation_reseller_id_status_id"
  ON "invitations" ("reseller_id", "status", "id");
CREATE INDEX "invitation_reseller_id_account_id_created_at_id"
  ON "invitations" ("reseller_id", "account_id", "created_at", "id");
CREATE INDEX "invitation_reseller_id_organization_id_created_at_id"
  ON "invitations" ("reseller_id", "organization_id", "created_at", "id");
CREATE UNIQUE INDEX "membership_reseller_id_user_id_organization_id"
  ON "memberships" ("reseller_id", "user_id", "organization_id");
CREATE INDEX "membership_reseller_id_organization_id_status"
  ON "memberships" ("reseller_id", "organization_id", "status");
CREATE UNIQUE INDEX "modulegrant_reseller_id_membership_id_module"
  ON "module_grants" ("reseller_id", "membership_id", "module");
CREATE UNIQUE INDEX "role_reseller_id_organization_id_key"
  ON "roles" ("reseller_id", "organization_id", "key");
CREATE INDEX "role_reseller_id_name_id"
  ON "roles" ("reseller_id", "name", "id");
CREATE UNIQUE INDEX "roleassignment_reseller_id_user_id_role_id_organization_id"
  ON "role_assignments" ("reseller_id", "user_id", "role_id", "organization_id");
CREATE INDEX "roleassignment_reseller_id_role_id_user_id"
  ON "role_assignments" ("reseller_id", "role_id", "user_id");
CREATE UNIQUE INDEX "rolepermission_reseller_id_role_id_permission"
  ON "role_permissions" ("reseller_id", "role_id", "permission");
CREATE INDEX "session_reseller_id_user_id_created_at_id"
  ON "sessions" ("reseller_id", "user_id", "created_at", "id");
CREATE UNIQUE INDEX "subaccountgrant_reseller_id_membership_id_organization_id"
  ON "sub_account_grants" ("reseller_id", "membership_id", "organization_id");
