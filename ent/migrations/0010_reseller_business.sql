-- The reseller's business: what accounts may use and owe, how their portals
-- look, who logs in to them, and what programs are told.
ALTER TABLE "jobs" ADD COLUMN "impersonation_id" uuid NULL;
ALTER TABLE "organizations" ADD COLUMN "purged_at" timestamptz(6) NULL;
ALTER TABLE "organizations" ADD COLUMN "suspended_at" timestamptz(6) NULL;
ALTER TABLE "organizations" ADD COLUMN "suspended_by" uuid NULL;
ALTER TABLE "organizations" ADD COLUMN "suspended_reason" text NOT NULL DEFAULT '';
ALTER TABLE "organizations" ADD COLUMN "locale" text NOT NULL DEFAULT 'en';
ALTER TABLE "organizations" ADD COLUMN "timezone" text NOT NULL DEFAULT 'UTC';
ALTER TABLE "organizations" ADD COLUMN "features" text[] NOT NULL DEFAULT '{}';
ALTER TABLE "organizations" ADD COLUMN "hidden_features" text[] NOT NULL DEFAULT '{}';
ALTER TABLE "organizations" ADD COLUMN "credit_balance" bigint NOT NULL DEFAULT 0;
ALTER TABLE "organizations" ADD COLUMN "credit_low_mark" bigint NULL;
ALTER TABLE "organizations" ADD COLUMN "credit_low_at" timestamptz(6) NULL;
ALTER TABLE "organizations" ADD COLUMN "user_count" bigint NOT NULL DEFAULT 0;
ALTER TABLE "organizations" ADD COLUMN "last_activity_at" timestamptz(6) NULL;
ALTER TABLE "organizations" ADD COLUMN "plan_id" uuid NULL;
ALTER TABLE "organizations" ADD COLUMN "sso_token_hash" bytea NULL;
ALTER TABLE "organizations" ADD COLUMN "sso_token_last4" text NOT NULL DEFAULT '';
ALTER TABLE "organizations" ADD COLUMN "sso_token_at" timestamptz(6) NULL;
ALTER TABLE "organizations" ADD COLUMN "login_as_consent" text NOT NULL DEFAULT 'ASK';
CREATE TABLE "branding_hosts" (
  "id" text NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "owner_reseller_id" uuid NOT NULL,
  "organization_id" uuid NOT NULL,
  "portal" text NOT NULL,
  CONSTRAINT "branding_hosts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "brandinghost_owner_reseller_id_organization_id_portal"
  ON "branding_hosts" ("owner_reseller_id", "organization_id", "portal");
ALTER TABLE "sessions" ADD COLUMN "impersonation_id" uuid NULL;
ALTER TABLE "resellers" ADD COLUMN "timezone" text NOT NULL DEFAULT 'UTC';
ALTER TABLE "resellers" ADD COLUMN "currency" text NOT NULL DEFAULT 'EUR';
CREATE TABLE "api_credentials" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "name" text NOT NULL,
  "sort_name" text NOT NULL,
  "prefix" text NOT NULL,
  "key_hash" bytea NOT NULL,
  "roles" text[] NOT NULL,
  "operations" text[] NOT NULL,
  "cost_per_minute" bigint NOT NULL,
  "expires_at" timestamptz(6) NULL,
  "last_used_at" timestamptz(6) NULL,
  "revoked_at" timestamptz(6) NULL,
  "revoked_by" uuid NULL,
  "revoked_reason" text NOT NULL DEFAULT '',
  "created_by" uuid NOT NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "api_credentials_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "apicredential_reseller_id_sort_name_id"
  ON "api_credentials" ("reseller_id", "sort_name", "id");
CREATE INDEX "apicredential_reseller_id_account_id_sort_name_id"
  ON "api_credentials" ("reseller_id", "account_id", "sort_name", "id");
CREATE TABLE "api_services" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "enabled" boolean NOT NULL DEFAULT true,
  "allowed_origins" text[] NOT NULL,
  "allowed_networks" text[] NOT NULL,
  "cost_per_minute" bigint NOT NULL DEFAULT 10000,
  "max_key_days" bigint NULL,
  CONSTRAINT "api_services_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "apiservice_reseller_id"
  ON "api_services" ("reseller_id");
CREATE TABLE "billing_accounts" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "name" text NOT NULL,
  "sort_name" text NOT NULL,
  "email" text NOT NULL,
  "address" text NOT NULL DEFAULT '',
  "tax_number" text NOT NULL DEFAULT '',
  "currency" text NOT NULL,
  "payment_days" bigint NOT NULL DEFAULT 14,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "billing_accounts_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "billingaccount_reseller_id_organization_id"
  ON "billing_accounts" ("reseller_id", "organization_id");
CREATE INDEX "billingaccount_reseller_id_sort_name_id"
  ON "billing_accounts" ("reseller_id", "sort_name", "id");
CREATE INDEX "billingaccount_reseller_id_created_at_id"
  ON "billing_accounts" ("reseller_id", "created_at", "id");
CREATE TABLE "plans" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "name" text NOT NULL,
  "sort_name" text NOT NULL,
  "description" text NOT NULL DEFAULT '',
  "currency" text NOT NULL,
  "interval" text NOT NULL,
  "base_price" numeric(19,4) NOT NULL,
  "seat_price" numeric(19,4) NOT NULL,
  "included_seats" bigint NOT NULL DEFAULT 0,
  "usage_prices" jsonb NOT NULL,
  "trial_days" bigint NOT NULL DEFAULT 0,
  "features" jsonb NOT NULL,
  "archived_at" timestamptz(6) NULL,
  CONSTRAINT "plans_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "plan_reseller_id_sort_name_id"
  ON "plans" ("reseller_id", "sort_name", "id");
CREATE INDEX "plan_reseller_id_created_at_id"
  ON "plans" ("reseller_id", "created_at", "id");
CREATE TABLE "billing_subscriptions" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "pending_plan_id" uuid NULL,
  "status" text NOT NULL,
  "anchor" date NOT NULL,
  "trial_end" date NULL,
  "period_start" date NOT NULL,
  "period_end" date NOT NULL,
  "terms" jsonb NOT NULL,
  "segments" jsonb NOT NULL,
  "cancel_at_period_end" boolean NOT NULL DEFAULT false,
  "canceled_at" timestamptz(6) NULL,
  "cancel_reason" text NOT NULL DEFAULT '',
  "settled" boolean NOT NULL DEFAULT false,
  "organization_id" uuid NOT NULL,
  "plan_id" uuid NOT NULL,
  CONSTRAINT "billing_subscriptions_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "billingsubscription_reseller_id_organization_id_created_at_id"
  ON "billing_subscriptions" ("reseller_id", "organization_id", "created_at", "id");
CREATE INDEX "billingsubscription_reseller_id_created_at_id"
  ON "billing_subscriptions" ("reseller_id", "created_at", "id");
CREATE INDEX "billingsubscription_reseller_id_period_end_id"
  ON "billing_subscriptions" ("reseller_id", "period_end", "id");
CREATE INDEX "billingsubscription_reseller_id_status_id"
  ON "billing_subscriptions" ("reseller_id", "status", "id");
CREATE INDEX "billingsubscription_reseller_id_plan_id_id"
  ON "billing_subscriptions" ("reseller_id", "plan_id", "id");
CREATE TABLE "branding_logos" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "content_type" text NOT NULL,
  "size" bigint NOT NULL,
  "width" bigint NOT NULL,
  "height" bigint NOT NULL,
  "sha256" bytea NOT NULL,
  "data" bytea NOT NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "branding_logos_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "brandinglogo_reseller_id_organization_id_created_at"
  ON "branding_logos" ("reseller_id", "organization_id", "created_at");
CREATE TABLE "brandings" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "portal" text NOT NULL,
  "product_name" text NULL,
  "primary_color" text NULL,
  "accent_color" text NULL,
  "support_email" text NULL,
  "support_url" text NULL,
  "mail_sender_name" text NULL,
  "logo_id" uuid NULL,
  "domain" text NULL,
  "domain_verified_at" timestamptz(6) NULL,
  "domain_checked_at" timestamptz(6) NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "brandings_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "branding_reseller_id_organization_id_portal"
  ON "brandings" ("reseller_id", "organization_id", "portal");
CREATE TABLE "credit_entries" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "transaction_id" uuid NOT NULL,
  "ledger" text NOT NULL,
  "type" text NOT NULL,
  "amount" bigint NOT NULL,
  "balance_after" bigint NULL,
  "counterpart_id" uuid NULL,
  "used_by_id" uuid NULL,
  "reference" text NOT NULL DEFAULT '',
  "reason" text NULL,
  "reverses_id" uuid NULL,
  "idempotency_key" text NULL,
  "input_hash" bytea NULL,
  "actor_id" uuid NULL,
  "occurred_at" timestamptz(6) NOT NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "credit_entries_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "creditentry_reseller_id_transaction_id"
  ON "credit_entries" ("reseller_id", "transaction_id");
CREATE TABLE "custom_models" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "key" text NOT NULL,
  "name" text NOT NULL,
  "sort_name" text NOT NULL,
  "description" text NOT NULL DEFAULT '',
  "task" text NOT NULL,
  "base_model" text NOT NULL DEFAULT '',
  "status" text NOT NULL DEFAULT 'DRAFT',
  "organization_id" uuid NOT NULL,
  CONSTRAINT "custom_models_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "custommodel_reseller_id_organization_id_key"
  ON "custom_models" ("reseller_id", "organization_id", "key");
CREATE INDEX "custommodel_reseller_id_sort_name_id"
  ON "custom_models" ("reseller_id", "sort_name", "id");
CREATE INDEX "custommodel_reseller_id_account_id_sort_name_id"
  ON "custom_models" ("reseller_id", "account_id", "sort_name", "id");
CREATE TABLE "impersonations" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "actor_name" text NOT NULL,
  "actor_email" text NOT NULL,
  "actor_session_id" uuid NULL,
  "mode" text NOT NULL,
  "reason" text NOT NULL,
  "minutes" bigint NOT NULL,
  "consent" text NOT NULL,
  "status" text NOT NULL,
  "consent_by" uuid NULL,
  "consent_at" timestamptz(6) NULL,
  "started_at" timestamptz(6) NULL,
  "expires_at" timestamptz(6) NOT NULL,
  "ended_at" timestamptz(6) NULL,
  "ended_by" uuid NULL,
  "end_reason" text NULL,
  "organization_id" uuid NOT NULL,
  "actor_id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  CONSTRAINT "impersonations_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "impersonation_reseller_id_created_at_id"
  ON "impersonations" ("reseller_id", "created_at", "id");
CREATE INDEX "impersonation_reseller_id_account_id_created_at_id"
  ON "impersonations" ("reseller_id", "account_id", "created_at", "id");
CREATE INDEX "impersonation_reseller_id_actor_id_created_at_id"
  ON "impersonations" ("reseller_id", "actor_id", "created_at", "id");
CREATE INDEX "impersonation_reseller_id_organization_id_created_at_id"
  ON "impersonations" ("reseller_id", "organization_id", "created_at", "id");
CREATE INDEX "impersonation_reseller_id_user_id_created_at_id"
  ON "impersonations" ("reseller_id", "user_id", "created_at", "id");
CREATE TABLE "invoice_counters" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "last" bigint NOT NULL DEFAULT 0,
  CONSTRAINT "invoice_counters_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "invoicecounter_reseller_id"
  ON "invoice_counters" ("reseller_id");
CREATE TABLE "invoices" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "number" bigint NOT NULL,
  "status" text NOT NULL DEFAULT 'OPEN',
  "currency" text NOT NULL,
  "total" numeric(19,4) NOT NULL,
  "paid" numeric(19,4) NOT NULL,
  "period_start" date NOT NULL,
  "period_end" date NOT NULL,
  "issued_on" date NOT NULL,
  "due_on" date NOT NULL,
  "bill_to_name" text NOT NULL,
  "bill_to_email" text NOT NULL,
  "bill_to_address" text NOT NULL,
  "bill_to_tax_number" text NOT NULL,
  "search_text" text NOT NULL,
  "paid_at" timestamptz(6) NULL,
  "voided_at" timestamptz(6) NULL,
  "void_reason" text NOT NULL DEFAULT '',
  "organization_id" uuid NOT NULL,
  "subscription_id" uuid NOT NULL,
  CONSTRAINT "invoices_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "invoice_reseller_id_number"
  ON "invoices" ("reseller_id", "number");
CREATE UNIQUE INDEX "invoice_reseller_id_subscription_id_period_start"
  ON "invoices" ("reseller_id", "subscription_id", "period_start");
CREATE INDEX "invoice_reseller_id_organization_id_number"
  ON "invoices" ("reseller_id", "organization_id", "number");
CREATE INDEX "invoice_reseller_id_account_id_number"
  ON "invoices" ("reseller_id", "account_id", "number");
CREATE INDEX "invoice_reseller_id_due_on_id"
  ON "invoices" ("reseller_id", "due_on", "id");
CREATE INDEX "invoice_reseller_id_status_number"
  ON "invoices" ("reseller_id", "status", "number");
CREATE TABLE "invoice_lines" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "position" bigint NOT NULL,
  "kind" text NOT NULL,
  "description" text NOT NULL,
  "metric" text NOT NULL DEFAULT '',
  "quantity" numeric(19,4) NOT NULL,
  "unit_price" numeric(19,4) NOT NULL,
  "amount" numeric(19,4) NOT NULL,
  "invoice_id" uuid NOT NULL,
  CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "invoiceline_reseller_id_invoice_id_position"
  ON "invoice_lines" ("reseller_id", "invoice_id", "position");
CREATE TABLE "invoice_payments" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "amount" numeric(19,4) NOT NULL,
  "paid_at" timestamptz(6) NOT NULL,
  "reference" text NOT NULL DEFAULT '',
  "recorded_by" uuid NULL,
  "invoice_id" uuid NOT NULL,
  CONSTRAINT "invoice_payments_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "invoicepayment_reseller_id_invoice_id_created_at_id"
  ON "invoice_payments" ("reseller_id", "invoice_id", "created_at", "id");
CREATE TABLE "release_notes" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "release" text NOT NULL,
  "title" text NOT NULL,
  "body" text NOT NULL,
  "published_at" timestamptz(6) NOT NULL,
  CONSTRAINT "release_notes_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "releasenote_reseller_id_published_at_id"
  ON "release_notes" ("reseller_id", "published_at", "id");
CREATE TABLE "report_schedules" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "name" text NOT NULL,
  "sort_name" text NOT NULL,
  "kind" text NOT NULL,
  "format" text NOT NULL DEFAULT 'CSV',
  "cadence" text NOT NULL,
  "hour" smallint NOT NULL,
  "organization_ids" jsonb NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  "next_run_at" timestamptz(6) NOT NULL,
  "last_run_at" timestamptz(6) NULL,
  "created_by" uuid NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "report_schedules_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "reportschedule_reseller_id_sort_name_id"
  ON "report_schedules" ("reseller_id", "sort_name", "id");
CREATE INDEX "reportschedule_reseller_id_created_at_id"
  ON "report_schedules" ("reseller_id", "created_at", "id");
CREATE INDEX "reportschedule_reseller_id_next_run_at_id"
  ON "report_schedules" ("reseller_id", "next_run_at", "id");
CREATE INDEX "reportschedule_reseller_id_account_id_id"
  ON "report_schedules" ("reseller_id", "account_id", "id");
CREATE TABLE "report_recipients" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "position" bigint NOT NULL,
  "schedule_id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  CONSTRAINT "report_recipients_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "reportrecipient_reseller_id_schedule_id_user_id"
  ON "report_recipients" ("reseller_id", "schedule_id", "user_id");
CREATE INDEX "reportrecipient_reseller_id_user_id"
  ON "report_recipients" ("reseller_id", "user_id");
CREATE TABLE "service_incidents" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "title" text NOT NULL,
  "severity" text NOT NULL,
  "status" text NOT NULL DEFAULT 'INVESTIGATING',
  "started_at" timestamptz(6) NOT NULL,
  "resolved_at" timestamptz(6) NULL,
  CONSTRAINT "service_incidents_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "serviceincident_reseller_id_started_at_id"
  ON "service_incidents" ("reseller_id", "started_at", "id");
CREATE INDEX "serviceincident_reseller_id_status_started_at_id"
  ON "service_incidents" ("reseller_id", "status", "started_at", "id");
CREATE TABLE "service_incident_news" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "status" text NOT NULL,
  "body" text NOT NULL,
  "author_id" uuid NOT NULL,
  "incident_id" uuid NOT NULL,
  CONSTRAINT "service_incident_news_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "serviceincidentnews_reseller_id_incident_id_created_at_id"
  ON "service_incident_news" ("reseller_id", "incident_id", "created_at", "id");
CREATE TABLE "status_subscriptions" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "incidents" boolean NOT NULL DEFAULT true,
  "release_notes" boolean NOT NULL DEFAULT true,
  "updated_at" timestamptz(6) NOT NULL,
  "user_id" uuid NOT NULL,
  CONSTRAINT "status_subscriptions_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "statussubscription_reseller_id_user_id"
  ON "status_subscriptions" ("reseller_id", "user_id");
CREATE TABLE "storage_accounts" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "name" text NOT NULL,
  "sort_name" text NOT NULL,
  "region" text NOT NULL,
  "quota_bytes" bigint NOT NULL,
  "used_bytes" bigint NOT NULL DEFAULT 0,
  "measured_at" timestamptz(6) NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "storage_accounts_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "storageaccount_reseller_id_organization_id_sort_name"
  ON "storage_accounts" ("reseller_id", "organization_id", "sort_name");
CREATE INDEX "storageaccount_reseller_id_sort_name_id"
  ON "storage_accounts" ("reseller_id", "sort_name", "id");
CREATE INDEX "storageaccount_reseller_id_account_id_sort_name_id"
  ON "storage_accounts" ("reseller_id", "account_id", "sort_name", "id");
CREATE TABLE "usage_rollups" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "metric" text NOT NULL,
  "grain" text NOT NULL,
  "period" date NOT NULL,
  "quantity" bigint NOT NULL,
  "records" bigint NOT NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "usage_rollups_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE UNIQUE INDEX "usagerollup_reseller_id_organization_id_metric_grain_period"
  ON "usage_rollups" ("reseller_id", "organization_id", "metric", "grain", "period");
CREATE INDEX "usagerollup_reseller_id_grain_period_metric"
  ON "usage_rollups" ("reseller_id", "grain", "period", "metric");
CREATE INDEX "usagerollup_reseller_id_account_id_grain_period_metric"
  ON "usage_rollups" ("reseller_id", "account_id", "grain", "period", "metric");
CREATE TABLE "webhook_endpoints" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  "updated_at" timestamptz(6) NOT NULL,
  "version" bigint NOT NULL DEFAULT 1,
  "name" text NOT NULL,
  "sort_name" text NOT NULL,
  "url" text NOT NULL,
  "events" text[] NOT NULL,
  "selection" text NOT NULL DEFAULT '',
  "active" boolean NOT NULL DEFAULT true,
  "secret_version" bigint NOT NULL DEFAULT 1,
  "created_by" uuid NOT NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("reseller_id", "id")
);
CREATE INDEX "webhookendpoint_reseller_id_sort_name_id"
  ON "webhook_endpoints" ("reseller_id", "sort_name", "id");
