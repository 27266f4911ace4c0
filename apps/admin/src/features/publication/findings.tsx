// What a gate found, in words, grouped by profile, each with a link to where it is mended.
import type { GateFinding } from "@jumelage/api/schemas";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { useFindingWords } from "./finding-words.ts";
import { placeOf } from "./finding-place.ts";
import classes from "./publication.module.css";

/** How many profiles or other findings are shown before the rest is folded. */
const most = 8;

interface Group {
  readonly profile: string | undefined;
  readonly findings: readonly GateFinding[];
}

/** What was found of one profile together; what is of none stands alone, and first. */
function groupsOf(findings: readonly GateFinding[]): readonly Group[] {
  const ofProfiles = new Map<string, readonly GateFinding[]>();
  for (const finding of findings)
    if (finding.profile !== undefined)
      ofProfiles.set(finding.profile, [...(ofProfiles.get(finding.profile) ?? []), finding]);
  return [
    ...findings
      .filter((finding) => finding.profile === undefined)
      .map((finding) => ({ profile: undefined, findings: [finding] })),
    ...[...ofProfiles].map(([profile, found]) => ({ profile, findings: found })),
  ];
}

export function Findings({ findings }: { readonly findings: readonly GateFinding[] }) {
  const t = useTranslations("publication");
  const groups = groupsOf(findings);
  const [first, rest] = [groups.slice(0, most), groups.slice(most)];
  return (
    <>
      {first.length > 0 ? <Groups groups={first} /> : null}
      {rest.length > 0 ? (
        <details className={classes.rest}>
          <summary>{t("moreFindings", { count: rest.length })}</summary>
          <Groups groups={rest} />
        </details>
      ) : null}
    </>
  );
}

function Groups({ groups }: { readonly groups: readonly Group[] }) {
  return (
    <ul className={classes.findings}>
      {groups.map(({ profile, findings }) =>
        profile === undefined ? (
          findings.map((finding) => (
            <li key={JSON.stringify(finding)}>
              <Finding finding={finding} />
            </li>
          ))
        ) : (
          <ProfileFindings key={profile} profile={profile} findings={findings} />
        ),
      )}
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
