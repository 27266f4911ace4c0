// The top bar: the product, the program on screen, the language, the appearance, and who is signed in.
import type { Session } from "@jumelage/api/schemas";
import { Button, Menu, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconContrast, IconSearch, IconUserCircle } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { trpc } from "../api/client.ts";
import { InboxLink } from "../features/inbox/inbox-link.tsx";
import { useLanguage } from "../i18n/i18n.tsx";
import { homePath, peoplePath, programPaths } from "../paths.ts";
import { showPalette } from "../palette/palette-store.ts";
import { densities, useDensity, type Density } from "../ui/density.ts";
import { AppLink } from "../ui/link.tsx";
import classes from "./frame.module.css";

export function TopBar({ session }: { readonly session: Session | null }) {
  const t = useTranslations("common");
  return (
    <header className={classes.top}>
      <AppLink href={homePath} className={classes.brand}>
        <Mark />
        {t("product")}
      </AppLink>
      {session?.person ? <InboxLink /> : null}
      {session?.person ? <ProgramSwitch /> : null}
      {session?.person ? <FindButton /> : null}
      <span className={classes.spacer} />
      <LanguageSwitch />
      <AppearanceMenu />
      {session?.person ? <Account person={session.person} /> : null}
    </header>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="#095797" />
      <circle cx="12" cy="16" r="6.5" fill="none" stroke="#fff" strokeWidth="2.5" />
      <circle cx="20" cy="16" r="6.5" fill="none" stroke="#fff" strokeWidth="2.5" />
    </svg>
  );
}

function ProgramSwitch() {
  const t = useTranslations("frame");
  const { lang } = useLanguage();
  const { program } = useParams({ strict: false });
  const programs = useQuery(trpc.programs.list.queryOptions());
  if (program === undefined || programs.data === undefined) return null;
  const shown = programs.data.find((p) => p.program === program);
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          // A long name takes two lines, so that the bar takes one.
          maw={320}
          ta="start"
          lh={1.25}
          py={2}
          fz="sm"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={`${t("switchProgram")} – ${shown?.title[lang] ?? program}`}
        >
          {shown?.title[lang] ?? program}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {programs.data.map((p) => (
          <Menu.Item key={p.program} component={AppLink} href={programPaths(p.program).home}>
            {p.title[lang]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={AppLink} href={homePath}>
          {t("allPrograms")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Opens the palette, which a program has. */
function FindButton() {
  const t = useTranslations("frame.palette");
  const { program } = useParams({ strict: false });
  if (program === undefined) return null;
  return (
    <Button
      variant="subtle"
      size="compact-md"
      leftSection={<IconSearch size={18} aria-hidden />}
      aria-keyshortcuts="Control+K"
      onClick={() => showPalette(true)}
    >
      {t("open")}
    </Button>
  );
}

function LanguageSwitch() {
  const t = useTranslations("frame");
  const { lang, setLang } = useLanguage();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const other = lang === "fr" ? "en" : "fr";
  const change = (): void => {
    setLang(other);
    // An address that names a language would switch back on reload: let it name the chosen one.
    if (search.lang !== undefined) void navigate({ to: ".", search: { lang: other }, replace: true });
  };
  return (
    <Button variant="subtle" size="compact-md" lang={other} onClick={change}>
      {t(other === "en" ? "toEnglish" : "toFrench")}
    </Button>
  );
}

/** Light or dark, and how high rows are. */
function AppearanceMenu() {
  const t = useTranslations("frame");
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const [density, setDensity] = useDensity();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-md" aria-label={t("theme")} title={t("theme")}>
          <IconContrast size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("colours")}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(chosen) => setColorScheme(chosen as MantineColorScheme)}
        >
          {(["auto", "light", "dark"] as const).map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t("rows")}</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(chosen) => setDensity(chosen as Density)}>
          {densities.map((choice) => (
            <Menu.RadioItem key={choice} value={choice}>
              {t(`density.${choice}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function Account({ person }: { readonly person: NonNullable<Session["person"]> }) {
  const t = useTranslations("frame");
  const { program } = useParams({ strict: false });
  const signOut = useMutation(
    // The page is loaded anew, so that nothing of this person stays in memory.
    trpc.session.signOut.mutationOptions({ onSuccess: () => window.location.assign(homePath) }),
  );
  const roles = person.roles.find((r) => r.program === program)?.roles ?? [];
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconUserCircle size={20} aria-hidden />}
          aria-label={`${t("account")} – ${person.name}`}
        >
          {person.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {roles.length > 0 ? (
          <Menu.Label>{t("roles", { roles: roles.map((role) => t(`role.${role}`)).join(", ") })}</Menu.Label>
        ) : null}
        {person.admin ? (
          <Menu.Item component={AppLink} href={peoplePath}>
            {t("people")}
          </Menu.Item>
        ) : null}
        <Menu.Item onClick={() => signOut.mutate()}>{t("signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
