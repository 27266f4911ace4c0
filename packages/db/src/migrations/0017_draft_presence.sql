CREATE TABLE "draft_presence" (
	"draft" uuid NOT NULL,
	"person" text NOT NULL,
	"place" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_presence_draft_person_pk" PRIMARY KEY("draft","person"),
	CONSTRAINT "draft_presence_place" CHECK ("place" ~ '^[a-z-]{0,40}(/[A-Za-z0-9_.-]{1,80})?$')
);
--> statement-breakpoint
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;