CREATE INDEX "webhookendpoint_reseller_id_account_id_sort_name_id"
  ON "webhook_endpoints" ("reseller_id", "account_id", "sort_name", "id");
CREATE INDEX "webhookendpoint_reseller_id_organization_id_active"
  ON "webhook_endpoints" ("reseller_id", "organization_id", "active");

-- Nobody loses a part of the platform that was not switched before.
UPDATE "organizations" SET "features" = ARRAY['SMS','CALLS','CONVERSATIONS','BOTS','ANALYTICS','REPORTS','SUB_ACCOUNTS','SSO','BRANDING','CUSTOM_MODELS','STORAGE','WEBHOOKS','API_ACCESS']
WHERE "kind" IN ('RESELLER', 'CUSTOMER');

-- Organizations: numbers and marks that lists sort and filter by.
UPDATE "organizations" o SET "user_count" = c."active" + c."pending" + c."suspended"
FROM "user_counters" c WHERE c."reseller_id" = o."reseller_id" AND c."scope" = 'ORGANIZATION' AND c."scope_id" = o."id" AND c."shard" = 0;
-- Suspended before it was written down when.
UPDATE "organizations" SET "suspended_at" = "updated_at" WHERE "status" = 'SUSPENDED';
UPDATE "organizations" SET "deleted_at" = "updated_at" WHERE "status" = 'DELETED' AND "deleted_at" IS NULL;
UPDATE "organizations" o SET "last_activity_at" = u."at"
FROM (SELECT "reseller_id", "organization_id", max("last_activity_at") AS "at" FROM "users" GROUP BY 1, 2) u
WHERE u."reseller_id" = o."reseller_id" AND u."organization_id" = o."id";

