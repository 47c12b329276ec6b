const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A length of time in the largest unit that it is a whole number of: `15 minutes`. */
export const spanText = (seconds: number): string => {
  const [name, length] = units.find(([, size]) => seconds % size === 0) ?? ['second', 1];
  const amount = seconds / length;
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
};
