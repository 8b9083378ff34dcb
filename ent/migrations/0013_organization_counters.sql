-- The total of a list of organizations comes from counters kept with each
-- change, as that of users does: counting a hundred thousand for every page
-- costs more than the page.
CREATE TABLE "organization_counters" (
  "id" uuid NOT NULL,
  "reseller_id" uuid NOT NULL,
  "created_at" timestamptz NOT NULL,
  "kind" text NOT NULL,
  "status" text NOT NULL,
  "organizations" bigint NOT NULL DEFAULT 0,
  CONSTRAINT "organization_counters_pkey" PRIMARY KEY ("reseller_id", "id"),
  CONSTRAINT "organization_counters_resellers_reseller" FOREIGN KEY ("reseller_id") REFERENCES "resellers" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "organizationcounter_reseller_id_kind_status"
  ON "organization_counters" ("reseller_id", "kind", "status");

-- The counters of the organizations there are. What a server of the version
-- before changes until it stops is mended by "tenantry counters repair".
INSERT INTO "organization_counters" ("id", "reseller_id", "created_at", "kind", "status", "organizations")
SELECT gen_random_uuid(), "reseller_id", now(), "kind", "status", count(*)
FROM "organizations" GROUP BY "reseller_id", "kind", "status";
