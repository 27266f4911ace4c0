CREATE TABLE "draft_comments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "draft_comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"draft" uuid NOT NULL,
	"anchor" text NOT NULL,
	"thread" bigint,
	"act" text NOT NULL,
	"text" text NOT NULL,
	"person" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_comments_act" CHECK ("act" in ('said', 'resolved', 'reopened')),
	CONSTRAINT "draft_comments_text" CHECK (("act" = 'said') = ("text" <> '')),
	CONSTRAINT "draft_comments_thread" CHECK ("act" = 'said' or "thread" is not null)
);
--> statement-breakpoint
CREATE TABLE "draft_seen" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "draft_seen_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"draft" uuid NOT NULL,
	"person" text NOT NULL,
	"anchor" text NOT NULL,
	"fingerprint" text NOT NULL,
	"seen" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_seen_fingerprint" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_thread_draft_comments_id_fk" FOREIGN KEY ("thread") REFERENCES "public"."draft_comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_seen" ADD CONSTRAINT "draft_seen_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_seen" ADD CONSTRAINT "draft_seen_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_comments_draft" ON "draft_comments" USING btree ("draft");--> statement-breakpoint
CREATE INDEX "draft_seen_draft" ON "draft_seen" USING btree ("draft");--> statement-breakpoint
-- Who has seen what, and what people said, is kept as it was written.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['draft_seen', 'draft_comments'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION jumelage_refuse()', t || '_immutable', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t, t || '_immutable');
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION jumelage_refuse()', t || '_no_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t, t || '_no_truncate');
  END LOOP;
END $$;
