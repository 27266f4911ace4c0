// What is said of the draft as a whole, and what is said of things that have no place of their own on the page: some are in
// the draft as they were, some are gone from it. Nothing that was said disappears with what it was about.
import type { Thread } from "@jumelage/api/schemas";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Panel } from "../../ui/page.tsx";
import { nameOfAnchor, type Named } from "./anchors.ts";
import { CommentsAbout } from "./comments-here.tsx";
import classes from "./comments.module.css";
import { ThreadList } from "./thread-list.tsx";
import { useTalk } from "./use-threads.ts";

/** `placed`: the anchors whose threads are shown elsewhere on the page. */
export function CommentsPanel({ placed }: { readonly placed: readonly string[] }): ReactNode {
  const t = useTranslations("comments");
  const { program, ruleSet, profiles, hazards, lang } = useWorkspace();
  const { allowed, threads, loading } = useTalk();
  const elsewhere = useMemo(() => {
    const context = { lang, paths: programPaths(program) };
    const anchors = new Set(threads.map((thread) => thread.anchor));
    return [...anchors]
      .filter((anchor) => anchor !== "" && !placed.includes(anchor))
      .map((anchor) => ({
        named: nameOfAnchor(anchor, { ruleSet, profiles, hazards }, context),
        about: threads.filter((thread) => thread.anchor === anchor),
      }));
  }, [threads, placed, ruleSet, profiles, hazards, lang, program]);
  if (!allowed) return null;
  const gone = elsewhere.filter(({ named }) => named.href === undefined);
  return (
    <Panel title={t("title")}>
      {loading ? <Loading /> : null}
      <CommentsAbout anchor="" />
      <Group title={t("elsewhere")} things={elsewhere.filter(({ named }) => named.href !== undefined)} />
      <Group title={t("gone")} things={gone} />
    </Panel>
  );
}

interface GroupProps {
  readonly title: string;
  readonly things: readonly { readonly named: Named; readonly about: readonly Thread[] }[];
}

function Group({ title, things }: GroupProps): ReactNode {
  if (things.length === 0) return null;
  return (
    <section className={classes.group}>
      <h3>{title}</h3>
      {things.map(({ named, about }) => (
        <div key={about[0]?.thread} className="j-stack-tight">
          <h4>{named.href ? <AppLink href={named.href}>{named.name}</AppLink> : named.name}</h4>
          <ThreadList threads={about} />
        </div>
      ))}
    </section>
  );
}
