interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  /** What stands first for no choice at all. */
  readonly none?: string;
  readonly options: readonly SelectOption<Value>[];
  readonly onChoose: (value: Value | undefined) => void;
}

/** One of several, or none. */
export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly isDisabled?: boolean;
}

/** A labelled list to choose one of. */
export function SelectField<Value extends string>({ label, value, none, options, onChoose }: Props<Value>) {
  return (
    <label>
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onChoose(options.find((option) => option.value === currentTarget.value)?.value)
        }
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
