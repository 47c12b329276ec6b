/** An id as the name of a variable in generated code: `root-console-login` becomes `rootConsoleLogin`. */
export const identifier = (id: string): string =>
  id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
