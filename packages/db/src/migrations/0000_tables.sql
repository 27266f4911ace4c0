CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"payload_hash" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_linear" UNIQUE("prev_hash"),
	CONSTRAINT "audit_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_one_row" CHECK ("id" = 1)
);
--> statement-breakpoint
CREATE TABLE "audit_payloads" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"payload" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consumer_seen" (
	"consumer" text NOT NULL,
	"program" text NOT NULL,
	"channel" text NOT NULL,
	"release" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consumer_seen_consumer_program_channel_pk" PRIMARY KEY("consumer","program","channel")
);
--> statement-breakpoint
CREATE TABLE "consumers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"key_prefix" text NOT NULL,
	"programs" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "consumers_key_hash_unique" UNIQUE("key_hash"),
	CONSTRAINT "consumers_key_hash" CHECK ("key_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "draft_approvals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "draft_approvals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"draft" uuid NOT NULL,
	"person" text NOT NULL,
	"hash" text NOT NULL,
	"meaning" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_approvals_once" UNIQUE("draft","person","hash","meaning"),
	CONSTRAINT "draft_approvals_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "draft_approvals_meaning" CHECK ("meaning" in ('clinical-approval', 'review', 'responsibility'))
);
--> statement-breakpoint
CREATE TABLE "draft_authors" (
	"draft" uuid NOT NULL,
	"person" text NOT NULL,
	CONSTRAINT "draft_authors_draft_person_pk" PRIMARY KEY("draft","person")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program" text NOT NULL,
	"base_release" integer,
	"base_sha256" text,
	"status" text NOT NULL,
	"revision" integer NOT NULL,
	"hash" text NOT NULL,
	"rule_set" jsonb NOT NULL,
	"profiles" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "drafts_status" CHECK ("status" in ('editing', 'in-review', 'approved', 'published', 'discarded')),
	CONSTRAINT "drafts_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "drafts_base_whole" CHECK (("base_release" is null) = ("base_sha256" is null))
);
--> statement-breakpoint
CREATE TABLE "expectation_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "expectation_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"draft" uuid NOT NULL,
	"profile" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	"person" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "expectation_changes_reason" CHECK ("reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY NOT NULL,
	"sequence_floor" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "installation_one_row" CHECK ("id" = 1)
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title" jsonb NOT NULL,
	"email" text,
	"admin" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "pointer_history" (
	"program" text NOT NULL,
	"channel" text NOT NULL,
	"sequence" bigint NOT NULL,
	"release" integer NOT NULL,
	"sha256" text NOT NULL,
	"envelope" "bytea" NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"moved_by" text NOT NULL,
	CONSTRAINT "pointer_history_program_channel_sequence_pk" PRIMARY KEY("program","channel","sequence")
);
--> statement-breakpoint
CREATE TABLE "pointers" (
	"program" text NOT NULL,
	"channel" text NOT NULL,
	"sequence" bigint NOT NULL,
	"release" integer NOT NULL,
	"sha256" text NOT NULL,
	"envelope" "bytea" NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"moved_by" text NOT NULL,
	CONSTRAINT "pointers_program_channel_pk" PRIMARY KEY("program","channel")
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" text PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"settings" jsonb NOT NULL,
	"head_release" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"program" text NOT NULL,
	"number" integer NOT NULL,
	"sha256" text NOT NULL,
	"envelope" "bytea" NOT NULL,
	"rule_set" jsonb NOT NULL,
	"profiles" jsonb NOT NULL,
	"published_by" text NOT NULL,
	"approved_by" text[] NOT NULL,
	"note" text NOT NULL,
	"waivers" text[] NOT NULL,
	"draft" uuid,
	"draft_hash" text,
	"idempotency_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "releases_program_number_pk" PRIMARY KEY("program","number"),
	CONSTRAINT "releases_once" UNIQUE("program","idempotency_key"),
	CONSTRAINT "releases_draft" UNIQUE("draft"),
	CONSTRAINT "releases_number" CHECK ("number" >= 1),
	CONSTRAINT "releases_sha256" CHECK ("sha256" = encode(sha256("envelope"), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"person" text NOT NULL,
	"program" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "role_grants_person_program_role_pk" PRIMARY KEY("person","program","role"),
	CONSTRAINT "role_grants_role" CHECK ("role" in ('viewer', 'qa', 'author', 'reviewer'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_hash" CHECK ("token_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "audit_payloads" ADD CONSTRAINT "audit_payloads_seq_audit_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."audit"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consumer_seen" ADD CONSTRAINT "consumer_seen_consumer_consumers_id_fk" FOREIGN KEY ("consumer") REFERENCES "public"."consumers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consumer_seen" ADD CONSTRAINT "consumer_seen_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_approvals" ADD CONSTRAINT "draft_approvals_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_approvals" ADD CONSTRAINT "draft_approvals_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_authors" ADD CONSTRAINT "draft_authors_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_authors" ADD CONSTRAINT "draft_authors_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_base" FOREIGN KEY ("program","base_release") REFERENCES "public"."releases"("program","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expectation_changes" ADD CONSTRAINT "expectation_changes_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expectation_changes" ADD CONSTRAINT "expectation_changes_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pointer_history" ADD CONSTRAINT "pointer_history_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pointer_history" ADD CONSTRAINT "pointer_history_release" FOREIGN KEY ("program","release") REFERENCES "public"."releases"("program","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pointers" ADD CONSTRAINT "pointers_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pointers" ADD CONSTRAINT "pointers_release" FOREIGN KEY ("program","release") REFERENCES "public"."releases"("program","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_program_programs_id_fk" FOREIGN KEY ("program") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_one_open" ON "drafts" USING btree ("program") WHERE "status" in ('editing', 'in-review', 'approved');--> statement-breakpoint
CREATE INDEX "expectation_changes_draft" ON "expectation_changes" USING btree ("draft");--> statement-breakpoint
CREATE INDEX "pointer_history_issued" ON "pointer_history" USING btree ("program","channel","issued_at");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person");