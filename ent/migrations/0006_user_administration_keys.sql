-- Their foreign keys.

ALTER TABLE "action_tokens" ADD CONSTRAINT "action_tokens_users_user" FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "action_tokens" ADD CONSTRAINT "action_tokens_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "dead_mails" ADD CONSTRAINT "dead_mails_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_users_user" FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "job_chunks" ADD CONSTRAINT "job_chunks_jobs_job" FOREIGN KEY ("reseller_id", "job_id") REFERENCES "jobs" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "job_chunks" ADD CONSTRAINT "job_chunks_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_jobs_job" FOREIGN KEY ("reseller_id", "job_id") REFERENCES "jobs" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_users_user" FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_users_user" FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "totp_credentials" ADD CONSTRAINT "totp_credentials_users_user" FOREIGN KEY ("reseller_id", "user_id") REFERENCES "users" ("reseller_id", "id") ON DELETE RESTRICT;
ALTER TABLE "totp_credentials" ADD CONSTRAINT "totp_credentials_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
ALTER TABLE "user_counters" ADD CONSTRAINT "user_counters_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT;
