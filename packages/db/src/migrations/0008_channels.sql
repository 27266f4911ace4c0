CREATE TABLE "schedules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program" text NOT NULL,
	"channel" text NOT NULL,
	"draft" uuid,
	"draft_hash" text,
	"release" integer,
	"message" text NOT NULL,
	"due" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"outcome" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "schedules_state" CHECK ("state" in ('waiting', 'done', 'failed', 'cancelled')),
	CONSTRAINT "schedules_what" CHECK (("release" is null) = ("draft" is not null and "draft_hash" is not null)),
	CONSTRAINT "schedules_ended" CHECK (("state" = 'waiting') = ("ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "pointer_history" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "pointer_history" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "pointer_history" ADD COLUMN "suspended_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pointers" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "pointers" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "pointers" ADD COLUMN "suspended_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "review_by" text;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "schedules_due" ON "schedules" USING btree ("due") WHERE "state" = 'waiting';--> statement-breakpoint
CREATE INDEX "schedules_program" ON "schedules" USING btree ("program");