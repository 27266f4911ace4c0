// Sets the language, the colour scheme and the height of rows before anything is drawn, so that nothing flashes. A file of its own because no
// inline script is allowed. The keys are those of src/i18n/i18n.tsx, of Mantine's colour scheme manager and of src/ui/density.ts. First of all, zod
// is told not to try whether code may be made from text (its `config`, under the name it keeps that by): it may not, and
// browsers write every try down. Later it would be too late: the first schemas are made while modules are read.
(function () {
  // oxlint-disable-next-line no-underscore-dangle -- the name is that of the library
  window.__zod_globalConfig = { jitless: true };
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var scheme = stored("mantine-color-scheme-value");
  var dark =
    scheme === "dark" || (scheme !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  // Kept as JSON.
  root.setAttribute("data-density", (stored("jumelage.density") || "normal").replace(/"/g, ""));
  var asked = new URLSearchParams(window.location.search).get("lang");
  var lang = asked === "fr" || asked === "en" ? asked : stored("jumelage.lang");
  root.lang = lang === "en" ? "en" : "fr";
})();
