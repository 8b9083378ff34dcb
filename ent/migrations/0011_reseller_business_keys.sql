-- The foreign keys of the tables of 0010.
ALTER TABLE "api_credentials" ADD CONSTRAINT "api_credentials_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "api_credentials" ADD CONSTRAINT "api_credentials_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "api_services" ADD CONSTRAINT "api_services_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "billing_accounts" ADD CONSTRAINT "billing_accounts_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "billing_accounts" ADD CONSTRAINT "billing_accounts_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "plans" ADD CONSTRAINT "plans_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "billing_subscriptions" ADD CONSTRAINT "billing_subscriptions_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "billing_subscriptions" ADD CONSTRAINT "billing_subscriptions_plans_plan"
  FOREIGN KEY ("reseller_id", "plan_id") REFERENCES "plans" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "billing_subscriptions" ADD CONSTRAINT "billing_subscriptions_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "branding_logos" ADD CONSTRAINT "branding_logos_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "branding_logos" ADD CONSTRAINT "branding_logos_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "brandings" ADD CONSTRAINT "brandings_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "brandings" ADD CONSTRAINT "brandings_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "custom_models" ADD CONSTRAINT "custom_models_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "custom_models" ADD CONSTRAINT "custom_models_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "impersonations" ADD CONSTRAINT "impersonations_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "impersonations" ADD CONSTRAINT "impersonations_users_actor"
  FOREIGN KEY ("reseller_id", "actor_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "impersonations" ADD CONSTRAINT "impersonations_users_user"
  FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "impersonations" ADD CONSTRAINT "impersonations_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "invoice_counters" ADD CONSTRAINT "invoice_counters_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_billing_subscriptions_subscription"
  FOREIGN KEY ("reseller_id", "subscription_id") REFERENCES "billing_subscriptions" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoices_invoice"
  FOREIGN KEY ("reseller_id", "invoice_id") REFERENCES "invoices" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "invoice_payments" ADD CONSTRAINT "invoice_payments_invoices_invoice"
  FOREIGN KEY ("reseller_id", "invoice_id") REFERENCES "invoices" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "invoice_payments" ADD CONSTRAINT "invoice_payments_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "release_notes" ADD CONSTRAINT "release_notes_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "report_schedules" ADD CONSTRAINT "report_schedules_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "report_schedules" ADD CONSTRAINT "report_schedules_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "report_recipients" ADD CONSTRAINT "report_recipients_report_schedules_schedule"
  FOREIGN KEY ("reseller_id", "schedule_id") REFERENCES "report_schedules" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "report_recipients" ADD CONSTRAINT "report_recipients_users_user"
  FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "report_recipients" ADD CONSTRAINT "report_recipients_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "service_incidents" ADD CONSTRAINT "service_incidents_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "service_incident_news" ADD CONSTRAINT "service_incident_news_service_incidents_incident"
  FOREIGN KEY ("reseller_id", "incident_id") REFERENCES "service_incidents" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "service_incident_news" ADD CONSTRAINT "service_incident_news_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "status_subscriptions" ADD CONSTRAINT "status_subscriptions_users_user"
  FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "status_subscriptions" ADD CONSTRAINT "status_subscriptions_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "storage_accounts" ADD CONSTRAINT "storage_accounts_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "storage_accounts" ADD CONSTRAINT "storage_accounts_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "usage_rollups" ADD CONSTRAINT "usage_rollups_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "usage_rollups" ADD CONSTRAINT "usage_rollups_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_organizations_organization"
  FOREIGN KEY ("reseller_id", "organization_id") REFERENCES "organizations" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_resellers_reseller"
  FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
