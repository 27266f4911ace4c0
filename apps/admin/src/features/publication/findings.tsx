// What a gate found, in words, grouped by profile, each with a link to where it is mended.
import type { GateFinding } from "@jumelage/api/schemas";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { useFindingWords } from "./finding-words.ts";
import { placeOf } from "./finding-place.ts";
import classes from "./publication.module.css";

export function Findings({ findings }: { readonly findings: readonly GateFinding[] }) {
  const groups = new Map<string, GateFinding[]>();
  const others: GateFinding[] = [];
  for (const finding of findings) {
    if (finding.profile === undefined) others.push(finding);
    else groups.set(finding.profile, [...(groups.get(finding.profile) ?? []), finding]);
  }
  return (
    <ul className={classes.findings}>
      {others.map((finding) => (
        <li key={JSON.stringify(finding)}>
          <Finding finding={finding} />
        </li>
      ))}
      {[...groups].map(([profile, found]) => (
        <ProfileFindings key={profile} profile={profile} findings={found} />
      ))}
    </ul>
  );
}

/** The answer itself first, then what goes with it. */
function rank(finding: GateFinding): number {
  return finding.code === "profile-state" ? 0 : finding.code === "profile-outcomes" ? 1 : 2;
}

function ProfileFindings({
  profile,
  findings,
}: {
  readonly profile: string;
  readonly findings: readonly GateFinding[];
}) {
  const { program, profiles, lang } = useWorkspace();
  const words = useFindingWords();
  const sorted = [...findings].sort((a, b) => rank(a) - rank(b));
  const title = profiles.find((p) => p.id === profile)?.title[lang];
  return (
    <li>
      <AppLink href={programPaths(program).profile(profile)}>
        {profile}
        {title === undefined ? "" : ` – ${title}`}
      </AppLink>
      <ul>
        {sorted.map((finding) => (
          <li key={JSON.stringify(finding)}>{words(finding)}</li>
        ))}
      </ul>
    </li>
  );
}

function Finding({ finding }: { readonly finding: GateFinding }) {
  const t = useTranslations("publication.findings");
  const { program, ruleSet, lang } = useWorkspace();
  const words = useFindingWords();
  const paths = programPaths(program);
  const approval = finding.code.startsWith("approval-");
  const place = approval
    ? { href: paths.review, name: t("seeReview") }
    : placeOf(finding, { ruleSet, lang, paths });
  return (
    <>
      {words(finding)} {place ? <AppLink href={place.href}>{place.name ?? t("see")}</AppLink> : null}
    </>
  );
}
