// Builds the page and its notices into ../static, or checks them:
//   node build.mjs          writes them
//   node build.mjs --check  fails where a committed file differs
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const result = await build({
  entryPoints: ["src/index.ts"],
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  loader: { ".css": "text" },
  banner: { js: "// Licences: see THIRD_PARTY_NOTICES.txt beside this file." },
  metafile: true,
  write: false,
});
const page = result.outputFiles[0].text;
if (/<\/script|<!--/i.test(page)) {
  throw new Error("The page cannot be put into an HTML file as it is.");
}

// Of our own; the page must open at once.
const MOST = 100_000;
const own = Object.values(result.metafile.outputs)
  .flatMap(({ inputs }) => Object.entries(inputs))
  .filter(([name]) => name.startsWith("src/") && name.endsWith(".ts"))
  .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
if (own > MOST) {
  throw new Error(`The page has ${own} bytes of JavaScript beside uPlot.`);
}

const inputs = Object.keys(result.metafile.inputs).join("\n");
const names = new Set(
  [...inputs.matchAll(/^node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(
    ([, name]) => name,
  ),
);
const notices = [...names].sort().map((name) => {
  const { version } = JSON.parse(
    readFileSync(`node_modules/${name}/package.json`, "utf8"),
  );
  const licence = readFileSync(`node_modules/${name}/LICENSE`, "utf8");
  return `${name} ${version}\n\n${licence.trim()}\n`;
});

const built = {
  "index.js": page,
  "THIRD_PARTY_NOTICES.txt":
    "index.js contains the following software.\n\n" + notices.join("\n\n"),
};
for (const [name, text] of Object.entries(built)) {
  const target = new URL(`../static/${name}`, import.meta.url);
  if (!process.argv.includes("--check")) {
    writeFileSync(target, text);
    console.log(`static/${name}: ${text.length} characters`);
  } else if (readFileSync(target, "utf8") !== text) {
    throw new Error(`static/${name} is not what src/ builds: npm run build`);
  }
}
