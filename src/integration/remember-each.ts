/** The function with its results kept by argument. */
export function rememberEach<Result>(work: (argument: string) => Result): (argument: string) => Result {
  const results = new Map<string, Result>();
  return (argument) => {
    const known = results.get(argument);
    if (known !== undefined) return known;
    const result = work(argument);
    results.set(argument, result);
    return result;
  };
}
