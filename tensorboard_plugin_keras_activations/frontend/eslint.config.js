import tseslint from "typescript-eslint";

// Names come from event files: they are text, never HTML.
const NEVER_HTML =
  "Build elements with element() of dom.ts, which writes text.";

export default tseslint.config(
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: "./tsconfig.json" } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true },
      ],
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
          property,
          message: NEVER_HTML,
        })),
      ],
    },
  },
  {
    // What two views share has a module of its own.
    files: ["src/views/**"],
    rules: { "no-restricted-imports": ["error", { patterns: ["./*"] }] },
  },
  {
    files: ["test/**"],
    rules: { "@typescript-eslint/no-floating-promises": "off" },
  },
  { ignores: ["*.js", "*.mjs", "build/"] },
);
