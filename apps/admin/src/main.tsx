// The console's entry: styles in the order they override one another, the language, then the tree.
import "@fontsource-variable/open-sans/wght.css";
import "@mantine/core/styles.layer.css";
import "./ui/tokens.css";
import "./ui/app.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { initialLang, loadFirst } from "./i18n/i18n.tsx";

const lang = initialLang();
const messages = await loadFirst(lang);
document.documentElement.lang = lang;
const root = document.getElementById("root");
if (root) createRoot(root).render(<App lang={lang} messages={messages} />);
