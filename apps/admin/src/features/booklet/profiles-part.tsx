// The saved profiles with what is expected of each and what it gets: the engine says the second as the page is made.
import type { Profile } from "@jumelage/engine";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { resultFor } from "../../draft/run.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { Answer, isAsExpected } from "./answers.tsx";
import type { Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { Part } from "./part.tsx";

export function ProfilesPart({ booklet }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.profiles");
  const { ruleSet, profiles } = booklet;
  return (
    <Part part="profiles">
      <p>{t("lead")}</p>
      <table className={`j-table ${classes.long} ${classes.profiles}`}>
        <thead>
          <tr>
            <th scope="col">{t("profile")}</th>
            <th scope="col">{t("expected")}</th>
            <th scope="col">{t("obtained")}</th>
          </tr>
        </thead>
        <tbody>
          {profiles.map((profile) => (
            <ProfileRow key={profile.id} profile={profile} ruleSet={ruleSet} />
          ))}
        </tbody>
      </table>
    </Part>
  );
}

interface ProfileRowProps {
  readonly profile: Profile;
  readonly ruleSet: Booklet["ruleSet"];
}

/** One cell for both where they are the same. */
function ProfileRow({ profile, ruleSet }: ProfileRowProps): ReactNode {
  const t = useTranslations("booklet.profiles");
  const { lang } = useLanguage();
  const { decisions } = resultFor(ruleSet, profile);
  const same = isAsExpected(ruleSet, profile);
  const obtained = ruleSet.decisions.map((d) => <Answer key={d.id} decision={d} given={decisions[d.id]} />);
  return (
    <tr data-profile={profile.id}>
      <th scope="row">
        <span className={classes.id}>{profile.id}</span> {profile.title[lang]}
        <div className={classes.verdict}>{same ? `✓ ${t("same")}` : `≠ ${t("other")}`}</div>
      </th>
      {same ? (
        <td colSpan={2}>{obtained}</td>
      ) : (
        <>
          <td>
            {ruleSet.decisions.map((d) => (
              <Answer key={d.id} decision={d} given={profile.expected.decisions[d.id]} />
            ))}
          </td>
          <td>{obtained}</td>
        </>
      )}
    </tr>
  );
}
