-- What the administration of users needs beside the users themselves: second
-- factors, mailed links, long work, counters, and mails that were given up.

CREATE TABLE "sign_in_challenges" (
  "id" text NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "owner_reseller_id" uuid NULL,
  "user_id" uuid NULL,
  "kind" text NOT NULL,
  "state" bytea NOT NULL,
  "failures" bigint NOT NULL DEFAULT 0,
  "expires_at" timestamptz(6) NOT NULL,
  CONSTRAINT "sign_in_challenges_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "signinchallenge_expires_at"
  ON "sign_in_challenges" ("expires_at");
ALTER TABLE "organizations" ADD COLUMN "two_factor_required" boolean NOT NULL DEFAULT false;
ALTER TABLE "roles" ADD COLUMN "two_factor_required" boolean NOT NULL DEFAULT false;
ALTER TABLE "sessions" ADD COLUMN "proven_at" timestamptz(6) NULL;
UPDATE "sessions" SET "proven_at" = "created_at";
ALTER TABLE "sessions" ALTER COLUMN "proven_at" SET NOT NULL;
ALTER TABLE "sessions" ADD COLUMN "two_factor" boolean NOT NULL DEFAULT false;
ALTER TABLE "users" ADD COLUMN "password_changed_at" timestamptz(6) NULL;
ALTER TABLE "users" ADD COLUMN "pending_email" text NULL;
ALTER TABLE "users" ADD COLUMN "two_factor_at" timestamptz(6) NULL;
ALTER TABLE "users" ADD COLUMN "suspended_until" timestamptz(6) NULL;
ALTER TABLE "resellers" ADD COLUMN "sender_name" text NOT NULL DEFAULT '';
CREATE TABLE "action_tokens" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "purpose" text NOT NULL,
  "token_hash" bytea NOT NULL,
  "email" text NOT NULL DEFAULT '',
  "expires_at" timestamptz(6) NOT NULL,
  "used_at" timestamptz(6) NULL,
  "user_id" uuid NOT NULL,
  CONSTRAINT "action_tokens_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "actiontoken_reseller_id_user_id_purpose"
  ON "action_tokens" ("reseller_id", "user_id", "purpose");
CREATE INDEX "actiontoken_reseller_id_expires_at"
  ON "action_tokens" ("reseller_id", "expires_at");
CREATE TABLE "dead_mails" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "organization_id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  "email" text NOT NULL,
  "kind" text NOT NULL,
  "job" bytea NOT NULL,
  "failure" text NOT NULL,
  "attempts" bigint NOT NULL,
  "resent_at" timestamptz(6) NULL,
  "resent_by" uuid NULL,
  CONSTRAINT "dead_mails_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "deadmail_reseller_id_created_at_id"
  ON "dead_mails" ("reseller_id", "created_at", "id");
CREATE INDEX "deadmail_reseller_id_account_id_created_at_id"
  ON "dead_mails" ("reseller_id", "account_id", "created_at", "id");
CREATE TABLE "jobs" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "organization_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "status" text NOT NULL DEFAULT 'QUEUED',
  "input" bytea NOT NULL,
  "total" bigint NULL,
  "done" bigint NOT NULL DEFAULT 0,
  "failed" bigint NOT NULL DEFAULT 0,
  "failure_reason" text NULL,
  "file_name" text NOT NULL DEFAULT '',
  "content_type" text NOT NULL DEFAULT '',
  "size" bigint NOT NULL DEFAULT 0,
  "sha256" bytea NULL,
  "started_at" timestamptz(6) NULL,
  "finished_at" timestamptz(6) NULL,
  "expires_at" timestamptz(6) NULL,
  "user_id" uuid NOT NULL,
  CONSTRAINT "jobs_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "job_reseller_id_user_id_created_at_id"
  ON "jobs" ("reseller_id", "user_id", "created_at", "id");
CREATE INDEX "job_reseller_id_expires_at"
  ON "jobs" ("reseller_id", "expires_at");
CREATE TABLE "job_chunks" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "position" bigint NOT NULL,
  "data" bytea NOT NULL,
  "job_id" uuid NOT NULL,
  CONSTRAINT "job_chunks_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "jobchunk_reseller_id_job_id_position"
  ON "job_chunks" ("reseller_id", "job_id", "position");
CREATE TABLE "job_items" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "position" bigint NOT NULL,
  "target_id" uuid NULL,
  "label" text NOT NULL DEFAULT '',
  "input" bytea NULL,
  "status" text NOT NULL DEFAULT 'WAITING',
  "errors" bytea NULL,
  "job_id" uuid NOT NULL,
  CONSTRAINT "job_items_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "jobitem_reseller_id_job_id_position"
  ON "job_items" ("reseller_id", "job_id", "position");
CREATE INDEX "jobitem_reseller_id_job_id_status_position"
  ON "job_items" ("reseller_id", "job_id", "status", "position");
CREATE TABLE "passkeys" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "name" text NOT NULL,
  "credential_id" bytea NOT NULL,
  "credential" bytea NOT NULL,
  "last_used_at" timestamptz(6) NULL,
  "user_id" uuid NOT NULL,
  CONSTRAINT "passkeys_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "passkey_reseller_id_user_id_credential_id"
  ON "passkeys" ("reseller_id", "user_id", "credential_id");
CREATE INDEX "passkey_reseller_id_user_id_created_at_id"
  ON "passkeys" ("reseller_id", "user_id", "created_at", "id");
CREATE TABLE "recovery_codes" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "code_hash" bytea NOT NULL,
  "used_at" timestamptz(6) NULL,
  "user_id" uuid NOT NULL,
  CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "recoverycode_reseller_id_user_id_code_hash"
  ON "recovery_codes" ("reseller_id", "user_id", "code_hash");
CREATE TABLE "totp_credentials" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "secret" bytea NOT NULL,
  "confirmed_at" timestamptz(6) NULL,
  "last_step" bigint NOT NULL DEFAULT 0,
  "user_id" uuid NOT NULL,
  CONSTRAINT "totp_credentials_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "totpcredential_reseller_id_user_id"
  ON "totp_credentials" ("reseller_id", "user_id");
CREATE TABLE "user_counters" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "scope" text NOT NULL,
  "scope_id" uuid NOT NULL,
  "shard" smallint NOT NULL DEFAULT 0,
  "active" bigint NOT NULL DEFAULT 0,
  "pending" bigint NOT NULL DEFAULT 0,
  "suspended" bigint NOT NULL DEFAULT 0,
  CONSTRAINT "user_counters_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "usercounter_reseller_id_scope_scope_id_shard"
  ON "user_counters" ("reseller_id", "scope", "scope_id", "shard");

-- The counters of the users there are.
INSERT INTO "user_counters" ("id", "reseller_id", "account_id", "created_at", "scope", "scope_id", "shard", "active", "pending", "suspended")
SELECT gen_random_uuid(), "reseller_id", COALESCE("account_id", "reseller_id"), max("created_at"),
  CASE WHEN GROUPING("organization_id") = 0 THEN 'ORGANIZATION' WHEN GROUPING("account_id") = 0 THEN 'ACCOUNT' ELSE 'RESELLER' END,
  COALESCE("organization_id", "account_id", "reseller_id"),
  0, count(*) FILTER (WHERE "status" = 'ACTIVE'), count(*) FILTER (WHERE "status" = 'PENDING'), count(*) FILTER (WHERE "status" = 'SUSPENDED')
FROM "users"
WHERE "status" <> 'DELETED'
GROUP BY GROUPING SETS (("reseller_id", "account_id", "organization_id"), ("reseller_id", "account_id"), ("reseller_id"));
