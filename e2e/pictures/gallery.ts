// The page to look through the pictures: screens by language and theme, screens by state.

export type Picture =
  | {
      readonly kind: "screen";
      readonly name: string;
      readonly lang: string;
      readonly scheme: string;
      readonly file: string;
    }
  | { readonly kind: "state"; readonly name: string; readonly state: string; readonly file: string };

const columnOf = (picture: Picture): string =>
  picture.kind === "screen" ? `${picture.lang}, ${picture.scheme}` : picture.state;

const style = `body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; color: #223654; }
table { border-collapse: collapse; } th, td { padding: 8px; vertical-align: top; text-align: start; }
thead th { position: sticky; top: 0; background: #fff; } img { width: 300px; border: 1px solid #c5cad2; display: block; }`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function tableOf(pictures: readonly Picture[], title: string): string {
  const columns = [...new Set(pictures.map(columnOf))].toSorted();
  const names = [...new Set(pictures.map(({ name }) => name))].toSorted();
  const cell = (name: string, column: string): string => {
    const found = pictures.find((one) => one.name === name && columnOf(one) === column);
    if (!found) return "<td>–</td>";
    const alt = escaped(`${name}, ${column}`);
    return `<td><a href="${escaped(found.file)}"><img loading="lazy" src="${escaped(found.file)}" alt="${alt}"></a></td>`;
  };
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("");
  const rows = names.map(
    (name) =>
      `<tr><th scope="row">${escaped(name)}</th>${columns.map((column) => cell(name, column)).join("")}</tr>`,
  );
  return `<h2>${title}</h2>\n<table><thead><tr><td></td>${head}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
}

/** The whole page; what could not be taken is told on top. */
export function gallery(pictures: readonly Picture[], missed: readonly string[]): string {
  const told = missed.map((miss) => `<li>${escaped(miss)}</li>`).join("");
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Jumelage in pictures</title><style>${style}</style>
<h1>Jumelage in pictures</h1>
${told === "" ? "" : `<h2>Not taken</h2><ul>${told}</ul>`}
${tableOf(
  pictures.filter(({ kind }) => kind === "screen"),
  "Screens, by language and theme",
)}
${tableOf(
  pictures.filter(({ kind }) => kind === "state"),
  "Screens, by state",
)}
</html>
`;
}
