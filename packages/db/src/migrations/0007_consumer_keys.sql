CREATE TABLE "consumer_reports" (
	"consumer" text NOT NULL,
	"program" text NOT NULL,
	"channel" text NOT NULL,
	"version" text NOT NULL,
	"release" integer,
	"refreshed_at" timestamp with time zone,
	"facts" text[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consumer_reports_consumer_program_channel_pk" PRIMARY KEY("consumer","program","channel")
);
--> statement-breakpoint
ALTER TABLE "consumers" ADD COLUMN "kind" text DEFAULT 'secret' NOT NULL;--> statement-breakpoint
ALTER TABLE "consumers" ADD COLUMN "former_key_hash" text;--> statement-breakpoint
ALTER TABLE "consumers" ADD COLUMN "former_key_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "consumers" ADD COLUMN "origins" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "consumers" ADD COLUMN "limits" jsonb;--> statement-breakpoint
ALTER TABLE "consumer_reports" ADD CONSTRAINT "consumer_reports_consumer_consumers_id_fk" FOREIGN KEY ("consumer") REFERENCES "public"."consumers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consumer_reports" ADD CONSTRAINT "consumer_reports_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consumers" ADD CONSTRAINT "consumers_former_key_hash_unique" UNIQUE("former_key_hash");--> statement-breakpoint
ALTER TABLE "consumers" ADD CONSTRAINT "consumers_kind" CHECK ("kind" in ('secret', 'publishable'));--> statement-breakpoint
ALTER TABLE "consumers" ADD CONSTRAINT "consumers_former_key" CHECK (("former_key_hash" is null) = ("former_key_until" is null));