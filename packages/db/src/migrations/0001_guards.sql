-- What may never change is refused by the database itself, whoever asks. SQLSTATE JM001 names these refusals.
CREATE FUNCTION jumelage_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on "%" is refused: its rows are kept as they were written', TG_OP, TG_TABLE_NAME USING ERRCODE = 'JM001';
END $$;
--> statement-breakpoint
CREATE FUNCTION jumelage_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Nested, because a field of another table's row must not even be named in the same expression.
  IF TG_TABLE_NAME = 'pointers' THEN
    IF NEW.program = OLD.program AND NEW.channel = OLD.channel AND NEW.sequence > OLD.sequence THEN RETURN NEW; END IF;
  ELSIF TG_TABLE_NAME = 'audit_head' THEN
    IF NEW.id = OLD.id AND NEW.size = OLD.size + 1 THEN RETURN NEW; END IF;
  ELSIF TG_TABLE_NAME = 'installation' THEN
    IF NEW.id = OLD.id AND NEW.sequence_floor >= OLD.sequence_floor THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'a counter of "%" may only grow', TG_TABLE_NAME USING ERRCODE = 'JM001';
END $$;
--> statement-breakpoint
CREATE FUNCTION jumelage_head_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id = OLD.id AND NEW.head_release IN (OLD.head_release, OLD.head_release + 1) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the release number of "%" may only go up by one', OLD.id USING ERRCODE = 'JM001';
END $$;
--> statement-breakpoint
CREATE FUNCTION jumelage_closed_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('published', 'discarded') THEN
    RAISE EXCEPTION 'draft % is % and changes no more', OLD.id, OLD.status USING ERRCODE = 'JM001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  -- ENABLE ALWAYS: the guards also hold under session_replication_role = replica.
  FOREACH t IN ARRAY ARRAY['releases', 'pointer_history', 'audit', 'draft_approvals', 'expectation_changes'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION jumelage_refuse()', t || '_immutable', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t, t || '_immutable');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['pointers', 'audit_head', 'installation', 'programs', 'drafts', 'draft_authors', 'people', 'consumers'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION jumelage_refuse()', t || '_kept', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t, t || '_kept');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['releases', 'pointer_history', 'audit', 'draft_approvals', 'expectation_changes', 'pointers', 'audit_head', 'installation', 'programs', 'drafts', 'draft_authors', 'people', 'consumers', 'audit_payloads'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION jumelage_refuse()', t || '_no_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t, t || '_no_truncate');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['pointers', 'audit_head', 'installation'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION jumelage_only_grows()', t || '_grows', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t, t || '_grows');
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_payloads_unchanged BEFORE UPDATE ON audit_payloads FOR EACH ROW EXECUTE FUNCTION jumelage_refuse();
--> statement-breakpoint
ALTER TABLE audit_payloads ENABLE ALWAYS TRIGGER audit_payloads_unchanged;
--> statement-breakpoint
CREATE TRIGGER programs_head BEFORE UPDATE ON programs FOR EACH ROW EXECUTE FUNCTION jumelage_head_release();
--> statement-breakpoint
ALTER TABLE programs ENABLE ALWAYS TRIGGER programs_head;
--> statement-breakpoint
CREATE TRIGGER drafts_closed BEFORE UPDATE ON drafts FOR EACH ROW EXECUTE FUNCTION jumelage_closed_draft();
--> statement-breakpoint
ALTER TABLE drafts ENABLE ALWAYS TRIGGER drafts_closed;
--> statement-breakpoint
INSERT INTO installation (id, sequence_floor) VALUES (1, 0);
--> statement-breakpoint
-- The chain starts from a hash of nothing: 64 zeros.
INSERT INTO audit_head (id, size, hash) VALUES (1, 0, repeat('0', 64));
