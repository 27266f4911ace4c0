CREATE TABLE "draft_updates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "draft_updates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"draft" uuid NOT NULL,
	"person" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from_release" integer,
	"to_release" integer NOT NULL,
	"before_hash" text NOT NULL,
	"after_hash" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"choices" jsonb NOT NULL,
	CONSTRAINT "draft_updates_before" CHECK ("before_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "draft_updates_after" CHECK ("after_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "draft_updates_to" CHECK ("to_release" >= 1)
);
--> statement-breakpoint
ALTER TABLE "draft_updates" ADD CONSTRAINT "draft_updates_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_updates" ADD CONSTRAINT "draft_updates_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_updates_draft" ON "draft_updates" USING btree ("draft");--> statement-breakpoint
-- What a draft was before an update is kept as it was written.
DO $$
BEGIN
  CREATE TRIGGER draft_updates_immutable BEFORE UPDATE OR DELETE ON draft_updates FOR EACH ROW EXECUTE FUNCTION jumelage_refuse();
  ALTER TABLE draft_updates ENABLE ALWAYS TRIGGER draft_updates_immutable;
  CREATE TRIGGER draft_updates_no_truncate BEFORE TRUNCATE ON draft_updates FOR EACH STATEMENT EXECUTE FUNCTION jumelage_refuse();
  ALTER TABLE draft_updates ENABLE ALWAYS TRIGGER draft_updates_no_truncate;
END $$;
