CREATE TABLE "cds_clients" (
	"issuer" text PRIMARY KEY NOT NULL,
	"consumer" text NOT NULL,
	"jwks" jsonb NOT NULL,
	"jku" text,
	"tenants" text[] NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cds_clients_issuer" CHECK ("issuer" <> '')
);
--> statement-breakpoint
CREATE TABLE "cds_tokens" (
	"issuer" text NOT NULL,
	"jti_hash" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "cds_tokens_issuer_jti_hash_pk" PRIMARY KEY("issuer","jti_hash"),
	CONSTRAINT "cds_tokens_jti" CHECK ("jti_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "cds_clients" ADD CONSTRAINT "cds_clients_consumer_consumers_id_fk" FOREIGN KEY ("consumer") REFERENCES "public"."consumers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cds_tokens" ADD CONSTRAINT "cds_tokens_issuer_cds_clients_issuer_fk" FOREIGN KEY ("issuer") REFERENCES "public"."cds_clients"("issuer") ON DELETE cascade ON UPDATE no action;