/**
 * `npm run typecheck`: checks each file once, in the program of its own room, where it sees what its room may see and
 * nothing else. (`tsc -p` for each room would check core five times.) `node scripts/check-types.js core tests` checks
 * these rooms alone.
 */
import { dirname, join } from "node:path";
import ts from "typescript";
import { inRoot, root } from "./program.js";

const rooms = ["core", "backend", "electron", "renderer", "tests"];

const formatHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => "\n",
};

/** Files that two programs parse alike are parsed once. @type {Map<string, ts.SourceFile | undefined>} */
const parsed = new Map();

/** @param {ts.CompilerOptions} options */
function hostFor(options) {
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (name, settings, ...rest) => {
    const { languageVersion, impliedNodeFormat, jsDocParsingMode } = settings;
    const key = [name, languageVersion, impliedNodeFormat, jsDocParsingMode, options.jsx].join("\0");
    if (!parsed.has(key)) parsed.set(key, parse(name, settings, ...rest));
    return parsed.get(key);
  };
  return host;
}

/**
 * @param {string} room a folder with a tsconfig.json
 * @returns {readonly ts.Diagnostic[]} what is wrong with its configuration or in its files
 */
function checkRoom(room) {
  const configPath = inRoot(join(room, "tsconfig.json"));
  const { config, error } = ts.readConfigFile(configPath, ts.sys.readFile);
  if (error !== undefined) return [error];
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configPath));
  const program = ts.createProgram({ rootNames: fileNames, options, host: hostFor(options) });
  const own = new Set(fileNames);
  const files = program.getSourceFiles().filter(({ fileName }) => own.has(fileName));
  return [
    ...errors,
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}

const wanted = process.argv.slice(2);
let count = 0;
for (const room of wanted.length === 0 ? rooms : wanted) {
  const found = checkRoom(room);
  count += found.length;
  process.stdout.write(ts.formatDiagnostics(found, formatHost));
}
process.exitCode = count === 0 ? 0 : 1;
