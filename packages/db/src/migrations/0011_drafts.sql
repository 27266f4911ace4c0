DROP INDEX "drafts_one_open";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- An open draft is called after whoever started it, until somebody says otherwise. Closed ones never change.
UPDATE "drafts" SET "name" = (SELECT "people"."name" FROM "people" WHERE "people"."id" = "drafts"."created_by") WHERE "status" in ('editing', 'in-review', 'approved');--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_open_name" ON "drafts" USING btree ("program","name") WHERE "status" in ('editing', 'in-review', 'approved');