-- A token is there whole or not at all.
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_sso_token_check" CHECK (("sso_token_hash" IS NULL) = ("sso_token_at" IS NULL));

-- Orders of the list of organizations.
CREATE INDEX "organizations_by_users" ON "organizations" ("reseller_id", "user_count", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_by_activity" ON "organizations" ("reseller_id", "last_activity_at", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_by_activity_desc" ON "organizations" ("reseller_id", "last_activity_at" DESC NULLS LAST, "id" DESC) WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_by_balance" ON "organizations" ("reseller_id", "credit_balance", "id") WHERE "status" <> 'DELETED';
-- Its filters that pick few rows.
CREATE INDEX "organizations_by_status_name" ON "organizations" ("reseller_id", "status", "sort_name", "id") WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_by_plan" ON "organizations" ("reseller_id", "plan_id", "sort_name", "id") WHERE "status" <> 'DELETED' AND "plan_id" IS NOT NULL;
CREATE INDEX "organizations_by_tag" ON "organizations" USING gin ("tags" jsonb_path_ops) WHERE "status" <> 'DELETED';
CREATE INDEX "organizations_by_feature" ON "organizations" USING gin ("features") WHERE "status" <> 'DELETED';
-- Closed ones that can be restored, and those whose time is over. What is
-- purged has no name any more.
CREATE INDEX "organizations_deleted" ON "organizations" ("reseller_id", "deleted_at", "id") WHERE "status" = 'DELETED' AND "name" <> '';

-- Balances never fall below zero, whoever moves them.
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_credit_balance_check" CHECK ("credit_balance" >= 0);
-- A movement moves something, and an organization's side tells its balance.
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_amount_check" CHECK ("amount" <> 0);
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_balance_check" CHECK (("ledger" = 'ORGANIZATION') = ("balance_after" IS NOT NULL) AND ("balance_after" IS NULL OR "balance_after" >= 0));
-- A key counts once for an organization, for ever: the row is what remembers it.
CREATE UNIQUE INDEX "credit_entries_idempotency_key" ON "credit_entries" ("reseller_id", "organization_id", "idempotency_key") WHERE "idempotency_key" IS NOT NULL;
-- A movement is undone once: each of its sides has one side the other way.
CREATE UNIQUE INDEX "credit_entries_reverses_key" ON "credit_entries" ("reseller_id", "reverses_id", "organization_id", "ledger") WHERE "reverses_id" IS NOT NULL;
-- The statement of an organization, and the same by kind of movement.
CREATE INDEX "credit_entries_statement" ON "credit_entries" ("reseller_id", "organization_id", "created_at", "id") WHERE "ledger" = 'ORGANIZATION';
CREATE INDEX "credit_entries_statement_type" ON "credit_entries" ("reseller_id", "organization_id", "type", "created_at", "id") WHERE "ledger" = 'ORGANIZATION';
-- The ledger is written once, like the audit log.
REVOKE UPDATE, DELETE, TRUNCATE ON "credit_entries" FROM "tenantry";

-- Login-as: nobody stays longer than an hour, and what is going on has begun.
ALTER TABLE "impersonations" ADD CONSTRAINT "impersonations_minutes" CHECK ("minutes" BETWEEN 1 AND 60);
ALTER TABLE "impersonations" ADD CONSTRAINT "impersonations_hour" CHECK ("started_at" IS NULL OR "expires_at" <= "started_at" + interval '60 minutes');
ALTER TABLE "impersonations" ADD CONSTRAINT "impersonations_begun" CHECK ("status" <> 'ACTIVE' OR "started_at" IS NOT NULL);
-- What is open, to be ended with the rights of its actor, its user or its account.
CREATE INDEX "impersonations_open_by_actor" ON "impersonations" ("reseller_id", "actor_id") WHERE "status" IN ('REQUESTED', 'APPROVED', 'ACTIVE');
CREATE INDEX "impersonations_open_by_user" ON "impersonations" ("reseller_id", "user_id") WHERE "status" IN ('REQUESTED', 'APPROVED', 'ACTIVE');
CREATE INDEX "impersonations_open_by_account" ON "impersonations" ("reseller_id", "account_id") WHERE "status" IN ('REQUESTED', 'APPROVED', 'ACTIVE');
CREATE INDEX "impersonations_open_by_actor_session" ON "impersonations" ("reseller_id", "actor_session_id") WHERE "status" = 'ACTIVE';
-- An impersonation opens one session.
CREATE UNIQUE INDEX "sessions_impersonation_key" ON "sessions" ("reseller_id", "impersonation_id") WHERE "impersonation_id" IS NOT NULL;

-- Prices are not below nought, and periods go forward.
ALTER TABLE "plans" ADD CONSTRAINT "plans_prices_check" CHECK ("base_price" >= 0 AND "seat_price" >= 0 AND "included_seats" >= 0 AND "trial_days" >= 0);
ALTER TABLE "billing_subscriptions" ADD CONSTRAINT "billing_subscriptions_period_check" CHECK ("period_end" > "period_start");
ALTER TABLE "billing_subscriptions" ADD CONSTRAINT "billing_subscriptions_settled_check" CHECK (NOT "settled" OR "status" = 'CANCELED');
ALTER TABLE "billing_accounts" ADD CONSTRAINT "billing_accounts_payment_days_check" CHECK ("payment_days" BETWEEN 0 AND 365);
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_number_check" CHECK ("number" > 0);
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_period_check" CHECK ("period_end" > "period_start");
-- Nobody pays more than is asked for, and what is paid in full says so.
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_paid_check" CHECK ("total" > 0 AND "paid" >= 0 AND "paid" <= "total" AND ("status" = 'PAID') = ("paid" = "total"));
ALTER TABLE "invoice_payments" ADD CONSTRAINT "invoice_payments_amount_check" CHECK ("amount" > 0);
-- The name of a plan is taken while it can be chosen.
CREATE UNIQUE INDEX "plans_name_key" ON "plans" ("reseller_id", "sort_name") WHERE "archived_at" IS NULL;
-- One live subscription for each organization.
CREATE UNIQUE INDEX "billing_subscriptions_live_key" ON "billing_subscriptions" ("reseller_id", "organization_id") WHERE "status" <> 'CANCELED';
-- The periods that are to be invoiced.
CREATE INDEX "billing_subscriptions_due" ON "billing_subscriptions" ("reseller_id", "period_end", "id") WHERE NOT "settled";
-- The invoices that may have become past due, and those a subscription is past due for.
CREATE INDEX "invoices_due" ON "invoices" ("reseller_id", "due_on", "id") WHERE "status" = 'OPEN';
CREATE INDEX "invoices_past_due" ON "invoices" ("reseller_id", "subscription_id") WHERE "status" = 'PAST_DUE';
CREATE INDEX "invoices_search" ON "invoices" USING gin ("search_text" gin_trgm_ops);
-- What was asked for and what was paid is written once. Invoices themselves
-- change their state, and are never removed.
REVOKE UPDATE, DELETE, TRUNCATE ON "invoice_lines" FROM "tenantry";
REVOKE UPDATE, DELETE, TRUNCATE ON "invoice_payments" FROM "tenantry";
REVOKE DELETE, TRUNCATE ON "invoices" FROM "tenantry";

-- Usage records: append-only and partitioned by month, so that the entities do
-- not know the table (they cannot say partitions). The columns of text are
-- bounded here, so that no partition has a table for long values beside it.
CREATE TABLE "usage_records" (
  "reseller_id" uuid NOT NULL,
  "id" uuid NOT NULL,
  "account_id" uuid NOT NULL,
  "organization_id" uuid NOT NULL,
  "metric" varchar(40) NOT NULL,
  "occurred_on" date NOT NULL,
  "quantity" bigint NOT NULL,
  "record_key" varchar(100) NOT NULL,
  "created_at" timestamptz(6) NOT NULL,
  CONSTRAINT "usage_records_pkey" PRIMARY KEY ("reseller_id", "occurred_on", "id"),
  -- What a record is known by: a batch that is sent again adds nothing.
  CONSTRAINT "usage_records_record_key" UNIQUE ("reseller_id", "occurred_on", "organization_id", "metric", "record_key"),
  CONSTRAINT "usage_records_quantity_check" CHECK ("quantity" BETWEEN 0 AND 100000000000000)
  -- Without foreign keys, which cost two fifths of an insert: each record has a
  -- sum in usage_rollups, whose keys hold the organization and the reseller.
) PARTITION BY RANGE ("occurred_on");

-- Months until the end of 2031; the migration step of the program adds those of
-- the next two years that are missing. Names do not end as those of shards do.
CREATE TABLE "usage_records_rest" PARTITION OF "usage_records" DEFAULT;
CREATE TABLE "usage_records_y2025m01" PARTITION OF "usage_records" FOR VALUES FROM ('2025-01-01') TO ('2025-02-01');
CREATE TABLE "usage_records_y2025m02" PARTITION OF "usage_records" FOR VALUES FROM ('2025-02-01') TO ('2025-03-01');
CREATE TABLE "usage_records_y2025m03" PARTITION OF "usage_records" FOR VALUES FROM ('2025-03-01') TO ('2025-04-01');
CREATE TABLE "usage_records_y2025m04" PARTITION OF "usage_records" FOR VALUES FROM ('2025-04-01') TO ('2025-05-01');
CREATE TABLE "usage_records_y2025m05" PARTITION OF "usage_records" FOR VALUES FROM ('2025-05-01') TO ('2025-06-01');
CREATE TABLE "usage_records_y2025m06" PARTITION OF "usage_records" FOR VALUES FROM ('2025-06-01') TO ('2025-07-01');
CREATE TABLE "usage_records_y2025m07" PARTITION OF "usage_records" FOR VALUES FROM ('2025-07-01') TO ('2025-08-01');
CREATE TABLE "usage_records_y2025m08" PARTITION OF "usage_records" FOR VALUES FROM ('2025-08-01') TO ('2025-09-01');
CREATE TABLE "usage_records_y2025m09" PARTITION OF "usage_records" FOR VALUES FROM ('2025-09-01') TO ('2025-10-01');
CREATE TABLE "usage_records_y2025m10" PARTITION OF "usage_records" FOR VALUES FROM ('2025-10-01') TO ('2025-11-01');
CREATE TABLE "usage_records_y2025m11" PARTITION OF "usage_records" FOR VALUES FROM ('2025-11-01') TO ('2025-12-01');
CREATE TABLE "usage_records_y2025m12" PARTITION OF "usage_records" FOR VALUES FROM ('2025-12-01') TO ('2026-01-01');
CREATE TABLE "usage_records_y2026m01" PARTITION OF "usage_records" FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE "usage_records_y2026m02" PARTITION OF "usage_records" FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE "usage_records_y2026m03" PARTITION OF "usage_records" FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
CREATE TABLE "usage_records_y2026m04" PARTITION OF "usage_records" FOR VALUES FROM ('2026-04-01') TO ('2026-05-01');
CREATE TABLE "usage_records_y2026m05" PARTITION OF "usage_records" FOR VALUES FROM ('2026-05-01') TO ('2026-06-01');
CREATE TABLE "usage_records_y2026m06" PARTITION OF "usage_records" FOR VALUES FROM ('2026-06-01') TO ('2026-07-01');
CREATE TABLE "usage_records_y2026m07" PARTITION OF "usage_records" FOR VALUES FROM ('2026-07-01') TO ('2026-08-01');
CREATE TABLE "usage_records_y2026m08" PARTITION OF "usage_records" FOR VALUES FROM ('2026-08-01') TO ('2026-09-01');
CREATE TABLE "usage_records_y2026m09" PARTITION OF "usage_records" FOR VALUES FROM ('2026-09-01') TO ('2026-10-01');
CREATE TABLE "usage_records_y2026m10" PARTITION OF "usage_records" FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');
CREATE TABLE "usage_records_y2026m11" PARTITION OF "usage_records" FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
CREATE TABLE "usage_records_y2026m12" PARTITION OF "usage_records" FOR VALUES FROM ('2026-12-01') TO ('2027-01-01');
CREATE TABLE "usage_records_y2027m01" PARTITION OF "usage_records" FOR VALUES FROM ('2027-01-01') TO ('2027-02-01');
CREATE TABLE "usage_records_y2027m02" PARTITION OF "usage_records" FOR VALUES FROM ('2027-02-01') TO ('2027-03-01');
CREATE TABLE "usage_records_y2027m03" PARTITION OF "usage_records" FOR VALUES FROM ('2027-03-01') TO ('2027-04-01');
CREATE TABLE "usage_records_y2027m04" PARTITION OF "usage_records" FOR VALUES FROM ('2027-04-01') TO ('2027-05-01');
CREATE TABLE "usage_records_y2027m05" PARTITION OF "usage_records" FOR VALUES FROM ('2027-05-01') TO ('2027-06-01');
CREATE TABLE "usage_records_y2027m06" PARTITION OF "usage_records" FOR VALUES FROM ('2027-06-01') TO ('2027-07-01');
CREATE TABLE "usage_records_y2027m07" PARTITION OF "usage_records" FOR VALUES FROM ('2027-07-01') TO ('2027-08-01');
CREATE TABLE "usage_records_y2027m08" PARTITION OF "usage_records" FOR VALUES FROM ('2027-08-01') TO ('2027-09-01');
CREATE TABLE "usage_records_y2027m09" PARTITION OF "usage_records" FOR VALUES FROM ('2027-09-01') TO ('2027-10-01');
CREATE TABLE "usage_records_y2027m10" PARTITION OF "usage_records" FOR VALUES FROM ('2027-10-01') TO ('2027-11-01');
CREATE TABLE "usage_records_y2027m11" PARTITION OF "usage_records" FOR VALUES FROM ('2027-11-01') TO ('2027-12-01');
CREATE TABLE "usage_records_y2027m12" PARTITION OF "usage_records" FOR VALUES FROM ('2027-12-01') TO ('2028-01-01');
CREATE TABLE "usage_records_y2028m01" PARTITION OF "usage_records" FOR VALUES FROM ('2028-01-01') TO ('2028-02-01');
CREATE TABLE "usage_records_y2028m02" PARTITION OF "usage_records" FOR VALUES FROM ('2028-02-01') TO ('2028-03-01');
CREATE TABLE "usage_records_y2028m03" PARTITION OF "usage_records" FOR VALUES FROM ('2028-03-01') TO ('2028-04-01');
CREATE TABLE "usage_records_y2028m04" PARTITION OF "usage_records" FOR VALUES FROM ('2028-04-01') TO ('2028-05-01');
CREATE TABLE "usage_records_y2028m05" PARTITION OF "usage_records" FOR VALUES FROM ('2028-05-01') TO ('2028-06-01');
CREATE TABLE "usage_records_y2028m06" PARTITION OF "usage_records" FOR VALUES FROM ('2028-06-01') TO ('2028-07-01');
CREATE TABLE "usage_records_y2028m07" PARTITION OF "usage_records" FOR VALUES FROM ('2028-07-01') TO ('2028-08-01');
CREATE TABLE "usage_records_y2028m08" PARTITION OF "usage_records" FOR VALUES FROM ('2028-08-01') TO ('2028-09-01');
CREATE TABLE "usage_records_y2028m09" PARTITION OF "usage_records" FOR VALUES FROM ('2028-09-01') TO ('2028-10-01');
CREATE TABLE "usage_records_y2028m10" PARTITION OF "usage_records" FOR VALUES FROM ('2028-10-01') TO ('2028-11-01');
CREATE TABLE "usage_records_y2028m11" PARTITION OF "usage_records" FOR VALUES FROM ('2028-11-01') TO ('2028-12-01');
CREATE TABLE "usage_records_y2028m12" PARTITION OF "usage_records" FOR VALUES FROM ('2028-12-01') TO ('2029-01-01');
CREATE TABLE "usage_records_y2029m01" PARTITION OF "usage_records" FOR VALUES FROM ('2029-01-01') TO ('2029-02-01');
CREATE TABLE "usage_records_y2029m02" PARTITION OF "usage_records" FOR VALUES FROM ('2029-02-01') TO ('2029-03-01');
CREATE TABLE "usage_records_y2029m03" PARTITION OF "usage_records" FOR VALUES FROM ('2029-03-01') TO ('2029-04-01');
CREATE TABLE "usage_records_y2029m04" PARTITION OF "usage_records" FOR VALUES FROM ('2029-04-01') TO ('2029-05-01');
CREATE TABLE "usage_records_y2029m05" PARTITION OF "usage_records" FOR VALUES FROM ('2029-05-01') TO ('2029-06-01');
CREATE TABLE "usage_records_y2029m06" PARTITION OF "usage_records" FOR VALUES FROM ('2029-06-01') TO ('2029-07-01');
CREATE TABLE "usage_records_y2029m07" PARTITION OF "usage_records" FOR VALUES FROM ('2029-07-01') TO ('2029-08-01');
CREATE TABLE "usage_records_y2029m08" PARTITION OF "usage_records" FOR VALUES FROM ('2029-08-01') TO ('2029-09-01');
CREATE TABLE "usage_records_y2029m09" PARTITION OF "usage_records" FOR VALUES FROM ('2029-09-01') TO ('2029-10-01');
CREATE TABLE "usage_records_y2029m10" PARTITION OF "usage_records" FOR VALUES FROM ('2029-10-01') TO ('2029-11-01');
CREATE TABLE "usage_records_y2029m11" PARTITION OF "usage_records" FOR VALUES FROM ('2029-11-01') TO ('2029-12-01');
CREATE TABLE "usage_records_y2029m12" PARTITION OF "usage_records" FOR VALUES FROM ('2029-12-01') TO ('2030-01-01');
CREATE TABLE "usage_records_y2030m01" PARTITION OF "usage_records" FOR VALUES FROM ('2030-01-01') TO ('2030-02-01');
CREATE TABLE "usage_records_y2030m02" PARTITION OF "usage_records" FOR VALUES FROM ('2030-02-01') TO ('2030-03-01');
CREATE TABLE "usage_records_y2030m03" PARTITION OF "usage_records" FOR VALUES FROM ('2030-03-01') TO ('2030-04-01');
CREATE TABLE "usage_records_y2030m04" PARTITION OF "usage_records" FOR VALUES FROM ('2030-04-01') TO ('2030-05-01');
CREATE TABLE "usage_records_y2030m05" PARTITION OF "usage_records" FOR VALUES FROM ('2030-05-01') TO ('2030-06-01');
CREATE TABLE "usage_records_y2030m06" PARTITION OF "usage_records" FOR VALUES FROM ('2030-06-01') TO ('2030-07-01');
CREATE TABLE "usage_records_y2030m07" PARTITION OF "usage_records" FOR VALUES FROM ('2030-07-01') TO ('2030-08-01');
CREATE TABLE "usage_records_y2030m08" PARTITION OF "usage_records" FOR VALUES FROM ('2030-08-01') TO ('2030-09-01');
CREATE TABLE "usage_records_y2030m09" PARTITION OF "usage_records" FOR VALUES FROM ('2030-09-01') TO ('2030-10-01');
CREATE TABLE "usage_records_y2030m10" PARTITION OF "usage_records" FOR VALUES FROM ('2030-10-01') TO ('2030-11-01');
CREATE TABLE "usage_records_y2030m11" PARTITION OF "usage_records" FOR VALUES FROM ('2030-11-01') TO ('2030-12-01');
CREATE TABLE "usage_records_y2030m12" PARTITION OF "usage_records" FOR VALUES FROM ('2030-12-01') TO ('2031-01-01');
CREATE TABLE "usage_records_y2031m01" PARTITION OF "usage_records" FOR VALUES FROM ('2031-01-01') TO ('2031-02-01');
CREATE TABLE "usage_records_y2031m02" PARTITION OF "usage_records" FOR VALUES FROM ('2031-02-01') TO ('2031-03-01');
CREATE TABLE "usage_records_y2031m03" PARTITION OF "usage_records" FOR VALUES FROM ('2031-03-01') TO ('2031-04-01');
CREATE TABLE "usage_records_y2031m04" PARTITION OF "usage_records" FOR VALUES FROM ('2031-04-01') TO ('2031-05-01');
CREATE TABLE "usage_records_y2031m05" PARTITION OF "usage_records" FOR VALUES FROM ('2031-05-01') TO ('2031-06-01');
CREATE TABLE "usage_records_y2031m06" PARTITION OF "usage_records" FOR VALUES FROM ('2031-06-01') TO ('2031-07-01');
CREATE TABLE "usage_records_y2031m07" PARTITION OF "usage_records" FOR VALUES FROM ('2031-07-01') TO ('2031-08-01');
CREATE TABLE "usage_records_y2031m08" PARTITION OF "usage_records" FOR VALUES FROM ('2031-08-01') TO ('2031-09-01');
CREATE TABLE "usage_records_y2031m09" PARTITION OF "usage_records" FOR VALUES FROM ('2031-09-01') TO ('2031-10-01');
CREATE TABLE "usage_records_y2031m10" PARTITION OF "usage_records" FOR VALUES FROM ('2031-10-01') TO ('2031-11-01');
CREATE TABLE "usage_records_y2031m11" PARTITION OF "usage_records" FOR VALUES FROM ('2031-11-01') TO ('2031-12-01');
CREATE TABLE "usage_records_y2031m12" PARTITION OF "usage_records" FOR VALUES FROM ('2031-12-01') TO ('2032-01-01');

-- What was used is not changed afterwards. Rights on the partitions are those of
-- tables, so each is closed too, though the program never names one.
DO $$
DECLARE
  part regclass;
BEGIN
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'usage_records'::regclass LOOP
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON %s FROM "tenantry"', part);
  END LOOP;
END
$$;
REVOKE UPDATE, DELETE, TRUNCATE ON "usage_records" FROM "tenantry";

-- Sums are never below nought, and their period fits their grain.
ALTER TABLE "usage_rollups" ADD CONSTRAINT "usage_rollups_quantity_check" CHECK ("quantity" >= 0);
ALTER TABLE "usage_rollups" ADD CONSTRAINT "usage_rollups_records_check" CHECK ("records" > 0);
ALTER TABLE "usage_rollups" ADD CONSTRAINT "usage_rollups_period_check" CHECK ("grain" = 'DAY' OR EXTRACT(day FROM "period") = 1);
-- Sums change in place: room on each page keeps that from touching the indexes.
ALTER TABLE "usage_rollups" SET (fillfactor = 80);

ALTER TABLE "report_schedules" ADD CONSTRAINT "report_schedules_hour_check" CHECK ("hour" BETWEEN 0 AND 23);
-- The schedules that are due, of all resellers' one after the other.
CREATE INDEX "report_schedules_due" ON "report_schedules" ("reseller_id", "next_run_at", "id") WHERE "active";

-- Host names are compared as they are written in the directory of hosts.
ALTER TABLE "branding_hosts" ADD CONSTRAINT "branding_hosts_lower" CHECK ("id" = lower("id"));

ALTER TABLE "storage_accounts" ADD CONSTRAINT "storage_accounts_bytes" CHECK ("quota_bytes" > 0 AND "used_bytes" >= 0);
-- An endpoint is found by an event it is told of.
CREATE INDEX "webhook_endpoints_events" ON "webhook_endpoints" USING gin ("events");
