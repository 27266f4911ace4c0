// The route tree: which address shows which screen. Every screen is fetched when it is first opened.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";
import { fetchPart } from "./ui/fetch-part.ts";
import { LoadingPage } from "./ui/loading.tsx";
import { NotFound, Root } from "./frame/root.tsx";
import { ScreenError } from "./frame/screen-error.tsx";
import { bookletSearch } from "./features/booklet/booklet-search.ts";
import { simulationSearch } from "./features/simulation/simulation-search.ts";
import { draftParameter, fingerprintParameter, inboxPath, peoplePath, welcomePath } from "./paths.ts";

/** A screen, by the file it is in and its name there. */
function screen<M extends Record<string, unknown>, K extends keyof M>(part: () => Promise<M>, name: K) {
  return lazyRouteComponent<M, K>(() => fetchPart(part), name);
}

const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: ScreenError,
  // `lang` may stand on any address; i18n.tsx reads it. Anything else is left to the screens.
  // `connexion` says why the provider signed nobody in.
  validateSearch: (search: Record<string, unknown>): { lang?: "fr" | "en"; connexion?: string } => ({
    ...(search["lang"] === "fr" || search["lang"] === "en" ? { lang: search["lang"] } : {}),
    ...(typeof search["connexion"] === "string" ? { connexion: search["connexion"] } : {}),
  }),
});

const programs = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: screen(() => import("./features/programs/programs-screen.tsx"), "ProgramsScreen"),
});

const inbox = createRoute({
  getParentRoute: () => rootRoute,
  path: inboxPath,
  component: screen(() => import("./features/inbox/inbox-screen.tsx"), "InboxScreen"),
});

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: peoplePath,
  component: screen(() => import("./features/people/people-screen.tsx"), "PeopleScreen"),
});

// Shown whether somebody is signed in or not: `Root` sees to that.
const welcome = createRoute({ getParentRoute: () => rootRoute, path: welcomePath });

/** Which draft is on screen. */
const draftInAddress = (search: Record<string, unknown>): { ebauche?: string } =>
  typeof search[draftParameter] === "string" ? { ebauche: search[draftParameter] } : {};

const program = createRoute({
  getParentRoute: () => rootRoute,
  path: "/p/$program",
  validateSearch: draftInAddress,
  search: { middlewares: [retainSearchParams([draftParameter])] },
  component: screen(() => import("./frame/program-layout.tsx"), "ProgramLayout"),
});

// Outside the frame of the program, which fetches the criteria: whoever enters a profile here has not been given them.
const blindEntry = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nouveau-profil/$program",
  validateSearch: draftInAddress,
  component: screen(() => import("./features/profiles/blind-entry-screen.tsx"), "BlindEntryScreen"),
});

// Outside the frame of the program too: it works on a copy of the version in service, whatever draft is open.
const firstSteps = createRoute({
  getParentRoute: () => rootRoute,
  path: "/premiers-pas/$program",
  component: screen(() => import("./features/first-steps/first-steps-screen.tsx"), "FirstStepsScreen"),
});

// The chosen criterion or profile is an optional part of the address, so that choosing another keeps the screen.
const screens = [
  createRoute({
    getParentRoute: () => program,
    path: "/",
    component: screen(() => import("./features/program/program-screen.tsx"), "ProgramScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/vocabulaire",
    component: screen(() => import("./features/vocabulary/vocabulary-screen.tsx"), "VocabularyScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/criteres/{-$criterion}",
    component: screen(() => import("./features/criteria/criteria-screen.tsx"), "CriteriaScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/table",
    component: screen(() => import("./features/table/table-screen.tsx"), "TableScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/profils/{-$profile}",
    component: screen(() => import("./features/profiles/profiles-screen.tsx"), "ProfilesScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/simulation",
    validateSearch: simulationSearch,
    component: screen(() => import("./features/simulation/simulation-screen.tsx"), "SimulationScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/couverture",
    component: screen(() => import("./features/coverage/coverage-screen.tsx"), "CoverageScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/cohorte",
    component: screen(() => import("./features/cohort/cohort-screen.tsx"), "CohortScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/parcours/{-$profile}",
    component: screen(() => import("./features/interview/interview-screen.tsx"), "InterviewScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/carte",
    component: screen(() => import("./features/decision-map/map-screen.tsx"), "MapScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/garanties",
    component: screen(() => import("./features/guarantees/guarantees-screen.tsx"), "GuaranteesScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/registre",
    component: screen(() => import("./features/register/register-screen.tsx"), "RegisterScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/revision",
    component: screen(() => import("./features/review/review-screen.tsx"), "ReviewScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/mise-a-jour",
    component: screen(() => import("./features/update/update-screen.tsx"), "UpdateScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/publication",
    // `publiee`: the version that was just published, so that its confirmation is an address of its own.
    validateSearch: (search: Record<string, unknown>): { publiee?: number } =>
      typeof search["publiee"] === "number" ? { publiee: search["publiee"] } : {},
    component: screen(() => import("./features/publication/publication-screen.tsx"), "PublicationScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/versions",
    component: screen(() => import("./features/versions/versions-screen.tsx"), "VersionsScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/versions/$number",
    // `empreinte`: what stands on the printed rule book whose code led here.
    validateSearch: (search: Record<string, unknown>): { empreinte?: string } =>
      typeof search[fingerprintParameter] === "string" ? { empreinte: search[fingerprintParameter] } : {},
    component: screen(() => import("./features/versions/version-screen.tsx"), "VersionScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/applications",
    component: screen(() => import("./features/applications/applications-screen.tsx"), "ApplicationsScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/journal",
    component: screen(() => import("./features/journal/journal-screen.tsx"), "JournalScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/livret",
    validateSearch: bookletSearch,
    component: screen(() => import("./features/booklet/booklet-screen.tsx"), "BookletScreen"),
  }),
  createRoute({
    getParentRoute: () => program,
    path: "/versions/$number/livret",
    validateSearch: bookletSearch,
    component: screen(() => import("./features/booklet/booklet-screen.tsx"), "VersionBookletScreen"),
  }),
];

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    programs,
    inbox,
    people,
    welcome,
    blindEntry,
    firstSteps,
    program.addChildren(screens),
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: ScreenError,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
