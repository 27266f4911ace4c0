// What is promised of what criteria mean: one meaning, proofs that hold, questions that are enough, edits that stay.
import { line, type Promised } from "./promised.ts";

export const promisesOfMeaning: readonly Promised[] = [
  {
    id: "P9",
    what: {
      fr: "Les critères ont un seul sens, quelle que soit la façon de les appliquer.",
      en: "Criteria have one meaning, however they are run.",
    },
    lines: [
      line(
        "compiled",
        "Forme compilée et lecture directe, au hasard",
        "Compiled form and direct reading, at random",
        { must: 1_000_000 },
      ),
      line("json-rules-engine", "Tous les évaluateurs, au hasard", "Every evaluator, at random", {
        must: 10_000,
      }),
      line("python", "Client en Python et lecture directe", "Client in Python and direct reading", {
        must: 50_000,
      }),
      line("cohort", "Cohorte et lecture directe", "Cohort and direct reading", { must: 1_000_000 }),
      line("sql", "DuckDB, PostgreSQL et lecture directe", "DuckDB, PostgreSQL and direct reading", {
        must: 1_000_000,
      }),
    ],
  },
  {
    id: "P10",
    what: {
      fr: "Ce qui est dit prouvé est vrai pour toute personne possible.",
      en: "What is said to be proved is true of every possible person.",
    },
    lines: [
      line(
        "solver",
        "Questions au solveur, vérifiées sur tout le monde",
        "Questions to the solver, checked on everybody",
        { must: 20_000 },
      ),
      line(
        "enumeration",
        "Questions par énumération et par diagrammes, vérifiées sur tout le monde",
        "Questions by enumeration and by diagrams, checked on everybody",
        { must: 100_000 },
      ),
      line("laws", "Constats sur des ensembles au hasard", "Findings about random rule sets", {
        must: 150,
      }),
      line(
        "differences",
        "Différences entre deux ensembles au hasard",
        "Differences of two random rule sets",
        { must: 400 },
      ),
      line(
        "seeded-faults",
        "Fautes semées, chacune réfutée par la preuve",
        "Seeded faults, each refuted by the proof",
      ),
    ],
  },
  {
    id: "P15",
    what: {
      fr: "Ce qui reste à demander est dit, et suffit.",
      en: "What is left to ask is said, and is enough.",
    },
    lines: [
      line(
        "interviews",
        "Entrevues menées par la trousse : une réponse à chaque question suffit, dans l’ordre et le nombre annoncés",
        "Interviews led by the SDK: an answer to each question is enough, in the order and number announced",
        { must: 150 },
      ),
      line(
        "safety-asked",
        "Question de sécurité sans réponse : elle est posée, et d’abord",
        "An open safety question is asked, and first",
      ),
    ],
  },
  {
    id: "P11",
    what: {
      fr: "Quand plusieurs personnes modifient, aucune modification ne se perd.",
      en: "When several people edit, no edit is lost.",
    },
    lines: [line("merge-loses-nothing", "Fusions au hasard", "Random merges", { must: 50_000 })],
  },
];
