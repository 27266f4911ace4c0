// How an app uses its key, filled in with this server, this program and the key itself.

export interface SnippetOf {
  readonly url: string;
  readonly program: string;
  readonly key: string;
}

/** The environment, a call by hand, and the SDK. */
export function snippetsOf({
  url,
  program,
  key,
}: SnippetOf): readonly { readonly name: string; readonly text: string }[] {
  return [
    { name: ".env", text: `JUMELAGE_URL=${url}\nJUMELAGE_KEY=${key}\n` },
    {
      name: "curl",
      text: `curl -s -H "Authorization: Bearer ${key}" \\\n  ${url}/v1/programs/${program}/channels/production\n`,
    },
    {
      name: "SDK",
      text: [
        `// npm install ${url}/downloads/jumelage-sdk.tgz`,
        `// curl -s ${url}/v1/keys > trusted-keys.json`,
        `import { readFile } from "node:fs/promises";`,
        `import { createClient } from "@jumelage/sdk";`,
        ``,
        `const { keys } = JSON.parse(await readFile("trusted-keys.json", "utf8"));`,
        `const client = createClient({`,
        `  url: process.env.JUMELAGE_URL,`,
        `  key: process.env.JUMELAGE_KEY,`,
        `  program: ${JSON.stringify(program)},`,
        `  channel: "production",`,
        `  trust: keys,`,
        `});`,
        `await client.start();`,
        ``,
      ].join("\n"),
    },
  ];
}
