/** Tells on a terminal's stderr how far long work is; silent elsewhere and for work that is soon done. */
export const showProgress = (total: number, noun: string, output: NodeJS.WriteStream = process.stderr) => {
  const showAfterMillis = 500;
  const started = performance.now();
  let shown = false;
  let lastShown = 0;
  return {
    at(done: number): void {
      const now = performance.now();
      if (!output.isTTY || now - started < showAfterMillis || now - lastShown < 100) return;
      lastShown = now;
      shown = true;
      output.write(`\r${done} of ${total} ${noun} …`);
    },
    end(): void {
      if (shown) output.write('\r\u001b[K');
    },
  };
};
