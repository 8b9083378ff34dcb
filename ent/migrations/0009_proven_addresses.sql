-- Whoever has shown that an address is his comes before all who only have it
-- written into their row, however many these are.
ALTER TABLE "login_directories" ADD COLUMN "verified" boolean NOT NULL DEFAULT false;
UPDATE "login_directories" SET "verified" = true FROM "users"
  WHERE "users"."reseller_id" = "login_directories"."owner_reseller_id" AND "users"."id" = "login_directories"."id"
    AND "users"."email_verified_at" IS NOT NULL;
CREATE INDEX "logindirectory_email_key_verified_created_at" ON "login_directories" ("email_key", "verified" DESC, "created_at");
DROP INDEX "logindirectory_email_key";
