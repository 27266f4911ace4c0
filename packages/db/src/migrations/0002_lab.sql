CREATE TABLE "confirmations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "confirmations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"program" text NOT NULL,
	"kind" text NOT NULL,
	"thing" text NOT NULL,
	"hash" text NOT NULL,
	"person" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "confirmations_once" UNIQUE("program","kind","thing","hash","person"),
	CONSTRAINT "confirmations_kind" CHECK ("kind" in ('criterion', 'parameter', 'source', 'sentence')),
	CONSTRAINT "confirmations_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "edits" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "edits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"program" text NOT NULL,
	"draft" uuid NOT NULL,
	"kind" text NOT NULL,
	"thing" text NOT NULL,
	"hash" text NOT NULL,
	"person" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "edits_once" UNIQUE("draft","kind","thing","hash","person"),
	CONSTRAINT "edits_kind" CHECK ("kind" in ('criterion', 'parameter', 'source', 'sentence')),
	CONSTRAINT "edits_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "expectation_origins" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "expectation_origins_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"program" text NOT NULL,
	"draft" uuid NOT NULL,
	"profile" text NOT NULL,
	"hash" text NOT NULL,
	"provenance" text NOT NULL,
	"statement" text,
	"person" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "expectation_origins_provenance" CHECK ("provenance" in ('blind', 'accepted-output', 'from-source')),
	CONSTRAINT "expectation_origins_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "expectation_origins_statement" CHECK (("provenance" = 'from-source') = ("statement" is not null))
);
--> statement-breakpoint
CREATE TABLE "handed_out" (
	"program" text NOT NULL,
	"person" text NOT NULL,
	"decision" text NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "handed_out_program_person_decision_hash_pk" PRIMARY KEY("program","person","decision","hash"),
	CONSTRAINT "handed_out_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "lab_results" (
	"kind" text NOT NULL,
	"hash" text NOT NULL,
	"report" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lab_results_kind_hash_pk" PRIMARY KEY("kind","hash"),
	CONSTRAINT "lab_results_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "waivers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "waivers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"draft" uuid NOT NULL,
	"gate" text NOT NULL,
	"given" boolean NOT NULL,
	"hash" text NOT NULL,
	"person" text NOT NULL,
	"reason" text NOT NULL,
	"until" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "waivers_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "waivers_reason" CHECK (not "given" or "reason" <> ''),
	CONSTRAINT "waivers_until" CHECK (not "given" or "until" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "hazards" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "hazards" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "releases" ADD COLUMN "change_kind" text;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edits" ADD CONSTRAINT "edits_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edits" ADD CONSTRAINT "edits_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edits" ADD CONSTRAINT "edits_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expectation_origins" ADD CONSTRAINT "expectation_origins_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expectation_origins" ADD CONSTRAINT "expectation_origins_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expectation_origins" ADD CONSTRAINT "expectation_origins_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handed_out" ADD CONSTRAINT "handed_out_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handed_out" ADD CONSTRAINT "handed_out_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "edits_program" ON "edits" USING btree ("program");--> statement-breakpoint
CREATE INDEX "expectation_origins_profile" ON "expectation_origins" USING btree ("program","profile");--> statement-breakpoint
CREATE INDEX "waivers_draft" ON "waivers" USING btree ("draft");